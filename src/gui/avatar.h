// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_id.h"

#include <QColor>
#include <QPixmap>

namespace timbre::gui {

// A round avatar of one or two letters on a colour made from the node id, the same everywhere.
// Cached per (id, letters, size, device ratio, grey) in QPixmapCache. Never decodes pictures from
// peers.
QPixmap avatarPixmap(const core::ContactId &id, const QString &name, int size, qreal devicePixelRatio, bool grey);

// Its parts: "AL" of "Ada Lovelace", "王" of "王小明"; a colour white letters can be read on.
QString avatarLetters(const QString &name);
QColor avatarColor(const core::ContactId &id, bool grey);

} // namespace timbre::gui
