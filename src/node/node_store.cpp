// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/node_store.h"

#include <future>

namespace timbre::node {

using namespace Qt::StringLiterals;

Expected<std::unique_ptr<NodeStore>, StartError> NodeStore::open(const QString &path, Post post)
{
    std::unique_ptr<NodeStore> store(new NodeStore(std::move(post)));
    std::promise<std::optional<StartError>> opened;
    auto result = opened.get_future();
    store->m_thread = std::thread([&opened, path, store = store.get()] {
        auto database = Database::open(path);
        if (!database) {
            opened.set_value(database.error());
            return;
        }
        opened.set_value(std::nullopt);
        store->loop(**database);
    });
    if (auto error = result.get())
        return unexpected(*std::move(error));
    return store;
}

NodeStore::~NodeStore()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void NodeStore::submit(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(job));
        if (m_working)
            return;
    }
    m_wake.notify_one();
}

NodeStore::Load NodeStore::load()
{
    const std::lock_guard lock(m_mutex);
    Load load = m_load;
    load.waiting = m_waiting.size();
    return load;
}

void NodeStore::flush()
{
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] { return m_waiting.empty() && !m_working; });
}

void NodeStore::loop(Database &database)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        std::vector<Job> jobs = std::exchange(m_waiting, {});
        m_working = true;
        lock.unlock();
        const std::size_t count = jobs.size();
        const auto begun = std::chrono::steady_clock::now();
        commit(database, std::move(jobs));
        const auto taken = std::chrono::steady_clock::now() - begun;
        lock.lock();
        ++m_load.commits;
        m_load.jobs += count;
        m_load.committing += taken;
        m_working = false;
        m_idle.notify_all();
    }
}

void NodeStore::commit(Database &database, std::vector<Job> jobs)
{
    std::vector<bool> succeeded(jobs.size());
    database.clearFailure();
    bool committed = database.execute(u"BEGIN IMMEDIATE"_s);
    for (std::size_t i = 0; committed && i < jobs.size(); ++i) {
        database.clearFailure();
        const bool begun = database.execute(u"SAVEPOINT job"_s);
        succeeded[i] = begun && jobs[i].work(database) && !database.failed();
        // A full disk may have ended the whole transaction; then there is no savepoint to go back
        // to.
        if (begun && !succeeded[i])
            database.execute(u"ROLLBACK TO job"_s);
        if (begun && !database.execute(u"RELEASE job"_s))
            committed = false;
    }
    committed = committed && database.execute(u"COMMIT"_s);
    if (!committed)
        database.execute(u"ROLLBACK"_s);
    m_post([jobs = std::move(jobs), succeeded = std::move(succeeded), committed] {
        for (std::size_t i = 0; i < jobs.size(); ++i)
            jobs[i].done(committed && succeeded[i]);
    });
}

} // namespace timbre::node
