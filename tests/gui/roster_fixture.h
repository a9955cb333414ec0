// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/presence_model.h"
#include "core/roster.h"
#include "models/roster_model.h"
#include "support/fake_clock.h"
#include "support/memory_store.h"

#include <QCoreApplication>

namespace timbre::test {

// A roster with its presences and model on a fake clock: real parts of core, without a line.
// advance() is what makes announced changes and orders arrive.
class RosterFixture
{
public:
    explicit RosterFixture(const QList<core::Contact> &contacts)
    {
        for (const core::Contact &contact : contacts)
            store.saved.insert(contact.id, contact);
        roster.emplace(store, clock);
        presences.setContacts(roster->accepted());
        QObject::connect(&*roster, &core::Roster::acceptedChanged, &presences,
                         [this] { presences.setContacts(roster->accepted()); });
        model.emplace(*roster, presences, clock);
    }

    static core::Contact contact(const QString &name)
    {
        core::Contact made;
        made.id = core::ContactId(name.toLower());
        made.profileName = name;
        return made;
    }

    void hear(const core::ContactId &id, core::Availability availability, const QString &mood = {})
    {
        protocol::Presence presence;
        presence.fromTid = protocol::Tid{};
        presence.fromTid->node = id.node();
        presence.fromTid->resource = QStringLiteral("r");
        presence.show = static_cast<qint16>(core::showFromAvailability(availability));
        presence.subStatus = qint8{4};
        if (!mood.isEmpty())
            presence.status = mood;
        presences.apply(presence, core::ContactId(QStringLiteral("me")));
    }
    void leave(const core::ContactId &id)
    {
        protocol::Presence presence;
        presence.fromTid = protocol::Tid{};
        presence.fromTid->node = id.node();
        presence.fromTid->resource = QStringLiteral("r");
        presence.offline = true;
        presences.apply(presence, core::ContactId(QStringLiteral("me")));
    }

    // Until what is due has been announced and ordered.
    void settle()
    {
        QCoreApplication::processEvents();
        clock.advance(3000);
        QCoreApplication::processEvents();
    }

    FakeClock clock;
    MemoryStore store;
    std::optional<core::Roster> roster;
    core::PresenceModel presences{clock};
    std::optional<models::RosterModel> model;
};

} // namespace timbre::test
