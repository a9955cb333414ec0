// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_id.h"
#include "core/effective_status.h"

#include <QList>
#include <QSet>

#include <functional>
#include <optional>

namespace timbre::core {

// Contacts that wait to be told something, each with its own face: taken in the order they came, those of one face
// together. A value.
class FaceQueue
{
public:
    static constexpr qsizetype packetSize = 200; // ids

    struct Packet {
        Told told;
        QList<QString> nodes;
    };
    // Asked when its turn comes, so that it says what is true then; nothing = not told anything after all.
    using FaceOf = std::function<std::optional<Told>(const ContactId &)>;

    void add(const ContactId &id); // one that waits already keeps its place
    void remove(const ContactId &id);
    // The contacts of one face; nothing if none is left that is told anything.
    std::optional<Packet> take(const FaceOf &faceOf);
    bool isEmpty() const { return m_ids.isEmpty(); }
    void clear();

private:
    QList<ContactId> m_ids;
    QSet<ContactId> m_known;
};

} // namespace timbre::core
