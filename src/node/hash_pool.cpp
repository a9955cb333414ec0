// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/hash_pool.h"

#include <sodium.h>

#include <array>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace timbre::node {

namespace {

QByteArray argon2id(const QByteArray &password, const HashCost &cost)
{
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), password.constData(), static_cast<unsigned long long>(password.size()),
                              cost.operations, cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return {};
    return QByteArray(hash.data());
}

void wipe(QByteArray &secret)
{
    sodium_memzero(secret.data(), static_cast<std::size_t>(secret.size()));
}

} // namespace

HashPool::HashPool(Post post, HashCost cost, int threads, int queueLimit) :
    m_post(std::move(post)),
    m_cost(cost),
    m_queueLimit(static_cast<std::size_t>(queueLimit))
{
    QByteArray random(32, Qt::Uninitialized);
    randombytes_buf(random.data(), static_cast<std::size_t>(random.size()));
    m_dummy = argon2id(random, m_cost);
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { loop(); });
}

HashPool::~HashPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
        m_waiting.clear();
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

bool HashPool::hash(QByteArray password, std::function<void(QByteArray)> done)
{
    return submit([this, password = std::move(password), done = std::move(done)]() mutable {
        QByteArray hash = argon2id(password, m_cost);
        wipe(password);
        return [hash = std::move(hash), done = std::move(done)] { done(hash); };
    });
}

bool HashPool::verify(QByteArray password, QByteArray storedHash, std::function<void(bool, QByteArray)> done)
{
    return submit(
        [this, password = std::move(password), storedHash = std::move(storedHash), done = std::move(done)]() mutable {
            const QByteArray &against = storedHash.isEmpty() ? m_dummy : storedHash;
            const bool matches = crypto_pwhash_str_verify(against.constData(), password.constData(),
                                                          static_cast<unsigned long long>(password.size()))
                == 0;
            const bool right = matches && !storedHash.isEmpty();
            const bool old = right
                && crypto_pwhash_str_needs_rehash(storedHash.constData(), m_cost.operations, m_cost.memoryBytes) != 0;
            QByteArray renewed = old ? argon2id(password, m_cost) : QByteArray();
            wipe(password);
            return [right, renewed = std::move(renewed), done = std::move(done)] { done(right, renewed); };
        });
}

bool HashPool::submit(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() >= m_queueLimit)
            return false;
        m_waiting.push_back(std::move(job));
    }
    m_wake.notify_one();
    return true;
}

void HashPool::loop()
{
#ifdef Q_OS_LINUX
    // Of this thread only: whoever is signed in must not wait for those who are not yet, or never will be.
    ::setpriority(PRIO_PROCESS, id_t(::gettid()), 5);
#endif
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
        if (m_stop)
            return;
        Job job = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        m_post(job());
        job = nullptr;
        lock.lock();
    }
}

} // namespace timbre::node
