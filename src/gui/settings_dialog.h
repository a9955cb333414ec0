// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/preferences.h"
#include "gui/theme.h"

#include <QDialog>

#include <memory>

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace Ui {
class SettingsDialog;
}

namespace timbre::gui {

class AccountSettingsPage;

// The settings window: a list of pages and what is on them. Not modal; every change holds at once, so there is nothing
// to save and nothing to cancel. Preferences go straight to their keeper; what lies elsewhere (appearance, login,
// accounts) is told by signals and shown by setters. Owned by app; GUI thread; the keeper outlives it.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Page { General, Status, Notifications, Appearance, Accounts };
    enum class Autostart { Off, On, Impossible };
    enum class IdleSource { None, IdleOnly, LockOnly, Both };

    explicit SettingsDialog(core::PreferencesKeeper &preferences, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    void showPage(Page page);
    void setAppearance(Appearance appearance);
    void setAutostart(Autostart state);
    void setIdleSource(IdleSource source);
    AccountSettingsPage &accounts();

Q_SIGNALS:
    void appearanceChosen(int appearance); // gui::Appearance
    void autostartChosen(bool on);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Switch {
        QCheckBox *box;
        bool core::Preferences::*member;
    };

    void wire();
    void showPreferences(const core::Preferences &preferences);
    void take();
    void refreshWords();
    void restyle();

    std::unique_ptr<Ui::SettingsDialog> m_ui;
    core::PreferencesKeeper &m_preferences;
    QList<Switch> m_switches;
    Autostart m_autostart = Autostart::Off;
    IdleSource m_idleSource = IdleSource::None;
    bool m_showing = false; // the fields are being filled, nobody clicks
};

} // namespace timbre::gui
