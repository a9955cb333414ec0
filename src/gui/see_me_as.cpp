// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/see_me_as.h"

#include "gui/avatar_view.h"
#include "gui/panel_style.h"
#include "gui/plain_label.h"
#include "gui/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {
constexpr int avatarSize = 48;
}

SeeMeAs::SeeMeAs(QWidget *parent) :
    QFrame(parent),
    m_title(new PlainLabel(this)),
    m_box(new QComboBox(this)),
    m_card(new QWidget(this)),
    m_avatar(new AvatarView(m_card)),
    m_name(new PlainLabel(m_card)),
    m_state(new PlainLabel(m_card)),
    m_mood(new PlainLabel(m_card)),
    m_note(new PlainLabel(m_card))
{
    setObjectName(u"seeMeAs"_s);
    m_box->setObjectName(u"seeMeAsBox"_s);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(12);
    m_state->setObjectName(u"seenState"_s);
    m_avatar->setDiameter(avatarSize);
    m_avatar->setInteractive(false);
    m_mood->setLines(2);
    m_note->setLines(5);
    for (const auto &[label, role] :
         {std::pair(m_title, "heading"), std::pair(m_name, "heading"), std::pair(m_state, "secondary"),
          std::pair(m_mood, "secondary"), std::pair(m_note, "small")})
        setRole(label, role);

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(14, 10, 14, 12);
    all->setSpacing(8);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_title);
    top->addWidget(m_box, 1);
    all->addLayout(top);
    auto *card = new QHBoxLayout(m_card);
    card->setContentsMargins(0, 4, 0, 0);
    card->setSpacing(12);
    card->addWidget(m_avatar, 0, Qt::AlignTop);
    auto *text = new QVBoxLayout;
    text->setSpacing(2);
    for (PlainLabel *label : {m_name, m_state, m_mood, m_note})
        text->addWidget(label);
    card->addLayout(text, 1);
    all->addWidget(m_card);
    connect(m_box, &QComboBox::currentIndexChanged, this, &SeeMeAs::chosenChanged);
    m_card->hide();
    retranslate();
    restyle();
}

void SeeMeAs::setPeople(const QList<Person> &people)
{
    if (people == m_people && m_box->count() > 0)
        return;
    const core::ContactId before = chosen();
    {
        const QSignalBlocker blocker(m_box);
        m_people = people;
        m_box->clear();
        m_box->addItem(tr("choose a contact"));
        for (const Person &person : people)
            m_box->addItem(person.name, person.id.node());
    }
    choose(before);
    setVisible(!people.isEmpty());
}

core::ContactId SeeMeAs::chosen() const
{
    return core::ContactId(m_box->currentData().toString());
}

void SeeMeAs::choose(const core::ContactId &id)
{
    m_box->setCurrentIndex(id.isEmpty() ? 0 : std::max(0, m_box->findData(id.node())));
}

void SeeMeAs::setView(const View &view)
{
    m_card->setVisible(!chosen().isEmpty());
    m_avatar->setPerson(view.id, view.name);
    m_avatar->setPresence(view.availability, view.freshness);
    m_avatar->setAccessibleName(view.state);
    m_name->setText(view.name);
    m_state->setText(view.state);
    m_mood->setText(view.mood);
    m_mood->setVisible(!view.mood.isEmpty());
    m_note->setText(view.note);
    m_note->setVisible(!view.note.isEmpty());
}

void SeeMeAs::retranslate()
{
    m_title->setText(tr("See me as"));
    m_box->setAccessibleName(tr("See me as this contact does"));
    if (m_box->count() > 0)
        m_box->setItemText(0, tr("choose a contact"));
}

void SeeMeAs::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(
        this, u"QFrame#seeMeAs { background: %1; border: none; border-radius: 8px; }"_s.arg(theme.surface.name()));
}

void SeeMeAs::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (changesLook(event))
        restyle();
    QFrame::changeEvent(event);
}

} // namespace timbre::gui
