// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/account.h"

#include <QObject>

#include <memory>
#include <vector>

namespace timbre::app {

// Owner of all accounts that are signed in at the same time, in the order in which they came. The window of the current
// one is on the screen, those of the others are hidden; making another one current puts its window in the same place.
// Neither opens accounts nor signs them in or out. Owned by Application; GUI thread.
class Accounts : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~Accounts() override;

    QList<Account *> all() const;
    Account *current() const { return m_current; } // null only while there is none
    bool isEmpty() const { return m_accounts.empty(); }

    // The first one becomes current; nothing is shown.
    Account *add(std::unique_ptr<Account> account);
    // If the window of the former one was on the screen, the new one's takes its place, its size and the focus.
    void setCurrent(Account *account);
    // May be called from its own signals: its window goes at once, the object when the event loop is reached. A
    // neighbour becomes current.
    void remove(Account *account);

Q_SIGNALS:
    void added(timbre::app::Account *account);
    void removed(timbre::app::Account *account); // still whole, for the last time
    void currentChanged(timbre::app::Account *account); // null: none is left

private:
    std::vector<std::unique_ptr<Account>> m_accounts;
    std::vector<std::unique_ptr<Account>> m_going; // removed, until the event loop is reached
    Account *m_current = nullptr;
};

} // namespace timbre::app
