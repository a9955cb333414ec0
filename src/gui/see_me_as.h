// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"
#include "core/contact_id.h"

#include <QFrame>

class QComboBox;

namespace timbre::gui {

class AvatarView;
class PlainLabel;

// "See me as Anna": one's own card once more, small, as a chosen contact sees it. Told what to show; says who was
// chosen. Lives in OwnCard; GUI thread.
class SeeMeAs : public QFrame
{
    Q_OBJECT

public:
    struct Person {
        core::ContactId id;
        QString name;
        bool operator==(const Person &) const = default;
    };
    struct View {
        core::ContactId id; // one's own
        QString name;
        core::Availability availability = core::Availability::Unknown;
        core::Freshness freshness = core::Freshness::Live;
        QString state; // "Busy until 15:00"
        QString mood;
        QString note; // why, or for whom this does not hold
    };

    explicit SeeMeAs(QWidget *parent = nullptr);

    void setPeople(const QList<Person> &people);
    core::ContactId chosen() const; // empty: nobody yet
    void choose(const core::ContactId &id);
    void setView(const View &view);

Q_SIGNALS:
    void chosenChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void restyle();

    QList<Person> m_people;
    PlainLabel *m_title; // all children
    QComboBox *m_box;
    QWidget *m_card;
    AvatarView *m_avatar;
    PlainLabel *m_name;
    PlainLabel *m_state;
    PlainLabel *m_mood;
    PlainLabel *m_note;
};

} // namespace timbre::gui
