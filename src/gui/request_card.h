// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact.h"

#include <QWidget>

#include <memory>

namespace Ui {
class RequestCard;
}

namespace timbre::gui {

// One person who wants to be a contact, or one who appeared in the server's list without the user's
// approval (features.md S13): who, what they wrote (plain text), what to do. Owned by
// RequestsPanel.
class RequestCard : public QWidget
{
    Q_OBJECT

public:
    explicit RequestCard(QWidget *parent = nullptr);
    ~RequestCard() override;

    void setContact(const core::Contact &contact);
    void setError(const QString &sentence); // empty = none
    void setRevealing(bool reveals); // accepting tells them that the user, who is hidden, is here

Q_SIGNALS:
    void acceptChosen();
    void declineChosen(); // of an unapproved entry: remove
    void blockChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void restyle();

    std::unique_ptr<Ui::RequestCard> m_ui;
    core::Contact m_contact;
    bool m_revealing = false;
};

} // namespace timbre::gui
