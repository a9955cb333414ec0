// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/frame.h"

// Presence as tim delivers it, in the words of the tests: a device of a contact says something, the
// server tells that its last device went.
namespace timbre::test {

struct Device {
    QString node{};
    QString resource{};
    QString run{};
    qint64 seq = 0;

    protocol::Tid tid() const
    {
        protocol::Tid tid;
        tid.node = node;
        if (!resource.isEmpty())
            tid.resource = resource;
        tid.termtyp = qint8(1);
        return tid;
    }

    // A client of ours with a run, a client of another make without.
    protocol::Presence says(protocol::Show show, protocol::SubStatus subStatus = protocol::SubStatus::Changed,
                            const QString &mood = {})
    {
        protocol::Presence presence;
        presence.fromTid = tid();
        presence.show = static_cast<qint16>(show);
        presence.subStatus = static_cast<qint8>(subStatus);
        presence.status = mood;
        if (!run.isEmpty()) {
            presence.extend = protocol::TextMap{
                {QStringLiteral("run"), run},
                {QStringLiteral("seq"), QString::number(++seq)},
            };
        }
        return presence;
    }

    protocol::Presence answers(protocol::Show show) { return says(show, protocol::SubStatus::Answer); }
    protocol::Presence asks(protocol::Show show) { return says(show, protocol::SubStatus::Ask); }

    protocol::Presence notice() const
    {
        protocol::Presence presence;
        presence.id = 7;
        presence.offline = true;
        presence.fromTid = tid();
        return presence;
    }
};

} // namespace timbre::test
