// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/idle_reader.h"

#include <memory>

namespace timbre::desktop {

// Asks the X server through its screen saver extension, on a connection of its own. Not under Wayland, where the X
// server sees only what X programs get.
class ScreenIdleReader final : public IdleReader
{
public:
    ScreenIdleReader();
    ~ScreenIdleReader() override;

    void read(Done done) override;

private:
    class Display;
    std::unique_ptr<Display> m_display;
};

} // namespace timbre::desktop
