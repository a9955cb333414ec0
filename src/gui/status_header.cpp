// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/status_header.h"

#include "core/text.h"
#include "gui/clear_after_menu.h"
#include "gui/icons.h"
#include "gui/panel_style.h"
#include "gui/presence_painter.h"
#include "gui/status_menu.h"
#include "gui/words.h"
#include "ui_status_header.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace timbre::gui {

StatusHeader::StatusHeader(QWidget *parent) :
    QWidget(parent),
    m_ui(std::make_unique<Ui::StatusHeader>()),
    m_menu(new StatusMenu(this)),
    m_undo(new QAction(this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    m_ui->moodButton->setSecondary(true);
    m_ui->stateButton->setKeepsText(true);
    m_ui->endButton->setSecondary(true);
    m_ui->endButton->setKeepsText(true);
    m_undo->setShortcut(QKeySequence::Undo);
    m_undo->setObjectName(u"actionUndoStatus"_s);
    setCanUndo(false);
    m_ui->lines->setCurrentWidget(m_ui->shownPage);

    connect(m_ui->avatarView, &QAbstractButton::clicked, this, &StatusHeader::openMenu);
    connect(m_ui->stateButton, &QAbstractButton::clicked, this, &StatusHeader::openMenu);
    connect(m_ui->moodButton, &QAbstractButton::clicked, this, &StatusHeader::editMood);
    connect(m_ui->endButton, &QAbstractButton::clicked, this, [this] {
        if (m_absence)
            Q_EMIT hereChosen();
        else
            openClearAfter();
    });
    connect(m_menu, &StatusMenu::scheduleChosen, this, &StatusHeader::scheduleChosen);
    connect(m_menu, &StatusMenu::hereChosen, this, &StatusHeader::hereChosen);
    connect(m_ui->undoButton, &QAbstractButton::clicked, this, &StatusHeader::undoChosen);
    connect(m_undo, &QAction::triggered, this, &StatusHeader::undoChosen);

    connect(m_menu, &StatusMenu::availabilityPicked, this, &StatusHeader::availabilityPicked);
    connect(m_menu, &StatusMenu::statusPicked, this, &StatusHeader::statusPicked);
    connect(m_menu, &StatusMenu::moodPicked, this, &StatusHeader::moodPicked);
    connect(m_menu, &StatusMenu::presetPicked, this, &StatusHeader::presetPicked);
    connect(m_menu, &StatusMenu::moodForgotten, this, &StatusHeader::moodForgotten);
    connect(m_menu, &StatusMenu::clearAfterPicked, this, &StatusHeader::clearAfterPicked);
    connect(m_menu, &StatusMenu::chooseEndChosen, this, &StatusHeader::chooseEndChosen);
    connect(m_menu, &StatusMenu::editMoodChosen, this, &StatusHeader::editMood);
    connect(m_menu, &StatusMenu::editChosen, this, [this](core::Availability availability) {
        startEditing({availability, m_status.mood});
    });
    connect(m_menu, &StatusMenu::signOutChosen, this, &StatusHeader::signOutChosen);

    connect(m_ui->moodEditor, &MoodEditor::applied, this, [this](const core::ManualStatus &status) {
        stopEditing(true);
        if (status.availability == m_status.availability)
            Q_EMIT moodPicked(status.mood);
        else
            Q_EMIT statusPicked(status);
    });
    connect(m_ui->moodEditor, &MoodEditor::cancelled, this, [this] { stopEditing(m_ui->moodEditor->hasFocus()); });
    // As high as ever whatever its second line shows; more only for larger fonts.
    m_ui->headerLayout->addStrut(
        qRound((metrics::ownHeaderHeight - 2 * metrics::gap1) * metrics::scale(QApplication::font())));
    restyle();
    refresh();
}

StatusHeader::~StatusHeader() = default;

void StatusHeader::setPerson(const core::ContactId &id, const QString &name, const QString &accountInWords)
{
    m_name = name;
    m_ui->nameLabel->setText(name);
    m_ui->nameLabel->setToolTip(accountInWords.toHtmlEscaped());
    m_ui->avatarView->setPerson(id, name);
    refresh();
}

void StatusHeader::setStatus(const core::ManualStatus &status, qint64 wallNow)
{
    m_status = status;
    m_now = wallNow;
    m_menu->setCurrent(status, wallNow);
    refresh();
}

void StatusHeader::setCanUndo(bool can)
{
    // Its place is beside the name, so that nothing moves when it comes and goes.
    const bool hadFocus = m_ui->undoButton->hasFocus();
    m_undo->setEnabled(can);
    m_ui->undoButton->setVisible(can);
    if (!can && hadFocus)
        m_ui->stateButton->setFocus(Qt::OtherFocusReason);
}

void StatusHeader::setDesktopQuiet(bool quiet)
{
    m_desktopQuiet = quiet;
    refresh();
}

void StatusHeader::setAbsence(const std::optional<core::Absence> &absence, bool seesIdle, bool seesLock)
{
    m_absence = absence;
    m_menu->setAbsence(absence, seesIdle, seesLock);
    refresh();
}

void StatusHeader::setScheduled(const std::optional<core::ScheduledStatus> &scheduled)
{
    m_scheduled = scheduled;
    refresh();
}

void StatusHeader::setConnection(core::ConnectionState state)
{
    m_connection = state;
    refresh();
}

void StatusHeader::setPending(bool pending)
{
    m_pending = pending;
    refresh();
}

void StatusHeader::setRecentMoods(const QList<core::RecentMood> &moods)
{
    m_recents = moods;
    m_menu->setRecentMoods(moods);
}

StatusMenu *StatusHeader::menu() const
{
    return m_menu;
}

QToolButton *StatusHeader::menuButton() const
{
    return m_ui->menuButton;
}

QToolButton *StatusHeader::addButton() const
{
    return m_ui->addButton;
}

void StatusHeader::openMenu()
{
    m_menu->setCurrent(m_status, m_now);
    popUp(m_menu, metrics::gap3);
}

void StatusHeader::openClearAfter()
{
    const QRect end(m_ui->endButton->mapTo(this, QPoint()), m_ui->endButton->size());
    popUp(m_menu->clearAfterMenu(), QStyle::visualRect(layoutDirection(), rect(), end).left());
}

// Under the header; `left` as if read from left to right.
void StatusHeader::popUp(QMenu *menu, int left)
{
    const QRect place(QPoint(left, rect().bottom()), menu->sizeHint());
    menu->popup(mapToGlobal(QStyle::visualRect(layoutDirection(), rect(), place).topLeft()));
}

void StatusHeader::editMood()
{
    startEditing(m_status);
}

void StatusHeader::startEditing(const core::ManualStatus &status)
{
    m_ui->lines->setCurrentWidget(m_ui->moodEditor);
    m_ui->moodEditor->start(status, m_recents);
}

void StatusHeader::stopEditing(bool keepFocus)
{
    if (m_ui->lines->currentWidget() != m_ui->moodEditor)
        return;
    m_ui->lines->setCurrentWidget(m_ui->shownPage);
    if (keepFocus)
        m_ui->moodButton->setFocus(Qt::OtherFocusReason);
}

void StatusHeader::refresh()
{
    const bool quietBusy
        = m_desktopQuiet && !m_scheduled && !m_absence && m_status.availability == core::Availability::Chat;
    const core::Availability shown = m_scheduled ? m_scheduled->availability
        : m_absence                              ? core::Availability::Away
        : quietBusy                              ? core::Availability::Busy
                                                 : m_status.availability;
    const QString mood = m_scheduled && !m_scheduled->mood.isEmpty() ? m_scheduled->mood : m_status.mood;
    const qint64 until = m_scheduled ? m_scheduled->until : m_status.until;
    const QString state = availabilityName(shown);
    const bool connected = m_connection == core::ConnectionState::Online;
    // Until the line is ready nobody is told anything; the pick stands as what will be.
    m_ui->stateButton->setText(connected ? state : tr("Offline — will be %1").arg(state));
    const bool waiting = m_pending || !connected;
    const Theme &theme = themeOf(QApplication::palette());
    m_ui->stateButton->setIcon(presenceIcon(shown, theme));
    m_ui->stateButton->setTrailingIcon(tintedIcon(waiting ? u"clock"_s : u"chevron-down"_s, theme.text2));
    m_ui->stateButton->setToolTip(waiting ? tr("Your contacts have not been told yet") : QString());
    m_ui->stateButton->setProperty("pending", waiting);
    m_ui->avatarView->setPresence(shown, connected ? core::Freshness::Live : core::Freshness::Stale);

    const bool invisible = m_status.availability == core::Availability::Invisible;
    m_ui->moodButton->setText(mood.isEmpty() ? tr("Set a mood") : mood);
    m_ui->moodButton->setToolTip(invisible && !mood.isEmpty() ? tr("Not shown to anyone while you are invisible")
                                                              : QString());

    // One place for why and for how long.
    const bool ends = until > m_now && !m_absence && !quietBusy;
    const bool explains = ends || m_absence || quietBusy;
    m_ui->endButton->setVisible(explains);
    m_ui->endButton->setText(m_absence       ? words::absence(*m_absence, m_now)
                                 : quietBusy ? tr("desktop is quiet")
                                 : ends      ? words::until(until, m_now)
                                             : QString());
    m_ui->endButton->setToolTip(m_absence         ? tr("Click to say that you are here")
                                    : quietBusy   ? tr("Busy as long as the desktop shows no notifications")
                                    : m_scheduled ? tr("Your weekly schedule; pick Chat to skip it")
                                    : ends        ? tr("Then your status goes back to the one before")
                                                  : QString());

    QString name = tr("My status: %1").arg(m_ui->stateButton->text());
    if (explains)
        //: %1 is "My status: Busy", %2 is "until 15:00"
        name = tr("%1, %2").arg(name, m_ui->endButton->text());
    if (waiting)
        name = tr("%1, not sent yet").arg(name);
    m_ui->stateButton->setAccessibleName(name);
    m_ui->avatarView->setAccessibleName(name);
    m_ui->moodButton->setAccessibleName(mood.isEmpty() ? tr("Set a mood") : tr("My mood: %1").arg(mood));
}

void StatusHeader::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(
        this,
        u"timbre--gui--StatusHeader { background: %1; }"
        "QToolButton { padding: 2px; }"
        "QToolButton#undoButton { color: %2; padding: 0 6px; }"_s.arg(theme.surface.name(), theme.accent.name()));
    const double scale = metrics::scale(QApplication::font());
    m_ui->avatarView->setDiameter(qRound(metrics::ownAvatar * scale));
    m_ui->undoButton->setFont(metrics::secondFont(QApplication::font()));
    for (QToolButton *button : {m_ui->addButton, m_ui->menuButton})
        button->setIconSize(QSize(18, 18) * scale);
    m_ui->menuButton->setIcon(themedIcon(u"menu"_s, theme));
    m_ui->addButton->setIcon(themedIcon(u"add-contact"_s, theme));
    m_ui->nameLabel->setFont(metrics::nameFont(QApplication::font()));
}

void StatusHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_ui->nameLabel->setText(m_name);
        m_menu->retranslate();
        refresh();
    }
    if (changesLook(event)) {
        restyle();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace timbre::gui
