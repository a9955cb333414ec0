// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

// The number on the program's entry in docks and task bars that know com.canonical.Unity.LauncherEntry.
namespace timbre::desktop {

// 0 takes the number away. Tells whoever listens, and nobody answers. GUI thread.
void setLauncherBadge(int count);

} // namespace timbre::desktop
