// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/digest.h"

#include <algorithm>

namespace timbre::core {

bool Digest::isEmpty() const
{
    return messages.isEmpty() && changed.isEmpty() && cameOnline.isEmpty() && wentOffline.isEmpty() && moods.isEmpty();
}

void addChanges(Digest &digest, const SeenBeforeAll &before, const QHash<ContactId, ContactPresence> &now)
{
    QList<ContactId> ids = now.keys();
    std::sort(ids.begin(), ids.end());
    for (const ContactId &id : std::as_const(ids)) {
        const ContactPresence presence = now.value(id);
        const SeenBefore was = before.value(id);
        const bool wasPresent = isPresent(was.availability);
        if (!isPresent(presence.availability)) {
            if (wasPresent && presence.availability == Availability::Offline)
                digest.wentOffline.append(id);
        } else if (!wasPresent) {
            digest.cameOnline.append(id);
        } else {
            const QString mood = presence.mood == was.mood ? QString() : presence.mood;
            if (presence.availability != was.availability)
                digest.changed.append({id, presence.availability, mood});
            else if (!mood.isEmpty())
                digest.moods.append({id, presence.availability, mood});
        }
    }
}

} // namespace timbre::core
