// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "support/node_harness.h"

namespace timbre::test {

// Somebody signed in at the harness, with the room requests in short words.
struct Person {
    NodeHarness *harness = nullptr;
    FakePeer peer;
    quint64 id = 0;
    QString node;

    void enter(NodeHarness &at, const QByteArray &name)
    {
        harness = &at;
        peer = FakePeer();
        node = at.addAccount(QString::fromUtf8(name));
        id = at.signIn(peer, name, ",\"resource\":\"desk\"");
    }
    void op(int rtype, const QString &room, const QByteArray &more = {})
    {
        harness->say(id, 41, request(rtype, room) + more + "}");
    }
    void op(int rtype, const QString &room, const Person &target)
    {
        op(rtype, room, ",\"node2\":\"" + target.node.toUtf8() + "\"");
    }
    static QByteArray request(int rtype, const QString &room)
    {
        return "{\"rtype\":" + QByteArray::number(rtype) + ",\"node\":\"" + room.toUtf8() + "\"";
    }
    QStringList list(int rtype, const QString &room = {})
    {
        op(rtype, room);
        const auto answers = peer.takeAll<protocol::Nodes>();
        QStringList nodes = answers.isEmpty() ? QStringList() : answers[0].nodelist.value_or(QStringList());
        nodes.sort();
        return nodes;
    }
    // The one ack that came; a default one if it was not exactly one frame.
    protocol::Ack ack()
    {
        const auto frames = peer.take();
        const auto *ack = frames.size() == 1 ? std::get_if<protocol::Ack>(&frames[0].payload) : nullptr;
        return ack ? *ack : protocol::Ack();
    }
    // The one message that came, wanting an ack.
    protocol::Message told()
    {
        const auto frames = peer.take();
        const auto *message = frames.size() == 1 ? std::get_if<protocol::Message>(&frames[0].payload) : nullptr;
        return message && frames[0].syncId ? *message : protocol::Message();
    }
    // The code of a single generic error.
    int refused()
    {
        const auto only = ack();
        return !only.ok && only.timType == 41 && only.error && !only.t && !only.n ? only.error->code.value_or(0) : 0;
    }
    // The code of a detailed error followed by the generic one (protocol.md 8.3).
    int refusedTwice(int rtype, const QString &room, const QString &target = {})
    {
        const auto frames = peer.take();
        if (frames.size() != 2)
            return -int(frames.size());
        const auto *detailed = std::get_if<protocol::Ack>(&frames[0].payload);
        const auto *generic = std::get_if<protocol::Ack>(&frames[1].payload);
        if (!detailed || !generic || detailed->ok || generic->ok || !detailed->error
            || detailed->error != generic->error || detailed->t != rtype || detailed->n != room
            || detailed->n2.value_or(QString()) != target || generic->t || generic->n || generic->n2)
            return -1;
        return detailed->error->code.value_or(0);
    }
    bool confirmed(int rtype, const QString &room, const QString &target = {})
    {
        const auto only = ack();
        return only.ok && only.timType == 41 && only.t == rtype && only.n == room
            && only.n2.value_or(QString()) == target && !only.error;
    }
    void quiet()
    {
        harness->ackAll(id, peer);
        peer.raw.clear();
    }
};

// A room with its founder, a manager and a member; a stranger stands by.
class RoomFixture
{
public:
    NodeHarness harness;
    Person founder, manager, member, stranger, bob;

    RoomFixture()
    {
        founder.enter(harness, "founder");
        manager.enter(harness, "manager");
        member.enter(harness, "member");
        stranger.enter(harness, "stranger");
        bob.enter(harness, "bob");
    }
    QString newRoom(int kind)
    {
        founder.quiet();
        founder.op(8, QStringLiteral("a room"), ",\"reqInt\":" + QByteArray::number(kind));
        const QString room = founder.ack().n.value_or(QString());
        founder.op(12, room, manager);
        founder.op(12, room, member);
        setManagers(room, {manager.node});
        everybodyQuiet();
        return room;
    }
    void setManagers(const QString &room, const QStringList &nodes)
    {
        harness.say(founder.id, 42,
                    "{\"ntype\":7,\"roommap\":{\"" + room.toUtf8() + "\":{\"managers\":[\""
                        + nodes.join(QStringLiteral("\",\"")).toUtf8() + "\"]}}}");
    }
    void everybodyQuiet()
    {
        for (Person *person : {&founder, &manager, &member, &stranger, &bob})
            person->quiet();
    }
    QStringList members(const QString &room) { return founder.list(3, room); }
    static QStringList sorted(QStringList nodes)
    {
        nodes.sort();
        return nodes;
    }
};

} // namespace timbre::test
