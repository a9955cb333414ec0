// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/account_opener.h"

#include "app/certificate_questions.h"

#include <QCryptographicHash>

#include <algorithm>

namespace timbre::app {

using namespace Qt::StringLiterals;

namespace {

// One folder per account and server; says nothing to people.
QString folderNameOf(const store::AccountRecord &record)
{
    const QString origin = store::originOf(record);
    const QString server = origin.isEmpty() ? u"this-computer"_s : origin;
    const QByteArray key = QStringList{server, record.domain, record.name}.join(u'\n').toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(24));
}

bool sharesEndpoint(const store::AccountRecord &a, const store::AccountRecord &b)
{
    return std::any_of(a.endpoints.cbegin(), a.endpoints.cend(),
                       [&b](const QUrl &url) { return b.endpoints.contains(url); });
}

} // namespace

AccountOpener::AccountOpener(store::Profile &profile, SavedPassword &passwords, net::CertificateTrust &trust,
                             core::IdleSource &desk, core::Clock &clock, core::Random &random) :
    m_profile(profile),
    m_passwords(passwords),
    m_trust(trust),
    m_desk(desk),
    m_clock(clock),
    m_random(random)
{
}

AccountOpener::~AccountOpener() = default;

Expected<std::unique_ptr<Account>, store::ProfileError> AccountOpener::open(const store::AccountRecord &record)
{
    auto data = store::Profile::open(m_profile.folder() + "/accounts/"_L1 + folderNameOf(record));
    if (!data)
        return unexpected(store::ProfileError(data.error()));
    auto account = std::make_unique<Account>(std::move(*data), record, m_clock, m_random);
    account->setTrust(m_trust);
    account->setIdleSource(m_desk);
    if (const net::ProxyChoice proxy = account->proxy(); proxy.isOwn() && !proxy.user.isEmpty())
        m_passwords.loadOfProxy(proxy, account.get(), [account = account.get(), proxy](const auto &password) {
            if (password && account->proxy() == proxy)
                account->setProxy(proxy, *password);
        });
    new CertificateQuestions(*account, m_trust); // goes with the account
    connect(account.get(), &Account::recordChanged, this, [this](const store::AccountRecord &changed) {
        if (remembered(changed)) // not before the first sign-in is through
            remember(changed);
    });
    connect(account.get(), &Account::passwordAccepted, this, [this, record](const QString &password) {
        if (m_passwords.isWanted())
            m_passwords.save(record, password);
        else
            m_passwords.forget(record);
    });
    Q_EMIT opened(account.get());
    return account;
}

void AccountOpener::signInAtNode(Account &account)
{
    m_nodeUsers.append(&account);
    connect(&account, &QObject::destroyed, this, &AccountOpener::onNodeUserGone);
    if (m_node && m_node->isRunning())
        account.signInAtNode(*m_node);
    else if (!m_node)
        startNode();
}

void AccountOpener::startNode()
{
    node::NodeConfig config;
    config.dataFolder = m_profile.folder() + "/node"_L1;
    m_node = std::make_unique<EmbeddedNode>(std::move(config));
    connect(m_node.get(), &EmbeddedNode::started, this, [this] {
        for (Account *account : std::as_const(m_nodeUsers))
            account->signInAtNode(*m_node);
    });
    connect(m_node.get(), &EmbeddedNode::failed, this, [this](const node::StartError &error) {
        m_node.release()->deleteLater(); // who asks again gets a new one
        Q_EMIT nodeFailed(error);
    });
    m_node->start();
}

// A server of one's own runs for somebody, or not at all.
void AccountOpener::onNodeUserGone(QObject *account)
{
    m_nodeUsers.removeIf([account](const Account *each) { return static_cast<const QObject *>(each) == account; });
    if (m_nodeUsers.isEmpty())
        m_node.reset();
}

std::optional<store::AccountRecord> AccountOpener::remembered(const store::AccountRecord &record) const
{
    const QList<store::AccountRecord> known = m_profile.accounts();
    for (const store::AccountRecord &each : known) {
        if (isSameAccount(each, record)
            || (each.name == record.name && each.domain == record.domain && sharesEndpoint(each, record)))
            return each;
    }
    return std::nullopt;
}

void AccountOpener::remember(const store::AccountRecord &record)
{
    QList<store::AccountRecord> known = m_profile.accounts();
    const auto place = std::find_if(known.begin(), known.end(),
                                    [&](const store::AccountRecord &each) { return isSameAccount(each, record); });
    store::AccountRecord fixed = record;
    fixed.origin = store::originOf(record);
    if (place == known.end())
        known.append(fixed);
    else
        *place = fixed;
    m_profile.saveAccounts(known);
}

void AccountOpener::forget(const store::AccountRecord &record)
{
    QList<store::AccountRecord> known = m_profile.accounts();
    if (known.size() > 1) {
        known.removeIf([&](const store::AccountRecord &each) { return isSameAccount(each, record); });
        m_profile.saveAccounts(known);
    }
}

} // namespace timbre::app
