// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"
#include "core/presence_facts.h"

#include <QList>
#include <QString>

#include <limits>
#include <optional>

namespace timbre::core {

// What the devices of one contact said of themselves, and what that makes together (features.md S4:
// Busy before Chat before Away, the newest among equals). A device is a sign-in's resource and
// terminal type; ended claims are kept a while for the order of their frames. A value inside
// PresenceModel; times are Clock::monotonic().
class PresenceClaims
{
public:
    // Where a frame stands among those of its run (`extend` of the wire, StatusController). Without
    // a seq it is new.
    struct Stamp {
        QString device;
        QString run;
        std::optional<qint64> seq;
    };
    struct Facts {
        Availability availability = Availability::Chat;
        qint16 rawShow = 0;
        QString mood;
        PresenceFacts times;
    };

    static constexpr qint64 raceTime = 2'000; // ms within which tim may swap or delay frames
    static constexpr int mostDevices = 16;

    // "" where the Tid has no resource.
    static QString deviceOf(const protocol::Tid &tid);
    static Stamp stampOf(const protocol::Presence &presence);

    bool isOutOfOrder(const Stamp &stamp, qint64 now) const;
    void hear(const Stamp &stamp, const Facts &facts, qint64 now);

    // A notice named this device; "" if it named none.
    void notice(const QString &device, qint64 now);
    // Whether a notice since `time` may be about this device.
    bool wasNoticed(const QString &device, qint64 time) const;
    // The device proved to be alive.
    void forgetNotice(const QString &device);

    bool hasLive() const;
    bool isLive(const QString &device) const;
    bool isPresentLive(const QString &device) const;
    bool hasOtherPresent(const QString &device) const;
    // A device that said it is present since `time`, other than and named differently from
    // `device`.
    bool hasFreshOther(const QString &device, qint64 time) const;
    // Those that hasFreshOther() sees all came after `device` did.
    bool isOlderThanFreshOnes(const QString &device, qint64 time) const;
    bool hasFresh(qint64 time) const;

    // Of the live claims; 0 if there are none.
    qint64 lastHeard() const;

    void endAll();
    // The devices that notices since `time` named.
    void endNoticed(qint64 time);
    // All that were not heard since `time`.
    void endOlder(qint64 time);
    // All but those that hasFreshOther() sees.
    void endAllBut(const QString &device, qint64 time);

    // Offline facts if live claims say so only; nothing if no claim is live.
    std::optional<Facts> merged() const;
    int presentDevices() const;

private:
    struct Claim {
        Stamp last;
        QString earlierRun; // its late frames come after the restart of the program
        Facts facts;
        qint64 heardAt = 0;
        qint64 cameAt = 0;
        qint64 noticedAt = std::numeric_limits<qint64>::min();
        bool live = false;
    };
    Claim &claimOf(const QString &device);
    template <typename Condition> void endIf(Condition condition);

    QList<Claim> m_claims;
};

} // namespace timbre::core
