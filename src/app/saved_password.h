// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/keychain.h"
#include "net/proxy_choice.h"
#include "store/profile.h"

namespace timbre::app {

// The passwords of a profile's accounts, in the desktop's keychain, if the person wants that. Whether it is wanted, and
// for which accounts there is one, are settings of the profile; the passwords themselves never touch it. Owned by
// Application; GUI thread; both references outlive it.
class SavedPassword : public QObject
{
    Q_OBJECT

public:
    SavedPassword(desktop::Keychain &keychain, store::Profile &profile);

    // True until somebody says otherwise.
    bool isWanted() const;
    void setWanted(bool wanted);
    // True if one was saved here and not forgotten since, whatever the keychain says.
    bool isSaved(const store::AccountRecord &account) const;

    void load(const store::AccountRecord &account, QObject *context, desktop::Keychain::Done done);
    void save(const store::AccountRecord &account, const QString &password);
    void forget(const store::AccountRecord &account);

    // Those of proxies lie beside them, by proxy and name.
    void loadOfProxy(const net::ProxyChoice &proxy, QObject *context, desktop::Keychain::Done done);
    void saveOfProxy(const net::ProxyChoice &proxy, const QString &password);

Q_SIGNALS:
    void changed(); // of isSaved()
    void saveFailed(timbre::desktop::KeychainError error);

private:
    desktop::Keychain &m_keychain;
    store::Profile &m_profile;
};

} // namespace timbre::app
