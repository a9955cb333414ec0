// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/account.h"

#include "app/embedded_node.h"
#include "app/problem_words.h"

#include <QMetaEnum>
#include <QUuid>

#include <algorithm>

namespace timbre::app {

using namespace Qt::StringLiterals;

namespace {

constexpr core::Milliseconds leaveLimit{2'000};

const QString proxySetting = u"account/proxy"_s;
const QString lastServerSetting = u"account/last-server"_s;

// A fresh one per start, so that contacts can tell this run's connection from the one before (protocol-live.md, client
// list 1).
QString freshResource()
{
    return u"timbre-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
}

// As settings spell an enum of the roster: "status", "name"; what is none of its words is its first value.
template <typename Enum> QString wordOf(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value))).toLower();
}

template <typename Enum> Enum valueOf(const QString &word)
{
    const QMetaEnum values = QMetaEnum::fromType<Enum>();
    for (int i = 0; i < values.keyCount(); ++i) {
        if (QString::fromLatin1(values.key(i)).toLower() == word)
            return static_cast<Enum>(values.value(i));
    }
    return static_cast<Enum>(values.value(0));
}

QString serverInWords(const store::AccountRecord &record)
{
    if (record.home == store::AccountRecord::Home::ThisComputer)
        return {};
    return record.endpoints.isEmpty() ? QString() : record.endpoints.constFirst().host();
}

} // namespace

AccountName splitAccountName(const QString &typed)
{
    const QString trimmed = typed.trimmed();
    const qsizetype at = trimmed.lastIndexOf(u'@');
    if (at <= 0 || at == trimmed.size() - 1)
        return {trimmed, {}};
    return {trimmed.left(at), trimmed.mid(at + 1)};
}

QString accountLabel(const store::AccountRecord &record)
{
    return record.domain.isEmpty() ? record.name : record.name + u'@' + record.domain;
}

Account::Account(std::unique_ptr<store::Profile> data, store::AccountRecord record, core::Clock &clock,
                 core::Random &random, QObject *parent) :
    QObject(parent),
    m_data(std::move(data)),
    m_record(std::move(record)),
    m_connection(clock, random, freshResource()),
    m_wakes(clock),
    m_network(clock),
    m_session(m_connection, *m_data, m_data->messages(), clock, random),
    m_roster(m_session.roster(), m_session.presences(), clock),
    m_window(m_session, m_roster, clock),
    m_leaveLimit(clock.makeTimer([this] { Q_EMIT left(); }))
{
    m_connection.setEncoding(m_record.encoding);
    m_proxy = net::proxyFromJson(m_data->setting(proxySetting).toUtf8());
    m_connection.setProxy(m_proxy, {});
    m_data->onWriteError([this](const std::optional<store::ProfileError> &error) {
        m_window.setNotice(error ? sentenceFor(*error) : QString());
    });
    recallWindow();
    m_window.setAccountLabel(accountLabel(m_record), serverInWords(m_record));
    wire();
}

Account::~Account() = default;

// What the window looked like last time. It remembers nothing itself.
void Account::recallWindow()
{
    m_window.restoreGeometry(QByteArray::fromBase64(m_data->setting(u"window/geometry"_s).toLatin1()));
    using Model = models::RosterModel;
    m_roster.setSortMode(valueOf<Model::SortMode>(m_data->setting(u"roster/sort"_s)));
    m_roster.setShow(valueOf<Model::Show>(m_data->setting(u"roster/show"_s)));
    m_roster.setCollapsedGroups(m_data->setting(u"roster/folded"_s).split(u',', Qt::SkipEmptyParts));
}

void Account::rememberWindow()
{
    m_data->saveSetting(u"window/geometry"_s, QString::fromLatin1(m_window.saveGeometry().toBase64()));
    m_data->saveSetting(u"roster/sort"_s, wordOf(m_roster.sortMode()));
    m_data->saveSetting(u"roster/show"_s, wordOf(m_roster.show()));
    m_data->saveSetting(u"roster/folded"_s, m_roster.collapsedGroups().join(u','));
}

void Account::wire()
{
    connect(&m_connection, &core::Connection::statusChanged, this, &Account::onStatusChanged);
    // First what has ended meanwhile: the line may be back at once.
    connect(this, &Account::woke, this, [this] { m_session.status().reconsider(); });
    connect(this, &Account::woke, &m_connection, &net::ConnectionManager::probeNow);
    connect(&m_wakes, &net::WakeWatch::woke, this, &Account::woke);
    connect(&m_network, &net::NetworkWatch::changed, &m_connection, &net::ConnectionManager::probeNow);
    connect(&m_window, &gui::MainWindow::signOutChosen, this, &Account::signOutChosen);
    connect(&m_window, &gui::MainWindow::passwordEntered, this,
            [this](const QString &password) { signInWithPassword(password, PasswordFrom::Person); });
    connect(&m_connection, &core::Connection::signedIn, this, [this](const core::ContactId &ownId) {
        if (const QString password = std::exchange(m_untriedPassword, {}); !password.isEmpty())
            Q_EMIT passwordAccepted(password);
        if (m_record.home == store::AccountRecord::Home::Server)
            m_data->saveSetting(lastServerSetting, m_connection.server().toString());
        if (m_record.ownNode == ownId.node())
            return;
        m_record.ownNode = ownId.node();
        Q_EMIT recordChanged(m_record);
    });
}

// The desktop's word for a wake comes before the clocks can tell.
void Account::setIdleSource(core::IdleSource &source)
{
    m_session.status().setIdleSource(source);
    connect(&source, &core::IdleSource::factsChanged, this, [this, &source] {
        const bool isAsleep = source.facts().asleep;
        if (std::exchange(m_wasAsleep, isAsleep) && !isAsleep)
            Q_EMIT woke();
    });
}

void Account::signInWithPassword(const QString &password, PasswordFrom from)
{
    m_untriedPassword = from == PasswordFrom::Person ? password : QString();
    m_connection.signIn(endpoints(), {m_record.name, m_record.domain, core::Credentials::Kind::Password, password});
}

// In the order of preference, but from the one that worked last: it is likely to be the nearest that runs.
QList<core::Endpoint> Account::endpoints() const
{
    QList<core::Endpoint> endpoints;
    for (const QUrl &url : m_record.endpoints)
        endpoints.append({url});
    const qsizetype last = m_record.endpoints.indexOf(QUrl(m_data->setting(lastServerSetting)));
    if (last > 0)
        std::rotate(endpoints.begin(), endpoints.begin() + last, endpoints.end());
    return endpoints;
}

void Account::setServers(const QList<QUrl> &servers, protocol::Encoding encoding)
{
    if (servers.isEmpty() || (m_record.endpoints == servers && m_record.encoding == encoding))
        return;
    m_record.origin = store::originOf(m_record); // it stays the same account
    const bool otherEncoding = m_record.encoding != encoding;
    m_record.endpoints = servers;
    m_record.encoding = encoding;
    m_connection.setEndpoints(endpoints());
    if (otherEncoding) {
        m_connection.setEncoding(encoding);
        m_connection.renew();
    }
    m_window.setAccountLabel(accountLabel(m_record), serverInWords(m_record));
    Q_EMIT recordChanged(m_record);
}

void Account::setProxy(const net::ProxyChoice &proxy, const QString &password)
{
    m_proxy = proxy;
    m_data->saveSetting(proxySetting, QString::fromUtf8(net::toJson(proxy)));
    m_connection.setProxy(proxy, password);
    m_connection.renew();
}

void Account::signInAtNode(EmbeddedNode &node)
{
    m_connection.setCredentialSource([&node, name = m_record.name](EmbeddedNode::CredentialsDone done) {
        node.credentialsFor(name, std::move(done));
    });
    m_connection.signIn({{node.url()}}, {m_record.name, {}, core::Credentials::Kind::Token, {}});
}

void Account::leave()
{
    rememberWindow();
    if (m_connection.status().state == core::ConnectionState::Offline) {
        Q_EMIT left();
        return;
    }
    m_leaveLimit->start(leaveLimit);
    m_session.signOut();
}

void Account::onStatusChanged(const core::ConnectionStatus &status)
{
    if (status.state == core::ConnectionState::Online && m_session.ownName().isEmpty())
        m_session.setOwnName(m_record.name); // a new account: others should not see a bare id
    if (status.state == core::ConnectionState::Offline && m_leaveLimit->isActive()) {
        m_leaveLimit->stop();
        Q_EMIT left();
    }
}

} // namespace timbre::app
