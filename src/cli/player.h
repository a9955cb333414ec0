// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/context.h"
#include "cli/play_script.h"
#include "cli/transcript.h"
#include "core/random.h"

#include <map>

namespace timbre::cli {

// Plays a script: each actor is an account with a line of its own. What an action brings, results and events of all
// actors, is written when the next action begins or the script ends, after everybody was quiet for a while; an
// expectation waits for one of them. Accounts are made afresh in every run, with a random prefix and random passwords.
// Owned by the command `play`.
class Player
{
public:
    struct Patience {
        core::Milliseconds expectation{10'000};
        core::Milliseconds quiet{300};
    };

    Player(core::Clock &clock, core::Random &random, const Settings &settings, Patience patience,
           std::function<void(const QString &line)> write);
    ~Player();

    Outcome play(const QList<PlayStep> &steps);

private:
    struct Actor;

    Actor &actor(const QString &name);
    Outcome act(const PlayStep &step);
    Outcome runStep(Actor &actor, const PlayStep &step);
    Outcome expect(const PlayStep &step);
    Outcome expectNothing(Actor &actor, const PlayStep &step);
    void keepResult(Actor &actor, const PlayStep &step);
    QStringList withValues(const QStringList &words) const;
    void settle();
    void flush();

    core::Clock &m_clock;
    core::Random &m_random;
    const Settings &m_settings;
    const Patience m_patience;
    const std::function<void(const QString &)> m_write;
    const QString m_prefix;
    Transcript m_transcript;
    std::map<QString, std::unique_ptr<Actor>> m_actors;
    QHash<QString, QString> m_variables;
    qint64 m_lastEvent = 0; // monotonic ms
};

} // namespace timbre::cli
