// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/store.h"
#include "protocol/types.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace timbre::core {

// The contacts of one account and where each stands: the user's accepted list (from the Store, so it is there before
// any network) reconciled with the server's roster and with business messages (protocol.md 7). Owned by Session; GUI
// thread. Knows no presence and sends nothing: Session turns intents into requests.
class Roster : public QObject
{
    Q_OBJECT

public:
    Roster(Store &store, Clock &clock, QObject *parent = nullptr);
    ~Roster() override;

    const QHash<ContactId, Contact> &contacts() const;
    std::optional<Contact> contact(const ContactId &id) const;
    bool isAccepted(const ContactId &id) const;
    QSet<ContactId> accepted() const;
    // Received requests and unapproved entries, oldest first.
    QList<Contact> requests() const;

    // Facts from the server.
    void setServerRoster(const QList<QString> &nodes); // the whole list, empty on time-out
    void requestReceived(const ContactId &from, const QString &text);
    void becameFriend(const ContactId &id);
    void removedByPeer(const ContactId &id);
    void setProfile(const ContactId &id, const protocol::UserBean &bean);

    // Picks of the user; each is local truth at once.
    void requestSent(const ContactId &id, const QString &account, const QString &text);
    void accept(const ContactId &id); // a received request or an unapproved entry
    // The server refused: back among the requests.
    void takeBackAccept(const ContactId &id);
    void decline(const ContactId &id);
    void remove(const ContactId &id);
    void block(const ContactId &id);
    void rename(const ContactId &id, const QString &nickname);
    void setPinned(const ContactId &id, bool pinned);

Q_SIGNALS:
    // Coalesced: once per turn of the event loop. Ids may name contacts that are gone.
    void contactsChanged(const QSet<timbre::core::ContactId> &ids);
    // The set of accepted contacts changed.
    void acceptedChanged();
    void requestsChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace timbre::core
