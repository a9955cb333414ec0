// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/presence_ledger.h"
#include "core/roster.h"

#include <QDialog>

#include <memory>

namespace Ui {
class LedgerDialog;
}

namespace timbre::gui {

// The presence ledger as a table, newest first, of everybody or of one contact: "why did Bob see me online?". Follows
// the ledger while it is open. Non-blocking: show it with open(). Owned by whoever opens it; ledger, roster and clock
// outlive it.
class LedgerDialog : public QDialog
{
    Q_OBJECT

public:
    LedgerDialog(core::PresenceLedger &ledger, const core::Roster &roster, core::Clock &clock,
                 QWidget *parent = nullptr);
    ~LedgerDialog() override;

    void setContact(const core::ContactId &id); // empty: everybody

protected:
    void changeEvent(QEvent *event) override;

private:
    core::ContactId contact() const;
    QString nameOf(const core::ContactId &id) const;
    QString who(const core::LedgerEntry &entry) const;
    QString what(const core::LedgerEntry &entry) const;
    QString why(const core::LedgerEntry &entry) const;
    void fillContacts();
    void refresh();
    void forget();
    void restyle();

    std::unique_ptr<Ui::LedgerDialog> m_ui;
    core::PresenceLedger &m_ledger;
    const core::Roster &m_roster;
    core::Clock &m_clock;
    std::unique_ptr<core::Timer> m_later; // many changes, one new table
    bool m_forgets = false; // the next press of the button does it
};

} // namespace timbre::gui
