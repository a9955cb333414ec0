// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/schedule_dialog.h"

#include "core/text.h"
#include "gui/panel_style.h"
#include "gui/presence_painter.h"
#include "gui/words.h"
#include "ui_schedule_dialog.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

using core::Availability;
using core::Schedule;
using core::ScheduleRule;

constexpr quint8 workdays = 0x1f;
constexpr Availability offered[] = {Availability::Busy, Availability::Away};

QTime timeOf(int minutes)
{
    return {minutes / 60, minutes % 60};
}

int minutesOf(const QTime &time)
{
    return time.hour() * 60 + time.minute();
}

QString daysInWords(quint8 days)
{
    if (days == 0x7f)
        return ScheduleDialog::tr("Every day");
    QStringList names;
    for (int day = 1; day <= 7; ++day) {
        if ((days >> (day - 1)) & 1)
            names << QLocale().standaloneDayName(day, QLocale::ShortFormat);
    }
    return days == workdays ? ScheduleDialog::tr("%1 to %2", "days").arg(names.first(), names.last())
                            : names.join(ScheduleDialog::tr(", ", "between days"));
}

} // namespace

ScheduleDialog::ScheduleDialog(const Schedule &schedule, QWidget *parent) :
    QDialog(parent),
    m_ui(std::make_unique<Ui::ScheduleDialog>()),
    m_rules(schedule.rules())
{
    m_ui->setupUi(this);
    m_ui->moodEdit->setLimits(core::moodGraphemes, core::moodBytes);
    for (int day = 1; day <= 7; ++day) {
        auto *button = new QToolButton(m_ui->dayBox);
        button->setObjectName(u"day%1"_s.arg(day));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setProperty("segment", u"day"_s);
        connect(button, &QToolButton::clicked, this, &ScheduleDialog::takeRule);
        m_ui->dayLayout->addWidget(button);
        m_days << button;
    }
    for (const Availability availability : offered)
        m_ui->stateBox->addItem(QString(), static_cast<int>(availability));
    for (QTimeEdit *edit : {m_ui->fromEdit, m_ui->toEdit})
        edit->setLayoutDirection(Qt::LeftToRight); // or a right-to-left desktop reads 00:09
    connect(m_ui->fromEdit, &QTimeEdit::timeChanged, this, &ScheduleDialog::takeRule);
    connect(m_ui->toEdit, &QTimeEdit::timeChanged, this, &ScheduleDialog::takeRule);
    connect(m_ui->stateBox, &QComboBox::currentIndexChanged, this, &ScheduleDialog::takeRule);
    connect(m_ui->moodEdit, &QLineEdit::textChanged, this, &ScheduleDialog::takeRule);
    connect(m_ui->ruleList, &QListWidget::currentRowChanged, this, &ScheduleDialog::showRule);
    connect(m_ui->addButton, &QPushButton::clicked, this, &ScheduleDialog::add);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &ScheduleDialog::remove);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->saveButton, &QPushButton::clicked, this, [this] {
        Q_EMIT picked(Schedule(m_rules));
        accept();
    });
    restyle();
    m_ui->ruleList->setCurrentRow(m_rules.isEmpty() ? -1 : 0);
    showRule();
    // The hint wraps, and layouts forget that when they say how low a window may be.
    const QSize wanted = sizeHint();
    setMinimumHeight(layout()->totalMinimumHeightForWidth(wanted.width()));
    resize(wanted.width(), qMax(wanted.height(), minimumHeight()));
}

ScheduleDialog::~ScheduleDialog() = default;

QString ScheduleDialog::sentence(const ScheduleRule &rule)
{
    const auto clock = [](int minutes) { return words::clockTime(timeOf(minutes)); };
    //: %1 is days, %2 and %3 times, %4 a state: "Mon to Fri, 09:00 to 10:00: Busy"
    const QString line
        = tr("%1, %2 to %3: %4")
              .arg(daysInWords(rule.days), clock(rule.from), clock(rule.to), availabilityName(rule.availability));
    //: %1 is "Mon to Fri, 09:00 to 10:00: Busy", %2 a mood
    return rule.mood.isEmpty() ? line : tr("%1, %2").arg(line, core::isolated(rule.mood));
}

void ScheduleDialog::add()
{
    if (m_rules.size() >= Schedule::mostRules)
        return;
    m_rules.append({workdays, 9 * 60, 10 * 60, Availability::Busy, {}});
    refreshList();
    m_ui->ruleList->setCurrentRow(static_cast<int>(m_rules.size()) - 1);
    m_days.first()->setFocus(Qt::OtherFocusReason);
}

void ScheduleDialog::remove()
{
    const int row = m_ui->ruleList->currentRow();
    if (row < 0)
        return;
    m_rules.removeAt(row);
    refreshList();
    m_ui->ruleList->setCurrentRow(qMin(row, static_cast<int>(m_rules.size()) - 1));
    showRule();
}

void ScheduleDialog::showRule()
{
    const int row = m_ui->ruleList->currentRow();
    const bool any = row >= 0 && row < m_rules.size();
    m_ui->fields->setEnabled(any);
    m_ui->removeButton->setEnabled(any);
    m_ui->addButton->setEnabled(m_rules.size() < Schedule::mostRules);
    if (!any)
        return;
    const QScopedValueRollback showing(m_showing, true);
    const ScheduleRule &rule = m_rules.at(row);
    for (int day = 0; day < 7; ++day)
        m_days[day]->setChecked((rule.days >> day) & 1);
    m_ui->fromEdit->setTime(timeOf(rule.from));
    m_ui->toEdit->setTime(timeOf(rule.to));
    m_ui->stateBox->setCurrentIndex(rule.availability == Availability::Away ? 1 : 0);
    m_ui->moodEdit->setText(rule.mood);
}

void ScheduleDialog::takeRule()
{
    const int row = m_ui->ruleList->currentRow();
    if (m_showing || row < 0 || row >= m_rules.size())
        return;
    ScheduleRule &rule = m_rules[row];
    rule.days = 0;
    for (int day = 0; day < 7; ++day)
        rule.days = static_cast<quint8>(rule.days | (m_days[day]->isChecked() ? 1 << day : 0));
    rule.from = minutesOf(m_ui->fromEdit->time());
    rule.to = minutesOf(m_ui->toEdit->time());
    rule.availability = offered[m_ui->stateBox->currentIndex()];
    rule.mood = core::cleanMood(m_ui->moodEdit->text());
    refreshList();
}

void ScheduleDialog::refreshList()
{
    const QScopedValueRollback showing(m_showing, true);
    QListWidget &list = *m_ui->ruleList;
    while (list.count() > m_rules.size())
        delete list.takeItem(list.count() - 1);
    while (list.count() < m_rules.size())
        list.addItem(QString());
    bool sane = true;
    for (int row = 0; row < list.count(); ++row) {
        const ScheduleRule &rule = m_rules.at(row);
        const bool says = !Schedule({rule}).isEmpty();
        sane = sane && says;
        list.item(row)->setText(says ? sentence(rule) : rule.days == 0 ? tr("On no day") : tr("Begins when it ends"));
        list.item(row)->setIcon(presenceIcon(rule.availability, themeOf(QApplication::palette())));
    }
    m_ui->hintLabel->setText(!sane ? tr("A line without days, or that ends when it begins, is not kept.")
                                   : tr("Holds while your status is Chat. Picking Chat during a line skips it."));
}

void ScheduleDialog::restyle()
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
    for (int day = 1; day <= 7; ++day) {
        m_days[day - 1]->setText(QLocale().standaloneDayName(day, QLocale::ShortFormat));
        m_days[day - 1]->setAccessibleName(QLocale().standaloneDayName(day));
    }
    for (int i = 0; i < m_ui->stateBox->count(); ++i) {
        m_ui->stateBox->setItemText(i, availabilityName(offered[i]));
        m_ui->stateBox->setItemIcon(i, presenceIcon(offered[i], themeOf(QApplication::palette())));
    }
    refreshList();
}

void ScheduleDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    if (changesLook(event) || event->type() == QEvent::LanguageChange)
        restyle();
    QDialog::changeEvent(event);
}

} // namespace timbre::gui
