// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/session.h"
#include "support/fake_clock.h"
#include "support/fake_random.h"
#include "support/memory_store.h"
#include "support/scripted_connection.h"
#include "support/scripted_desk.h"

namespace timbre::test {

// One device of the account "me", whose contact is "bob": a session with its own clock, profile and desktop.
class OwnDevice
{
public:
    explicit OwnDevice(quint64 seed) : random(seed)
    {
        core::Contact bob;
        bob.id = core::ContactId(QStringLiteral("bob"));
        store.saveContact(bob);
        store.adopted = true;
        start();
    }
    // Again on the same profile, as the next start of the program.
    void start()
    {
        session.reset();
        session = std::make_unique<core::Session>(connection, store, clock, random);
        session->status().setIdleSource(desk);
    }
    core::StatusController &status() { return session->status(); }
    core::ManualStatus manual() { return session->status().manual(); }
    // What contacts were told, as numbers on the wire.
    QList<int> told() const
    {
        QList<int> shows;
        for (const protocol::Presence &presence : connection.sentPresences())
            shows += presence.show.value_or(-1);
        return shows;
    }
    void forgetSent()
    {
        connection.sent.clear();
        relayed = 0;
    }

    FakeClock clock;
    FakeRandom random;
    MemoryStore store;
    ScriptedConnection connection{&clock};
    ScriptedDesk desk{clock};
    std::unique_ptr<core::Session> session;
    qsizetype relayed = 0;
    bool isUp = false;
};

// Devices of one account at a server that, like tim, hands presence for the own account to all of its lines, the
// sender's too.
class DevicesFixture
{
public:
    OwnDevice a{1};
    OwnDevice b{2};

    void pass(qint64 milliseconds, qint64 step = 50)
    {
        for (qint64 left = milliseconds; left > 0; left -= step) {
            for (OwnDevice *device : {&a, &b})
                device->clock.advance(std::min(step, left));
            relay();
        }
    }
    void signIn(OwnDevice &device)
    {
        device.isUp = true;
        device.connection.bringUp();
        pass(200);
        protocol::Nodes roster;
        roster.ntype = static_cast<qint32>(protocol::NodesOp::Roster);
        roster.nodelist = QStringList{QStringLiteral("bob")};
        device.connection.receive(protocol::FrameType::Nodes, roster);
        pass(1'500);
        device.connection.receive(protocol::FrameType::OfflineMessagesEnd);
        pass(500);
    }
    void loseLine(OwnDevice &device)
    {
        device.isUp = false;
        device.connection.dropLine();
        pass(100);
    }
    void forgetSent()
    {
        a.forgetSent();
        b.forgetSent();
    }
    qsizetype framesBetween() const
    {
        return a.connection.sentToOwnDevices().size() + b.connection.sentToOwnDevices().size();
    }
    // As another device of the account would.
    static protocol::Presence fromSibling(const protocol::TextMap &extend, protocol::Show show = protocol::Show::Busy)
    {
        protocol::Presence presence;
        presence.fromTid.emplace().node = QStringLiteral("me");
        presence.fromTid->resource = QStringLiteral("third");
        presence.show = static_cast<qint16>(show);
        presence.subStatus = static_cast<qint8>(protocol::SubStatus::Changed);
        presence.extend = extend;
        return presence;
    }

private:
    void relay()
    {
        for (OwnDevice *from : {&a, &b}) {
            while (from->relayed < from->connection.sent.size()) {
                const protocol::Frame frame = from->connection.sent.at(from->relayed++).frame;
                const auto *presence = std::get_if<protocol::Presence>(&frame.payload);
                if (!presence || !presence->toList || !presence->toList->contains(QStringLiteral("me")))
                    continue;
                protocol::Presence delivered = *presence;
                delivered.toList.reset();
                delivered.fromTid.emplace().node = QStringLiteral("me");
                delivered.fromTid->resource = from == &a ? QStringLiteral("a") : QStringLiteral("b");
                for (OwnDevice *to : {&a, &b}) {
                    if (to->isUp)
                        to->connection.receive(protocol::FrameType::Presence, delivered);
                }
            }
        }
    }
};

} // namespace timbre::test
