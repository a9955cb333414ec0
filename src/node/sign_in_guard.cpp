// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/sign_in_guard.h"

#include <algorithm>

namespace timbre::node {

using namespace std::chrono_literals;

namespace {

constexpr int freeFailures = 5;
constexpr auto window = 60s;
constexpr auto longestDelay = 60s;
// Forgetting is cheap; remembering every name a scanner tries is not.
constexpr int recordLimit = 10'000;

} // namespace

std::chrono::seconds SignInGuard::delay(const QString &address, const QString &account)
{
    const auto record = m_records.constFind({address, account});
    if (record == m_records.constEnd() || record->failures < freeFailures)
        return 0s;
    if (m_now() - record->last > window)
        return 0s;
    const int excess = std::min(record->failures - freeFailures, 6);
    return std::min<std::chrono::seconds>(std::chrono::seconds(1 << excess), longestDelay);
}

void SignInGuard::failed(const QString &address, const QString &account)
{
    const SteadyTime now = m_now();
    if (m_records.size() >= recordLimit) {
        m_records.removeIf([now](auto record) { return now - record.value().last > window; });
        if (m_records.size() >= recordLimit)
            m_records.clear();
    }
    Record &record = m_records[{address, account}];
    if (now - record.last > window)
        record.failures = 0;
    ++record.failures;
    record.last = now;
}

void SignInGuard::succeeded(const QString &address, const QString &account)
{
    m_records.remove({address, account});
}

} // namespace timbre::node
