// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"

#include <QFlags>
#include <QObject>

class QAbstractScrollArea;

namespace timbre::gui {

// Decides whether the order of a list may change now (features.md S10): not while the pointer is
// over it and moved in the last 5 s, a button (or a finger, which
// Qt turns into one) is down, a tooltip is shown, within 3 s of
// a key that walks, nor while someone holds it (context menu, inline rename, drag). Watches the events of
// one scroll area and eats none. Owned by RosterPanel; GUI thread; the clock outlives it.
class RosterFreeze : public QObject
{
    Q_OBJECT

public:
    enum class Hold { Button = 1, Menu = 2, Rename = 4, Drag = 8 };
    Q_DECLARE_FLAGS(Holds, Hold)

    static constexpr core::Milliseconds pointerRest{5000};
    static constexpr core::Milliseconds keyRest{3000};
    static constexpr core::Milliseconds tooltipRest{10000}; // as long as Qt shows one

    explicit RosterFreeze(core::Clock &clock, QObject *parent = nullptr);

    void watch(QAbstractScrollArea *area);
    bool isFrozen() const { return m_frozen; }
    void setHeld(Hold hold, bool held);

Q_SIGNALS:
    void frozenChanged(bool frozen);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void pointerUntil(core::Milliseconds rest);
    void pointerLeft();
    void update();

    core::Clock &m_clock;
    Holds m_holds;
    qint64 m_pointerUntil = 0; // monotonic
    qint64 m_keysUntil = 0;
    bool m_frozen = false; // as last announced
    std::unique_ptr<core::Timer> m_timer;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(RosterFreeze::Holds)

} // namespace timbre::gui
