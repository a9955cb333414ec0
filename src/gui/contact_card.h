// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact.h"
#include "core/last_seen.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ContactCard;
}

namespace timbre::gui {

// All that is known of one contact, and what can be done about it (features.md S14, 5.4). Nothing
// here is a chat. Told what to show; says what was chosen. Owned by the window's form.
class ContactCard : public QWidget
{
    Q_OBJECT

public:
    explicit ContactCard(QWidget *parent = nullptr);
    ~ContactCard() override;

    // `wallNow` makes the ages; the caller shows it again when agesChangeIn() says so.
    void setContact(const core::Contact &contact, const core::ContactPresence &presence, qint64 wallNow);
    void setGroups(const QStringList &names);
    void setLastSeen(const core::LastSeen::Fact &seen); // before setContact()
    core::ContactId contact() const;
    qint64 agesChangeIn(qint64 wallNow) const; // ms; -1 = never
    void setBackVisible(bool visible);

Q_SIGNALS:
    void backChosen();
    void renameChosen(const timbre::core::ContactId &id, const QString &nickname);
    void pinChosen(const timbre::core::ContactId &id, bool pinned);
    void removeChosen(const timbre::core::ContactId &id);
    void blockChosen(const timbre::core::ContactId &id);
    void ledgerChosen(const timbre::core::ContactId &id); // what this contact saw of the user
    void copied(const QString &what);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void startRenaming();
    void stopRenaming(bool keep);
    void refresh();
    void restyle();

    std::unique_ptr<Ui::ContactCard> m_ui;
    core::Contact m_contact;
    core::ContactPresence m_presence;
    core::LastSeen::Fact m_seen;
    qint64 m_now = 0;
};

} // namespace timbre::gui
