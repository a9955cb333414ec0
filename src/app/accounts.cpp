// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/accounts.h"

#include <algorithm>

namespace timbre::app {

Accounts::~Accounts() = default;

QList<Account *> Accounts::all() const
{
    QList<Account *> accounts;
    for (const auto &account : m_accounts)
        accounts.append(account.get());
    return accounts;
}

Account *Accounts::add(std::unique_ptr<Account> account)
{
    m_accounts.push_back(std::move(account));
    Account *newest = m_accounts.back().get();
    Q_EMIT added(newest);
    if (!m_current)
        setCurrent(newest);
    return newest;
}

void Accounts::setCurrent(Account *account)
{
    if (account == m_current)
        return;
    Account *former = std::exchange(m_current, account);
    if (former && account && former->window().isVisible()) {
        QWidget &from = former->window();
        QWidget &to = account->window();
        to.setGeometry(from.geometry());
        to.setWindowState(from.windowState());
        to.show();
        to.activateWindow();
        from.hide();
    }
    Q_EMIT currentChanged(m_current);
}

void Accounts::remove(Account *account)
{
    const auto place
        = std::find_if(m_accounts.begin(), m_accounts.end(), [&](const auto &each) { return each.get() == account; });
    if (place == m_accounts.end())
        return;
    const qsizetype index = place - m_accounts.begin();
    m_going.push_back(std::move(*place));
    m_accounts.erase(place);
    if (m_current == account) {
        const QList<Account *> left = all();
        setCurrent(left.isEmpty() ? nullptr : left.at(std::min(index, left.size() - 1)));
    }
    account->window().hide();
    Q_EMIT removed(account);
    QMetaObject::invokeMethod(
        this, [this] { m_going.clear(); }, Qt::QueuedConnection);
}

} // namespace timbre::app
