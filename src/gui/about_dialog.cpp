// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/about_dialog.h"

#include "gui/icons.h"
#include "gui/panel_style.h"
#include "gui/theme.h"
#include "ui_about_dialog.h"

#include <QApplication>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace timbre::gui {

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent), m_ui(std::make_unique<Ui::AboutDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
    restyle();
}

AboutDialog::~AboutDialog() = default;

void AboutDialog::restyle()
{
    applyPanelStyle(
        this, u"timbre--gui--AboutDialog { background: %1; }"_s.arg(themeOf(QApplication::palette()).surface.name()));
    m_ui->iconLabel->setPixmap(appIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    const QString version = QApplication::applicationVersion();
    m_ui->versionLabel->setText(version.isEmpty() ? QString() : tr("Version %1").arg(version));
    m_ui->versionLabel->setVisible(!version.isEmpty());
}

void AboutDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        restyle();
    }
    if (changesLook(event))
        restyle();
    QDialog::changeEvent(event);
}

} // namespace timbre::gui
