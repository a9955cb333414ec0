// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/expected.h"
#include "protocol/nodeid.h"

#include <QHash>

namespace timbre::cli {

// Names of accounts and their nodes, both ways. Owned by a Line.
class Names
{
public:
    // Of the own account. A name without '@' is of its domain.
    void setDomain(const QString &domain) { m_domain = domain; }
    // Servers with a salt of their own number their accounts differently (protocol.md 4.1): then only node ids help.
    // Called with what the server told at sign-in.
    void checkScheme(const QString &ownName, const QString &ownNode);

    // A node as it is; NAME or NAME@DOMAIN by tim's rule. Where a name looks like a node, "node:ID" and "NAME@" tell
    // which is meant. The error is a sentence.
    Expected<QString, QString> node(const QString &nodeOrName) const;

    void learn(const QString &node, const QString &name);
    // Empty if not known.
    QString name(const QString &node) const { return m_names.value(node); }

private:
    protocol::NodeIdScheme m_scheme;
    QString m_domain;
    bool m_isSchemeKnown = true;
    QHash<QString, QString> m_names;
};

} // namespace timbre::cli
