// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/session.h"

#include <QObject>

#include <memory>

class QStackedWidget;

namespace timbre::gui {

class ContactCard;
class ConversationPane;
class OwnCard;

// What stands in the right pane: the conversation with a contact, the contact's card, or one's own card while there is
// nobody. Keeps it true while it is shown (presence, names, ages). Whether the pane itself is to be seen is the
// window's business. Owned by MainWindow; GUI thread; all handed in outlive it.
class CardPane : public QObject
{
    Q_OBJECT

public:
    CardPane(QStackedWidget &pane, ContactCard &contactCard, OwnCard &ownCard, ConversationPane &conversation,
             core::Session &session, core::Clock &clock);

    // The conversation with an accepted contact, the card of any other; empty: one's own card.
    void show(const core::ContactId &id);
    void showCard(const core::ContactId &id);
    // Also with people who are no contacts.
    void converse(const core::ContactId &id);
    bool isCardOfContact() const { return m_face == Face::Card && !m_shown.isEmpty(); }
    core::ContactId shown() const { return m_shown; }
    void refresh();

private:
    enum class Face { Card, Conversation, AnyConversation };
    void turn(const core::ContactId &id, Face face);
    void startAgeTimer(qint64 next);

    QStackedWidget &m_pane;
    ContactCard &m_contactCard;
    OwnCard &m_ownCard;
    ConversationPane &m_conversation;
    core::Session &m_session;
    core::Clock &m_clock;
    core::ContactId m_shown; // empty: one's own
    Face m_face = Face::Card;
    std::unique_ptr<core::Timer> m_ageTimer; // until "5 min" reads differently
};

} // namespace timbre::gui
