// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/mood_editor.h"

#include "core/text.h"
#include "gui/icons.h"
#include "gui/panel_style.h"
#include "gui/presence_painter.h"
#include "ui_mood_editor.h"

#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QFocusEvent>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {
constexpr int counterFrom = 20;
}

MoodEditor::MoodEditor(QWidget *parent) :
    QWidget(parent),
    m_ui(std::make_unique<Ui::MoodEditor>()),
    m_completions(new QStringListModel(this))
{
    m_ui->setupUi(this);
    setFocusProxy(m_ui->moodEdit);
    m_ui->moodEdit->setLimits(core::moodGraphemes, core::moodBytes);
    m_state = m_ui->moodEdit->addAction(QIcon(), QLineEdit::LeadingPosition);
    m_apply = m_ui->moodEdit->addAction(QIcon(), QLineEdit::TrailingPosition);
    auto *completer = new QCompleter(m_completions, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_ui->moodEdit->setCompleter(completer);
    m_ui->moodEdit->installEventFilter(this);
    connect(m_ui->moodEdit, &LimitedLineEdit::remainingChanged, this, &MoodEditor::showRemaining);
    const auto apply = [this] {
        if (isVisible())
            Q_EMIT applied({m_availability, core::cleanMood(m_ui->moodEdit->text())});
    };
    connect(m_ui->moodEdit, &QLineEdit::returnPressed, this, apply);
    connect(m_apply, &QAction::triggered, this, apply);
    restyle();
}

MoodEditor::~MoodEditor() = default;

void MoodEditor::start(const core::ManualStatus &status, const QList<core::RecentMood> &recents)
{
    m_availability = status.availability;
    QStringList moods;
    for (const core::RecentMood &recent : recents)
        if (!recent.mood.isEmpty() && !moods.contains(recent.mood))
            moods << recent.mood;
    m_completions->setStringList(moods);
    m_ui->moodEdit->setText(status.mood);
    m_ui->moodEdit->selectAll();
    restyle();
    showRemaining(m_ui->moodEdit->remaining());
    m_ui->moodEdit->setFocus(Qt::OtherFocusReason);
}

void MoodEditor::showRemaining(int graphemes)
{
    m_ui->counterLabel->setVisible(graphemes <= counterFrom);
    m_ui->counterLabel->setText(locale().toString(graphemes));
    m_ui->counterLabel->setAccessibleName(tr("%n character(s) left", nullptr, graphemes));
}

bool MoodEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->moodEdit) {
        if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            Q_EMIT cancelled();
            return true;
        }
        if (event->type() == QEvent::FocusOut) {
            // The completion list, a context menu and another program's window are not "leaving".
            const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
            if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason
                && reason != Qt::MenuBarFocusReason)
                Q_EMIT cancelled();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void MoodEditor::restyle()
{
    m_state->setIcon(presenceIcon(m_availability, themeOf(QApplication::palette())));
    m_state->setText(availabilityName(m_availability));
    m_apply->setIcon(themedIcon(u"check"_s, themeOf(QApplication::palette())));
    m_apply->setText(tr("Apply the mood"));
    m_apply->setToolTip(m_apply->text());
}

void MoodEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    if (changesLook(event) || event->type() == QEvent::LanguageChange)
        restyle();
    QWidget::changeEvent(event);
}

} // namespace timbre::gui
