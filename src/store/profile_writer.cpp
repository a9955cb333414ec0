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
    const auto unsaid = [this] { return m_stop || m_tried != m_said; };
    for (;;) {
        if (m_error)
            m_changed.wait_for(guard, retryTime, unsaid);
        else
            m_changed.wait(guard, unsaid);
        if (!m_stop && !m_hurry)
            m_changed.wait_for(guard, batchTime, [this] { return m_stop || m_hurry; });
        const bool last = m_stop;
        const quint64 said = m_said;
        m_hurry = false;
        Changes batch = std::exchange(m_changes, {});
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

std::optional<ProfileError> ProfileWriter::lastError()
{
    const std::scoped_lock guard(m_mutex);
    return m_error;
}

} // namespace timbre::store
