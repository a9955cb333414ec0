// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_id.h"

namespace timbre::core {

// With whom one talks: a person, or a room. A value.
class ConversationId
{
public:
    enum class Kind { Person, Room };

    ConversationId() = default;
    static ConversationId with(const ContactId &person) { return {Kind::Person, person.node()}; }
    static ConversationId inRoom(const QString &node) { return {Kind::Room, node}; }

    bool isEmpty() const { return m_node.isEmpty(); }
    bool isRoom() const { return m_kind == Kind::Room; }
    // Empty for a room.
    ContactId person() const { return isRoom() ? ContactId() : ContactId(m_node); }
    const QString &node() const { return m_node; }

    // For files: "@node" or "#node". Nodes are Base58, so nothing else begins so.
    QString toText() const { return (isRoom() ? u'#' : u'@') + m_node; }
    static ConversationId fromText(const QString &text)
    {
        return {text.startsWith(u'#') ? Kind::Room : Kind::Person, text.mid(1)};
    }

    friend bool operator==(const ConversationId &, const ConversationId &) = default;
    friend size_t qHash(const ConversationId &id, size_t seed = 0)
    {
        return qHashMulti(seed, int(id.m_kind), id.m_node);
    }
    friend QDebug operator<<(QDebug debug, const ConversationId &id) { return debug << id.toText(); }

private:
    ConversationId(Kind kind, QString node) : m_kind(kind), m_node(std::move(node)) { }

    Kind m_kind = Kind::Person;
    QString m_node;
};

} // namespace timbre::core

Q_DECLARE_METATYPE(timbre::core::ConversationId)
