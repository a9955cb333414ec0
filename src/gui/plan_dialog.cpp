// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/plan_dialog.h"

#include "core/text.h"
#include "gui/panel_style.h"
#include "gui/presence_painter.h"
#include "gui/words.h"
#include "ui_plan_dialog.h"

#include <QApplication>
#include <QDateTime>
#include <QEvent>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

using core::Availability;
using core::DayPlan;

constexpr Availability offered[] = {Availability::Chat, Availability::Away, Availability::Busy};
constexpr qint64 hour = 3'600'000;
constexpr qint64 quarter = hour / 4;

QTime timeOf(qint64 wall)
{
    return QDateTime::fromMSecsSinceEpoch(wall).time();
}

// The first moment after `begin` at which clocks here show `time`.
qint64 after(qint64 begin, const QTime &time)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(begin).date();
    const qint64 sameDay = QDateTime(day, time).toMSecsSinceEpoch();
    return sameDay > begin ? sameDay : QDateTime(day.addDays(1), time).toMSecsSinceEpoch();
}

} // namespace

PlanDialog::PlanDialog(const DayPlan &plan, qint64 wallNow, QWidget *parent) :
    QDialog(parent),
    m_ui(std::make_unique<Ui::PlanDialog>())
{
    if (plan.isOver(wallNow)) {
        m_from = (wallNow + quarter - 1) / quarter * quarter;
    } else {
        m_from = plan.from();
        m_parts = plan.parts();
    }
    m_ui->setupUi(this);
    m_ui->moodEdit->setLimits(core::moodGraphemes, core::moodBytes);
    for (const Availability availability : offered)
        m_ui->stateBox->addItem(QString(), static_cast<int>(availability));
    connect(m_ui->fromEdit, &QTimeEdit::timeChanged, this, &PlanDialog::takePart);
    connect(m_ui->toEdit, &QTimeEdit::timeChanged, this, &PlanDialog::takePart);
    connect(m_ui->stateBox, &QComboBox::currentIndexChanged, this, &PlanDialog::takePart);
    connect(m_ui->moodEdit, &QLineEdit::textChanged, this, &PlanDialog::takePart);
    connect(m_ui->partList, &QListWidget::currentRowChanged, this, &PlanDialog::showPart);
    connect(m_ui->addButton, &QPushButton::clicked, this, &PlanDialog::add);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &PlanDialog::remove);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->saveButton, &QPushButton::clicked, this, [this] {
        Q_EMIT picked(DayPlan(m_from, m_parts));
        accept();
    });
    restyle();
    m_ui->partList->setCurrentRow(m_parts.isEmpty() ? -1 : 0);
    showPart();
}

PlanDialog::~PlanDialog() = default;

QString PlanDialog::sentence(const core::ScheduledStatus &part)
{
    //: %1 and %2 are times, %3 a state: "12:00 to 13:00: Away"
    const QString line
        = tr("%1 to %2: %3")
              .arg(words::clockTime(part.from), words::clockTime(part.until), availabilityName(part.availability));
    //: %1 is "12:00 to 13:00: Away", %2 a mood
    return part.mood.isEmpty() ? line : tr("%1, %2").arg(line, core::isolated(part.mood));
}

qint64 PlanDialog::beginOf(qsizetype part) const
{
    return part == 0 ? m_from : m_parts.at(part - 1).until;
}

void PlanDialog::add()
{
    if (m_parts.size() >= DayPlan::mostParts)
        return;
    m_parts.append({Availability::Busy, {}, beginOf(m_parts.size()) + hour});
    refreshList();
    m_ui->partList->setCurrentRow(static_cast<int>(m_parts.size()) - 1);
    QWidget *first = m_parts.size() == 1 ? m_ui->fromEdit : m_ui->toEdit;
    first->setFocus(Qt::OtherFocusReason);
}

void PlanDialog::remove()
{
    const int row = m_ui->partList->currentRow();
    if (row < 0)
        return;
    m_parts.removeAt(row);
    refreshList();
    m_ui->partList->setCurrentRow(qMin(row, static_cast<int>(m_parts.size()) - 1));
    showPart();
}

void PlanDialog::showPart()
{
    const int row = m_ui->partList->currentRow();
    const bool any = row >= 0 && row < m_parts.size();
    m_ui->fields->setEnabled(any);
    m_ui->removeButton->setEnabled(any);
    m_ui->addButton->setEnabled(m_parts.size() < DayPlan::mostParts);
    if (!any)
        return;
    const QScopedValueRollback showing(m_showing, true);
    const DayPlan::Part &part = m_parts.at(row);
    m_ui->fromEdit->setTime(timeOf(beginOf(row)));
    m_ui->fromEdit->setEnabled(row == 0);
    m_ui->toEdit->setTime(timeOf(part.until));
    m_ui->stateBox->setCurrentIndex(m_ui->stateBox->findData(static_cast<int>(part.availability)));
    m_ui->moodEdit->setText(part.mood);
}

void PlanDialog::takePart()
{
    const int row = m_ui->partList->currentRow();
    if (m_showing || row < 0 || row >= m_parts.size())
        return;
    if (row == 0)
        m_from = QDateTime(QDateTime::fromMSecsSinceEpoch(m_from).date(), m_ui->fromEdit->time()).toMSecsSinceEpoch();
    DayPlan::Part &part = m_parts[row];
    part.until = after(beginOf(row), m_ui->toEdit->time());
    part.availability = Availability(m_ui->stateBox->currentData().toInt());
    part.mood = core::cleanMood(m_ui->moodEdit->text());
    refreshList();
}

void PlanDialog::refreshList()
{
    const QScopedValueRollback showing(m_showing, true);
    QListWidget &list = *m_ui->partList;
    while (list.count() > m_parts.size())
        delete list.takeItem(list.count() - 1);
    while (list.count() < m_parts.size())
        list.addItem(QString());
    bool sane = true;
    for (int row = 0; row < list.count(); ++row) {
        const DayPlan::Part &part = m_parts.at(row);
        const bool holds = part.until > beginOf(row);
        sane = sane && holds;
        list.item(row)->setText(holds ? sentence({part.availability, part.mood, beginOf(row), part.until})
                                      : tr("Ends before it begins"));
        list.item(row)->setIcon(presenceIcon(part.availability, themeOf(QApplication::palette())));
    }
    if (!sane)
        m_ui->hintLabel->setText(tr("A part that ends before it begins is not kept."));
    else if (m_parts.isEmpty())
        m_ui->hintLabel->setText(tr("One part after the other, such as lunch, then Busy, then Chat. Contacts who use "
                                    "Timbre see what comes next."));
    else
        m_ui->hintLabel->setText(tr("Holds while your status is Chat, before the weekly schedule."));
}

void PlanDialog::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(
        this,
        u"QListWidget { background: %1; border: 1px solid %2; border-radius: 6px; padding: 4px; outline: 0; }"
        "QListWidget::item { color: %3; padding: 6px; border-radius: 6px; }"
        "QListWidget::item:selected { background: %4; color: %3; }"_s.arg(theme.raised.name(), theme.border.name(),
                                                                          theme.text.name(), theme.selected.name()));
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    if (format.contains(u"ss")) // as the C locale has it
        format = u"HH:mm"_s;
    m_ui->fromEdit->setDisplayFormat(format);
    m_ui->toEdit->setDisplayFormat(format);
    const QScopedValueRollback showing(m_showing, true);
    for (int i = 0; i < m_ui->stateBox->count(); ++i) {
        m_ui->stateBox->setItemText(i, availabilityName(offered[i]));
        m_ui->stateBox->setItemIcon(i, presenceIcon(offered[i], theme));
    }
    refreshList();
}

void PlanDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    if (changesLook(event) || event->type() == QEvent::LanguageChange)
        restyle();
    QDialog::changeEvent(event);
}

} // namespace timbre::gui
