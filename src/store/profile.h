// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/message_store.h"
#include "core/store.h"
#include "protocol/expected.h"
#include "store/account_record.h"

#include <functional>
#include <memory>

namespace timbre::store {

struct ProfileError {
    enum class Kind {
        FolderUnusable, // cannot be made or written
        InUse, // another Timbre runs on it
        DatabaseCorrupt, // moved aside as detail; a fresh one can be started by opening again
        DatabaseTooNew, // written by a newer Timbre
        DiskFull,
    };
    Kind kind;
    QString detail; // path
};

// One folder (mode 0700) with one SQLite file (0600, WAL): the account, its contacts, the last manual status, small
// settings. Implements core::Store. Reads are served from memory, loaded at open(); writes go to a thread of its own
// that owns the database connection, in batches. Destruction flushes. One program at a time per folder (lock file).
class Profile final : public core::Store
{
public:
    static Expected<std::unique_ptr<Profile>, ProfileError> open(const QString &folder);
    ~Profile() override;

    QString folder() const;
    std::optional<AccountRecord> account() const;
    void saveAccount(const AccountRecord &account);
    void forgetAccount(); // with its contacts and status
    // All the accounts that this profile opens. The row above is the first of them, which is all that older versions
    // know; one that such a version has put there comes first.
    QList<AccountRecord> accounts() const;
    void saveAccounts(const QList<AccountRecord> &accounts); // an empty list leaves the row
    // Small values of windows (geometry, sort mode, start status…); keys are "area/name".
    QString setting(const QString &key, const QString &fallback = {}) const;
    void saveSetting(const QString &key, const QString &value);
    // Everything said so far is on disk when this returns; for tests and exit. Blocks.
    void flush();
    // The last write that failed (disk full, …), for a line in the window; empty if all is well.
    std::optional<ProfileError> lastWriteError() const;
    // Called on the thread of open() when writing begins to fail, and with nothing when all is on disk again. What
    // failed is kept and tried again with the next write, or after 10 s.
    void onWriteError(std::function<void(std::optional<ProfileError>)> callback);

    // What was said with whom; lives as long as the profile.
    core::MessageStore &messages();

    QList<core::Contact> contacts() const override;
    void saveContact(const core::Contact &contact) override;
    void forgetContact(const core::ContactId &id) override;
    core::ManualStatus manualStatus() const override;
    core::ManualStatus statusBefore() const override;
    void saveManualStatus(const core::ManualStatus &status, const core::ManualStatus &before) override;
    core::Schedule schedule() const override;
    void saveSchedule(const core::Schedule &schedule) override;
    QList<core::RecentMood> recentMoods() const override;
    void saveRecentMoods(const QList<core::RecentMood> &moods) override;
    QByteArray document(const QString &name) const override;
    void saveDocument(const QString &name, const QByteArray &text) override;
    bool isRosterAdopted() const override;
    void setRosterAdopted() override;

private:
    class Private;
    explicit Profile(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace timbre::store
