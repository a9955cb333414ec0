// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"
#include "core/preferences.h"

namespace timbre::core {

// What can ask for the user's attention.
enum class Happening {
    Message,
    Mention, // of us, in a room
    RoomMessage,
    Request, // somebody wants to be a contact
    Available, // a contact the user wanted to be told of (TellMe)
    Problem, // only the user can help: signed in elsewhere, wrong password
};

// What decides how much of it a happening gets. A value.
struct Situation {
    enum class Focus {
        Elsewhere, // in another program
        OwnWindow, // in ours, on something else
        Here, // on the very conversation
    };
    Availability own = Availability::Chat; // what contacts are told
    Focus focus = Focus::Elsewhere;
    bool signingIn = false; // QuietWindow
    bool desktopQuiet = false; // the desktop's own do-not-disturb
    bool muted = false; // "Mute 1 h"
    bool breaksThrough = false; // of this contact the user hears even while Busy
    Preferences preferences;
};

// What it gets. There is no "raise": nothing that others do brings a window to the front.
struct Attention {
    bool toast = false;
    bool sound = false;
    bool badge = false;
    bool flash = false; // of the taskbar entry
    bool operator==(const Attention &) const = default;
};

// Pure and total (features.md S6, S8). Busy keeps toasts, sounds and flashing away, not the badge. While the desktop is
// quiet its notification service still gets the messages, for its list; it shows nothing of them by itself.
Attention attentionFor(Happening happening, const Situation &situation);

} // namespace timbre::core
