// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace timbre::node {

// Argon2id cost. The default is OWASP's minimum, 12 ms here; tests take the cheapest there is.
struct HashCost {
    unsigned long long operations = 2;
    std::size_t memoryBytes = 19 * 1024 * 1024;
};

// Password hashing off the loop: at most two at a time and at most `queueLimit` waiting, because
// each takes 19 MiB. Passwords are wiped after use and never logged. Owned by the node; results are
// handed to `post`.
class HashPool
{
public:
    using Post = std::function<void(std::function<void()>)>;

    HashPool(Post post, HashCost cost, int threads = 2, int queueLimit = 50);
    ~HashPool();
    HashPool(const HashPool &) = delete;
    HashPool &operator=(const HashPool &) = delete;

    // False if too many are waiting already; `done` is not called then. An empty result means out
    // of memory.
    bool hash(QByteArray password, std::function<void(QByteArray hash)> done);
    // An empty stored hash takes as long as a wrong password, so that time does not tell who
    // exists.
    bool verify(QByteArray password, QByteArray storedHash, std::function<void(bool right)> done);

private:
    // Gives the completion to be posted.
    using Job = std::function<std::function<void()>()>;
    bool submit(Job job);
    void loop();

    Post m_post;
    HashCost m_cost;
    std::size_t m_queueLimit;
    QByteArray m_dummy; // hash of a random password
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_waiting;
    bool m_stop = false;
    std::vector<std::thread> m_threads;
};

} // namespace timbre::node
