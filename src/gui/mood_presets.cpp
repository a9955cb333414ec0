// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/mood_presets.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

using core::Availability;
using core::ClearAfter;

MoodPreset preset(const QString &emoji, const QString &word, std::optional<Availability> availability = {},
                  ClearAfter after = ClearAfter::Never)
{
    return {availability, emoji + u' ' + word, after};
}

} // namespace

QList<MoodPreset> ownMoodPresets()
{
    return {
        preset(u"😀"_s, QCoreApplication::translate("MoodPresets", "Happy", "mood"), Availability::Chat),
        preset(u"🍜"_s, QCoreApplication::translate("MoodPresets", "Lunch", "mood"), Availability::Away,
               ClearAfter::Hour),
        preset(u"📅"_s, QCoreApplication::translate("MoodPresets", "In a meeting", "mood"), Availability::Busy,
               ClearAfter::Hour),
        preset(u"🎧"_s, QCoreApplication::translate("MoodPresets", "Focusing", "mood"), Availability::Busy,
               ClearAfter::Hour),
        preset(u"🏃"_s, QCoreApplication::translate("MoodPresets", "Out for a run", "mood"), Availability::Away,
               ClearAfter::Hour),
        preset(u"🤒"_s, QCoreApplication::translate("MoodPresets", "Sick", "mood"), Availability::Away,
               ClearAfter::Today),
        preset(u"🌴"_s, QCoreApplication::translate("MoodPresets", "On holiday", "mood"), Availability::Away),
    };
}

QList<MoodPreset> webtimMoodPresets()
{
    return {
        preset(u"😕"_s, QCoreApplication::translate("MoodPresets", "Dazed", "mood")),
        preset(u"😤"_s, QCoreApplication::translate("MoodPresets", "Angry", "mood")),
        preset(u"😭"_s, QCoreApplication::translate("MoodPresets", "Sad", "mood")),
        preset(u"😱"_s, QCoreApplication::translate("MoodPresets", "Panicked", "mood")),
        preset(u"🤧"_s, QCoreApplication::translate("MoodPresets", "Ill", "mood")),
        preset(u"😪"_s, QCoreApplication::translate("MoodPresets", "Sleepy", "mood")),
        preset(u"⚽"_s, QCoreApplication::translate("MoodPresets", "Sport", "mood")),
        preset(u"㊙"_s, QCoreApplication::translate("MoodPresets", "Secret", "mood")),
    };
}

} // namespace timbre::gui
