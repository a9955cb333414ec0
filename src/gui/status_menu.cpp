// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/status_menu.h"

#include "gui/clear_after_menu.h"
#include "gui/icons.h"
#include "gui/mood_presets.h"
#include "gui/presence_painter.h"
#include "gui/words.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionMenuItem>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

using core::Availability;

constexpr Availability pickable[]
    = {Availability::Chat, Availability::Away, Availability::Busy, Availability::Invisible};
constexpr int tickRoom = 32;

// A menu takes & for a mnemonic.
QString menuText(const QFontMetrics &metrics, const QString &mood)
{
    return metrics.elidedText(mood, Qt::ElideRight, metrics.averageCharWidth() * 32).replace(u'&', "&&"_L1);
}

} // namespace

StatusMenu::StatusMenu(QWidget *parent) : QMenu(parent)
{
    setObjectName(u"statusMenu"_s);
    setToolTipsVisible(false);
    static constexpr const char *names[] = {"actionChat", "actionAway", "actionBusy", "actionInvisible"};
    for (qsizetype i = 0; i < 4; ++i) {
        const Availability availability = pickable[i];
        QAction *action = addAction(QString());
        action->setObjectName(QLatin1StringView(names[i]));
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i))));
        action->setShortcutVisibleInContextMenu(true);
        action->setCheckable(true);
        action->setData(QVariant::fromValue(availability));
        connect(action, &QAction::triggered, this, [this, availability] {
            showTicks(); // a click on the ticked row must not untick it
            Q_EMIT availabilityPicked(availability);
        });
        m_states << action;
    }
    m_automatic = addAction(QString());
    m_automatic->setObjectName(u"actionAutomatic"_s);
    connect(m_automatic, &QAction::triggered, this, &StatusMenu::hereChosen);
    addSeparator();
    m_clearAfter = new ClearAfterMenu(this);
    addMenu(m_clearAfter);
    m_schedule = addAction(QString());
    m_schedule->setObjectName(u"actionSchedule"_s);
    connect(m_schedule, &QAction::triggered, this, &StatusMenu::scheduleChosen);
    m_plan = addAction(QString());
    m_plan->setObjectName(u"actionPlan"_s);
    connect(m_plan, &QAction::triggered, this, &StatusMenu::planChosen);
    connect(m_clearAfter, &ClearAfterMenu::clearAfterPicked, this, &StatusMenu::clearAfterPicked);
    connect(m_clearAfter, &ClearAfterMenu::chooseChosen, this, &StatusMenu::chooseEndChosen);
    addSeparator();
    m_recentsEnd = addSeparator();
    m_presets = addMenu(QString());
    m_presets->setObjectName(u"moodPresetsMenu"_s);
    m_edit = addAction(QString());
    m_edit->setObjectName(u"actionEditMood"_s);
    m_edit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    m_edit->setShortcutVisibleInContextMenu(true);
    connect(m_edit, &QAction::triggered, this, &StatusMenu::editMoodChosen);
    addSeparator();
    m_showAs = addMenu(QString());
    m_showAs->setObjectName(u"showAsMenu"_s);
    addSeparator();
    m_signOut = addAction(QString());
    m_signOut->setObjectName(u"actionSignOut"_s);
    connect(m_signOut, &QAction::triggered, this, &StatusMenu::signOutChosen);
    retranslate();
    restyle();
}

void StatusMenu::setCurrent(const core::ManualStatus &status, qint64 wallNow)
{
    m_current = status;
    m_now = wallNow;
    m_clearAfter->setUntil(status.until, wallNow);
    showTicks();
}

void StatusMenu::setAbsence(const std::optional<core::Absence> &absence, bool seesIdle, bool seesLock)
{
    m_absence = absence;
    m_seesIdle = seesIdle;
    m_seesLock = seesLock;
    showAbsence();
}

void StatusMenu::setAwayLimits(const core::AwayLimits &limits)
{
    m_awayLimits = limits;
    showAbsence();
}

// Always the same row: what happens by itself, or what has happened and the way back.
void StatusMenu::showAbsence()
{
    m_automatic->setEnabled(m_absence.has_value());
    const int minutes
        = std::chrono::floor<std::chrono::duration<int, std::ratio<60>>>(m_awayLimits.idle).count();
    const bool locks = m_seesLock && m_awayLimits.lock;
    if (m_absence)
        //: %1 is "idle since 14:02" or "locked since 14:02"
        m_automatic->setText(tr("Away, %1 – I am here").arg(words::absence(*m_absence, m_now)));
    else if (m_seesIdle && minutes > 0)
        m_automatic->setText(tr("Away by itself after %n minute(s)", nullptr, minutes));
    else if (locks)
        m_automatic->setText(tr("Away by itself only when locked"));
    else if (m_seesIdle || m_seesLock)
        m_automatic->setText(tr("Away only when you pick it"));
    else
        m_automatic->setText(tr("No automatic Away on this desktop"));
}

void StatusMenu::showTicks()
{
    // The mood's own row is ticked if both fit, and the state always.
    for (QAction *action : std::as_const(m_states))
        action->setChecked(action->data().value<Availability>() == m_current.availability);
    for (qsizetype i = 0; i < m_recents.size(); ++i)
        m_recents[i]->setChecked(m_moods[i].availability == m_current.availability
                                 && m_moods[i].mood == m_current.mood);
}

void StatusMenu::setRecentMoods(const QList<core::RecentMood> &moods)
{
    const QList<core::RecentMood> shown = moods.mid(0, shownMoods);
    if (shown == m_moods && m_recents.size() == shown.size()) {
        m_recentsEnd->setVisible(!m_recents.isEmpty());
        return; // rows under the pointer stay what they are
    }
    qDeleteAll(m_recents);
    m_recents.clear();
    m_moods = shown;
    const Theme &theme = themeOf(QApplication::palette());
    for (const core::RecentMood &recent : std::as_const(m_moods)) {
        auto *action
            = new QAction(presenceIcon(recent.availability, theme), menuText(fontMetrics(), recent.mood), this);
        action->setCheckable(true);
        insertAction(m_recentsEnd, action);
        connect(action, &QAction::triggered, this, [this, recent] {
            showTicks();
            Q_EMIT statusPicked({recent.availability, recent.mood});
        });
        m_recents << action;
    }
    m_recentsEnd->setVisible(!m_recents.isEmpty());
    showTicks();
}

QList<QAction *> StatusMenu::shortcutActions() const
{
    return m_states + QList<QAction *>{m_edit};
}

void StatusMenu::retranslate()
{
    setAccessibleName(tr("My status"));
    m_clearAfter->retranslate();
    showAbsence();
    for (QAction *action : std::as_const(m_states))
        action->setText(availabilityName(action->data().value<Availability>()));
    m_schedule->setText(tr("Weekly schedule…"));
    m_plan->setText(tr("Plan for today…"));
    m_presets->setTitle(tr("Mood presets"));
    m_edit->setText(tr("Edit mood…"));
    m_showAs->setTitle(tr("Show as…"));
    m_signOut->setText(tr("Sign out"));

    const Theme &theme = themeOf(QApplication::palette());
    m_presets->clear();
    for (const MoodPreset &preset : ownMoodPresets()) {
        // The second column says for how long.
        const QString span
            = preset.after == core::ClearAfter::Never ? QString() : u'\t' + words::clearAfterName(preset.after);
        QAction *action = m_presets->addAction(presenceIcon(*preset.availability, theme), preset.mood + span);
        connect(action, &QAction::triggered, this, [this, preset] {
            Q_EMIT presetPicked({*preset.availability, preset.mood}, preset.after);
        });
    }
    m_presets->addSeparator();
    for (const MoodPreset &preset : webtimMoodPresets())
        connect(m_presets->addAction(preset.mood), &QAction::triggered, this,
                [this, preset] { Q_EMIT moodPicked(preset.mood); });
    m_presets->addSeparator();
    QAction *none = m_presets->addAction(tr("No mood"));
    none->setObjectName(u"actionNoMood"_s);
    connect(none, &QAction::triggered, this, [this] { Q_EMIT moodPicked({}); });
}

void StatusMenu::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    for (QAction *action : std::as_const(m_states))
        action->setIcon(presenceIcon(action->data().value<Availability>(), theme));
    for (qsizetype i = 0; i < m_recents.size(); ++i)
        m_recents[i]->setIcon(presenceIcon(m_moods[i].availability, theme));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QString sheet = u"QMenu::item { padding-%1: %2px; }"_s.arg(mirrored ? "left"_L1 : "right"_L1).arg(tickRoom);
    if (m_style != sheet) {
        m_style = sheet;
        setStyleSheet(sheet);
    }
}

// Our tick stands at the end of the row, where it does not move the words: the style shall not draw
// its own.
void StatusMenu::initStyleOption(QStyleOptionMenuItem *option, const QAction *action) const
{
    QMenu::initStyleOption(option, action);
    option->checkType = QStyleOptionMenuItem::NotCheckable;
    option->menuHasCheckableItems = false;
}

void StatusMenu::paintEvent(QPaintEvent *event)
{
    QMenu::paintEvent(event);
    QPainter painter(this);
    const Theme &theme = themeOf(QApplication::palette());
    const QIcon tick = tintedIcon(u"check"_s, theme.accent);
    for (QAction *action : m_states + m_recents) {
        if (action == activeAction() && m_recents.contains(action))
            tintedIcon(u"close"_s, theme.text2).paint(&painter, markOf(action)); // forgets it
        else if (action->isChecked())
            tick.paint(&painter, markOf(action));
    }
}

QRect StatusMenu::markOf(QAction *action) const
{
    const QRect row = actionGeometry(action);
    return QStyle::visualRect(layoutDirection(), row, {row.right() - 8 - 16, row.center().y() - 7, 16, 16});
}

bool StatusMenu::forgetMoodOf(const QAction *action)
{
    const auto index = std::find(m_recents.cbegin(), m_recents.cend(), action) - m_recents.cbegin();
    if (index == m_recents.size())
        return false;
    const QString mood = m_moods[index].mood; // the row goes while it is said
    Q_EMIT moodForgotten(mood);
    return true;
}

bool StatusMenu::editStateOf(const QAction *action)
{
    if (!std::any_of(m_states.cbegin(), m_states.cend(), [action](const QAction *a) { return a == action; }))
        return false;
    const auto availability = action->data().value<Availability>();
    close();
    Q_EMIT editChosen(availability);
    return true;
}

void StatusMenu::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::RightButton) {
        editStateOf(actionAt(event->position().toPoint()));
        return; // never picks
    }
    QAction *action = actionAt(event->position().toPoint());
    if (action && markOf(action).adjusted(-6, -8, 6, 8).contains(event->position().toPoint()) && forgetMoodOf(action))
        return; // stays open
    QMenu::mouseReleaseEvent(event);
}

void StatusMenu::keyPressEvent(QKeyEvent *event)
{
    // The keyboard's right click.
    const bool menuKey = event->key() == Qt::Key_Menu
        || (event->key() == Qt::Key_F10 && event->modifiers().testFlag(Qt::ShiftModifier));
    if (menuKey && editStateOf(activeAction()))
        return;
    if (event->key() == Qt::Key_Delete && forgetMoodOf(activeAction()))
        return;
    QMenu::keyPressEvent(event);
}

void StatusMenu::changeEvent(QEvent *event)
{
    QMenu::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::ApplicationPaletteChange:
    case QEvent::LayoutDirectionChange:
        restyle();
        retranslate();
        break;
    case QEvent::LanguageChange:
        retranslate();
        break;
    default:
        break;
    }
}

} // namespace timbre::gui
