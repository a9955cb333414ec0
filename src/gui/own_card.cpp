// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/own_card.h"

#include "core/text.h"
#include "gui/elided_button.h"
#include "gui/icons.h"
#include "gui/mood_presets.h"
#include "gui/panel_style.h"
#include "gui/plan_strip.h"
#include "gui/presence_painter.h"
#include "gui/words.h"
#include "ui_own_card.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

using core::Availability;

constexpr int quickMoods = 6;
constexpr int bigAvatar = 96;
constexpr int cardWidth = 480; // a wider window gives space, not longer buttons

} // namespace

OwnCard::OwnCard(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::OwnCard>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    m_ui->avatarView->setDiameter(bigAvatar);
    m_ui->avatarView->setInteractive(false);
    for (const auto &[button, availability] : stateButtons())
        connect(button, &QPushButton::clicked, this, [this, availability = availability] {
            refresh(); // stays checked until told otherwise
            Q_EMIT availabilityPicked(availability);
        });
    connect(m_ui->backButton, &QToolButton::clicked, this, &OwnCard::backChosen);
    connect(m_ui->copyButton, &QToolButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_id.node());
        Q_EMIT copied(m_id.node());
    });
    connect(m_ui->planStrip, &PlanStrip::planChanged, this, &OwnCard::dayPlanChanged);
    connect(m_ui->planStrip, &PlanStrip::editChosen, this, &OwnCard::editPlanChosen);
    m_ui->planStrip->hide();
    restyle();
    refresh();
    refreshMoods();
}

OwnCard::~OwnCard() = default;

std::array<std::pair<QPushButton *, Availability>, 4> OwnCard::stateButtons() const
{
    return {{{m_ui->chatButton, Availability::Chat},
             {m_ui->awayButton, Availability::Away},
             {m_ui->busyButton, Availability::Busy},
             {m_ui->invisibleButton, Availability::Invisible}}};
}

void OwnCard::setPerson(const core::ContactId &id, const QString &name, const QString &serverInWords)
{
    m_id = id;
    m_name = name;
    m_server = serverInWords;
    refresh();
}

void OwnCard::setStatus(const core::ManualStatus &status, Availability shown)
{
    m_status = status;
    m_shown = shown;
    refresh();
}

void OwnCard::setPlan(const QList<core::ScheduledStatus> &plan, qint64 wallNow)
{
    m_plan = plan;
    m_now = wallNow;
    refresh();
}

void OwnCard::setDayPlan(const core::DayPlan &plan)
{
    m_ui->planStrip->setPlan(plan);
    m_ui->planStrip->setVisible(!plan.isEmpty());
}

void OwnCard::setConnected(bool connected)
{
    m_connected = connected;
    refresh();
}

void OwnCard::setRecentMoods(const QList<core::RecentMood> &moods)
{
    if (moods == m_recents)
        return; // buttons keep the focus
    m_recents = moods;
    refreshMoods();
}

void OwnCard::setBackVisible(bool visible)
{
    m_ui->backButton->setVisible(visible);
}

void OwnCard::setInvisibleHint(const QString &hint)
{
    m_hint = hint;
    refresh();
}

void OwnCard::addSection(QWidget *section)
{
    section->setParent(m_ui->content);
    m_ui->contentLayout->insertWidget(m_ui->contentLayout->indexOf(m_ui->account), section);
    m_ui->contentLayout->insertSpacing(m_ui->contentLayout->indexOf(m_ui->account), 8);
}

void OwnCard::refresh()
{
    const Theme &theme = themeOf(QApplication::palette());
    m_ui->avatarView->setPerson(m_id, m_name);
    m_ui->avatarView->setPresence(m_shown, m_connected ? core::Freshness::Live : core::Freshness::Stale);
    m_ui->avatarView->setAccessibleName(tr("Your picture"));
    m_ui->nameLabel->setText(m_name);
    m_ui->serverLabel->setText(m_server);
    m_ui->serverLabel->setVisible(!m_server.isEmpty());
    for (const auto &[button, availability] : stateButtons()) {
        button->setText(availabilityName(availability));
        button->setIcon(presenceIcon(availability, theme));
        button->setChecked(m_status.availability == availability);
        button->setAccessibleName(tr("Set my status to %1").arg(availabilityName(availability)));
    }
    m_ui->invisibleHint->setVisible(m_status.availability == Availability::Invisible || !m_hint.isEmpty());
    m_ui->invisibleHint->setText(!m_hint.isEmpty() ? m_hint : tr("You look offline to people who use Timbre. Simple clients "
                                    "such as webtim may still show you as online."));
    QStringList plan;
    for (const core::ScheduledStatus &part : std::as_const(m_plan)) {
        //: %1 and %2 are times, %3 a state: "09:00 – 10:00  Busy"
        const QString line
            = tr("%1 – %2  %3")
                  .arg(words::clockTime(part.from), words::clockTime(part.until), availabilityName(part.availability));
        plan << (part.mood.isEmpty() ? line : line + u" · "_s + core::isolated(part.mood));
    }
    m_ui->planTitle->setVisible(!plan.isEmpty());
    m_ui->planLabel->setVisible(!plan.isEmpty());
    m_ui->planLabel->setText(plan.join(u'\n'));
    m_ui->account->setVisible(!m_id.isEmpty());
    m_ui->accountLabel->setText(m_id.node());
}

void OwnCard::refreshMoods()
{
    const Theme &theme = themeOf(QApplication::palette());
    QList<MoodPreset> moods;
    const auto offer = [&moods](const MoodPreset &offered) {
        const bool known = std::any_of(moods.cbegin(), moods.cend(),
                                       [&offered](const MoodPreset &other) { return other.mood == offered.mood; });
        if (!offered.mood.isEmpty() && !known && moods.size() < quickMoods)
            moods << offered;
    };
    const QList<MoodPreset> presets = ownMoodPresets();
    for (qsizetype i = 0; i < qMin<qsizetype>(3, m_recents.size()); ++i) {
        const core::RecentMood &recent = m_recents[i];
        // A preset used before is still the preset, with its end.
        const auto preset = std::find_if(presets.cbegin(), presets.cend(), [&recent](const MoodPreset &own) {
            return own.mood == recent.mood && own.availability == recent.availability;
        });
        offer(preset != presets.cend() ? *preset : MoodPreset{recent.availability, recent.mood});
    }
    for (const MoodPreset &preset : presets)
        offer(preset);

    qDeleteAll(m_moodButtons);
    m_moodButtons.clear();
    for (const MoodPreset &preset : std::as_const(moods)) {
        const core::ManualStatus status{*preset.availability, preset.mood};
        auto *button = new ElidedButton(m_ui->moods);
        button->setIcon(presenceIcon(status.availability, theme));
        button->setObjectName(u"quickMoodButton"_s);
        button->setAutoDefault(false);
        button->setPlainText(status.mood);
        button->setAccessibleName(
            //: %1 is a state, %2 a mood
            tr("Set my status to %1, %2").arg(availabilityName(status.availability), status.mood));
        connect(button, &QPushButton::clicked, this, [this, status, after = preset.after] {
            if (after == core::ClearAfter::Never)
                Q_EMIT statusPicked(status);
            else
                Q_EMIT presetPicked(status, after);
        });
        const auto place = static_cast<int>(m_moodButtons.size());
        m_ui->moodsLayout->addWidget(button, place / 2, place % 2);
        m_moodButtons << button;
    }
    // Tab walks states, moods, account.
    setTabOrder(m_ui->invisibleButton, m_ui->planStrip);
    QWidget *before = m_ui->planStrip;
    for (QPushButton *button : std::as_const(m_moodButtons)) {
        setTabOrder(before, button);
        before = button;
    }
    setTabOrder(before, m_ui->copyButton);
}

void OwnCard::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(this,
                    u"timbre--gui--OwnCard, QScrollArea, QWidget#content { background: %1; }"
                    "QFrame#account { background: %2; border: none; border-radius: 8px; }"
                    "QPushButton { text-align: left; }"_s.arg(theme.window.name(), theme.surface.name()));
    m_ui->content->setMaximumWidth(qRound(cardWidth * metrics::scale(QApplication::font())));
    m_ui->copyButton->setIcon(themedIcon(u"copy"_s, theme));
    m_ui->backButton->setIcon(themedIcon(layoutDirection() == Qt::RightToLeft ? u"forward"_s : u"back"_s, theme));
}

void OwnCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh();
        refreshMoods();
    }
    if (changesLook(event) || event->type() == QEvent::LayoutDirectionChange) {
        restyle();
        refresh();
        refreshMoods();
    }
    QWidget::changeEvent(event);
}

} // namespace timbre::gui
