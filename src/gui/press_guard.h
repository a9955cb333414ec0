// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_id.h"

#include <QRect>

#include <optional>
#include <vector>

namespace timbre::gui {

// Keeps a click from landing on someone else (features.md S10): knows which contact the person sees
// where, so that a press counts only if the row was painted there with that contact, and a double
// click only if both presses and the release were on it. A value of RosterView; rectangles and
// points are the viewport's.
class PressGuard
{
public:
    struct Press {
        core::ContactId id; // empty: a header, or below the last row
        QRect row;
        QPoint point;
        bool opens = false; // the second press of the left button
    };

    void clear(); // nothing stands on the screen, nothing is pressed
    void willPaint(const QRect &dirty);
    void painted(const QRect &row, const core::ContactId &id); // empty: a header

    // False if the person still sees somebody else there: the press must do nothing.
    bool press(const Press &press);
    // Who is to be opened by this release; empty: nobody.
    core::ContactId release(const QPoint &point);
    bool isPressed(const core::ContactId &id) const;
    bool isPressed(const core::ContactId &id, const QRect &row) const;

private:
    struct Painted {
        QRect row;
        core::ContactId id;
    };

    std::vector<Painted> m_painted; // what stands on the screen now
    std::optional<Press> m_press; // on a contact
};

} // namespace timbre::gui
