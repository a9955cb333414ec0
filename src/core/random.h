// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"

#include <QString>

namespace timbre::core {

// Chance, handed in like time. Not for secrets.
class Random
{
public:
    virtual ~Random() = default;
    virtual double uniform() = 0; // [0, 1)
    virtual quint64 bits() = 0;

    Milliseconds between(Milliseconds low, Milliseconds high);
};

class SystemRandom final : public Random
{
public:
    double uniform() override;
    quint64 bits() override;
};

} // namespace timbre::core
