// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/message_store.h"
#include "store/profile.h"

#include <QHash>
#include <QVariant>

namespace timbre::store {

// The manual status and what it goes back to at its end.
struct ManualRecord {
    core::ManualStatus now;
    core::ManualStatus before; // never has an end itself
    bool operator==(const ManualRecord &) const = default;
};

// All that a profile keeps.
struct ProfileData {
    std::optional<AccountRecord> account;
    QHash<core::ContactId, core::Contact> contacts;
    ManualRecord manual;
    QList<core::RecentMood> moods;
    QHash<QString, QString> settings;
    core::MessageStore::Start messages; // not all: the rest stays on disk
};

// What was said since the last commit: the newest value of each thing, so it stays small however
// long the disk is full.
struct Changes {
    bool forgetAccount = false; // comes before all others
    std::optional<AccountRecord> account;
    QHash<core::ContactId, std::optional<core::Contact>> contacts; // none: forgotten
    std::optional<ManualRecord> manual;
    std::optional<QList<core::RecentMood>> moods;
    QHash<QString, QString> settings;
    // After each other in this order.
    struct TakenBack {
        core::ConversationId conversation;
        qint64 mid = 0;
        bool mine = false;
    };
    QHash<qint64, std::optional<core::ChatMessage>> messages; // none: thrown away
    QHash<core::ConversationId, qint64> read; // up to this id
    QList<TakenBack> takenBack;

    bool isEmpty() const;
    // `newer` was said after this.
    void add(Changes newer);
};

// The SQLite file of a profile (engineering.md 5). Made, used and destroyed in one thread: the
// writer's.
class Database
{
public:
    explicit Database(const QString &file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // Opens, migrates and reads all. After an error the object is of no more use.
    Expected<ProfileData, ProfileError> load();
    // All in one transaction, or nothing.
    Expected<Success, ProfileError> write(const Changes &changes);

    // The newest `count` before `before`, in order.
    QList<core::ChatMessage> messages(const core::ConversationId &conversation, const core::MessageKey &before,
                                      int count);

    static constexpr int version = 4;

private:
    class Failure;
    void run(const QString &sql);
    void migrate();
    ProfileData read();
    void apply(const Changes &changes);
    // In database_messages.cpp.
    core::MessageStore::Start readMessages();
    void applyMessages(const Changes &changes);
    QList<core::ChatMessage> select(const QString &where, const QVariantList &values = {});

    QString m_file;
    QString m_connection;
};

} // namespace timbre::store
