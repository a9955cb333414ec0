// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/config_file.h"
#include "node/gate.h"
#include "node/hash_pool.h"
#include "node/sign_in_guard.h"
#include "node/timers.h"
#include "node/token_bucket.h"

#include <QTest>

#include <sodium.h>

using namespace timbre::node;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// The small parts that stand alone.
class tst_Parts : public QObject
{
    Q_OBJECT

    SteadyTime clock = SteadyTime(1000h);

private Q_SLOTS:
    void timersRunInOrderAndWhatIsDueOnly()
    {
        Timers timers([this] { return clock; });
        QList<int> ran;
        int wound = 0;
        timers.onEarlier([&] { ++wound; });
        timers.after(2s, [&] { ran.append(2); });
        timers.after(1s, [&] {
            ran.append(1);
            timers.after(0s, [&] { ran.append(3); }); // next time
        });
        timers.after(5s, [&] { ran.append(5); });
        QCOMPARE(wound, 2);
        clock += 2s;
        timers.run();
        QCOMPARE(ran, (QList{1, 2}));
        timers.run();
        QCOMPARE(ran, (QList{1, 2, 3}));
        QCOMPARE(*timers.next() - clock, 3s);
    }
    void aBucketMayGoIntoDebtOnce()
    {
        TokenBucket bucket(10, 20, clock);
        QVERIFY(bucket.take(50, clock));
        QVERIFY(!bucket.take(1, clock));
        QVERIFY(bucket.wait(clock) > 2900ms);
        clock += bucket.wait(clock);
        QVERIFY(bucket.take(1, clock));
    }
    void fiveFailuresAreFreeThenEachWaitsLonger()
    {
        SignInGuard guard([this] { return clock; });
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(guard.delay(u"ip"_s, u"alice"_s), 0s);
            guard.failed(u"ip"_s, u"alice"_s);
        }
        QList<qint64> delays;
        for (int i = 0; i < 8; ++i) {
            delays.append(guard.delay(u"ip"_s, u"alice"_s).count());
            guard.failed(u"ip"_s, u"alice"_s);
        }
        QCOMPARE(delays, (QList<qint64>{1, 2, 4, 8, 16, 32, 60, 60}));
        QCOMPARE(guard.delay(u"ip"_s, u"bob"_s), 0s);
        QCOMPARE(guard.delay(u"other"_s, u"alice"_s), 0s);
        clock += 61s;
        QCOMPARE(guard.delay(u"ip"_s, u"alice"_s), 0s);
    }
    void strangersCannotTakeThePlacesOfTheTrusted()
    {
        Gate gate(10'000, 10'000);
        std::vector<Gate::Ticket> tickets;
        while (gate.admits(u"a"_s))
            tickets.emplace_back(gate, u"a"_s);
        QCOMPARE(tickets.size(), std::size_t(128));
        QVERIFY(gate.admits(u"b"_s));
        tickets.front().trust();
        QVERIFY(gate.admits(u"a"_s));
        tickets.clear();
        Gate small(2, 1);
        const Gate::Ticket one(small, u"a"_s);
        QVERIFY(!small.admits(u"a"_s));
        const Gate::Ticket two(small, u"b"_s);
        QVERIFY(!small.admits(u"c"_s));
    }
    void theHashQueueIsBounded()
    {
        QVERIFY(sodium_init() >= 0);
        std::atomic<int> answered = 0;
        int refused = 0;
        {
            HashPool pool([](std::function<void()> done) { done(); }, {1, 8 * 1024 * 1024}, 1, 5);
            for (int i = 0; i < 20; ++i)
                refused += pool.hash("secret", [&](const QByteArray &) { ++answered; }) ? 0 : 1;
            QVERIFY(refused >= 14);
            QTRY_COMPARE(answered.load(), 20 - refused);
        }
    }
    void passwordsAreArgon2idAndCheckedAgainstTheirHashOnly()
    {
        QVERIFY(sodium_init() >= 0);
        HashPool pool([](std::function<void()> done) { done(); }, HashCost());
        std::atomic<int> step = 0;
        QByteArray hash;
        pool.hash("secret", [&](const QByteArray &made) { hash = made, ++step; });
        QTRY_COMPARE(step.load(), 1);
        QVERIFY2(hash.startsWith("$argon2id$v=19$m=7168,t=5,p=1$"), hash.constData());
        QList<bool> results;
        for (const QByteArray &stored : {hash, QByteArray()}) {
            for (const QByteArray password : {"secret", "wrong"}) {
                const int before = step;
                pool.verify(password, stored, [&](bool right, const QByteArray &renewed) {
                    results.append(right && renewed.isEmpty()), ++step;
                });
                QTRY_COMPARE(step.load(), before + 1);
            }
        }
        QCOMPARE(results, (QList{true, false, false, false}));
    }
    void aHashOfAnotherCostIsRenewedByTheRightPassword()
    {
        QVERIFY(sodium_init() >= 0);
        // What this node made before: the first of OWASP's five.
        char old[crypto_pwhash_STRBYTES];
        QCOMPARE(crypto_pwhash_str_alg(old, "secret", 6, 2, 19456 * 1024, crypto_pwhash_ALG_ARGON2ID13), 0);
        HashPool pool([](std::function<void()> done) { done(); }, HashCost());
        std::atomic<int> step = 0;
        QList<QByteArray> renewed;
        for (const QByteArray password : {"secret", "wrong"}) {
            const int before = step;
            pool.verify(password, QByteArray(old), [&](bool right, const QByteArray &hash) {
                QCOMPARE(right, password == "secret");
                renewed.append(hash), ++step;
            });
            QTRY_COMPARE(step.load(), before + 1);
        }
        QVERIFY2(renewed[0].startsWith("$argon2id$v=19$m=7168,t=5,p=1$"), renewed[0].constData());
        QVERIFY(renewed[1].isEmpty());
        QCOMPARE(crypto_pwhash_str_verify(renewed[0].constData(), "secret", 6), 0);
    }
    void configurationTakesTimsKeysInBothSpellings()
    {
        const auto file = parseConfig(R"({"client_listen":"0.0.0.0:20003","presence.offline.block":true,
            "DEVICE_LIMIT":2,"ping_timeout":20,"tokenTimeout":30,"salt":"s","maskseed":"m","inlinedb":{},"deactivate_api":{"TIMREGISTER":true}})",
                                      {});
        QVERIFY(file);
        QCOMPARE(file->config.listenAddress, u"0.0.0.0"_s);
        QCOMPARE(file->config.port, quint16(20003));
        QVERIFY(file->config.presenceOfflineBlock);
        QCOMPARE(file->config.deviceLimit, 2);
        QCOMPARE(file->config.pingTimeout, 20s);
        QVERIFY(!file->config.openRegistration);
        QCOMPARE(file->config.salt, u"s"_s);
        QCOMPARE(file->notices.size(), 2); // the old spelling, and the key that means nothing here
    }
    void aWrongConfigurationNamesItsKey_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("key");
        QTest::newRow("type") << QByteArray(R"({"device_limit":"2"})") << u"device_limit"_s;
        QTest::newRow("range") << QByteArray(R"({"ping.timeout":0})") << u"ping.timeout"_s;
        QTest::newRow("fraction") << QByteArray(R"({"request_rate":1.5})") << u"request_rate"_s;
        QTest::newRow("bool") << QByteArray(R"({"presence_offline_block":1})") << u"presence_offline_block"_s;
        QTest::newRow("listen") << QByteArray(R"({"client_listen":"host"})") << u"client_listen"_s;
        QTest::newRow("array") << QByteArray("[]") << QString();
        QTest::newRow("syntax") << QByteArray("{") << QString();
    }
    void aWrongConfigurationNamesItsKey()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, key);
        const auto file = parseConfig(json, {});
        QVERIFY(!file);
        QCOMPARE(file.error().key, key);
        QVERIFY(!file.error().reason.isEmpty());
    }
    void listenAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host"); // empty: refused
        QTest::addColumn<int>("port");
        QTest::newRow("port") << u"20003"_s << u"127.0.0.1"_s << 20003;
        QTest::newRow("colon") << u":20003"_s << u"127.0.0.1"_s << 20003;
        QTest::newRow("v4") << u"0.0.0.0:1"_s << u"0.0.0.0"_s << 1;
        QTest::newRow("v6") << u"[::1]:1"_s << u"::1"_s << 1;
        QTest::newRow("bare v6") << u"::1:1"_s << QString() << 0;
        QTest::newRow("large") << u"x:70000"_s << QString() << 0;
        QTest::newRow("none") << QString() << QString() << 0;
    }
    void listenAddresses()
    {
        QFETCH(QString, text);
        QFETCH(QString, host);
        QFETCH(int, port);
        NodeConfig config;
        QCOMPARE(parseListen(text, config), !host.isEmpty());
        if (host.isEmpty())
            return;
        QCOMPARE(config.listenAddress, host);
        QCOMPARE(int(config.port), port);
    }
};

QTEST_GUILESS_MAIN(tst_Parts)
#include "tst_parts.moc"
