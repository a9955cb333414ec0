// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/end_dialog.h"

#include "core/clear_after.h"
#include "gui/panel_style.h"
#include "ui_end_dialog.h"

#include <QDateTime>
#include <QEvent>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {
constexpr qint64 minute = 60'000;
constexpr qint64 quarter = 15 * minute;
} // namespace

EndDialog::EndDialog(qint64 wallEnd, qint64 wallNow, QWidget *parent) :
    QDialog(parent),
    m_ui(std::make_unique<Ui::EndDialog>())
{
    m_ui->setupUi(this);
    m_ui->endEdit->setLayoutDirection(Qt::LeftToRight); // its digits are not mirrored
    const qint64 soon = (wallNow + 60 * minute + quarter - 1) / quarter * quarter;
    m_ui->endEdit->setMinimumDateTime(QDateTime::fromMSecsSinceEpoch((wallNow / minute + 1) * minute));
    m_ui->endEdit->setMaximumDateTime(QDateTime::fromMSecsSinceEpoch(wallNow + core::longestEnd));
    m_ui->endEdit->setDateTime(QDateTime::fromMSecsSinceEpoch(wallEnd > wallNow ? wallEnd : soon));
    const QLocale locale;
    QString time = locale.timeFormat(QLocale::ShortFormat);
    if (time.contains(u"ss")) // as the C locale has it
        time = u"HH:mm"_s;
    m_ui->endEdit->setDisplayFormat(locale.dateFormat(QLocale::ShortFormat) + u"  "_s + time);
    m_ui->endEdit->setCurrentSection(QDateTimeEdit::HourSection);
    connect(m_ui->setButton, &QPushButton::clicked, this, [this] {
        Q_EMIT picked(m_ui->endEdit->dateTime().toMSecsSinceEpoch() / minute * minute);
        accept();
    });
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    applyPanelStyle(this);
}

EndDialog::~EndDialog() = default;

void EndDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    if (changesLook(event))
        applyPanelStyle(this);
    QDialog::changeEvent(event);
}

} // namespace timbre::gui
