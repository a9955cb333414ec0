// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_id.h"

#include <QDialog>

#include <memory>

class QCheckBox;

namespace Ui {
class AddContactDialog;
}

namespace timbre::gui {

class PlainLabel;

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
    // The user is hidden, and the request tells them that they are here: said before it is sent.
    void setRevealing(bool reveals);
    bool staysVisible() const; // to whom the request goes, while hidden
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
    PlainLabel *m_revealLabel; // children of the form
    QCheckBox *m_stayCheck;
    bool m_waiting = false;
    bool m_revealing = false;
};

} // namespace timbre::gui
