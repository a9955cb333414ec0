// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/random.h"

#include <QList>

#include <random>

namespace timbre::test {

// Chance a test can repeat: first the scripted values, then a generator with a fixed seed.
class FakeRandom final : public core::Random
{
public:
    explicit FakeRandom(quint64 seed = 1) : m_generator(seed) { }

    void script(const QList<double> &uniforms) { m_script += uniforms; }

    double uniform() override
    {
        if (!m_script.isEmpty())
            return m_script.takeFirst();
        return static_cast<double>(m_generator() >> 11) / 9007199254740992.0; // 2^53
    }
    quint64 bits() override { return m_generator(); }

private:
    QList<double> m_script;
    std::mt19937_64 m_generator;
};

} // namespace timbre::test
