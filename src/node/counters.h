// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <array>

namespace timbre::node {

// What a running node counts, for its metrics: plain numbers, added to where the thing happens. Owned by the node and
// handed down by reference; loop thread only.
struct Counters {
    // By frame type, the first byte without its upper bit.
    std::array<quint64, 128> framesIn{};
    std::array<quint64, 128> framesOut{};
    quint64 bytesIn = 0; // payload bytes of frames, without WebSocket and TLS
    quint64 bytesOut = 0;
    quint64 connections = 0; // accepted
    quint64 refusedConnections = 0; // over a limit
    // Passwords, for signing in and for tokens.
    quint64 rightPasswords = 0;
    quint64 wrongPasswords = 0; // also unknown names and blocked accounts
    quint64 busyPasswords = 0; // turned away because too many were waiting
};

} // namespace timbre::node
