// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/connection.h"
#include "protocol/expected.h"
#include "protocol/frame.h"

#include <QPointer>

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
QT_END_NAMESPACE

namespace timbre::net {

class CertificateTrust;

// Why there is no account or no token. The sentence is made in gui.
struct AccountError {
    enum class Kind {
        NameTaken, // 4101
        WrongPassword, // 4102, of a token request
        PasswordTooLong, // 5103 and domain + password above 21 bytes: more than tim can store
                         // (protocol.md 4.2)
        Refused, // any other error of the server: serverCode
        NotReachable, // no such host, or nobody listens
        TimedOut,
        TlsUntrusted,
        BadAnswer, // whatever it is, it is no tim server
        BadAddress, // no ws or wss URL
    };
    Kind kind = Kind::BadAnswer;
    qint32 serverCode = 0;

    bool operator==(const AccountError &) const = default;
};

// The node of the new account, or the token.
using AccountResult = Expected<QString, AccountError>;

// Makes accounts and sign-in tokens: the two requests tim takes over HTTP
// (protocol.md 1.1, 4.2, 4.4). Owned by whoever has the form; GUI thread. The reply comes exactly
// once, from the event loop, never from inside the call, and never after `context` or the client is
// gone. Writes neither names nor secrets to a log, follows no redirect and keeps nothing between
// two requests.
class AccountClient final : public QObject
{
    Q_OBJECT

public:
    static constexpr core::Milliseconds answerLimit{10'000};
    static constexpr qint64 maxAnswer = 64 * 1024;

    using Reply = std::function<void(const AccountResult &)>;

    explicit AccountClient(core::Clock &clock, QObject *parent = nullptr);
    ~AccountClient() override;

    // Whom to trust beside the system's authorities; outlives this.
    void setTrust(CertificateTrust &trust) { m_trust = &trust; }

    // Name, domain and secret (the password) of `credentials` are used.
    void registerAccount(const core::Endpoint &server, const core::Credentials &credentials, QObject *context,
                         Reply reply);
    // A token works once, for the same name and domain, for about 10 s.
    void requestToken(const core::Endpoint &server, const core::Credentials &credentials, QObject *context,
                      Reply reply);

private:
    struct Request;

    void post(protocol::FrameType type, const core::Endpoint &server, const core::Credentials &credentials,
              QObject *context, Reply reply);
    void finish(Request *request, const AccountResult &result);

    core::Clock &m_clock;
    CertificateTrust *m_trust = nullptr;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::vector<std::unique_ptr<Request>> m_requests; // under way
};

} // namespace timbre::net
