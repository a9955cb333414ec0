// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/presence_model.h"
#include "support/fake_clock.h"
#include "support/presence_frames.h"

// A PresenceModel with contacts "bob" and the bystander "eve", its own account "me", and what it
// asked and told.
namespace timbre::test {

class PresenceFixture
{
public:
    PresenceFixture()
    {
        QObject::connect(&model, &core::PresenceModel::askNeeded, &model,
                         [this](const core::ContactId &id) { asked.append(id); });
        QObject::connect(&model, &core::PresenceModel::presencesChanged, &model,
                         [this](const QSet<core::ContactId> &ids) { told.append(ids); });
        model.setContacts({bob, eve});
        settle();
    }

    void settle()
    {
        clock.advance(0);
        told.clear();
    }
    core::PresenceModel::Applied apply(const protocol::Presence &presence) { return model.apply(presence, me); }
    core::ContactPresence shown(const core::ContactId &id) const { return model.presence(id); }
    core::ContactPresence shown() const { return model.presence(bob); }

    const core::ContactId me{QStringLiteral("me")};
    const core::ContactId bob{QStringLiteral("bob")};
    const core::ContactId eve{QStringLiteral("eve")};
    FakeClock clock;
    core::PresenceModel model{clock};
    QList<core::ContactId> asked;
    QList<QSet<core::ContactId>> told;
    // Two starts of Bob's program, and a client of another make that signs in as "web" each time.
    Device first{QStringLiteral("bob"), QStringLiteral("timbre-1"), QStringLiteral("run1")};
    Device second{QStringLiteral("bob"), QStringLiteral("timbre-2"), QStringLiteral("run2")};
    Device web{QStringLiteral("bob"), QStringLiteral("web")};
    Device stranger{QStringLiteral("mallory"), QStringLiteral("x"), QStringLiteral("run9")};
};

} // namespace timbre::test
