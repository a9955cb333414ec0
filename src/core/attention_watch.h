// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/attention_board.h"
#include "core/quiet_window.h"
#include "core/session.h"
#include "core/tell_me.h"

namespace timbre::core {

// What happens in one account, told to the AttentionBoard: requests, contacts the user waits for, troubles that only
// the user can end, and the messages that messageReceived() is called with. Knows when the account signs in and leaves
// Busy. Owned by app, one per account; GUI thread; session and board outlive it.
class AttentionWatch : public QObject
{
    Q_OBJECT

public:
    // Where the user is, seen from a conversation, or from none.
    using FocusOn = std::function<Situation::Focus(const ContactId &who)>;

    AttentionWatch(Session &session, Store &store, Clock &clock, AttentionBoard &board, QString account,
                   FocusOn focusOn, QObject *parent = nullptr);
    ~AttentionWatch() override;

    TellMe &tellMe() { return m_tellMe; }

    void messageReceived(Happening happening, const ContactId &who, const ContactId &author, const QString &text,
                         bool waited);
    // The machine woke: everybody's presence is about to come in again.
    void woke() { m_quiet.open(); }

Q_SIGNALS:
    // Of anything of this account, for what is beside notifications: the taskbar entry.
    void flashWanted();

private:
    void happened(const Incident &incident);
    void onConnection(const ConnectionStatus &status);
    void onRequests();
    void onOwnStatus();

    Session &m_session;
    AttentionBoard &m_board;
    const QString m_account;
    FocusOn m_focusOn;
    QuietWindow m_quiet;
    TellMe m_tellMe;
    Availability m_own;
    QSet<ContactId> m_requests; // told of
    bool m_isBlocked = false;
};

} // namespace timbre::core
