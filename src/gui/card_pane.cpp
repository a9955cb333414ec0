// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/card_pane.h"

#include "gui/contact_card.h"
#include "gui/conversation_pane.h"
#include "gui/own_card.h"

#include <QStackedWidget>

namespace timbre::gui {

using core::ContactId;

CardPane::CardPane(QStackedWidget &pane, ContactCard &contactCard, OwnCard &ownCard, ConversationPane &conversation,
                   core::Session &session, core::Clock &clock) :
    m_pane(pane),
    m_contactCard(contactCard),
    m_ownCard(ownCard),
    m_conversation(conversation),
    m_session(session),
    m_clock(clock),
    m_ageTimer(clock.makeTimer([this] { refresh(); }))
{
    pane.setCurrentWidget(&ownCard);
    const auto refreshIfShown = [this](const QSet<ContactId> &ids) {
        if (!m_shown.isEmpty() && ids.contains(m_shown))
            refresh();
    };
    connect(&session.roster(), &core::Roster::contactsChanged, this, refreshIfShown);
    connect(&session.groups(), &core::ContactGroups::groupsChanged, this, [this] { refresh(); });
    connect(&session.presences(), &core::PresenceModel::presencesChanged, this, refreshIfShown);
}

void CardPane::show(const ContactId &id)
{
    turn(id, Face::Conversation);
}

void CardPane::showCard(const ContactId &id)
{
    turn(id, Face::Card);
}

void CardPane::converse(const ContactId &id)
{
    turn(id, Face::AnyConversation);
}

void CardPane::turn(const ContactId &id, Face face)
{
    m_shown = id;
    m_face = face;
    refresh();
}

void CardPane::startAgeTimer(qint64 next)
{
    if (next >= 0)
        m_ageTimer->start(core::Milliseconds(next));
    else
        m_ageTimer->stop();
}

void CardPane::refresh()
{
    const std::optional<core::Contact> contact = m_session.roster().contact(m_shown);
    const bool accepted = contact && contact->relation == core::Relation::Accepted;
    if (!m_shown.isEmpty() && (m_face == Face::AnyConversation || (m_face == Face::Conversation && accepted))) {
        m_conversation.setPeer(m_shown);
        m_pane.setCurrentWidget(&m_conversation);
        startAgeTimer(m_conversation.statesChangeIn());
        return;
    }
    m_conversation.setPeer({});
    // Whoever is gone or still asks has no card: requests are answered in their own place.
    if (!contact || contact->relation == core::Relation::AsksUs || contact->relation == core::Relation::Unapproved) {
        m_shown = {};
        m_ageTimer->stop();
        m_pane.setCurrentWidget(&m_ownCard);
        return;
    }
    const qint64 now = m_clock.wall();
    QStringList groups;
    for (const QString &id : m_session.groups().groupsOf(m_shown))
        groups.append(m_session.groups().group(id)->name);
    m_contactCard.setGroups(groups);
    m_contactCard.setLastSeen(m_session.lastSeen().of(m_shown));
    m_contactCard.setContact(*contact, m_session.presences().presence(m_shown), now);
    m_pane.setCurrentWidget(&m_contactCard);
    startAgeTimer(m_contactCard.agesChangeIn(now));
}

} // namespace timbre::gui
