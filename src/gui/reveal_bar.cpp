// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/reveal_bar.h"

#include "gui/icons.h"
#include "gui/panel_style.h"
#include "ui_reveal_bar.h"

#include <QApplication>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace timbre::gui {

RevealBar::RevealBar(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::RevealBar>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    connect(m_ui->firstButton, &QPushButton::clicked, this, [this] { answer(0); });
    connect(m_ui->secondButton, &QPushButton::clicked, this, [this] { answer(1); });
    connect(m_ui->safeButton, &QPushButton::clicked, this, &RevealBar::cancel);
    restyle();
    hide();
}

RevealBar::~RevealBar() = default;

void RevealBar::ask(const QString &question, const QString &sentence, const QStringList &answers, Answered answered,
                    bool focuses)
{
    Q_ASSERT(answers.size() == 2 || answers.size() == 3);
    cancel();
    m_answered = std::move(answered);
    m_answers = static_cast<int>(answers.size());
    m_focusBefore = QApplication::focusWidget();
    m_ui->questionLabel->setText(question);
    m_ui->sentenceLabel->setText(sentence);
    m_ui->sentenceLabel->setVisible(!sentence.isEmpty());
    m_ui->firstButton->setText(answers.first());
    m_ui->secondButton->setVisible(answers.size() == 3);
    if (answers.size() == 3)
        m_ui->secondButton->setText(answers[1]);
    m_ui->safeButton->setText(answers.last());
    setAccessibleName(question);
    show();
    if (focuses)
        m_ui->safeButton->setFocus(Qt::OtherFocusReason);
}

void RevealBar::cancel()
{
    answer(m_answers - 1);
}

void RevealBar::answer(int index)
{
    const Answered answered = std::exchange(m_answered, {});
    if (!answered)
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    answered(index);
}

void RevealBar::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(this,
                    u"timbre--gui--RevealBar { background: %1; border-top: 1px solid %2; }"_s.arg(
                        theme.raised.name(), theme.separator.name()));
    const QIcon eye = themedIcon(u"eye"_s, theme);
    m_ui->eyeLabel->setPixmap(eye.pixmap(QSize(20, 20), devicePixelRatioF()));
    m_ui->firstButton->setIcon(eye);
    m_ui->secondButton->setIcon(eye);
}

void RevealBar::changeEvent(QEvent *event)
{
    if (changesLook(event))
        restyle();
    QWidget::changeEvent(event);
}

void RevealBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        cancel();
    else
        QWidget::keyPressEvent(event);
}

} // namespace timbre::gui
