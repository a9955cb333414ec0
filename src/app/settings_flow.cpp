// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/settings_flow.h"

#include "app/sign_in_flow.h"
#include "gui/account_settings_page.h"
#include "net/server_address.h"

namespace timbre::app {

using namespace Qt::StringLiterals;
using AutostartState = desktop::Autostart::State;
using ProxyKind = net::ProxyChoice::Kind;
using gui::AccountSettings;

namespace {

const QString autostartSetting = u"desktop/autostart"_s; // what the portal said last; it cannot be asked

constexpr std::pair<AccountSettings::Proxy, ProxyKind> proxies[] = {{AccountSettings::Proxy::System, ProxyKind::System},
                                                                    {AccountSettings::Proxy::None, ProxyKind::None},
                                                                    {AccountSettings::Proxy::Socks5, ProxyKind::Socks5},
                                                                    {AccountSettings::Proxy::Http, ProxyKind::Http}};

AccountSettings settingsOf(const Account &account, bool passwordSaved)
{
    AccountSettings settings;
    const store::AccountRecord &record = account.record();
    settings.label = accountLabel(record);
    settings.onThisComputer = record.home == store::AccountRecord::Home::ThisComputer;
    for (const QUrl &url : record.endpoints)
        settings.servers.append(url.toString());
    settings.compactEncoding = record.encoding == protocol::Encoding::ThriftCompact;
    for (const auto &[shown, kind] : proxies) {
        if (kind == account.proxy().kind)
            settings.proxy = shown;
    }
    settings.proxyHost = account.proxy().host;
    settings.proxyPort = account.proxy().port;
    settings.proxyUser = account.proxy().user;
    settings.passwordSaved = passwordSaved;
    return settings;
}

net::ProxyChoice proxyOf(const AccountSettings &settings)
{
    net::ProxyChoice choice;
    for (const auto &[shown, kind] : proxies) {
        if (shown == settings.proxy)
            choice.kind = kind;
    }
    if (choice.isOwn()) {
        choice.host = settings.proxyHost;
        choice.port = settings.proxyPort;
        choice.user = settings.proxyUser;
    }
    return choice;
}

} // namespace

SettingsFlow::SettingsFlow(const Parts &parts, const QStringList &command) : m_parts(parts), m_autostart(command)
{
    if (parts.profile.setting(autostartSetting) == "on"_L1)
        m_autostart.recall(AutostartState::On);
    connect(&m_autostart, &desktop::Autostart::stateChanged, this, [this](AutostartState state) {
        m_parts.profile.saveSetting(autostartSetting, state == AutostartState::On ? u"on"_s : u"off"_s);
        refreshAutostart();
    });
    connect(&parts.accounts, &Accounts::added, this, &SettingsFlow::refreshAccounts);
    connect(&parts.accounts, &Accounts::removed, this, &SettingsFlow::refreshAccounts);
    connect(&parts.passwords, &SavedPassword::changed, this, &SettingsFlow::refreshAccounts);
    connect(&parts.trust, &net::CertificateTrust::changed, this, &SettingsFlow::refreshCertificates);
    connect(&parts.desk, &core::IdleSource::factsChanged, this, &SettingsFlow::refreshDesk);
}

SettingsFlow::~SettingsFlow() = default;

void SettingsFlow::show(gui::Appearance appearance)
{
    if (!m_dialog)
        makeDialog();
    refreshAutostart();
    m_dialog->setAppearance(appearance);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void SettingsFlow::makeDialog()
{
    m_dialog = std::make_unique<gui::SettingsDialog>(m_parts.preferences);
    gui::AccountSettingsPage &page = m_dialog->accounts();
    page.setAddressCheck(checkAddress);
    connect(m_dialog.get(), &gui::SettingsDialog::appearanceChosen, this, &SettingsFlow::appearanceChosen);
    connect(m_dialog.get(), &gui::SettingsDialog::autostartChosen, &m_autostart, &desktop::Autostart::set);
    connect(&page, &gui::AccountSettingsPage::changed, this, &SettingsFlow::change);
    connect(&page, &gui::AccountSettingsPage::proxyPasswordEntered, this, [this](int index, const QString &password) {
        if (Account *account = at(index)) {
            m_parts.passwords.saveOfProxy(account->proxy(), password);
            account->setProxy(net::ProxyChoice(account->proxy()), password);
        }
    });
    connect(&page, &gui::AccountSettingsPage::forgetPasswordChosen, this, [this](int index) {
        if (const Account *account = at(index))
            m_parts.passwords.forget(account->record());
    });
    connect(&page, &gui::AccountSettingsPage::forgetCertificateChosen, &m_parts.trust, &net::CertificateTrust::forget);
    refreshAccounts();
    refreshCertificates();
    refreshDesk();
    if (m_parts.accounts.current())
        page.showAccount(static_cast<int>(m_parts.accounts.all().indexOf(m_parts.accounts.current())));
}

Account *SettingsFlow::at(int index) const
{
    return m_parts.accounts.all().value(index);
}

void SettingsFlow::refreshAccounts()
{
    if (!m_dialog)
        return;
    QList<AccountSettings> settings;
    const QList<Account *> accounts = m_parts.accounts.all();
    for (const Account *account : accounts)
        settings.append(settingsOf(*account, m_parts.passwords.isSaved(account->record())));
    m_dialog->accounts().setAccounts(settings);
}

void SettingsFlow::refreshCertificates()
{
    if (!m_dialog)
        return;
    QList<gui::TrustedCertificate> trusted;
    const auto remembered = m_parts.trust.remembered();
    for (auto each = remembered.cbegin(); each != remembered.cend(); ++each)
        trusted.append({each.key(), net::fingerprintInWords(each.value())});
    m_dialog->accounts().setCertificates(trusted);
}

void SettingsFlow::refreshDesk()
{
    using Source = gui::SettingsDialog::IdleSource;
    if (!m_dialog)
        return;
    const core::DeskFacts facts = m_parts.desk.facts();
    const bool idle = facts.idleFor.has_value();
    m_dialog->setIdleSource(idle && facts.seesLock ? Source::Both
                                : idle             ? Source::IdleOnly
                                : facts.seesLock   ? Source::LockOnly
                                                   : Source::None);
}

void SettingsFlow::refreshAutostart()
{
    using Shown = gui::SettingsDialog::Autostart;
    if (!m_dialog)
        return;
    switch (m_autostart.state()) {
    case AutostartState::Off:
        return m_dialog->setAutostart(Shown::Off);
    case AutostartState::On:
        return m_dialog->setAutostart(Shown::On);
    case AutostartState::Impossible:
        return m_dialog->setAutostart(Shown::Impossible);
    }
}

void SettingsFlow::change(int index, const AccountSettings &settings)
{
    Account *account = at(index);
    if (!account)
        return;
    if (const auto addresses = net::parseServerAddresses(settings.servers.join(u' '))) {
        QList<QUrl> servers;
        for (const net::ServerAddress &address : *addresses)
            servers.append(address.url);
        account->setServers(servers,
                            settings.compactEncoding ? protocol::Encoding::ThriftCompact : protocol::Encoding::Json);
    }
    if (const net::ProxyChoice proxy = proxyOf(settings); proxy != account->proxy())
        setProxy(*account, proxy);
    refreshAccounts(); // as understood, not as typed
}

void SettingsFlow::setProxy(Account &account, const net::ProxyChoice &proxy)
{
    account.setProxy(proxy, {});
    if (!proxy.isOwn() || proxy.user.isEmpty())
        return;
    m_parts.passwords.loadOfProxy(proxy, &account, [&account, proxy](const auto &password) {
        if (password && account.proxy() == proxy)
            account.setProxy(proxy, *password);
    });
}

} // namespace timbre::app
