// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/preferences.h"

#include <QMap>

#include <array>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

struct Switch {
    QLatin1StringView key;
    bool Preferences::*member;
};

constexpr std::array switches{
    Switch{"preferences/away-when-locked"_L1, &Preferences::awayWhenLocked},
    Switch{"preferences/busy-with-desktop"_L1, &Preferences::busyWithDesktop},
    Switch{"preferences/remember-moods"_L1, &Preferences::rememberMoods},
    Switch{"preferences/strict-invisible"_L1, &Preferences::strictInvisible},
    Switch{"preferences/same-status-everywhere"_L1, &Preferences::sameStatusEverywhere},
    Switch{"preferences/notify-messages"_L1, &Preferences::notifyMessages},
    Switch{"preferences/notify-requests"_L1, &Preferences::notifyRequests},
    Switch{"preferences/show-message-text"_L1, &Preferences::showMessageText},
    Switch{"preferences/sounds"_L1, &Preferences::sounds},
    Switch{"preferences/insistent-breaks-through"_L1, &Preferences::insistentBreaksThrough},
    Switch{"preferences/compact-rows"_L1, &Preferences::compactRows},
    Switch{"preferences/remember-last-seen"_L1, &Preferences::rememberLastSeen},
    Switch{"preferences/high-contrast-shapes"_L1, &Preferences::highContrastShapes},
    Switch{"preferences/announce-changes"_L1, &Preferences::announceChanges},
    Switch{"preferences/keep-running"_L1, &Preferences::keepRunning},
};
constexpr auto awayAfterKey = "preferences/away-after-minutes"_L1;
constexpr auto motionKey = "preferences/motion"_L1;

QMap<QString, QString> written(const Preferences &preferences)
{
    QMap<QString, QString> texts;
    for (const Switch &one : switches)
        texts.insert(one.key, preferences.*one.member ? u"yes"_s : u"no"_s);
    texts.insert(awayAfterKey, QString::number(preferences.awayAfterMinutes));
    texts.insert(motionKey, preferences.motion == Preferences::Motion::Reduced ? u"reduced"_s : u"system"_s);
    return texts;
}

} // namespace

PreferencesKeeper::PreferencesKeeper(const Load &load, Save save, QObject *parent) :
    QObject(parent),
    m_save(std::move(save))
{
    for (const Switch &one : switches) {
        const QString text = load(one.key);
        if (text == "yes"_L1 || text == "no"_L1)
            m_preferences.*one.member = text == "yes"_L1;
    }
    bool isNumber = false;
    if (const int minutes = load(awayAfterKey).toInt(&isNumber);
        isNumber && minutes >= 0 && minutes <= longestAwayAfter)
        m_preferences.awayAfterMinutes = minutes;
    if (load(motionKey) == "reduced"_L1)
        m_preferences.motion = Preferences::Motion::Reduced;
}

void PreferencesKeeper::set(const Preferences &preferences)
{
    const Preferences before = m_preferences;
    if (preferences == before)
        return;
    m_preferences = preferences;
    m_preferences.awayAfterMinutes = qBound(0, preferences.awayAfterMinutes, longestAwayAfter);
    const QMap<QString, QString> old = written(before);
    const QMap<QString, QString> texts = written(m_preferences);
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        if (text.value() != old.value(text.key()))
            m_save(text.key(), text.value());
    }
    Q_EMIT changed(m_preferences, before);
}

} // namespace timbre::core
