// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/database.h"

#include <QObject>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace timbre::store {

// The thread that owns a profile's Database. Takes what was said, in batches of 50 ms, and keeps what failed to try it
// again with the next batch or after 10 s. Owned by Profile; all calls come from the owner's thread, none but start(),
// stop() and flush() waits. Writes what it still has before it ends.
class ProfileWriter
{
public:
    using LoadResult = Expected<ProfileData, ProfileError>;

    explicit ProfileWriter(const QString &file) : m_file(file) { }
    ~ProfileWriter() { stop(); }
    ProfileWriter(const ProfileWriter &) = delete;
    ProfileWriter &operator=(const ProfileWriter &) = delete;

    // Opens the database and reads all of it. After an error only stop() is of use.
    LoadResult start();
    void stop();
    // Takes the newest value of something to the writer.
    void say(Changes changes);
    // `job` in the writer's thread, after what was said before; then `done` in the owner's. What waits for that when
    // the writer stops is dropped.
    void ask(std::function<void(Database &)> job, std::function<void()> done);
    // As flush(), but not longer than this.
    void settle(std::chrono::milliseconds limit);
    // Until all that was said is written or has failed.
    void flush();
    std::optional<ProfileError> lastError();
    // Called in the owner's thread.
    void onError(std::function<void(std::optional<ProfileError>)> callback) { m_onError = std::move(callback); }

private:
    void work(std::promise<LoadResult> loaded);
    void tell(const std::optional<ProfileError> &error);

    const QString m_file;
    std::function<void(std::optional<ProfileError>)> m_onError; // only the owner's thread touches it
    QObject m_owner; // brings calls of it to the owner's thread

    std::mutex m_mutex; // for all below
    std::condition_variable m_changed;
    Changes m_changes;
    struct Job {
        std::function<void(Database &)> work;
        std::function<void()> done;
    };
    std::vector<Job> m_jobs;
    std::optional<ProfileError> m_error;
    quint64 m_said = 0;
    quint64 m_tried = 0; // what of m_said the writer has committed or failed to
    bool m_hurry = false;
    bool m_stop = false;
    std::thread m_writer;
};

} // namespace timbre::store
