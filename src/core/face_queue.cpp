// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/face_queue.h"

namespace timbre::core {

void FaceQueue::add(const ContactId &id)
{
    if (m_known.contains(id))
        return;
    m_known.insert(id);
    m_ids.append(id);
}

void FaceQueue::remove(const ContactId &id)
{
    if (m_known.remove(id))
        m_ids.removeOne(id);
}

std::optional<FaceQueue::Packet> FaceQueue::take(const FaceOf &faceOf)
{
    std::optional<Packet> packet;
    QList<ContactId> others;
    qsizetype looked = 0;
    for (; looked < m_ids.size() && (!packet || packet->nodes.size() < packetSize); ++looked) {
        const ContactId &id = m_ids[looked];
        const std::optional<Told> face = faceOf(id);
        if (face && packet && *face != packet->told) {
            others.append(id);
            continue;
        }
        m_known.remove(id);
        if (!face)
            continue;
        if (!packet)
            packet = Packet{*face, {}};
        packet->nodes.append(id.node());
    }
    m_ids = others + m_ids.sliced(looked);
    return packet;
}

void FaceQueue::clear()
{
    m_ids.clear();
    m_known.clear();
}

} // namespace timbre::core
