// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/saved_password.h"

namespace timbre::app {

using namespace Qt::StringLiterals;

namespace {

const QString rememberSetting = u"account/remember-password"_s;
const QString savedSetting = u"account/password-saved"_s; // of the only account there was, up to Timbre 0.1

// Readable, because keychain managers show it. Two profiles with one account share the entry.
QString keyOf(const store::AccountRecord &account)
{
    const QString name = account.domain.isEmpty() ? account.name : account.name + u'@' + account.domain;
    return name + u' ' + store::originOf(account);
}

QString keyOf(const net::ProxyChoice &proxy)
{
    return u"proxy %1@%2:%3"_s.arg(proxy.user, proxy.host).arg(proxy.port);
}

QString savedSettingOf(const store::AccountRecord &account)
{
    return savedSetting + u'/' + keyOf(account);
}

} // namespace

SavedPassword::SavedPassword(desktop::Keychain &keychain, store::Profile &profile) :
    m_keychain(keychain),
    m_profile(profile)
{
    if (const auto account = profile.account(); account && m_profile.setting(savedSetting) == "yes"_L1)
        m_profile.saveSetting(savedSettingOf(*account), u"yes"_s);
    if (!m_profile.setting(savedSetting).isEmpty())
        m_profile.saveSetting(savedSetting, {});
}

bool SavedPassword::isWanted() const
{
    return m_profile.setting(rememberSetting, u"yes"_s) == "yes"_L1;
}

void SavedPassword::setWanted(bool wanted)
{
    m_profile.saveSetting(rememberSetting, wanted ? u"yes"_s : u"no"_s);
}

bool SavedPassword::isSaved(const store::AccountRecord &account) const
{
    return m_profile.setting(savedSettingOf(account)) == "yes"_L1;
}

void SavedPassword::load(const store::AccountRecord &account, QObject *context, desktop::Keychain::Done done)
{
    m_keychain.read(keyOf(account), context, std::move(done));
}

void SavedPassword::save(const store::AccountRecord &account, const QString &password)
{
    m_keychain.write(keyOf(account), password, this, [this, account](const auto &result) {
        m_profile.saveSetting(savedSettingOf(account), result ? u"yes"_s : u"no"_s);
        Q_EMIT changed();
        if (!result)
            Q_EMIT saveFailed(result.error());
    });
}

void SavedPassword::forget(const store::AccountRecord &account)
{
    m_profile.saveSetting(savedSettingOf(account), u"no"_s); // a keychain that hangs must not sign in again
    m_keychain.remove(keyOf(account), this, [](const auto &) {}); // not there is as good as gone
    Q_EMIT changed();
}

void SavedPassword::loadOfProxy(const net::ProxyChoice &proxy, QObject *context, desktop::Keychain::Done done)
{
    m_keychain.read(keyOf(proxy), context, std::move(done));
}

void SavedPassword::saveOfProxy(const net::ProxyChoice &proxy, const QString &password)
{
    m_keychain.write(keyOf(proxy), password, this, [this](const auto &result) {
        if (!result)
            Q_EMIT saveFailed(result.error());
    });
}

} // namespace timbre::app
