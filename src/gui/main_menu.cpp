// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/main_menu.h"

#include "ui_main_window.h"

#include <QActionGroup>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace timbre::gui {

MainMenu::MainMenu(Ui::MainWindow &form, models::RosterModel &roster, QWidget *window) :
    QMenu(window),
    m_accounts(new AccountsMenu(window, this)),
    m_appearances(new QMenu(this)),
    m_sorts(new QMenu(this))
{
    setObjectName(u"windowMenu"_s);
    addAction(form.actionAddContact);
    addAction(form.actionMyAccount);
    addAction(form.actionLedger);
    addMenu(m_accounts);
    addSeparator();
    addMenu(m_appearances);
    addMenu(m_sorts);
    addAction(form.actionAnnounce);
    addSeparator();
    addAction(form.actionSettings);
    addAction(form.actionAbout);
    addAction(form.actionQuit);
    addAppearances(form);
    addSorts(form, roster);
    retranslate();
}

void MainMenu::addAppearances(Ui::MainWindow &form)
{
    auto *group = new QActionGroup(this);
    const std::pair<QAction *, Appearance> looks[] = {{form.actionAppearanceSystem, Appearance::System},
                                                      {form.actionAppearanceLight, Appearance::Light},
                                                      {form.actionAppearanceDark, Appearance::Dark}};
    for (const auto &[action, look] : looks) {
        group->addAction(action);
        m_appearances->addAction(action);
        connect(action, &QAction::triggered, this, [this, look = look] { Q_EMIT appearanceChosen(look); });
    }
}

void MainMenu::addSorts(Ui::MainWindow &form, models::RosterModel &roster)
{
    using SortMode = models::RosterModel::SortMode;
    auto *group = new QActionGroup(this);
    const std::pair<QAction *, SortMode> sorts[]
        = {{form.actionSortStatus, SortMode::Status},
           {form.actionSortName, SortMode::Name},
           {form.actionSortRecent, SortMode::Recent},
           {form.actionSortGroups, SortMode::Groups}};
    for (const auto &[action, mode] : sorts) {
        group->addAction(action);
        m_sorts->addAction(action);
        if (roster.sortMode() == mode)
            action->setChecked(true);
        connect(action, &QAction::triggered, this, [&roster, mode = mode] { roster.setSortMode(mode); });
    }
}

void MainMenu::retranslate()
{
    m_appearances->setTitle(tr("Appearance"));
    m_sorts->setTitle(tr("Sort contacts"));
}

void MainMenu::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMenu::changeEvent(event);
}

} // namespace timbre::gui
