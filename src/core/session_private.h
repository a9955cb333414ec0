// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_requests.h"
#include "core/group_sync.h"
#include "core/memory_message_store.h"
#include "core/own_devices.h"
#include "core/recent_messages.h"
#include "core/session.h"
#include "core/session_sync.h"

namespace timbre::core {

// The workings of Session: frames of the server are taken apart in session_frames.cpp, the rest is
// in session.cpp.
class Session::Private
{
public:
    // No messages: they are kept in memory only.
    Private(Session *owner, Connection &theConnection, Store &store, MessageStore *messages, Clock &theClock,
            Random &theRandom);

    std::optional<QList<QString>> audience(const EffectiveStatus &effective) const;
    bool isHidden() const { return status.effective().reach == EffectiveStatus::Reach::AllowList; }
    void vanish();
    void reappear();
    void witness(const protocol::Frame &frame);
    void onSignedIn(const ContactId &id);
    void onSynchronized();
    Milliseconds patience() const; // with silent contacts
    void onLineLost();
    void broadcastAsking();
    void onFrame(const protocol::Frame &frame);
    void onPresence(const protocol::Presence &presence);
    void onAck(const protocol::Ack &ack);
    void onContactAck(const protocol::Ack &ack);
    void onNodes(const protocol::Nodes &nodes);
    void onMessages(const protocol::MessageList &list);
    void onMessage(const protocol::Message &message, bool waited);
    void onBusiness(protocol::BusinessOp op, const ContactId &peer, const QString &text);
    void onAcceptedChanged();
    void sendProfile();

    Session *q;
    Connection &connection;
    Random &random;
    Clock &clock;
    PresencePacer pacer;
    PresenceLedger ledger;
    Roster roster;
    PresenceModel presences;
    VisibilityKeeper visibility;
    StatusController status;
    MemoryMessageStore forgetful;
    Conversations conversations;
    Reveals reveals;
    PresenceExchange exchange;
    OwnDevices ownDevices;
    ProfileFetcher profiles;
    SessionSync sync;
    ContactRequests requests;
    ContactGroups groups;
    GroupSync groupSync;
    LastSeen lastSeen;
    std::unique_ptr<Timer> repeat; // of the first broadcast
    std::unique_ptr<Timer> greeting; // asks newFriends
    QSet<ContactId> newFriends;
    QSet<QString> questions; // asked by name, and not on the wire yet
    std::optional<qint64> greetedAt; // monotonic, of the first broadcast on this line
    QSet<ContactId> accepted; // as PresenceModel has it
    QString ownName;
    QString ownNameOnServer;
    QString ownNameSent; // with the user info under way
    bool profileSent = false; // its ack has not come yet
    bool ownNameWanted = false; // set by the user, not confirmed by the server
    bool synchronized = false;
    RecentMessages recent; // tim repeats what was acked late
};

} // namespace timbre::core
