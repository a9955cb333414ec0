// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "store/profile_writer.h"

#include <chrono>
#include <utility>

namespace timbre::store {

namespace {

// What is said within this time is committed together.
constexpr std::chrono::milliseconds batchTime(50);
// A full disk is tried again this often even if nothing new is said.
constexpr std::chrono::seconds retryTime(10);

} // namespace

ProfileWriter::LoadResult ProfileWriter::start()
{
    std::promise<LoadResult> promise;
    std::future<LoadResult> result = promise.get_future();
    m_writer = std::thread([this, loaded = std::move(promise)]() mutable { work(std::move(loaded)); });
    return result.get();
}

void ProfileWriter::stop()
{
    if (!m_writer.joinable())
        return;
    {
        const std::scoped_lock guard(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_writer.join();
}

void ProfileWriter::work(std::promise<LoadResult> loaded)
{
    Database database(m_file);
    LoadResult result = database.load();
    const bool usable = result.hasValue();
    loaded.set_value(std::move(result));
    if (!usable)
        return;

    std::unique_lock guard(m_mutex);
    const auto unsaid = [this] { return m_stop || m_tried != m_said || !m_jobs.empty(); };
    for (;;) {
        if (m_error)
            m_changed.wait_for(guard, retryTime, unsaid);
        else
            m_changed.wait(guard, unsaid);
        const auto urgent = [this] { return m_stop || m_hurry || !m_jobs.empty(); };
        if (!urgent())
            m_changed.wait_for(guard, batchTime, urgent);
        const bool last = m_stop;
        const quint64 said = m_said;
        m_hurry = false;
        Changes batch = std::exchange(m_changes, {});
        std::vector<Job> jobs = std::exchange(m_jobs, {});
        std::optional<ProfileError> error;
        if (!batch.isEmpty()) {
            guard.unlock();
            if (const auto written = database.write(batch); !written)
                error = written.error();
            guard.lock();
            if (error) {
                batch.add(std::exchange(m_changes, {}));
                m_changes = std::move(batch);
            }
        }
        if (error.has_value() != m_error.has_value())
            tell(error);
        m_error = error;
        m_tried = said;
        m_changed.notify_all();
        if (last)
            return;
        guard.unlock();
        for (Job &job : jobs) {
            job.work(database);
            QMetaObject::invokeMethod(&m_owner, std::move(job.done), Qt::QueuedConnection);
        }
        guard.lock();
    }
}

void ProfileWriter::tell(const std::optional<ProfileError> &error)
{
    QMetaObject::invokeMethod(
        &m_owner,
        [this, error] {
            if (m_onError)
                m_onError(error);
        },
        Qt::QueuedConnection);
}

void ProfileWriter::say(Changes changes)
{
    {
        const std::scoped_lock guard(m_mutex);
        m_changes.add(std::move(changes));
        ++m_said;
    }
    m_changed.notify_all();
}

void ProfileWriter::flush()
{
    std::unique_lock guard(m_mutex);
    if (!m_changes.isEmpty())
        ++m_said; // also what failed before is tried again
    const quint64 said = m_said;
    m_hurry = m_tried != said;
    m_changed.notify_all();
    m_changed.wait(guard, [&] { return m_tried >= said; });
}

void ProfileWriter::ask(std::function<void(Database &)> job, std::function<void()> done)
{
    {
        const std::scoped_lock guard(m_mutex);
        m_jobs.push_back({std::move(job), std::move(done)});
    }
    m_changed.notify_all();
}

void ProfileWriter::settle(std::chrono::milliseconds limit)
{
    std::unique_lock guard(m_mutex);
    const quint64 said = m_said;
    m_hurry = m_tried != said;
    m_changed.notify_all();
    m_changed.wait_for(guard, limit, [&] { return m_tried >= said; });
}

std::optional<ProfileError> ProfileWriter::lastError()
{
    const std::scoped_lock guard(m_mutex);
    return m_error;
}

} // namespace timbre::store
