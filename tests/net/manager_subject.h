// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/connection_manager.h"
#include "net/fixed_random.h"
#include "support/fake_clock.h"

#include <QCoreApplication>
#include <QTest>

namespace timbre::test {

// A ConnectionManager on an invented clock, with a record of everything it said.
struct ManagerSubject {
    using State = core::ConnectionState;
    using Problem = core::ConnectionProblem;

    ManagerSubject() : manager(clock, random, QStringLiteral("timbre-0badcafe"))
    {
        using core::Connection;
        QObject::connect(&manager, &Connection::statusChanged, &manager,
                         [this](const core::ConnectionStatus &status) { statuses.append(status); });
        QObject::connect(&manager, &Connection::signedIn, &manager,
                         [this](const core::ContactId &id) { signedInAs.append(id.node()); });
        QObject::connect(&manager, &Connection::lineLost, &manager, [this] { ++linesLost; });
        QObject::connect(&manager, &Connection::frameReceived, &manager,
                         [this](const protocol::Frame &frame) { frames.append(frame); });
    }

    void signIn(const QList<QUrl> &urls)
    {
        QList<core::Endpoint> endpoints;
        for (const QUrl &url : urls)
            endpoints.append({url});
        manager.signIn(endpoints, credentials);
    }

    core::ConnectionStatus status() const { return manager.status(); }
    State state() const { return status().state; }
    Problem problem() const { return status().problem; }
    QList<State> states() const
    {
        QList<State> result;
        for (const auto &each : statuses)
            result.append(each.state);
        return result;
    }
    core::Milliseconds untilRetry() const { return core::Milliseconds(status().retryAt - clock.monotonic()); }
    // Waiting over: the next attempt begins.
    void sleepUntilRetry() { clock.advance(untilRetry()); }

    FakeClock clock;
    FixedRandom random;
    core::Credentials credentials{
        QStringLiteral("alice"), {}, core::Credentials::Kind::Password, QStringLiteral("open sesame")};
    net::ConnectionManager manager;
    QList<core::ConnectionStatus> statuses;
    QStringList signedInAs;
    QList<protocol::Frame> frames;
    int linesLost = 0;
};

} // namespace timbre::test
