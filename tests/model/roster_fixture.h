// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/presence_model.h"
#include "core/roster.h"
#include "models/roster_model.h"
#include "support/fake_clock.h"
#include "support/memory_store.h"

#include <optional>

namespace timbre::test {

// A store with contacts, and the real Roster and PresenceModel on it, fed with presence as from the
// wire. The model under test is made by open(), so that a test can fill the store before.
class RosterFixture
{
public:
    MemoryStore store;
    FakeClock clock;

    core::ContactId add(const QString &node, const QString &name = {},
                        core::Relation relation = core::Relation::Accepted)
    {
        core::Contact contact;
        contact.id = core::ContactId(node);
        contact.profileName = name;
        contact.relation = relation;
        return add(contact);
    }
    core::ContactId add(const core::Contact &contact)
    {
        store.saved.insert(contact.id, contact);
        return contact.id;
    }

    template <typename Model = models::RosterModel> Model &open()
    {
        m_roster.emplace(store, clock);
        m_presences.emplace(clock);
        presences().setContacts(roster().accepted());
        QObject::connect(&roster(), &core::Roster::acceptedChanged, &presences(),
                         [this] { presences().setContacts(roster().accepted()); });
        auto model = std::make_unique<Model>(roster(), presences(), clock);
        Model &result = *model;
        m_model = std::move(model);
        return result;
    }
    void close() { m_model.reset(); }

    core::Roster &roster() { return *m_roster; }
    core::PresenceModel &presences() { return *m_presences; }
    models::RosterModel &model() { return *m_model; }

    void say(const core::ContactId &id, core::Availability availability, const QString &mood = {})
    {
        protocol::Presence presence;
        presence.fromTid = protocol::Tid{};
        presence.fromTid->node = id.node();
        presence.fromTid->resource = QStringLiteral("r");
        presence.subStatus = qint8{4};
        presence.show = static_cast<qint16>(showNumber(availability));
        if (!mood.isEmpty())
            presence.status = mood;
        presences().apply(presence, core::ContactId(QStringLiteral("me")));
    }
    void serverSaysOffline(const core::ContactId &id)
    {
        protocol::Presence presence;
        presence.fromTid = protocol::Tid{};
        presence.fromTid->node = id.node();
        presence.fromTid->resource = QStringLiteral("r");
        presence.offline = true;
        presences().apply(presence, core::ContactId(QStringLiteral("me")));
    }
    void profile(const core::ContactId &id, const QString &name)
    {
        protocol::UserBean bean;
        bean.name = name;
        roster().setProfile(id, bean);
    }
    // Everything that is under way arrives, and no presence is "just heard" any more.
    void settle() { clock.advance(10'000); }

    // The rows as "# Section count", "# Group count online/total" and names.
    QStringList rows() const
    {
        using Model = models::RosterModel;
        QStringList list;
        for (int i = 0; i < m_model->rowCount(); ++i) {
            const QModelIndex index = m_model->index(i);
            if (!index.data(Model::TitleRole).toString().isEmpty()) {
                list.append(QStringLiteral("# %1 %2 %3/%4")
                                .arg(index.data(Model::TitleRole).toString(), index.data(Model::CountRole).toString(),
                                     index.data(Model::OnlineRole).toString(),
                                     index.data(Model::TotalRole).toString()));
            } else if (index.data(Model::KindRole).value<Model::RowKind>() == Model::RowKind::Header) {
                list.append(QStringLiteral("# %1 %2").arg(
                    QVariant::fromValue(index.data(Model::SectionRole).value<Model::Section>()).toString(),
                    index.data(Model::CountRole).toString()));
            } else {
                list.append(index.data(Model::NameRole).toString());
            }
        }
        return list;
    }

private:
    static int showNumber(core::Availability availability)
    {
        switch (availability) {
        case core::Availability::Away:
            return 3;
        case core::Availability::Busy:
            return 4;
        case core::Availability::Invisible:
        case core::Availability::Offline:
            return 2;
        default:
            return 1;
        }
    }

    std::optional<core::Roster> m_roster;
    std::optional<core::PresenceModel> m_presences;
    std::unique_ptr<models::RosterModel> m_model;
};

} // namespace timbre::test
