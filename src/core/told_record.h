// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact_id.h"
#include "core/effective_status.h"

#include <QHash>

#include <optional>

namespace timbre::core {

// Who was told what on this line: one broadcast, and those told something else since. A value.
class ToldRecord
{
public:
    void everybody(const Told &told)
    {
        m_everybody = told;
        m_some.clear();
    }
    void some(const Told &told, const QList<QString> &nodes)
    {
        for (const QString &node : nodes) {
            if (m_everybody == told)
                m_some.remove(ContactId(node));
            else
                m_some.insert(ContactId(node), told);
        }
    }
    // Became a contact after the last broadcast, or is none any more.
    void nothing(const ContactId &id)
    {
        if (m_everybody)
            m_some.insert(id, std::nullopt);
        else
            m_some.remove(id);
    }
    std::optional<Told> of(const ContactId &id) const { return m_some.value(id, m_everybody); }
    // Whether a broadcast of this would tell nobody anything new.
    bool isEverybody(const Told &told) const { return m_everybody == told && m_some.isEmpty(); }

private:
    std::optional<Told> m_everybody;
    QHash<ContactId, std::optional<Told>> m_some;
};

} // namespace timbre::core
