// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/session.h"

#include <QObject>

#include <memory>

namespace timbre::gui {

class AddContactDialog;

// Adding someone, from the dialog to what came of it (features.md S13): asks, sends the request,
// and closes the dialog or shows the refusal in it. tim answers a request only when it fails, so a
// moment without an answer is success. Says nothing in the window itself. Owned by MainWindow; GUI
// thread; session and clock outlive it.
class AddContactFlow : public QObject
{
    Q_OBJECT

public:
    AddContactFlow(core::Session &session, core::Clock &clock, QWidget *window);
    ~AddContactFlow() override;

    // `ownAccount` as people give it away: "alice", "alice@example.org".
    // `wanted` is whom to add, if that is known already.
    void start(const QString &ownAccount, const QString &wanted = {});
    // True if the problem is the request's and now stands in the dialog.
    bool takeFailure(const core::ContactId &id, core::RequestProblem problem);

Q_SIGNALS:
    void requestSent(const timbre::core::ContactId &id);

private:
    void requestLeft(const core::ContactId &id);
    void requestStands();

    core::Session &m_session;
    QWidget *m_window; // parent of the dialog
    AddContactDialog *m_dialog = nullptr; // child of the window, made when first wanted
    core::ContactId m_added; // who it asks
    std::unique_ptr<core::Timer> m_timer; // runs while a request that left may still be refused
};

} // namespace timbre::gui
