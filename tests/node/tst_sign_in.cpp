// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/node_harness.h"

using namespace timbre;
using namespace timbre::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using protocol::Ack;
using protocol::Presence;

namespace {

int codeOf(const QList<Ack> &acks)
{
    return acks.size() == 1 && acks[0].error ? acks[0].error->code.value_or(0) : 0;
}

bool accepted(const QList<Ack> &acks)
{
    return acks.size() == 1 && acks[0].ok && acks[0].timType == 16 && !acks[0].n.value_or(QString()).isEmpty();
}

} // namespace

// Who gets in, who has to go for it, and who is put out.
class tst_SignIn : public QObject
{
    Q_OBJECT

    node::NodeConfig oneDevice()
    {
        node::NodeConfig config;
        config.deviceLimit = 1;
        return config;
    }

private Q_SLOTS:
    void theAnswerCarriesNodeServerAndConnection()
    {
        NodeHarness node;
        const QString alice = node.addAccount(u"alice"_s);
        QCOMPARE(alice, u"KrffBZqyqTL"_s); // tim's own value (protocol.md 4.1)
        FakePeer peer;
        const quint64 id = node.signIn(peer, "alice", {}, false);
        const auto acks = peer.takeAll<Ack>();
        QVERIFY(accepted(acks));
        QCOMPARE(acks[0].n, alice);
        QCOMPARE(acks[0].t, 42);
        QVERIFY(!acks[0].n2->isEmpty());
        QVERIFY(peer.trusted);
        node.say(id, 16, R"({"name":"alice","pwd":"pw"})");
        QCOMPARE(peer.raw, QList<QByteArray>{"\x0c{\"ok\":true,\"timType\":16}"});
    }
    void wrongPasswordAndUnknownNameAreTheSame()
    {
        NodeHarness node;
        node.addAccount(u"alice"_s);
        for (const QByteArray &who : {QByteArray("alice"), QByteArray("nobody"), QByteArray()}) {
            FakePeer peer;
            const quint64 id = node.connect(peer);
            node.say(id, 16, "{\"name\":\"" + who + "\",\"pwd\":\"wrong\"}");
            QVERIFY(node.settleUntil([&] { return !peer.raw.isEmpty(); }));
            QCOMPARE(peer.raw,
                     QList<QByteArray>{"\x0c{\"ok\":false,\"timType\":16,\"error\":{\"code\":4105,"
                                       "\"info\":\"permission denied\"}}"});
            QVERIFY(!peer.closed); // may try again
            QVERIFY(!peer.trusted);
        }
    }
    void theDomainIsPartOfTheAccount()
    {
        NodeHarness node;
        node.addAccount(u"alice"_s);
        FakePeer peer;
        node.signIn(peer, "alice", ",\"domain\":\"example\"", false);
        QCOMPARE(codeOf(peer.takeAll<Ack>()), 4105);
    }
    void unreadableAuthIs4104_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("broken") << QByteArray("{\"name\":");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("deep") << QByteArray("{\"extend\":") + QByteArray(200, '[') + QByteArray(200, ']') + "}";
        QTest::newRow("large") << "{\"name\":\"" + QByteArray(9000, 'x') + "\"}";
    }
    void unreadableAuthIs4104()
    {
        QFETCH(QByteArray, payload);
        NodeHarness node;
        FakePeer peer;
        node.say(node.connect(peer), 16, payload);
        QCOMPARE(codeOf(peer.takeAll<Ack>()), 4104);
    }
    void anythingElseBeforeSignInCloses()
    {
        NodeHarness node;
        for (const int type : {17, 19, 41, 91, 90, 12, 50, 0}) {
            FakePeer peer;
            const quint64 id = node.connect(peer);
            node.say(id, 13); // ignored, not answered
            QVERIFY(!peer.closed);
            node.say(id, quint8(type), "{}");
            QVERIFY2(peer.closed, qPrintable(QString::number(type)));
            QVERIFY(peer.raw.isEmpty());
        }
    }
    void framesSentBeforeTheAnswerWaitForIt()
    {
        NodeHarness node;
        node.addAccount(u"alice"_s);
        FakePeer peer;
        const quint64 id = node.connect(peer);
        node.router->received(id, QByteArray("\x90{\"name\":\"alice\",\"pwd\":\"pw\"}"));
        node.router->received(id, QByteArray("\x91"));
        QVERIFY(node.settleUntil([&] { return peer.raw.size() == 2; }));
        QCOMPARE(quint8(peer.raw[0][0]), quint8(12));
        QCOMPARE(quint8(peer.raw[1][0]), quint8(18));
    }
    void strangersAreClosedAfterTenSeconds()
    {
        NodeHarness node;
        FakePeer peer;
        node.connect(peer);
        node.pass(10s);
        QVERIFY(!peer.closed);
        node.pass(2s);
        QVERIFY(peer.closed);
    }
    void onlyPingsKeepADeviceAlive()
    {
        node::NodeConfig config;
        config.pingTimeout = 20s;
        NodeHarness node(config);
        node.addAccount(u"alice"_s);
        node.addAccount(u"bob"_s);
        FakePeer lively, busy;
        const quint64 livelyId = node.signIn(lively, "alice");
        const quint64 busyId = node.signIn(busy, "bob");
        for (int i = 0; i < 5; ++i) {
            node.pass(5s);
            node.say(livelyId, 13);
            node.say(busyId, 41, R"({"rtype":1})");
        }
        QCOMPARE(lively.raw.count(QByteArray("\x0d")), 5);
        QVERIFY(!lively.closed);
        QVERIFY(busy.closed);
    }
    void aTokenWorksOnceForItsNameAndForTenSeconds()
    {
        NodeHarness node;
        node.addAccount(u"alice"_s);
        const auto token = [&] {
            QByteArray answer;
            node.router->httpRequest("\x8f{\"name\":\"alice\",\"pwd\":\"pw\"}", u"192.0.2.1"_s,
                                     [&](const QByteArray &body) { answer = body; });
            node.settleUntil([&] { return !answer.isEmpty(); });
            const auto decoded = protocol::decode(answer, protocol::Direction::ServerToClient);
            return std::get<Ack>(decoded->frame.payload).n.value_or(QString()).toUtf8();
        };
        const auto use = [&](const QByteArray &name, const QByteArray &ticket) {
            FakePeer peer;
            const quint64 id = node.connect(peer);
            node.say(id, 16, "{\"name\":\"" + name + "\",\"token\":\"" + ticket + "\"}");
            node.disconnect(id);
            return peer.takeAll<Ack>();
        };
        QByteArray ticket = token();
        QVERIFY(!ticket.isEmpty());
        QCOMPARE(codeOf(use("bob", ticket)), 4115);
        QVERIFY(accepted(use("alice", ticket)));
        QCOMPARE(codeOf(use("alice", ticket)), 4115);
        ticket = token();
        node.pass(11s);
        QCOMPARE(codeOf(use("alice", ticket)), 4115);
    }
    void theOwnerNeedsNoPasswordAndNobodyElseGetsInWithout()
    {
        NodeHarness node;
        QString ticket;
        node.accounts->ownerToken(u"me"_s, {}, [&](auto token) { ticket = *token; });
        QVERIFY(node.settleUntil([&] { return !ticket.isEmpty(); }));
        FakePeer peer;
        node.say(node.connect(peer), 16, "{\"name\":\"me\",\"token\":\"" + ticket.toUtf8() + "\"}");
        QVERIFY(accepted(peer.takeAll<Ack>()));
        FakePeer thief;
        node.signIn(thief, "me", {}, false);
        QCOMPARE(codeOf(thief.takeAll<Ack>()), 4105);
    }
    void overTheDeviceLimitTheNewcomerWaits()
    {
        NodeHarness node(oneDevice());
        node.addAccount(u"alice"_s);
        FakePeer first, second;
        node.signIn(first, "alice");
        node.pass(10s);
        node.signIn(second, "alice", {}, false);
        QCOMPARE(codeOf(second.takeAll<Ack>()), 4111);
        QVERIFY(!second.closed);
        QVERIFY(!first.closed);
    }
    // The order that lets friends of any client end with the truth (protocol-live.md, embedded list
    // 2).
    void aTakeoverSaysOldGoodbyeBeforeNewHello()
    {
        NodeHarness node(oneDevice());
        const QString alice = node.addAccount(u"alice"_s);
        const QString bob = node.addAccount(u"bob"_s);
        node.addAccount(u"carol"_s);
        FakePeer old, fresh, friendOfAlice, stranger;
        const quint64 oldId = node.signIn(old, "alice", ",\"resource\":\"old\"");
        const quint64 bobId = node.signIn(friendOfAlice, "bob");
        node.signIn(stranger, "carol");
        node.befriend(oldId, old, alice, bobId, friendOfAlice, bob);
        node.pass(11s);

        const quint64 freshId = node.connect(fresh);
        node.router->received(freshId, QByteArray("\x90{\"name\":\"alice\",\"pwd\":\"pw\",\"resource\":\"new\"}"));
        node.router->received(freshId, QByteArray("\x93{\"show\":1}"));
        node.router->received(oldId,
                              QByteArray("\x93{\"show\":4}")); // its last word, still in time
        QVERIFY(node.settleUntil([&] { return !fresh.raw.isEmpty(); }));
        node.router->received(oldId, QByteArray("\x93{\"show\":3}")); // too late
        node.settle();
        QVERIFY(old.closed);
        const auto got = friendOfAlice.takeAll<Presence>();
        QCOMPARE(got.size(), 3);
        QCOMPARE(got[0].show, qint16(4));
        QCOMPARE(got[1].offline, true);
        QCOMPARE(got[1].fromTid->resource, u"old"_s);
        QCOMPARE(got[2].show, qint16(1));
        QCOMPARE(got[2].fromTid->resource, u"new"_s);
        QVERIFY(stranger.raw.isEmpty());
        node.disconnect(oldId); // the socket falls at last: not a second notice
        QVERIFY(friendOfAlice.raw.isEmpty());
    }
    void evictingOneOfSeveralDevicesTellsNobody()
    {
        node::NodeConfig config;
        config.deviceLimit = 2;
        NodeHarness node(config);
        const QString alice = node.addAccount(u"alice"_s);
        const QString bob = node.addAccount(u"bob"_s);
        FakePeer one, two, three, friendOfAlice;
        const quint64 oneId = node.signIn(one, "alice");
        const quint64 bobId = node.signIn(friendOfAlice, "bob");
        node.befriend(oneId, one, alice, bobId, friendOfAlice, bob);
        node.signIn(two, "alice");
        node.pass(11s);
        node.signIn(three, "alice");
        QVERIFY(one.closed);
        QVERIFY(!two.closed);
        QVERIFY(friendOfAlice.raw.isEmpty());
    }
    void guessingIsSlowedDownPerAddressAndAccount()
    {
        NodeHarness node;
        node.addAccount(u"alice"_s);
        const auto attempt = [&](FakePeer &peer, const QByteArray &password) {
            const quint64 id = node.connect(peer);
            node.say(id, 16, "{\"name\":\"alice\",\"pwd\":\"" + password + "\"}");
            return id;
        };
        for (int i = 0; i < 5; ++i) {
            FakePeer peer;
            const quint64 id = attempt(peer, "wrong");
            QVERIFY(node.settleUntil([&] { return !peer.raw.isEmpty(); }));
            node.disconnect(id);
        }
        FakePeer elsewhere;
        elsewhere.from = u"192.0.2.77"_s;
        attempt(elsewhere, "pw");
        QVERIFY(node.settleUntil([&] { return !elsewhere.raw.isEmpty(); }));
        FakePeer sixth;
        attempt(sixth, "pw");
        QVERIFY(sixth.raw.isEmpty());
        node.pass(1s);
        QVERIFY(node.settleUntil([&] { return !sixth.raw.isEmpty(); }));
        QVERIFY(accepted(sixth.takeAll<Ack>()));
    }
};

QTEST_GUILESS_MAIN(tst_SignIn)
#include "tst_sign_in.moc"
