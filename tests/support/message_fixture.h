// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/message_store.h"
#include "support/node_harness.h"

namespace timbre::test {

// Alice and Bob are friends, each with a JSON device and one that speaks compact thrift. Carol shares only a room with
// them, Mallory nothing: who is not in a test must see nothing of it (quiet()).
class MessageFixture
{
public:
    struct Party {
        FakePeer peer;
        quint64 id = 0;
        QString node;

        QList<protocol::Message> messages() { return peer.takeAll<protocol::Message>(); }
        QList<protocol::MessageList> lists() { return peer.takeAll<protocol::MessageList>(); }
        // Of the one error ack there is, else 0.
        int code()
        {
            const auto acks = peer.takeAll<protocol::Ack>();
            return acks.size() == 1 && acks[0].error ? acks[0].error->code.value_or(0) : 0;
        }
    };

    explicit MessageFixture(const node::NodeConfig &config = {}) : node(config)
    {
        for (Party *party : {&alice, &bob, &carol, &mallory})
            party->node = node.addAccount(nameOf(*party));
        aliceToo.node = alice.node;
        bobToo.node = bob.node;
        for (Party *party : {&alice, &bob, &carol, &mallory})
            enter(*party);
        node.befriend(alice.id, alice.peer, alice.node, bob.id, bob.peer, bob.node);
        for (Party *party : {&aliceToo, &bobToo}) {
            party->peer.encoding = protocol::Encoding::ThriftCompact;
            enter(*party);
        }
    }

    void enter(Party &party)
    {
        party.id = node.connect(party.peer);
        protocol::Auth auth;
        auth.name = nameOf(party);
        auth.pwd = QStringLiteral("pw");
        auth.resource = QStringLiteral("pc");
        say(party, {protocol::FrameType::Auth, std::nullopt, auth});
        node.settleUntil([&] { return !party.peer.raw.isEmpty(); });
        party.peer.raw.clear();
    }
    void leave(Party &party)
    {
        node.disconnect(party.id);
        for (Party *other : all())
            other->peer.raw.clear(); // the offline notice
    }

    // In the device's own encoding.
    void say(Party &party, const protocol::Frame &frame)
    {
        node.router->received(party.id,
                              protocol::encode(frame, protocol::Direction::ClientToServer, party.peer.encoding));
        node.settle();
    }
    void say(Party &party, const protocol::Message &message, protocol::FrameType type = protocol::FrameType::Message)
    {
        say(party, {type, std::nullopt, message});
    }
    static protocol::Message chat(const Party &to, const QString &text)
    {
        protocol::Message message;
        message.msType = 2;
        message.odType = 1;
        message.toTid.emplace().node = to.node;
        message.dataString = text;
        return message;
    }
    static protocol::Message roomChat(const QString &room, const QString &text)
    {
        protocol::Message message;
        message.msType = 3;
        message.odType = 1;
        message.roomTid.emplace().node = room;
        message.dataString = text;
        return message;
    }
    // The same conversation, taking back `mid`.
    static protocol::Message takeBack(protocol::Message message, int odType, qint64 mid)
    {
        message.odType = qint8(odType);
        message.mid = mid;
        message.dataString.reset();
        return message;
    }
    void revoke(Party &from, const protocol::Message &message, qint64 mid)
    {
        say(from, takeBack(message, 2, mid), protocol::FrameType::RevokeMessage);
    }
    void burn(Party &from, const protocol::Message &message, qint64 mid)
    {
        say(from, takeBack(message, 3, mid), protocol::FrameType::BurnMessage);
    }
    // Sends it and gives the mid of its echo; everybody who got it has acked it.
    qint64 sent(Party &from, const protocol::Message &message)
    {
        say(from, message);
        const auto echo = from.peer.raw.isEmpty()
            ? Expected<protocol::Decoded, protocol::DecodeError>(protocol::Decoded())
            : protocol::decode(from.peer.raw.last(), protocol::Direction::ServerToClient, from.peer.encoding);
        ackAll();
        const auto *stored = echo ? std::get_if<protocol::Message>(&echo->frame.payload) : nullptr;
        return stored ? stored->mid.value_or(0) : 0;
    }
    void pull(Party &party, int rtype, const QString &other, qint64 mid, qint64 limit, const QString &time = {})
    {
        protocol::Request request;
        request.rtype = rtype;
        request.node = other;
        request.reqInt = mid;
        request.reqInt2 = limit;
        if (!time.isEmpty())
            request.node2 = time;
        say(party, {protocol::FrameType::PullMessages, std::nullopt, request});
    }
    QStringList history(Party &party, int rtype, const QString &other, qint64 mid = 0, qint64 limit = 0)
    {
        party.peer.raw.clear();
        pull(party, rtype, other, mid, limit);
        return textsOf(party.lists());
    }
    // All that waits for the party, acked batch by batch; the closing 18 must be there.
    QList<protocol::Message> offline(Party &party)
    {
        party.peer.raw.clear();
        say(party, {protocol::FrameType::OfflineMessages, std::nullopt, {}});
        QList<protocol::Message> waiting;
        for (int batches = 0; batches < 100; ++batches) {
            const QList<QByteArray> frames = party.peer.raw;
            for (const auto &list : party.lists())
                waiting.append(list.messageList.value_or(QList<protocol::Message>()));
            if (!frames.isEmpty() && frames.last() == "\x12")
                return waiting;
            ack(party, frames);
        }
        QTest::qFail("the offline queue does not end", __FILE__, __LINE__);
        return waiting;
    }
    static QStringList textsOf(const QList<protocol::Message> &messages)
    {
        QStringList texts;
        for (const auto &message : messages)
            texts.append(message.dataString.value_or(QStringLiteral("-")));
        return texts;
    }
    static QStringList textsOf(const QList<protocol::MessageList> &lists)
    {
        QList<protocol::Message> all;
        for (const auto &list : lists)
            all.append(list.messageList.value_or(QList<protocol::Message>()));
        return textsOf(all);
    }

    void ack(Party &party, const QList<QByteArray> &frames)
    {
        for (const QByteArray &bytes : frames) {
            if (quint8(bytes.front()) & 0x80)
                node.router->received(party.id, QByteArray(1, char(0x8c)) + bytes.sliced(1, 4));
        }
        node.settle();
    }
    void ackAll()
    {
        for (Party *party : all()) {
            ack(*party, party->peer.raw);
            party->peer.raw.clear();
        }
    }
    static bool wantsAck(const QByteArray &frame) { return quint8(frame.front()) & 0x80; }

    QString room(const QList<Party *> &members, const QByteArray &seed = "room")
    {
        const QString room = node.accounts->scheme().nodeFromBytes(seed);
        QStringList nodes;
        for (const Party *member : members)
            nodes.append(member->node);
        m_rooms.append({room, nodes});
        node.router->loadRooms(m_rooms);
        return room;
    }

    // Nobody but these got anything; and what they got is forgotten.
    bool quiet(const QList<const Party *> &except = {})
    {
        bool quiet = true;
        for (Party *party : all()) {
            quiet = quiet && (except.contains(party) || party->peer.raw.isEmpty());
            party->peer.raw.clear();
        }
        return quiet;
    }
    QList<Party *> all() { return {&alice, &aliceToo, &bob, &bobToo, &carol, &mallory}; }

    NodeHarness node;
    Party alice, aliceToo, bob, bobToo, carol, mallory;

private:
    QList<node::RoomMembers> m_rooms;

    QString nameOf(const Party &party) const
    {
        return &party == &alice || &party == &aliceToo ? QStringLiteral("alice")
            : &party == &bob || &party == &bobToo      ? QStringLiteral("bob")
            : &party == &carol                         ? QStringLiteral("carol")
                                                       : QStringLiteral("mallory");
    }
};

} // namespace timbre::test
