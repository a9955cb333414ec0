// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/account_client.h"

#include "net/certificate_trust.h"
#include "net/logging.h"
#include "net/proxy_choice.h"
#include "net/server_address.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

#include <algorithm>

namespace timbre::net {

using namespace Qt::StringLiterals;
using Kind = AccountError::Kind;
using protocol::FrameType;

struct AccountClient::Request {
    FrameType type = FrameType::Register;
    qsizetype secretBytes = 0; // of domain and password together
    QPointer<QObject> context;
    Reply reply;
    QNetworkReply *network = nullptr; // parent: the access manager
    std::unique_ptr<core::Timer> timer;
    QByteArray body;
};

namespace {

// bcrypt takes 72 bytes; tim's salt and node leave this many of them.
constexpr qsizetype maxSecretBytes = 21;

// The desktop's proxy; a server on this computer is never reached through it.
class DesktopProxy final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return {proxyFor(ProxyChoice(), QString(), query.url())};
    }
};

AccountError::Kind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return Kind::NotReachable;
    case QNetworkReply::TimeoutError:
        return Kind::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return Kind::TlsUntrusted;
    default:
        return Kind::BadAnswer;
    }
}

AccountError errorOf(const protocol::Ack &ack, FrameType type, qsizetype secretBytes)
{
    const qint32 code = ack.error ? ack.error->code.value_or(0) : 0;
    switch (static_cast<protocol::ErrorCode>(code)) {
    case protocol::ErrorCode::HasExist:
        return {Kind::NameTaken, code};
    case protocol::ErrorCode::NoPass:
        return {Kind::WrongPassword, code};
    case protocol::ErrorCode::Database:
        if (type == FrameType::Register && secretBytes > maxSecretBytes)
            return {Kind::PasswordTooLong, code};
        return {Kind::Refused, code};
    default:
        return {Kind::Refused, code};
    }
}

// The body is one frame, an Ack. tim says ok with an empty n when it did nothing (protocol-live.md
// 1, 2). The HTTP status is not asked: a refusal by `deactivate_api` comes with a full ack all the
// same (protocol.md 1.8).
AccountResult readAnswer(const QByteArray &body, FrameType type, qsizetype secretBytes)
{
    const auto decoded = protocol::decode(body, protocol::Direction::ServerToClient);
    if (!decoded)
        return unexpected(AccountError{Kind::BadAnswer});
    const auto *ack = std::get_if<protocol::Ack>(&decoded->frame.payload);
    if (!ack || ack->timType != static_cast<qint8>(type))
        return unexpected(AccountError{Kind::BadAnswer});
    if (!ack->ok)
        return unexpected(errorOf(*ack, type, secretBytes));
    if (!ack->n || ack->n->isEmpty())
        return unexpected(AccountError{Kind::Refused});
    return *ack->n;
}

} // namespace

AccountClient::AccountClient(core::Clock &clock, QObject *parent) :
    QObject(parent),
    m_clock(clock),
    m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setProxyFactory(new DesktopProxy); // takes ownership
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setAutoDeleteReplies(true);
}

AccountClient::~AccountClient()
{
    for (const auto &request : m_requests) {
        if (request->network)
            request->network->disconnect(this);
    }
}

void AccountClient::registerAccount(const core::Endpoint &server, const core::Credentials &credentials,
                                    QObject *context, Reply reply)
{
    post(FrameType::Register, server, credentials, context, std::move(reply));
}

void AccountClient::requestToken(const core::Endpoint &server, const core::Credentials &credentials, QObject *context,
                                 Reply reply)
{
    post(FrameType::Token, server, credentials, context, std::move(reply));
}

void AccountClient::post(FrameType type, const core::Endpoint &server, const core::Credentials &credentials,
                         QObject *context, Reply reply)
{
    m_requests.push_back(std::make_unique<Request>());
    Request *request = m_requests.back().get();
    request->type = type;
    request->secretBytes = credentials.domain.toUtf8().size() + credentials.secret.toUtf8().size();
    request->context = context;
    request->reply = std::move(reply);
    request->timer = m_clock.makeTimer([this, request] { finish(request, unexpected(AccountError{Kind::TimedOut})); });

    const QString scheme = server.url.scheme();
    if ((scheme != "ws"_L1 && scheme != "wss"_L1) || server.url.host().isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this, request] { finish(request, unexpected(AccountError{Kind::BadAddress})); },
            Qt::QueuedConnection);
        return;
    }

    protocol::Auth auth;
    auth.name = credentials.name;
    auth.pwd = credentials.secret;
    if (!credentials.domain.isEmpty())
        auth.domain = credentials.domain;
    const QByteArray body = protocol::encode({type, {}, auth}, protocol::Direction::ClientToServer);

    QNetworkRequest http(accountUrl(server.url));
    http.setHeader(QNetworkRequest::ContentTypeHeader, u"application/octet-stream"_s);
    http.setRawHeader("Origin", "https://timbre.invalid");
    http.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    http.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    http.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    http.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    QNetworkReply *network = m_network->post(http, body);
    network->setReadBufferSize(2 * maxAnswer);
    request->network = network;
    request->timer->start(answerLimit);
    connect(network, &QNetworkReply::sslErrors, this, [this, network](const QList<QSslError> &errors) {
        if (m_trust && m_trust->accepts(network->url(), network->sslConfiguration().peerCertificate(), errors))
            network->ignoreSslErrors(errors);
    });
    connect(network, &QNetworkReply::readyRead, this, [this, request, network] {
        request->body += network->read(maxAnswer + 1 - request->body.size());
        if (request->body.size() > maxAnswer)
            finish(request, unexpected(AccountError{Kind::BadAnswer}));
    });
    connect(network, &QNetworkReply::finished, this, [this, request, network] {
        request->body += network->read(maxAnswer + 1 - request->body.size());
        const bool answered = network->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
        qCDebug(lcNet) << "account request ended, network error" << network->error();
        if (answered)
            finish(request, readAnswer(request->body, request->type, request->secretBytes));
        else
            finish(request, unexpected(AccountError{kindOf(network->error())}));
    });
}

void AccountClient::finish(Request *request, const AccountResult &result)
{
    const auto place
        = std::find_if(m_requests.begin(), m_requests.end(), [&](const auto &each) { return each.get() == request; });
    Q_ASSERT(place != m_requests.end());
    const std::shared_ptr<Request> done = std::move(*place);
    m_requests.erase(place);
    // Its timer may be the caller: it lives on until that has returned.
    QMetaObject::invokeMethod(
        this, [done] {}, Qt::QueuedConnection);
    done->timer->stop();
    if (done->network) {
        done->network->disconnect(this);
        if (done->network->isRunning())
            done->network->abort();
    }
    if (done->context)
        done->reply(result);
}

} // namespace timbre::net
