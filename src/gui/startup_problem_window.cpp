// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "gui/startup_problem_window.h"

#include "ui_startup_problem_window.h"

#include <QCloseEvent>

namespace timbre::gui {

StartupProblemWindow::StartupProblemWindow(const QString &sentence, QWidget *parent) :
    QWidget(parent),
    m_ui(std::make_unique<Ui::StartupProblemWindow>())
{
    m_ui->setupUi(this);
    m_ui->sentenceLabel->setText(sentence);
    QFont heading = m_ui->headingLabel->font();
    heading.setPointSizeF(heading.pointSizeF() * 1.4);
    heading.setWeight(QFont::DemiBold);
    m_ui->headingLabel->setFont(heading);
    connect(m_ui->tryAgainButton, &QPushButton::clicked, this, &StartupProblemWindow::tryAgainChosen);
    connect(m_ui->quitButton, &QPushButton::clicked, this, &StartupProblemWindow::quitChosen);
}

StartupProblemWindow::~StartupProblemWindow() = default;

void StartupProblemWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    QWidget::changeEvent(event);
}

void StartupProblemWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT quitChosen();
}

} // namespace timbre::gui
