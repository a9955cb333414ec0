// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_id.h"

#include <QPixmap>

namespace timbre::gui {

// A round avatar of one or two letters on a colour made from the node id, the same everywhere. Cached per (id, letters,
// size, device ratio, grey) in QPixmapCache. Never decodes pictures from peers.
QPixmap avatarPixmap(const core::ContactId &id, const QString &name, int size, qreal devicePixelRatio, bool grey);

} // namespace timbre::gui
