// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/status_controller.h"

#include <QObject>

#include <functional>

namespace timbre::core {

// How a contact came to know of someone who is hidden from it.
struct Reveal {
    enum class Way { Wrote, Added, Accepted };
    ContactId id;
    Way way = Way::Wrote;
    qint64 at = 0; // wall ms
    bool operator==(const Reveal &) const = default;
};

// The truth about being hidden (features.md section 4, item 7): what would give the user away before it is done, to
// whom it was done, and for how long the hiding lasts. Owned by Session; GUI thread. Prevents nothing: whoever is about
// to do something asks wouldReveal() first, and tells revealed() afterwards.
class Reveals : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds reminderTime{8 * 3'600'000};

    Reveals(VisibilityKeeper &visibility, StatusController &status, Clock &clock, QObject *parent = nullptr);
    ~Reveals() override;

    // Nobody but the allow-list hears of the user.
    bool isHidden() const;
    // Whether writing to this contact, or anything else it notices, tells it that the user is here although its face
    // says nothing. Not asked twice: false once it knows.
    bool wouldReveal(const ContactId &id) const;
    void revealed(const ContactId &id, Reveal::Way way);
    // From now on it sees the user as long as this hiding lasts.
    void stayVisibleTo(const ContactId &id);
    // "You are visible to": of this hiding, oldest first.
    const QList<Reveal> &log() const { return m_log; }
    // Wall ms; 0 = not invisible, in either strength.
    qint64 invisibleSince() const { return m_since; }

    // Another device of the user is online: the server calls nobody offline then.
    using OthersOnline = std::function<bool()>;
    void setOthersOnline(OthersOnline othersOnline) { m_othersOnline = std::move(othersOnline); }
    bool areOthersOnline() const { return m_othersOnline && m_othersOnline(); }

Q_SIGNALS:
    void changed();
    // Invisible for eight hours, and again every eight.
    void reminderDue();

private:
    void follow();

    VisibilityKeeper &m_visibility;
    StatusController &m_status;
    Clock &m_clock;
    std::unique_ptr<Timer> m_reminder;
    QList<Reveal> m_log;
    qint64 m_since = 0;
    bool m_hidden = false;
    OthersOnline m_othersOnline;
};

} // namespace timbre::core
