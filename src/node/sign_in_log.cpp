// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/sign_in_log.h"

namespace timbre::node {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto interval = 60s;
constexpr qsizetype addressLimit = 10'000;

} // namespace

void SignInLog::refused(const QString &address)
{
    if (!m_log)
        return;
    if (m_count++ == 0)
        m_timers.after(interval, [this] { flush(); });
    if (m_byAddress.size() < addressLimit || m_byAddress.contains(address))
        ++m_byAddress[address];
}

void SignInLog::flush()
{
    if (m_count == 0)
        return;
    auto busiest = m_byAddress.cbegin();
    for (auto it = m_byAddress.cbegin(); it != m_byAddress.cend(); ++it) {
        if (*it > *busiest)
            busiest = it;
    }
    m_log(LogLevel::Warning,
          m_byAddress.size() == 1 ? u"sign-ins refused: %1 from %2"_s.arg(m_count).arg(busiest.key())
                                  : u"sign-ins refused: %1 from %2 addresses, %3 of them from %4"_s.arg(m_count)
                                        .arg(m_byAddress.size())
                                        .arg(*busiest)
                                        .arg(busiest.key()));
    m_count = 0;
    m_byAddress.clear();
}

} // namespace timbre::node
