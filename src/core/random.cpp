// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/random.h"

#include <QRandomGenerator>

namespace timbre::core {

Milliseconds Random::between(Milliseconds low, Milliseconds high)
{
    Q_ASSERT(low <= high);
    const double span = static_cast<double>((high - low).count());
    return low + Milliseconds(static_cast<qint64>(uniform() * span));
}

double SystemRandom::uniform()
{
    return QRandomGenerator::global()->generateDouble();
}

quint64 SystemRandom::bits()
{
    return QRandomGenerator::global()->generate64();
}

} // namespace timbre::core
