// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/line.h"

#include <QHash>
#include <QSet>

namespace timbre::cli {

// Keeps telling one status for as long as it lives: to all contacts at each sign-in, and to each contact that asks
// (design.md 2), once in ten seconds per device. People outside the roster get no answer. Owned by the command that
// stays; the line outlives it.
class StatusKeeper : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 answerAgainAfter = 10'000; // ms
    static constexpr qsizetype mostDevices = 10'000; // remembered

    StatusKeeper(Line &line, core::OwnPresence presence, const QList<core::ContactId> &contacts);

private:
    void tellAll();
    void answer(const protocol::Presence &asking);

    Line &m_line;
    const core::OwnPresence m_presence;
    const QSet<core::ContactId> m_contacts;
    QHash<QString, qint64> m_answered; // node and device -> monotonic ms
};

} // namespace timbre::cli
