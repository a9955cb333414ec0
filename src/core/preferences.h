// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace timbre::core {

// What the user chose once for the whole program and all accounts, in the settings window. A value.
struct Preferences {
    enum class Motion { System, Reduced };

    // Status
    int awayAfterMinutes = 10; // of a computer nobody touches; 0 = never
    bool awayWhenLocked = true; // or asleep
    bool busyWithDesktop = false; // Busy in the place of Chat while the desktop keeps its notifications quiet
    bool rememberMoods = true;
    bool strictInvisible = false; // nothing at all leaves while Invisible, but to the allow-list (features.md S5)
    bool sameStatusEverywhere = true; // a pick holds for all accounts

    // Notifications
    bool notifyMessages = true;
    bool notifyRequests = true;
    bool showMessageText = true; // or only who wrote
    bool sounds = true;
    bool insistentBreaksThrough = false; // who writes three times in five minutes is heard while Busy

    // Roster
    bool compactRows = false;
    bool rememberLastSeen = true;

    // Look and help
    bool highContrastShapes = false; // larger, without colour
    Motion motion = Motion::System;
    bool announceChanges = false; // to screen readers, many in one sentence

    // Desktop
    bool keepRunning = true; // closing the window leaves the program in the tray, where there is one

    bool operator==(const Preferences &) const = default;
};

// Longest idleness that can be chosen, in minutes.
constexpr int longestAwayAfter = 240;

// The one place where the preferences live and change. Reads them through `load` at once and hands every change to
// `save`, as texts under keys "preferences/…"; what no version of ours would have written counts as not chosen. Owned
// by Application; GUI thread. Knows no file: store::Profile keeps them.
class PreferencesKeeper : public QObject
{
    Q_OBJECT

public:
    using Load = std::function<QString(const QString &key)>; // empty = never chosen
    using Save = std::function<void(const QString &key, const QString &value)>;

    PreferencesKeeper(const Load &load, Save save, QObject *parent = nullptr);

    const Preferences &preferences() const { return m_preferences; }
    void set(const Preferences &preferences);

Q_SIGNALS:
    void changed(const timbre::core::Preferences &now, const timbre::core::Preferences &before);

private:
    Preferences m_preferences;
    Save m_save;
};

} // namespace timbre::core
