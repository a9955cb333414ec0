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

// Argon2id cost. The default is the last of the five that OWASP's Password Storage sheet calls equal (19 MiB and 2
// passes, 12/3, 9/4, 7/5), and never less: of 19/2 half the time goes into fresh pages from the kernel, which libsodium
// asks for anew each time (here 15 ms for 19/2, 8 ms for 7/5). Tests take the cheapest there is.
struct HashCost {
    unsigned long long operations = 5;
    std::size_t memoryBytes = 7 * 1024 * 1024;
};

// Password hashing off the loop: at most two at a time and at most `queueLimit` waiting, because
// each takes 7 MiB. Passwords are wiped after use and never logged. Owned by the node; results are
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
    // exists. `renewed` is not empty if the password is right and its hash was made at another cost than today's: the
    // hash to store instead.
    bool verify(QByteArray password, QByteArray storedHash, std::function<void(bool right, QByteArray renewed)> done);

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
