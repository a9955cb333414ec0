// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"

#include <QString>

namespace timbre::gui {

// One of the accounts that are signed in, as a switcher shows it. A value.
struct AccountChoice {
    QString label;
    core::Availability shape = core::Availability::Offline; // what it picked; Offline without a line
    int unread = 0;
    bool current = false;

    bool operator==(const AccountChoice &) const = default;
};

} // namespace timbre::gui
