// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/look_keeper.h"

#include <QApplication>

namespace timbre::app {

LookKeeper::LookKeeper(QObject *parent) : QObject(parent)
{
    connect(&m_portal, &desktop::AppearancePortal::changed, this, &LookKeeper::apply);
}

void LookKeeper::start(gui::Appearance chosen)
{
    choose(chosen);
    m_portal.start();
}

void LookKeeper::choose(gui::Appearance chosen)
{
    m_chosen = chosen;
    apply();
}

void LookKeeper::follow(core::PreferencesKeeper &preferences)
{
    m_preferences = preferences.preferences();
    connect(&preferences, &core::PreferencesKeeper::changed, this,
            [this](const core::Preferences &now, const core::Preferences &before) {
                m_preferences = now;
                if (now.highContrastShapes != before.highContrastShapes || now.motion != before.motion)
                    apply();
            });
    apply();
}

void LookKeeper::apply()
{
    const desktop::AppearancePortal::Facts desktop = m_portal.facts();
    gui::Look look;
    look.desktopDark = desktop.dark;
    look.plainShapes = m_preferences.highContrastShapes;
    look.reducedMotion = desktop.reducedMotion || m_preferences.motion == core::Preferences::Motion::Reduced;
    const std::pair wanted(m_chosen, look);
    if (m_applied == wanted)
        return;
    m_applied = wanted;
    gui::applyAppearance(*qApp, m_chosen, look);
}

} // namespace timbre::app
