// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/environment.h"

#include <QHash>
#include <QString>

namespace timbre::node {

// Slows down guessing: five failures within a minute for one (address, account) are free, after
// that each further attempt waits 1, 2, 4 ... 60 s before it is looked at. Pure but for the clock;
// loop thread only.
class SignInGuard
{
public:
    explicit SignInGuard(std::function<SteadyTime()> now) : m_now(std::move(now)) { }

    std::chrono::seconds delay(const QString &address, const QString &account);
    void failed(const QString &address, const QString &account);
    void succeeded(const QString &address, const QString &account);

private:
    struct Record {
        int failures = 0;
        SteadyTime last;
    };
    using Key = std::pair<QString, QString>;

    std::function<SteadyTime()> m_now;
    QHash<Key, Record> m_records;
};

} // namespace timbre::node
