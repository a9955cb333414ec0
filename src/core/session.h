// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_groups.h"
#include "core/last_seen.h"
#include "core/conversations.h"
#include "core/presence_exchange.h"
#include "core/presence_ledger.h"
#include "core/presence_model.h"
#include "core/reveals.h"
#include "core/roster.h"
#include "core/status_controller.h"

namespace timbre::core {

// Why a request of the user failed; the sentence is made in gui.
enum class RequestProblem {
    NotConnected,
    NoAnswer, // nothing came within the limit
    NoSuchAccount, // 4106
    Yourself, // 4105 on add
    BlockedByThem, // 4110
    AlreadyContact, // 4117; the roster is fetched again
    ServerError, // 5103, 5104 and the rest
};

// One signed-in account: takes the frames of a Connection apart, keeps Roster, PresenceModel and StatusController
// true, and turns what the user wants into frames. Owner of all of them. GUI thread.
//
// Order after each sign-in (features.md S7, protocol.md 13.1): roster -> user info of ids not known -> waiting messages
// until 18 -> Connection::synchronized() -> one broadcast with Ask. tim answers nothing for empty lists, so each step
// ends by itself after 1.5 s (waiting messages: 3 s after the last batch).
class Session : public QObject
{
    Q_OBJECT

public:
    // Without a place for messages they live as long as the Session.
    Session(Connection &connection, Store &store, Clock &clock, Random &random, QObject *parent = nullptr);
    Session(Connection &connection, Store &store, MessageStore &messages, Clock &clock, Random &random,
            QObject *parent = nullptr);
    ~Session() override;

    Connection &connection();
    Roster &roster();
    PresenceModel &presences();
    StatusController &status();
    ContactGroups &groups();
    LastSeen &lastSeen();
    Conversations &conversations();
    VisibilityKeeper &visibility();
    Reveals &reveals();
    PresenceLedger &ledger();

    ContactId ownId() const;
    // What we call ourselves in our user info; empty until set.
    QString ownName() const;
    void setOwnName(const QString &name);

    // Intents on contacts. `account` is a node id or an account name of the own domain.
    void addContact(const QString &account, const QString &text, const QString &nickname);
    void accept(const ContactId &id);
    void decline(const ContactId &id);
    void remove(const ContactId &id);
    void block(const ContactId &id);
    // Last words, then Connection::signOut().
    void signOut();

Q_SIGNALS:
    void ownNameChanged(const QString &name);
    // addContact() ended: problem is empty if the request left (tim sends no ack; "sent" is optimistic).
    void contactAdded(const timbre::core::ContactId &id);
    void requestFailed(const timbre::core::ContactId &id, timbre::core::RequestProblem problem, qint32 serverCode);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace timbre::core
