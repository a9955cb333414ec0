// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/database.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace timbre::node {

// The writer thread of a node and the only way to its database. Jobs run there one after the other
// in the order they were given; all jobs waiting at one moment share one transaction, and no
// completion is called before it is on disk (group commit: WAL, synchronous=NORMAL, so a power cut
// may take the last commits, a kill -9 none). If one of them fails, the transaction is taken back and
// every job is run again in one of its own: a job may therefore run twice and must do nothing but work
// on the database. Full disk or damage: completions get no result, the thread goes on.
//
// Owned by the node; completions are handed to `post`, which must run them in the node's loop
// thread.
class NodeStore
{
public:
    using Post = std::function<void(std::function<void()>)>;

    static Expected<std::unique_ptr<NodeStore>, StartError> open(const QString &path, Post post);
    // Runs every job still waiting, commits and closes. Their completions are still posted.
    ~NodeStore();
    NodeStore(const NodeStore &) = delete;
    NodeStore &operator=(const NodeStore &) = delete;

    // `work(Database &)` gives std::optional<R> in the writer thread; nullopt = failed.
    // `done(std::optional<R>)` is called in the loop thread.
    template <typename Work, typename Done> void run(Work work, Done done)
    {
        using Result = std::invoke_result_t<Work, Database &>;
        auto result = std::make_shared<Result>();
        submit({[work = std::move(work), result](Database &database) {
                    *result = work(database);
                    return result->has_value();
                },
                [done = std::move(done), result](bool committed) mutable {
                    done(committed ? std::move(*result) : Result());
                }});
    }
    struct Load {
        quint64 commits = 0;
        quint64 jobs = 0;
        std::chrono::nanoseconds committing{0}; // in all, waiting for the disk included
        std::size_t waiting = 0; // jobs, now
    };
    Load load(); // any thread
    // Blocks until everything given before is committed. Not from a job. For stopping and for
    // tests.
    void flush();

private:
    struct Job {
        std::function<bool(Database &)> work;
        std::function<void(bool)> done;
    };

    explicit NodeStore(Post post) : m_post(std::move(post)) { }
    void submit(Job job);
    void loop(Database &database);
    void commit(Database &database, std::vector<Job> jobs);
    static bool commitTogether(Database &database, const std::vector<Job> &jobs);
    static bool commitAlone(Database &database, const Job &job);

    Post m_post;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_idle;
    std::vector<Job> m_waiting;
    Load m_load;
    bool m_working = false;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace timbre::node
