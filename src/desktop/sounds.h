// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <memory>

namespace timbre::desktop {

// Plays sounds of the desktop's sound theme ("message-new-instant") by libcanberra, in a thread of its own, because
// reaching a sound server can take its time. Without a device, a theme or a server it is silent, and says so once to
// the log. What is asked for while one is being started is dropped. Owned by the composition root; any thread may call.
class Sounds
{
public:
    Sounds();
    ~Sounds();
    Sounds(const Sounds &) = delete;
    Sounds &operator=(const Sounds &) = delete;

    void play(const QString &name);

private:
    class Player;
    std::shared_ptr<Player> m_player; // shared with its thread, which may outlive us if the sound server hangs
};

} // namespace timbre::desktop
