// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/store.h"

#include <QHash>

namespace timbre::test {

// core::Store without a disk. Open to the test: what it holds is what was saved.
class MemoryStore final : public core::Store
{
public:
    QHash<core::ContactId, core::Contact> saved;
    core::ManualStatus manual;
    core::ManualStatus before;
    core::Schedule week;
    QList<core::RecentMood> moods;
    QHash<QString, QByteArray> documents;
    bool adopted = false;
    int writes = 0;

    QList<core::Contact> contacts() const override { return saved.values(); }
    void saveContact(const core::Contact &contact) override
    {
        saved.insert(contact.id, contact);
        ++writes;
    }
    void forgetContact(const core::ContactId &id) override
    {
        saved.remove(id);
        ++writes;
    }
    core::ManualStatus manualStatus() const override { return manual; }
    core::ManualStatus statusBefore() const override { return before; }
    void saveManualStatus(const core::ManualStatus &status, const core::ManualStatus &fallback) override
    {
        manual = status;
        before = fallback;
        ++writes;
    }
    core::Schedule schedule() const override { return week; }
    void saveSchedule(const core::Schedule &schedule) override
    {
        week = schedule;
        ++writes;
    }
    QList<core::RecentMood> recentMoods() const override { return moods; }
    void saveRecentMoods(const QList<core::RecentMood> &recent) override
    {
        moods = recent;
        ++writes;
    }
    QByteArray document(const QString &name) const override { return documents.value(name); }
    void saveDocument(const QString &name, const QByteArray &text) override
    {
        documents.insert(name, text);
        ++writes;
    }
    bool isRosterAdopted() const override { return adopted; }
    void setRosterAdopted() override { adopted = true; }
};

} // namespace timbre::test
