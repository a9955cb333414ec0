// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>

#include <utility>

namespace timbre::node {

// Counts connections, so that strangers can neither exhaust the descriptors nor take the places of
// those who are signed in (engineering.md 6.5). Every connection holds a Ticket for as long as it
// lives. Loop thread only; outlives all tickets.
class Gate
{
public:
    Gate(int limit, int perAddress) : m_limit(limit), m_perAddress(perAddress) { }

    class Ticket
    {
    public:
        Ticket() = default;
        Ticket(Gate &gate, QString address) : m_gate(&gate), m_address(std::move(address))
        {
            ++gate.m_all;
            ++gate.m_byAddress[m_address].all;
            ++gate.m_strangers;
            ++gate.m_byAddress[m_address].strangers;
        }
        Ticket(Ticket &&other) noexcept :
            m_gate(std::exchange(other.m_gate, nullptr)),
            m_address(std::move(other.m_address)),
            m_trusted(other.m_trusted)
        {
        }
        Ticket &operator=(Ticket &&) = delete;
        ~Ticket()
        {
            if (!m_gate)
                return;
            trust();
            --m_gate->m_all;
            const auto count = m_gate->m_byAddress.find(m_address);
            if (--count->all == 0)
                m_gate->m_byAddress.erase(count);
        }
        void trust()
        {
            if (!m_gate || std::exchange(m_trusted, true))
                return;
            --m_gate->m_strangers;
            --m_gate->m_byAddress[m_address].strangers;
        }
        const QString &address() const { return m_address; }

    private:
        Gate *m_gate = nullptr;
        QString m_address;
        bool m_trusted = false;
    };

    int connections() const { return m_all; }
    bool admits(const QString &address) const
    {
        const Counts counts = m_byAddress.value(address);
        return m_all < m_limit && counts.all < m_perAddress && m_strangers < strangerLimit
            && counts.strangers < strangersPerAddress;
    }

private:
    // An office behind one address that comes back after a power cut still gets in within seconds.
    static constexpr int strangerLimit = 1024;
    static constexpr int strangersPerAddress = 128;

    struct Counts {
        int all = 0;
        int strangers = 0;
    };

    int m_limit;
    int m_perAddress;
    int m_all = 0;
    int m_strangers = 0;
    QHash<QString, Counts> m_byAddress;
};

} // namespace timbre::node
