// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDebug>
#include <QHashFunctions>
#include <QMetaType>
#include <QString>

namespace timbre::core {

// The node of an account, as a type of its own: never a name, never a row.
class ContactId
{
public:
    ContactId() = default;
    explicit ContactId(QString node) : m_node(std::move(node)) { }

    const QString &node() const { return m_node; }
    bool isEmpty() const { return m_node.isEmpty(); }

    friend bool operator==(const ContactId &, const ContactId &) = default;
    friend bool operator<(const ContactId &a, const ContactId &b) { return a.m_node < b.m_node; }
    friend size_t qHash(const ContactId &id, size_t seed = 0) { return qHash(id.m_node, seed); }
    friend QDebug operator<<(QDebug debug, const ContactId &id) { return debug << id.m_node; }

private:
    QString m_node;
};

} // namespace timbre::core

Q_DECLARE_METATYPE(timbre::core::ContactId)
