// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/session.h"

#include <QObject>

#include <memory>

class QStackedWidget;

namespace timbre::gui {

class ContactCard;
class OwnCard;

// Whose card stands in the right pane: a contact's while there is such a contact, else one's own.
// Keeps a contact's card true while it is shown (presence, names, ages). Whether the pane itself is
// to be seen is the window's business. Owned by MainWindow; GUI thread; all handed in outlive it.
class CardPane : public QObject
{
    Q_OBJECT

public:
    CardPane(QStackedWidget &pane, ContactCard &contactCard, OwnCard &ownCard, core::Session &session,
             core::Clock &clock);

    void show(const core::ContactId &id); // empty: one's own
    void refresh();

private:
    QStackedWidget &m_pane;
    ContactCard &m_contactCard;
    OwnCard &m_ownCard;
    core::Session &m_session;
    core::Clock &m_clock;
    core::ContactId m_shown; // empty: one's own
    std::unique_ptr<core::Timer> m_ageTimer; // until "5 min" reads differently
};

} // namespace timbre::gui
