// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/node_harness.h"

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::Ack;
using protocol::Nodes;

// Profiles and passwords.
class tst_UserInfo : public QObject
{
    Q_OBJECT

    std::unique_ptr<NodeHarness> node;
    FakePeer alice, bob;
    quint64 aliceId = 0, bobId = 0;
    QString aliceNode, bobNode;

    Nodes ask(quint64 who, FakePeer &peer, const QStringList &nodes)
    {
        node->say(who, 42, "{\"ntype\":4,\"nodelist\":[\"" + nodes.join(u"\",\""_s).toUtf8() + "\"]}");
        const auto answers = peer.takeAll<Nodes>();
        return answers.size() == 1 ? answers[0] : Nodes();
    }
    void modify(const QByteArray &usermap) { node->say(aliceId, 42, "{\"ntype\":6,\"usermap\":" + usermap + "}"); }

private Q_SLOTS:
    void init()
    {
        node = std::make_unique<NodeHarness>();
        alice = FakePeer();
        bob = FakePeer();
        aliceNode = node->addAccount(u"alice"_s);
        bobNode = node->addAccount(u"bob"_s);
        aliceId = node->signIn(alice, "alice");
        bobId = node->signIn(bob, "bob");
    }
    void cleanup()
    {
        QVERIFY2(bob.raw.isEmpty(), "the bystander got something");
        node.reset();
    }

    void everyExistingNodeHasAnEntry()
    {
        const Nodes answer = ask(aliceId, alice, {aliceNode, bobNode, bobNode, u"NRKxQdJEzAo"_s, u"garbage!"_s});
        QCOMPARE(answer.ntype, 4);
        QCOMPARE(answer.usermap->size(), 2);
        QCOMPARE(answer.usermap->value(bobNode).createtime, 1'700'000'000'000'000'000);
    }
    void changesAreMergedAndSeenByOthers()
    {
        modify(R"({"":{"name":"Alice","cover":"pic","createtime":5}})");
        const auto acks = alice.takeAll<Ack>();
        QCOMPARE(acks.size(), 1);
        QVERIFY(acks[0].ok);
        QCOMPARE(acks[0].t, 6);
        modify(R"({"x":{"nickName":"Al","name":null}})");
        alice.raw.clear();
        const auto bean = ask(bobId, bob, {aliceNode}).usermap->value(aliceNode);
        QCOMPARE(bean.name, u"Alice"_s);
        QCOMPARE(bean.nickName, u"Al"_s);
        QCOMPARE(bean.cover, u"pic"_s);
        QCOMPARE(bean.createtime, 1'700'000'000'000'000'000);
    }
    void badRequestsAre4104_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no list") << QByteArray(R"({"ntype":4})");
        QTest::newRow("empty list") << QByteArray(R"({"ntype":4,"nodelist":[]})");
        QTest::newRow("two beans") << QByteArray(R"({"ntype":6,"usermap":{"a":{},"b":{}}})");
        QTest::newRow("no bean") << QByteArray(R"({"ntype":6})");
        QTest::newRow("unknown") << QByteArray(R"({"ntype":77})");
        QTest::newRow("broken") << QByteArray("{");
        QTest::newRow("too large") << QByteArray("{\"ntype\":6,\"usermap\":{\"\":{\"cover\":\""
                                                 + QByteArray(300'000, 'x') + "\"}}}");
    }
    void badRequestsAre4104()
    {
        QFETCH(QByteArray, json);
        node->say(aliceId, 42, json);
        const auto acks = alice.takeAll<Ack>();
        QCOMPARE(acks.size(), 1);
        QCOMPARE(acks[0].error->code, 4104);
    }
    void thePasswordChangesOnlyWithTheOldOne()
    {
        const auto change = [&](const QByteArray &fields) {
            node->say(aliceId, 41, "{\"rtype\":21" + fields + "}");
            node->settleUntil([&] { return !alice.raw.isEmpty(); });
            return alice.takeAll<Ack>();
        };
        QCOMPARE(change(R"(,"reqStr":"pw")").at(0).error->code, 4112);
        auto acks = change(R"(,"reqStr":"bad","reqStr2":"new")");
        QCOMPARE(acks.size(), 2);
        QCOMPARE(acks[0].t, 21);
        QCOMPARE(acks[0].error->code, 4112);
        QCOMPARE(acks[1].error->code, 4105);
        acks = change(R"(,"reqStr":"pw","reqStr2":"new")");
        QCOMPARE(acks.size(), 1);
        QVERIFY(acks[0].ok);
        const auto mayEnter = [&] {
            FakePeer peer;
            node->signIn(peer, "alice", {}, false); // with the first password
            return peer.takeAll<Ack>().at(0).ok;
        };
        QVERIFY(!mayEnter());
        // Asked by a connection that is gone before it is served.
        node->router->received(aliceId, QByteArray("\xa9{\"rtype\":7,\"node\":\"") + aliceNode.toUtf8() + "\"}");
        node->router->received(aliceId, "\xaa{\"ntype\":4,\"nodelist\":[\"" + aliceNode.toUtf8() + "\"]}");
        node->router->received(aliceId, QByteArray("\xa9{\"rtype\":21,\"reqStr\":\"new\",\"reqStr2\":\"pw\"}"));
        node->disconnect(aliceId);
        QVERIFY(node->settleUntil(mayEnter));
    }
};

QTEST_GUILESS_MAIN(tst_UserInfo)
#include "tst_user_info.moc"
