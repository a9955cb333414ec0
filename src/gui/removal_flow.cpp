// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/removal_flow.h"

#include "gui/confirm_bar.h"

#include <QApplication>

namespace timbre::gui {

using core::ContactId;

RemovalFlow::RemovalFlow(ConfirmBar &bar, core::Session &session) : m_bar(bar), m_session(session)
{
    connect(&bar, &ConfirmBar::removeConfirmed, this, [this](const ContactId &id, bool alsoBlock) {
        if (alsoBlock)
            m_session.block(id);
        else
            m_session.remove(id);
        Q_EMIT done();
    });
    connect(&bar, &ConfirmBar::blockConfirmed, this, [this](const ContactId &id) {
        m_session.block(id);
        Q_EMIT done();
    });
    connect(&bar, &ConfirmBar::cancelled, this, [this] {
        if (m_focusBefore && m_focusBefore->isVisible())
            m_focusBefore->setFocus(Qt::OtherFocusReason);
    });
    connect(&session.roster(), &core::Roster::contactsChanged, this, [this](const QSet<ContactId> &ids) {
        const ContactId asked = m_bar.asksAbout();
        if (!asked.isEmpty() && ids.contains(asked) && !m_session.roster().contact(asked))
            m_bar.cancel();
    });
}

void RemovalFlow::askRemove(const ContactId &id)
{
    const auto contact = m_session.roster().contact(id);
    if (!contact)
        return;
    m_focusBefore = QApplication::focusWidget();
    m_bar.askRemove(*contact);
}

void RemovalFlow::askBlock(const ContactId &id)
{
    const auto contact = m_session.roster().contact(id);
    if (!contact)
        return;
    m_focusBefore = QApplication::focusWidget();
    m_bar.askBlock(*contact);
}

} // namespace timbre::gui
