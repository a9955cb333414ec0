// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/demo_friend.h"

namespace timbre::app {

// The dozen friends of the demo, and one stranger who asks to become one.
QList<DemoFriend::Character> demoFriends();
DemoFriend::Character demoStranger();

} // namespace timbre::app
