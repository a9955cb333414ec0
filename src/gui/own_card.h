// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clear_after.h"
#include "core/day_plan.h"
#include "core/schedule.h"
#include "core/store.h"

#include <QWidget>

#include <array>
#include <memory>

class QPushButton;

namespace Ui {
class OwnCard;
}

namespace timbre::gui {

// The user's own card, where no contact is chosen: the four states, quick moods, the account id to
// give away (features.md 5.4). Told what to show; says what was picked. Owned by the window's form.
class OwnCard : public QWidget
{
    Q_OBJECT

public:
    explicit OwnCard(QWidget *parent = nullptr);
    ~OwnCard() override;

    void setPerson(const core::ContactId &id, const QString &name, const QString &serverInWords);
    // `shown` is what contacts are told while it is not what was picked.
    void setStatus(const core::ManualStatus &status, core::Availability shown);
    // What the schedule makes of today; nothing hides it.
    void setPlan(const QList<core::ScheduledStatus> &plan, qint64 wallNow);
    // The part of it that can be moved here; empty hides the strip.
    void setDayPlan(const core::DayPlan &plan);
    void setConnected(bool connected);
    void setRecentMoods(const QList<core::RecentMood> &moods);
    void setBackVisible(bool visible);
    // What Invisible means now, in the place of the sentence for the standard one; empty = that one.
    void setInvisibleHint(const QString &hint);
    // Between the states and the moods; the card takes it over.
    void addSection(QWidget *section);

Q_SIGNALS:
    void backChosen();
    void availabilityPicked(timbre::core::Availability availability);
    void statusPicked(const timbre::core::ManualStatus &status);
    void presetPicked(const timbre::core::ManualStatus &status, timbre::core::ClearAfter after);
    void dayPlanChanged(const timbre::core::DayPlan &plan);
    void editPlanChosen();
    void copied(const QString &what);

protected:
    void changeEvent(QEvent *event) override;

private:
    std::array<std::pair<QPushButton *, core::Availability>, 4> stateButtons() const;
    void refresh();
    void refreshMoods();
    void restyle();

    std::unique_ptr<Ui::OwnCard> m_ui;
    QList<QPushButton *> m_moodButtons; // children of the form
    QList<core::RecentMood> m_recents;
    core::ContactId m_id;
    QString m_name;
    QString m_server;
    core::ManualStatus m_status;
    core::Availability m_shown = core::Availability::Chat;
    QList<core::ScheduledStatus> m_plan;
    qint64 m_now = 0;
    QString m_hint;
    bool m_connected = false;
};

} // namespace timbre::gui
