// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/preferences.h"
#include "desktop/appearance_portal.h"
#include "gui/theme.h"

#include <QObject>

#include <optional>
#include <utility>

namespace timbre::app {

// Gives the program its look: what the user chose, and where that is "like the system", what the desktop says, now and
// whenever either changes. Owned by Application; GUI thread.
class LookKeeper : public QObject
{
    Q_OBJECT

public:
    explicit LookKeeper(QObject *parent = nullptr);

    // Asks the desktop too. The look is applied at once; what the desktop answers follows.
    void start(gui::Appearance chosen);
    void choose(gui::Appearance chosen);
    // Follows them from now on; they outlive this.
    void follow(core::PreferencesKeeper &preferences);

private:
    void apply();

    desktop::AppearancePortal m_portal;
    gui::Appearance m_chosen = gui::Appearance::System;
    core::Preferences m_preferences;
    std::optional<std::pair<gui::Appearance, gui::Look>> m_applied;
};

} // namespace timbre::app
