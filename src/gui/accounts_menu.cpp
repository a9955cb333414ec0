// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/accounts_menu.h"

#include "core/text.h"
#include "gui/panel_style.h"
#include "gui/presence_painter.h"
#include "gui/theme.h"

#include <QApplication>
#include <QEvent>

namespace timbre::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int withShortcut = 9;

// An ampersand in a menu's text would underline what follows.
QString asMenuText(QString text)
{
    return text.replace(u'&', "&&"_L1);
}

} // namespace

AccountsMenu::AccountsMenu(QWidget *window, QWidget *parent) :
    QMenu(parent),
    m_window(window),
    m_add(addAction(QString()))
{
    setObjectName(u"accountsMenu"_s);
    m_add->setObjectName(u"addAccount"_s);
    connect(m_add, &QAction::triggered, this, &AccountsMenu::addChosen);
    rebuild();
}

void AccountsMenu::setChoices(const QList<AccountChoice> &choices)
{
    if (m_choices == choices)
        return;
    m_choices = choices;
    rebuild();
}

void AccountsMenu::rebuild()
{
    setTitle(tr("Accounts"));
    m_add->setText(tr("Add account…"));
    // Kept while the menu may be open: only what is too much or missing goes or comes.
    while (m_actions.size() > m_choices.size())
        delete m_actions.takeLast();
    while (m_actions.size() < m_choices.size()) {
        const auto index = static_cast<int>(m_actions.size());
        auto *action = new QAction(this);
        action->setCheckable(true);
        if (index < withShortcut)
            action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | static_cast<Qt::Key>(Qt::Key_1 + index)));
        connect(action, &QAction::triggered, this, [this, index] { Q_EMIT accountChosen(index); });
        insertAction(m_add, action);
        m_window->addAction(action);
        m_actions.append(action);
    }
    const Theme &theme = themeOf(QApplication::palette());
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const AccountChoice &choice = m_choices.at(i);
        const QString name = core::isolated(choice.label);
        //: %1 is an account, %2 what it is: "alice, Busy"
        const QString text = tr("%1, %2").arg(name, availabilityName(choice.shape));
        //: after an account and its status
        const QString unread = choice.unread > 0 ? tr(" · %n unread", nullptr, choice.unread) : QString();
        m_actions.at(i)->setText(asMenuText(text + unread));
        m_actions.at(i)->setIcon(presenceIcon(choice.shape, theme));
        m_actions.at(i)->setIconVisibleInMenu(true);
        m_actions.at(i)->setChecked(choice.current);
        QFont font = QApplication::font("QMenu"); // the icon stands where a check mark would
        font.setBold(choice.current);
        m_actions.at(i)->setFont(font);
    }
}

void AccountsMenu::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || changesLook(event))
        rebuild();
    QMenu::changeEvent(event);
}

} // namespace timbre::gui
