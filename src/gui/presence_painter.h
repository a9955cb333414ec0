// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"
#include "gui/theme.h"

#include <QIcon>
#include <QPainter>

namespace timbre::gui {

// The presence shapes (features.md 5.2): disc, crescent, rounded square with bar, hollow ring,
// dotted ring; half filled when Stale, dimming when Leaving or Doubtful, striped ring for one's own
// Invisible (16 px or more). Told apart without colour. `ring` is the background the shape stands
// on: a 2 px border of it is drawn around (invalid = none).
//
// Older: what is known was heard more than ten minutes ago; the shape of a present contact is drawn smaller, inside a
// thin line (features.md 4 item 1).
enum class Certainty { Recent, Older };
void paintPresence(QPainter &painter, const QRectF &rect, core::Availability availability, core::Freshness freshness,
                   const Theme &theme, const QColor &ring = {}, Certainty certainty = Certainty::Recent);

// For menus and buttons; one's own states (Invisible striped). Crisp at any device ratio.
QIcon presenceIcon(core::Availability availability, const Theme &theme, int size = 16);

// "Chat", "Away"…, translated; for contacts Invisible never occurs.
QString availabilityName(core::Availability availability);
// For a contact: name, or "Unknown", with "as of 14:05" / "leaving" as freshness demands. For
// tooltips and screen readers.
QString presenceSentence(const QString &name, core::Availability availability, core::Freshness freshness,
                         const QString &mood);

} // namespace timbre::gui
