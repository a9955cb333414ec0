// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/session.h"
#include "gui/main_window.h"
#include "models/roster_model.h"
#include "support/fake_clock.h"
#include "support/fake_random.h"
#include "support/memory_store.h"
#include "support/scripted_connection.h"
#include "support/scripted_desk.h"

#include <QCoreApplication>

#include <optional>

namespace timbre::test {

// A main window on the real core, with a scripted line and a clock that moves only by advance().
// Contacts are put in before make().
class WindowFixture
{
public:
    WindowFixture()
    {
        store.adopted = true;
        store.manual.availability = core::Availability::Chat;
    }
    ~WindowFixture() { window.reset(); }

    core::ContactId add(const QString &name, core::Relation relation = core::Relation::Accepted)
    {
        core::Contact contact;
        contact.id = core::ContactId(name.toLower());
        contact.relation = relation;
        contact.profileName = name;
        store.saved.insert(contact.id, contact);
        return contact.id;
    }
    void make()
    {
        session.emplace(connection, store, clock, random);
        session->status().setIdleSource(desk);
        roster.emplace(session->roster(), session->presences(), clock);
        window.emplace(*session, *roster, clock);
        window->setAccountLabel(QStringLiteral("alice"), {});
    }
    void goOnline(const QString &node = QStringLiteral("8j2kd0QxLm3"))
    {
        connection.bringUp(node);
        clock.advance(15'000);
        settle();
    }
    void hear(const core::ContactId &id, core::Availability availability, const QString &mood = {},
              const protocol::TextMap &extend = {})
    {
        protocol::Presence presence;
        presence.fromTid = protocol::Tid{};
        presence.fromTid->node = id.node();
        presence.fromTid->resource = QStringLiteral("r");
        presence.show = static_cast<qint16>(core::showFromAvailability(availability));
        presence.subStatus = qint8{4};
        if (!mood.isEmpty())
            presence.status = mood;
        if (!extend.isEmpty())
            presence.extend = extend;
        connection.receive(protocol::FrameType::Presence, presence);
    }
    void leave(const core::ContactId &id)
    {
        protocol::Presence presence;
        presence.fromTid = protocol::Tid{};
        presence.fromTid->node = id.node();
        presence.fromTid->resource = QStringLiteral("r");
        presence.offline = true;
        connection.receive(protocol::FrameType::Presence, presence);
    }
    void settle()
    {
        QCoreApplication::processEvents();
        clock.advance(3000);
        QCoreApplication::processEvents();
    }

    FakeClock clock;
    FakeRandom random;
    MemoryStore store;
    ScriptedConnection connection{&clock};
    ScriptedDesk desk{clock};
    std::optional<core::Session> session;
    std::optional<models::RosterModel> roster;
    std::optional<gui::MainWindow> window;
};

} // namespace timbre::test
