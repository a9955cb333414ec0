// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/client_types.h"
#include "core/connection.h"
#include "core/random.h"

#include <memory>

namespace timbre::core {

// tim's whole client protocol (protocol.md 5-9) as one typed call per operation, for bots, scripts and tests. Register,
// token and sign-in are not here: net::AccountClient and Connection have them. Owned by the composition root or a test,
// which also owns the Connection; same thread. May live beside a Session on one Connection: it only listens and sends.
//
// Calls. Each takes a context and a callback that is called exactly once, with a value or a CallError: never from
// inside the call, never after `context` or the Client is gone. It may make further calls and may destroy the Client.
// Limits are in core/client_limits.h, one per call.
//
// Whose answer is it? tim's error ack names only the type of the frame it refuses, and most answers name no request. So
// calls of one frame type go out one after the other, in the order they were made, the next when the last has ended
// (which also keeps messages in order, as tim handles frames in parallel). Exempt is what tim never answers (presence,
// custom messages, streams, big data): those leave at once, and a refusal goes to the oldest still listening. Answers
// that name a room, an account or an id which is not that of the call are nobody's. Two doubts remain: an answer that
// comes after its call's limit, and an error ack for a request that somebody else (Session) sent over the same
// Connection, can end a call of the same type that is under way.
//
// Incoming. Repeated copies (same message with a new sync id, or offline after live) are dropped; the last 4096
// messages are remembered. All text and ids in there are other people's: any size, any character, never checked.
//
// A call without `context` is a bug. Nothing here is persistent; nothing survives the end of the line.
class Client : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxCalls = 1'000; // under way or waiting for their turn; more fail with TooMany
    static constexpr int maxHistory = 1'000; // messages in one page
    static constexpr int maxOffline = 10'000; // messages in one OfflineMessages; the rest waits for the next call
    // tim closes the connection on a larger frame.
    static constexpr qsizetype maxFrameBytes = 32 * 1024 * 1024;

    Client(Connection &connection, Clock &clock, Random &random, QObject *parent = nullptr);
    ~Client() override;

    // Contacts, protocol.md 7.
    void roster(QObject *context, CallDone<Listing<ContactId>> done);
    void blockedContacts(QObject *context, CallDone<Listing<ContactId>> done);
    void userInfos(const QList<ContactId> &users, QObject *context,
                   CallDone<Infos<ContactId, protocol::UserBean>> done);
    // Fields that are not set keep their value.
    void modifyOwnInfo(const protocol::UserBean &info, QObject *context, CallDone<Success> done);
    // Refused with 4117 if both are friends already. Asking twice before the other one answers makes tim put both into
    // each other's roster (protocol-live.md b): callers ask once.
    void addContact(const ContactId &user, const QString &text, QObject *context, CallDone<Befriended> done);
    void acceptContact(const ContactId &user, QObject *context, CallDone<Befriended> done);
    void removeContact(const ContactId &user, QObject *context, CallDone<Success> done);
    void blockContact(const ContactId &user, QObject *context, CallDone<Success> done);
    void changePassword(const QString &oldPassword, const QString &newPassword, QObject *context,
                        CallDone<Success> done);

    // Presence, protocol.md 5. Success = not refused.
    void broadcastPresence(const OwnPresence &presence, protocol::SubStatus subStatus, QObject *context,
                           CallDone<Success> done);
    // To one or several accounts; one that does not exist makes tim refuse all of it (4106).
    void sendPresence(const QList<ContactId> &users, const OwnPresence &presence, protocol::SubStatus subStatus,
                      QObject *context, CallDone<Success> done);
    // Tells them ours and asks for theirs. NoAnswer: not there, or not telling.
    void askPresence(const ContactId &user, const OwnPresence &presence, QObject *context,
                     CallDone<protocol::Presence> done);

    // Messages, protocol.md 6.
    void sendMessage(const Conversation &to, const MessageContent &content, QObject *context, CallDone<Receipt> done);
    // odType above 30, users only: delivered and kept for offline users, but tim never gives a receipt.
    void sendCustom(const ContactId &to, qint8 odType, const MessageContent &content, QObject *context,
                    CallDone<Success> done);
    // odType 5: signalling, not kept, no receipt.
    void sendStream(const Conversation &to, const MessageContent &content, QObject *context, CallDone<Success> done);
    void revoke(const Conversation &conversation, qint64 mid, QObject *context, CallDone<Success> done);
    // By the receiver: takes away what `sender` wrote.
    void burn(const ContactId &sender, qint64 mid, QObject *context, CallDone<Success> done);
    // Newest first. Of a user or a room; private messages in a room are in the user's history.
    void history(const Conversation &conversation, const HistoryPage &page, QObject *context,
                 CallDone<Listing<protocol::Message>> done);
    // Fetches, and so removes from the server, all that waits. They come here only, not as messageReceived().
    void offlineMessages(QObject *context, CallDone<OfflineMessages> done);

    // Rooms, protocol.md 8.
    void rooms(QObject *context, CallDone<Listing<RoomId>> done);
    void createRoom(const QString &name, RoomKind kind, QObject *context, CallDone<RoomId> done);
    void joinRoom(const RoomId &room, const QString &text, QObject *context, CallDone<Joined> done);
    // Accepts an applicant, or pulls somebody in who did not ask.
    void admit(const RoomId &room, const ContactId &user, QObject *context, CallDone<Success> done);
    void rejectApplicant(const RoomId &room, const ContactId &user, QObject *context, CallDone<Success> done);
    void kick(const RoomId &room, const ContactId &user, QObject *context, CallDone<Success> done);
    void leaveRoom(const RoomId &room, QObject *context, CallDone<Success> done);
    // By the founder, when nobody else is left.
    void cancelRoom(const RoomId &room, QObject *context, CallDone<Success> done);
    void blockRoom(const RoomId &room, QObject *context, CallDone<Success> done);
    void blockMember(const RoomId &room, const ContactId &user, QObject *context, CallDone<Success> done);
    void roomMembers(const RoomId &room, QObject *context, CallDone<Listing<ContactId>> done);
    void blockedRooms(QObject *context, CallDone<Listing<RoomId>> done);
    void blockedMembers(const RoomId &room, QObject *context, CallDone<Listing<ContactId>> done);
    void roomInfos(const QList<RoomId> &rooms, QObject *context, CallDone<Infos<RoomId, protocol::RoomBean>> done);
    // Fields that are not set keep their value.
    void modifyRoom(const RoomId &room, const protocol::RoomBean &info, QObject *context, CallDone<Success> done);

    // Virtual rooms, streams, big data, protocol.md 9. Subscriptions end with the line.
    void createVirtualRoom(QObject *context, CallDone<VirtualRoomId> done);
    // tim answers success even if it is not ours or not there.
    void removeVirtualRoom(const VirtualRoomId &room, QObject *context, CallDone<Success> done);
    void subscribe(const VirtualRoomId &room, Subscription kind, QObject *context, CallDone<Success> done);
    void unsubscribe(const VirtualRoomId &room, QObject *context, CallDone<Success> done);
    // By the creator of the room only. Success = not refused; nobody need be listening.
    void pushStream(const VirtualRoomId &room, const QByteArray &body, qint8 dtype, QObject *context,
                    CallDone<Success> done);
    void pushBinary(const VirtualRoomId &room, const QByteArray &bytes, QObject *context, CallDone<Success> done);
    // Dropped by the server if they are not signed in, without a word.
    void sendBigString(const ContactId &to, const QString &text, QObject *context, CallDone<Success> done);
    void sendBigBinary(const ContactId &to, const QByteArray &bytes, QObject *context, CallDone<Success> done);

Q_SIGNALS:
    // Chat, custom and stream messages (odType 1, above 30, 5), also of other devices of ours; not the receipts of our
    // own calls.
    void messageReceived(const timbre::protocol::Message &message);
    void messageRevoked(const timbre::core::MessageGone &gone);
    void messageBurned(const timbre::core::MessageGone &gone);
    void noticeReceived(const timbre::core::Notice &notice);
    // Waiting messages that somebody else asked for (Session does at each sign-in), of any kind, oldest first.
    void offlineMessagesReceived(const QList<timbre::protocol::Message> &messages);
    // Every presence and every offline notice, also answers to askPresence(), in the order they came.
    void presenceReceived(const timbre::protocol::Presence &presence);
    void streamReceived(const timbre::core::VirtualRoomId &room, const timbre::protocol::Stream &stream);
    void binaryStreamReceived(const timbre::core::VirtualRoomId &room, const QByteArray &bytes);
    void bigStringReceived(const timbre::core::ContactId &from, const QString &text);
    void bigBinaryReceived(const timbre::core::ContactId &from, const QByteArray &bytes);
    // An administrator threw this account out (timType 20); the line ends. Kicks from rooms are notices.
    void kicked();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace timbre::core
