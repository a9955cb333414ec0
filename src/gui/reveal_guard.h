// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/reveals.h"
#include "core/roster.h"

#include <QIcon>
#include <QObject>

#include <functional>

namespace timbre::gui {

class RevealBar;

// Stands before everything that would tell somebody that the user, who is hidden from it, is here: writing, calling,
// accepting a request. Asks once per contact, in the window's RevealBar; afterwards the contact knows and nothing is
// asked. Owned by the window; GUI thread; all handed in outlive it.
class RevealGuard : public QObject
{
    Q_OBJECT

public:
    RevealGuard(core::Reveals &reveals, const core::Roster &roster, RevealBar &bar, QObject *parent = nullptr);

    // Whether the button of such an action carries the eye; ask again on changed().
    bool wouldReveal(const core::ContactId &id) const { return m_reveals.wouldReveal(id); }
    // The eye, or nothing where there is nothing to reveal.
    QIcon iconFor(const core::ContactId &id) const;
    // `act` at once, or after the user said so, or never.
    void ask(const core::ContactId &id, core::Reveal::Way way, std::function<void()> act);

Q_SIGNALS:
    void changed();

private:
    core::Reveals &m_reveals;
    const core::Roster &m_roster;
    RevealBar &m_bar;
};

} // namespace timbre::gui
