// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/recent_messages.h"

namespace timbre::core {

namespace {

QString nodeOf(const std::optional<protocol::Tid> &tid)
{
    return tid ? tid->node : QString();
}

} // namespace

bool RecentMessages::isRepeated(const protocol::Message &message, const ContactId &ownId)
{
    const std::optional<size_t> key = keyOf(message, ownId);
    if (!key)
        return false;
    if (m_seen.contains(*key))
        return true;
    m_seen.insert(*key);
    m_order.push_back(*key);
    if (m_order.size() > remembered) {
        m_seen.remove(m_order.front());
        m_order.pop_front();
    }
    return false;
}

std::optional<size_t> RecentMessages::keyOf(const protocol::Message &message, const ContactId &ownId) const
{
    const QString from = nodeOf(message.fromTid);
    if (message.odType == static_cast<qint8>(protocol::OdType::Chat) && message.mid.value_or(0) > 0) {
        const bool isRoom = message.msType == static_cast<qint8>(protocol::MsType::Room);
        const QString peer = from == ownId.node() ? nodeOf(message.toTid) : from;
        return qHashMulti(m_seed, message.msType, message.odType, isRoom ? nodeOf(message.roomTid) : peer,
                          *message.mid);
    }
    if (message.id)
        return qHashMulti(m_seed, message.msType, message.odType, from, *message.id);
    return std::nullopt;
}

} // namespace timbre::core
