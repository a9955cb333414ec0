// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/node.h"

#include <QStringList>

namespace timbre::node {

struct ConfigFile {
    NodeConfig config;
    QStringList notices; // old spellings and keys that have no effect here, one sentence each
};

struct ConfigError {
    QString key; // empty: the file as a whole
    QString reason;
};

// A configuration in tim's own JSON (protocol.md 10.2, 10.3): keys without regard to case, the
// dotted spelling of older versions with a notice, unknown keys ignored with a notice. A key that asks for what this
// node is not (another database, foreign accounts) is an error, one without effect a notice. Pure: opens no files.
Expected<ConfigFile, ConfigError> parseConfig(const QByteArray &json, const NodeConfig &defaults);

// "port", ":port" or "host:port", with [..] around an IPv6 address. False if it is none of them.
bool parseListen(const QString &text, NodeConfig &config);

} // namespace timbre::node
