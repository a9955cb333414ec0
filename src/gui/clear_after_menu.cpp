// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/clear_after_menu.h"

#include "gui/words.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace timbre::gui {

using core::ClearAfter;

ClearAfterMenu::ClearAfterMenu(QWidget *parent) : QMenu(parent)
{
    setObjectName(u"clearAfterMenu"_s);
    for (const ClearAfter choice : {ClearAfter::Never, ClearAfter::HalfHour, ClearAfter::Hour, ClearAfter::FourHours,
                                    ClearAfter::Today, ClearAfter::TomorrowMorning, ClearAfter::ThisWeek}) {
        QAction *action = addAction(QString());
        action->setData(static_cast<int>(choice));
        connect(action, &QAction::triggered, this, [this, choice] {
            setUntil(m_until, m_now); // ticked when it is true
            Q_EMIT clearAfterPicked(choice);
        });
        m_choices << action;
    }
    m_choices.first()->setObjectName(u"actionDontClear"_s);
    m_choices.first()->setCheckable(true);
    addSeparator();
    m_choose = addAction(QString());
    m_choose->setObjectName(u"actionChooseEnd"_s);
    connect(m_choose, &QAction::triggered, this, &ClearAfterMenu::chooseChosen);
    retranslate();
}

void ClearAfterMenu::setUntil(qint64 wallEnd, qint64 wallNow)
{
    m_until = wallEnd;
    m_now = wallNow;
    retranslate();
}

void ClearAfterMenu::retranslate()
{
    setTitle(tr("Clear after"));
    m_choices.first()->setChecked(m_until == 0);
    for (QAction *action : std::as_const(m_choices)) {
        const auto choice = static_cast<ClearAfter>(action->data().toInt());
        const qint64 end = core::endOf(choice, m_now, QTimeZone::systemTimeZone());
        // The second column says what it comes to.
        action->setText(end == 0 || m_now == 0
                            ? words::clearAfterName(choice)
                            : words::clearAfterName(choice) + u'\t' + words::untilMoment(end, m_now));
    }
    m_choose->setText(m_until == 0 ? tr("Choose…") : tr("Choose…") + u'\t' + words::until(m_until, m_now));
}

void ClearAfterMenu::changeEvent(QEvent *event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace timbre::gui
