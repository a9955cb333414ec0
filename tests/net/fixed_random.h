// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/random.h"

namespace timbre::test {

// Chance without surprises: always the same.
class FixedRandom final : public core::Random
{
public:
    double uniform() override { return value; }
    quint64 bits() override { return 0x0123456789abcdef; }

    double value = 0.5;
};

} // namespace timbre::test
