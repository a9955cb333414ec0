// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/accounts.h"
#include "core/attention_watch.h"
#include "core/preferences.h"
#include "desktop/notifications.h"
#include "desktop/quiet_watch.h"
#include "desktop/sounds.h"

#include <map>

namespace timbre::app {

// Joins what happens in the accounts with the desktop's notifications and sounds: core decides what makes noise, this
// makes sentences of it and does what is clicked and answered in a notification. Knows what is unread, and makes Chat
// Busy while the desktop is quiet where the user wants that. Owned by Application; GUI thread; accounts and preferences
// outlive it.
class NoticeCenter : public QObject
{
    Q_OBJECT

public:
    NoticeCenter(Accounts &accounts, const core::PreferencesKeeper &preferences, core::Clock &clock,
                 QObject *parent = nullptr);
    ~NoticeCenter() override;

    // Unread messages in all accounts.
    int unread() const;
    // Opens the conversation that has waited longest; false if nothing is unread.
    bool openNext();

    bool isMuted() const { return m_board.isMuted(); }
    void setMuted(bool muted);

Q_SIGNALS:
    void unreadChanged();
    void mutedChanged();
    // Bring this account's window to the front, with the conversation if there is one.
    void openWanted(timbre::app::Account *account, const timbre::core::ContactId &who, const QString &token);

private:
    struct Joined {
        QString name; // in notices: what tells accounts apart, never shown
        std::unique_ptr<core::AttentionWatch> watch;
    };
    void onAdded(Account *account);
    void onRemoved(Account *account);
    void onShow(const core::Toast &toast);
    void onActivated(const QString &key, const QString &action, const QString &token);
    void onReplied(const QString &key, const QString &text);
    void followDesktop();
    Account *accountOf(const core::Toast &toast) const;
    desktop::Notification worded(const core::Toast &toast, Account &account) const;
    static core::Situation::Focus focusIn(Account &account, const core::ContactId &who);
    static bool wouldReveal(Account &account, const core::ContactId &who);
    static QString nameOf(Account &account, const core::ContactId &who);

    Accounts &m_accounts;
    const core::PreferencesKeeper &m_preferences;
    core::Clock &m_clock;
    core::AttentionBoard m_board;
    desktop::Notifications m_notifications;
    desktop::Sounds m_sounds;
    desktop::QuietWatch m_quiet;
    std::unique_ptr<core::Timer> m_quietStart;
    std::unique_ptr<core::Timer> m_muteEnd;
    std::map<Account *, Joined> m_joined;
    QHash<QString, core::Toast> m_shown; // by key, what the live notifications say
    int m_lastName = 0;
};

} // namespace timbre::app
