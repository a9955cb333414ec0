// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

namespace timbre::gui {

// Qt keeps open menus out of the tree that assistive programs walk, unless a menu bar or a tool button owns them: heard
// row by row by a screen reader, they are out of reach for voice control and for scripts. From here on a MainWindow's
// open menu is its last child. Call it before the first window; again is harmless.
void showOpenMenusToAssistance();

} // namespace timbre::gui
