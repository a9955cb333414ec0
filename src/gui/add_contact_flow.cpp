// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/add_contact_flow.h"

#include "gui/add_contact_dialog.h"
#include "gui/words.h"

namespace timbre::gui {

namespace {

using core::RequestProblem;

constexpr core::Milliseconds refusalTakes{700};

} // namespace

AddContactFlow::AddContactFlow(core::Session &session, core::Clock &clock, QWidget *window) :
    m_session(session),
    m_window(window),
    m_timer(clock.makeTimer([this] { requestStands(); }))
{
    connect(&session, &core::Session::contactAdded, this, &AddContactFlow::requestLeft);
}

AddContactFlow::~AddContactFlow() = default;

void AddContactFlow::start(const QString &ownAccount, const QString &wanted)
{
    if (!m_dialog) {
        m_dialog = new AddContactDialog(m_window);
        connect(m_dialog, &AddContactDialog::submitted, this,
                [this](const QString &who, const QString &text, const QString &nickname) {
                    m_session.addContact(who, text, nickname);
                });
    }
    if (m_dialog->isVisible() && (wanted.isEmpty() || m_dialog->isWaiting())) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog->setRevealing(m_session.reveals().isHidden());
    const QString ownName = m_session.ownName();
    m_dialog->start(m_session.ownId(), ownAccount, ownName.isEmpty() ? ownAccount : ownName, wanted);
}

void AddContactFlow::requestLeft(const core::ContactId &id)
{
    if (!m_dialog || !m_dialog->isWaiting())
        return;
    if (m_session.reveals().isHidden()) {
        m_session.reveals().revealed(id, core::Reveal::Way::Added);
        if (m_dialog->staysVisible())
            m_session.reveals().stayVisibleTo(id);
    }
    m_added = id;
    m_timer->start(refusalTakes);
}

void AddContactFlow::requestStands()
{
    const core::ContactId id = std::exchange(m_added, {});
    if (m_dialog && m_dialog->isWaiting())
        m_dialog->accept();
    Q_EMIT requestSent(id);
}

bool AddContactFlow::takeFailure(const core::ContactId &id, RequestProblem problem)
{
    if (!m_dialog || !m_dialog->isWaiting())
        return false;
    if (!id.isEmpty() && !m_added.isEmpty() && id != m_added)
        return false;
    m_timer->stop();
    m_added = {};
    const QString sentence = words::requestSentence(problem, m_dialog->account());
    switch (problem) {
    case RequestProblem::NoSuchAccount:
    case RequestProblem::Yourself:
    case RequestProblem::BlockedByThem:
    case RequestProblem::AlreadyContact:
        m_dialog->showAccountError(sentence);
        return true;
    case RequestProblem::NotConnected:
    case RequestProblem::NoAnswer:
    case RequestProblem::ServerError:
        m_dialog->showError(sentence);
        return true;
    }
    return false;
}

} // namespace timbre::gui
