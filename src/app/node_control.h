// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace timbre::node {
struct NodeConfig;
}

namespace timbre::app {

// One command of the administrator for the node in a data folder: asked over its control socket if it runs, done on its
// database if it does not. The answer is an object as in node/admin.h, also for what went wrong on the way: "error" is
// then "unreachable" or "start". Blocks for at most half a minute.
QJsonObject askNode(const node::NodeConfig &config, const QJsonObject &request);

// The same for a running node only; nothing if none runs or it does not answer.
std::optional<QJsonObject> askRunningNode(const QString &dataFolder, const QJsonObject &request);

} // namespace timbre::app
