// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/attention.h"

namespace timbre::core {

namespace {

bool isWanted(Happening happening, const Preferences &preferences)
{
    switch (happening) {
    case Happening::Message:
    case Happening::Mention:
    case Happening::RoomMessage:
        return preferences.notifyMessages;
    case Happening::Request:
        return preferences.notifyRequests;
    case Happening::Available:
    case Happening::Problem:
        return true;
    }
    return false;
}

} // namespace

Attention attentionFor(Happening happening, const Situation &situation)
{
    Attention attention;
    if (situation.focus == Situation::Focus::Here)
        return attention; // it is being read
    const bool isNews = happening == Happening::Available; // worth a word now or never
    attention.badge = !isNews && happening != Happening::Problem;

    const bool hushed = situation.muted || (situation.own == Availability::Busy && !situation.breaksThrough);
    if (hushed || !isWanted(happening, situation.preferences))
        return attention;
    if (isNews && (situation.signingIn || situation.desktopQuiet))
        return attention;

    const bool isElsewhere = situation.focus == Situation::Focus::Elsewhere;
    attention.toast = isElsewhere || isNews;
    if (situation.desktopQuiet || happening == Happening::RoomMessage || happening == Happening::Problem)
        return attention;
    attention.sound = situation.preferences.sounds;
    attention.flash = isElsewhere && !isNews;
    return attention;
}

} // namespace timbre::core
