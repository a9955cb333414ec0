// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/store.h"

#include <QHash>

namespace timbre::core {

// A Store that keeps everything in memory and forgets it: for accounts that shall leave no trace (the demo's friends).
class VolatileStore final : public Store
{
public:
    QList<Contact> contacts() const override { return m_contacts.values(); }
    void saveContact(const Contact &contact) override { m_contacts.insert(contact.id, contact); }
    void forgetContact(const ContactId &id) override { m_contacts.remove(id); }
    ManualStatus manualStatus() const override { return m_status; }
    ManualStatus statusBefore() const override { return m_before; }
    void saveManualStatus(const ManualStatus &status, const ManualStatus &before) override
    {
        m_status = status;
        m_before = before;
    }
    Schedule schedule() const override { return m_schedule; }
    void saveSchedule(const Schedule &schedule) override { m_schedule = schedule; }
    QList<RecentMood> recentMoods() const override { return m_moods; }
    void saveRecentMoods(const QList<RecentMood> &moods) override { m_moods = moods; }
    QByteArray document(const QString &name) const override { return m_documents.value(name); }
    void saveDocument(const QString &name, const QByteArray &text) override { m_documents.insert(name, text); }
    bool isRosterAdopted() const override { return m_isRosterAdopted; }
    void setRosterAdopted() override { m_isRosterAdopted = true; }

private:
    QHash<ContactId, Contact> m_contacts;
    ManualStatus m_status;
    ManualStatus m_before;
    Schedule m_schedule;
    QList<RecentMood> m_moods;
    QHash<QString, QByteArray> m_documents;
    bool m_isRosterAdopted = false;
};

} // namespace timbre::core
