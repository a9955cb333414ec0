// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/demo_cast.h"

namespace timbre::app {

using namespace Qt::StringLiterals;
using core::Availability;

QList<DemoFriend::Character> demoFriends()
{
    return {
        {u"anna"_s,
         u"Anna Lee"_s,
         {{Availability::Busy, u"In a meeting until 3"_s}, {Availability::Chat, u"Back at my desk ☕"_s}}},
        {u"ben"_s,
         u"Ben Okafor"_s,
         {{Availability::Chat, u"🏃 Running at six, who joins?"_s}, {Availability::Away, u"🏃"_s}}},
        {u"chenwei"_s, u"陈伟"_s, {{Availability::Chat, u"今天心情很好 😀"_s}, {Availability::Busy, u"开会中"_s}}},
        {u"dora"_s, u"Dora Szabó"_s, {{Availability::Away, u"🍜 Lunch"_s}, {Availability::Chat, {}}}},
        {u"emil"_s, u"Emil Nygård"_s, {{Availability::Chat, {}}, {Availability::Busy, u"Heads down: release day 🚀"_s}}},
        {u"fatima"_s, u"Fatima Zahra"_s, {{Availability::Chat, u"مرحبا بالجميع"_s}, {Availability::Away, {}}}},
        {u"grace"_s,
         u"Grace Hopper"_s,
         {{Availability::Busy, u"Debugging, please knock"_s}, {Availability::Chat, u"Found it. It was a moth."_s}}},
        {u"hiro"_s, u"田中 寛"_s, {{Availability::Away, u"散歩中 🐕"_s}, {Availability::Chat, u"ただいま"_s}}},
        {u"ines"_s,
         u"Inês Duarte"_s,
         {{Availability::Chat, u"👩‍👩‍👧 Home office"_s}, {Availability::Away, u"School run"_s}}},
        {u"jakub"_s, u"Jakub Wójcik"_s, {{Availability::Invisible, {}}, {Availability::Chat, u"Good evening"_s}}},
        {u"kim"_s, u"Kim Min-jun"_s, {{Availability::Chat, u"Ask me anything about Qt"_s}, {Availability::Busy, {}}}},
        {u"lars"_s,
         u"Lars van Dijk"_s,
         {{Availability::Away, u"🏖 On holiday until Monday"_s}, {Availability::Away, u"🏖 Still on holiday"_s}}},
    };
}

DemoFriend::Character demoStranger()
{
    return {u"zoe"_s, u"Zoë Martin"_s, {{Availability::Chat, u"New here 👋"_s}}};
}

} // namespace timbre::app
