// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_id.h"

#include <QDialog>

#include <memory>

namespace Ui {
class AddContactDialog;
}

namespace timbre::gui {

// Asks for an account, a message and a private name (features.md S13). Stays open while the request
// is under way and tells what went wrong beside the field; never modal. Owned by MainWindow, which
// does the asking.
class AddContactDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AddContactDialog(QWidget *parent = nullptr);
    ~AddContactDialog() override;

    void start(const core::ContactId &ownId, const QString &ownAccount, const QString &ownName,
               const QString &wanted); // empties, fills in whom to add, shows
    void showAccountError(const QString &sentence);
    void showError(const QString &sentence); // of the request as a whole
    bool isWaiting() const;
    QString account() const;

Q_SIGNALS:
    void submitted(const QString &account, const QString &text, const QString &nickname);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void setWaiting(bool waiting);
    void restyle();

    std::unique_ptr<Ui::AddContactDialog> m_ui;
    core::ContactId m_ownId;
    QString m_ownAccount;
    bool m_waiting = false;
};

} // namespace timbre::gui
