// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <optional>

namespace timbre::core {

// The desktop's own do-not-disturb: a port, implemented by desktop::QuietWatch. start() asks and returns at once; what
// is found, then or later, comes as changed(), perhaps never. GUI thread.
class QuietSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    // Nothing where no desktop tells.
    virtual std::optional<bool> isQuiet() const = 0;

Q_SIGNALS:
    void changed();
};

} // namespace timbre::core
