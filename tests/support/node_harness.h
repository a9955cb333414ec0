// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/data_folder.h"
#include "node/router.h"

#include <QTemporaryDir>
#include <QTest>

#include <deque>
#include <mutex>

namespace timbre::test {

// A connection in memory: what the router sent, decoded, and whether it was closed.
class FakePeer : public node::Peer
{
public:
    void send(const node::FrameParts &parts) override
    {
        QByteArray bytes;
        for (const QByteArrayView part : parts)
            bytes.append(part);
        raw.append(bytes);
        if (log)
            log->append({this, bytes});
    }
    void close() override { closed = true; }
    void trust() override { trusted = true; }
    QString address() const override { return from; }

    // What came since the last call.
    QList<protocol::Frame> take()
    {
        QList<protocol::Frame> frames;
        for (const QByteArray &bytes : std::exchange(raw, {})) {
            const auto decoded = protocol::decode(bytes, protocol::Direction::ServerToClient, encoding);
            if (decoded)
                frames.append(decoded->frame);
            else
                QTest::qFail("the node sent an unreadable frame", __FILE__, __LINE__);
        }
        return frames;
    }
    template <typename Payload> QList<Payload> takeAll()
    {
        QList<Payload> payloads;
        for (const auto &frame : take()) {
            if (const auto *payload = std::get_if<Payload>(&frame.payload))
                payloads.append(*payload);
        }
        return payloads;
    }

    QString from = QStringLiteral("192.0.2.1");
    protocol::Encoding encoding = protocol::Encoding::Json; // what it signed in with
    QList<QByteArray> raw;
    QList<std::pair<FakePeer *, QByteArray>> *log = nullptr; // one order over several peers
    bool closed = false;
    bool trusted = false;
};

// A router with everything below it, without sockets and with time and chance in the test's hand.
// Real SQLite in a temporary folder, the cheapest password hash there is.
class NodeHarness
{
public:
    explicit NodeHarness(const node::NodeConfig &config = {}) : timers(environment.now), hashes(post(), {1, 8192}, 1)
    {
        auto opened = node::NodeStore::open(dir.filePath(QStringLiteral("node.db")), post());
        store = std::move(opened).value();
        accounts = std::make_unique<node::Accounts>(config, environment, timers, *store, hashes);
        router = std::make_unique<node::Router>(config, environment, timers, *store, *accounts, 42);
    }
    ~NodeHarness()
    {
        store.reset(); // no completion runs after this
    }

    // Runs completions until nothing is under way. Hashing is waited for by counting answers, see
    // settleUntil().
    void settle()
    {
        do {
            runPosted();
            store->flush();
        } while (runPosted());
    }
    template <typename Condition> bool settleUntil(Condition condition)
    {
        return QTest::qWaitFor([&] {
            settle();
            return condition();
        });
    }
    void pass(std::chrono::milliseconds time)
    {
        // In small steps, as a clock does, so that deadlines set by deadlines are met.
        for (auto left = time; left.count() > 0;) {
            const auto step = std::min(left, std::chrono::milliseconds(500));
            clock += step;
            left -= step;
            timers.run();
            settle();
        }
    }

    quint64 connect(FakePeer &peer) { return router->connected(peer); }
    void say(quint64 id, quint8 type, const QByteArray &json = {})
    {
        router->received(id, QByteArray(1, char(type | 0x80)) + json);
        settle();
    }
    QString addAccount(const QString &name)
    {
        QString node;
        accounts->registerAccount({name, {}, QStringLiteral("pw")}, [&](auto result) { node = *result; });
        settleUntil([&] { return !node.isEmpty(); });
        return node;
    }
    // Connected and signed in; the sign-in's answer is still in peer.raw unless `quiet`.
    quint64 signIn(FakePeer &peer, const QByteArray &name, const QByteArray &extra = {}, bool quiet = true)
    {
        const quint64 id = connect(peer);
        const qsizetype before = peer.raw.size();
        say(id, 16, "{\"name\":\"" + name + "\",\"pwd\":\"pw\"" + extra + "}");
        settleUntil([&] { return peer.raw.size() > before || peer.closed; });
        if (quiet)
            peer.raw.clear();
        return id;
    }
    void disconnect(quint64 id)
    {
        router->disconnected(id);
        settle();
    }
    // Both sides agree; leaves no frames behind.
    void befriend(quint64 a, FakePeer &peerA, const QString &nodeA, quint64 b, FakePeer &peerB, const QString &nodeB)
    {
        say(a, 41, "{\"rtype\":4,\"reqStr\":\"\",\"node\":\"" + nodeB.toUtf8() + "\"}");
        say(b, 41, "{\"rtype\":4,\"reqStr\":\"\",\"node\":\"" + nodeA.toUtf8() + "\"}");
        ackAll(a, peerA);
        ackAll(b, peerB);
        peerA.raw.clear();
        peerB.raw.clear();
    }
    void ackAll(quint64 id, FakePeer &peer)
    {
        for (const QByteArray &bytes : std::as_const(peer.raw)) {
            if (quint8(bytes.front()) & 0x80)
                router->received(id, QByteArray(1, char(0x8c)) + bytes.sliced(1, 4));
        }
        settle();
    }

    QTemporaryDir dir;
    node::SteadyTime clock = node::SteadyTime(std::chrono::hours(1000));
    quint64 lastRandom = 1000;
    node::Environment environment{[this] { return clock; }, [] { return qint64(1'700'000'000'000'000'000); },
                                  [this] { return ++lastRandom; }};
    node::Timers timers;

private:
    node::NodeStore::Post post()
    {
        return [this](std::function<void()> work) {
            const std::lock_guard lock(mutex);
            posted.push_back(std::move(work));
        };
    }
    bool runPosted()
    {
        bool any = false;
        for (;;) {
            std::function<void()> work;
            {
                const std::lock_guard lock(mutex);
                if (posted.empty())
                    return any;
                work = std::move(posted.front());
                posted.pop_front();
            }
            work();
            any = true;
        }
    }
    std::mutex mutex;
    std::deque<std::function<void()>> posted;
    node::HashPool hashes;

public:
    std::unique_ptr<node::NodeStore> store;
    std::unique_ptr<node::Accounts> accounts;
    std::unique_ptr<node::Router> router;
};

} // namespace timbre::test
