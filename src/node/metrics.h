// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/counters.h"
#include "node/node_store.h"

namespace timbre::node {

// Everything the metrics tell, taken at one moment.
struct MetricsSnapshot {
    Counters counters;
    NodeStore::Load store;
    int connections = 0;
    int accountsOnline = 0;
    qsizetype accounts = 0;
    qint64 messagesStored = 0;
    qint64 residentBytes = 0;
    double cpuSeconds = 0;
};

// In Prometheus' text format, version 0.0.4. Pure.
QByteArray metricsText(const MetricsSnapshot &snapshot);

// Of this process; 0 where the system does not tell.
qint64 residentBytes();
double cpuSeconds();

} // namespace timbre::node
