// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

namespace timbre::core {

// Why one's own status changed.
enum class StatusCause {
    Picked, // by hand, here
    Ended, // the picked one had an end
    Scheduled, // a line of the week or a part of today's plan began or ended
    Absent, // nobody at this computer
    Returned,
    DesktopQuiet, // or quiet no more
    OtherDevice, // picked on another device of the same account
};

} // namespace timbre::core
