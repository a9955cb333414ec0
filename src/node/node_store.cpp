// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/node_store.h"

#include <future>

namespace timbre::node {

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
    std::vector<bool> succeeded(jobs.size(), true);
    if (!commitTogether(database, jobs)) {
        for (std::size_t i = 0; i < jobs.size(); ++i)
            succeeded[i] = commitAlone(database, jobs[i]);
    }
    m_post([jobs = std::move(jobs), succeeded = std::move(succeeded)] {
        for (std::size_t i = 0; i < jobs.size(); ++i)
            jobs[i].done(succeeded[i]);
    });
}

bool NodeStore::commitTogether(Database &database, const std::vector<Job> &jobs)
{
    if (!database.begin())
        return false;
    for (const Job &job : jobs) {
        if (!job.work(database) || database.failed()) {
            database.rollback();
            return false;
        }
    }
    return database.commit();
}

bool NodeStore::commitAlone(Database &database, const Job &job)
{
    if (!database.begin())
        return false;
    if (job.work(database) && !database.failed())
        return database.commit();
    database.rollback();
    return false;
}

} // namespace timbre::node
