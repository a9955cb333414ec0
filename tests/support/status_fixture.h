// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/status_controller.h"
#include "support/fake_clock.h"
#include "support/fake_random.h"
#include "support/memory_store.h"
#include "support/scripted_connection.h"

namespace timbre::test {

// A StatusController on a scripted connection, its user in Chat with the mood "hi".
struct StatusFixture {
    FakeClock clock;
    FakeRandom random;
    MemoryStore store;
    ScriptedConnection connection{&clock};
    core::PresencePacer pacer{connection, clock};
    std::unique_ptr<core::StatusController> status;

    StatusFixture()
    {
        store.manual = {core::Availability::Chat, QStringLiteral("hi")};
        start();
    }
    // Again on the same store, as the next start of the program.
    void start() { status = std::make_unique<core::StatusController>(pacer, connection, store, clock, random); }
    void goOnline()
    {
        connection.bringUp();
        connection.synchronized();
        status->announce();
        clock.advance(100);
    }
};

} // namespace timbre::test
