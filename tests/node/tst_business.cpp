// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/node_harness.h"

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::Ack;
using protocol::Encoding;
using protocol::FrameType;
using protocol::Message;
using protocol::Nodes;
using protocol::Request;

Q_DECLARE_METATYPE(timbre::protocol::Encoding)

// The requests of frame 41 in either encoding: each client speaks its own and reads the other's doings. Carol stands
// by.
class tst_Business : public QObject
{
    Q_OBJECT

    struct Client {
        FakePeer peer;
        quint64 id = 0;
        QString node;
        Encoding encoding = Encoding::Json;

        // What came, read in this client's encoding and no other.
        QList<protocol::Frame> take()
        {
            QList<protocol::Frame> frames;
            for (const QByteArray &bytes : std::exchange(peer.raw, {})) {
                const auto decoded = protocol::decode(bytes, protocol::Direction::ServerToClient, encoding);
                const qsizetype head = quint8(bytes.at(0)) & 0x80 ? 5 : 1;
                if (decoded && (bytes.at(head) == '{') == (encoding == Encoding::Json))
                    frames.append(decoded->frame);
                else
                    QTest::qFail("a frame in the wrong encoding", __FILE__, __LINE__);
            }
            return frames;
        }
        template <typename Payload> Payload only()
        {
            const auto frames = take();
            const auto *payload = frames.size() == 1 ? std::get_if<Payload>(&frames[0].payload) : nullptr;
            return payload ? *payload : Payload();
        }
    };

    std::unique_ptr<NodeHarness> node;
    Client alice, bob, carol;

    void enter(Client &client, const QByteArray &name, Encoding encoding)
    {
        client = Client();
        client.encoding = encoding;
        client.node = node->addAccount(QString::fromUtf8(name));
        client.id = node->connect(client.peer);
        protocol::Auth auth;
        auth.name = QString::fromUtf8(name);
        auth.pwd = u"pw"_s;
        send(client, {FrameType::Auth, std::nullopt, auth});
        node->settleUntil([&] { return !client.peer.raw.isEmpty(); });
        client.peer.raw.clear();
    }
    void send(Client &client, const protocol::Frame &frame)
    {
        node->router->received(client.id,
                               protocol::encode(frame, protocol::Direction::ClientToServer, client.encoding));
        node->settle();
    }
    void op(Client &client, int rtype, const std::optional<QString> &target = {},
            const std::optional<QString> &text = {}, const std::optional<QString> &text2 = {})
    {
        Request request;
        request.rtype = rtype;
        request.node = target;
        request.reqStr = text;
        request.reqStr2 = text2;
        send(client, {FrameType::Business, std::nullopt, request});
    }
    QStringList list(Client &client, int rtype)
    {
        op(client, rtype);
        return client.only<Nodes>().nodelist.value_or(QStringList());
    }

private Q_SLOTS:
    void init() { node = std::make_unique<NodeHarness>(); }
    void cleanup()
    {
        QVERIFY2(carol.peer.raw.isEmpty(), "the bystander got something");
        node.reset();
    }

    void everyRequestInEitherEncoding_data()
    {
        QTest::addColumn<Encoding>("one");
        QTest::addColumn<Encoding>("other");
        QTest::newRow("json, json") << Encoding::Json << Encoding::Json;
        QTest::newRow("json, thrift") << Encoding::Json << Encoding::ThriftCompact;
        QTest::newRow("thrift, json") << Encoding::ThriftCompact << Encoding::Json;
        QTest::newRow("thrift, thrift") << Encoding::ThriftCompact << Encoding::ThriftCompact;
    }
    void everyRequestInEitherEncoding()
    {
        QFETCH(Encoding, one);
        QFETCH(Encoding, other);
        enter(alice, "alice", one);
        enter(bob, "bob", other);
        enter(carol, "carol", one);

        op(alice, 4, bob.node, u"grüß dich 😀"_s);
        QVERIFY(alice.peer.raw.isEmpty());
        const Message request = bob.only<Message>();
        QCOMPARE(request.bnType, 4);
        QCOMPARE(request.fromTid->node, alice.node);
        QCOMPARE(request.toTid->node, bob.node);
        QCOMPARE(request.dataString, u"grüß dich 😀"_s);
        op(bob, 4, alice.node, u""_s);
        QCOMPARE(alice.only<Message>().bnType, 5);
        QCOMPARE(bob.only<Message>().bnType, 5);
        QCOMPARE(list(alice, 1), QStringList{bob.node});
        QCOMPARE(list(bob, 1), QStringList{alice.node});

        op(bob, 6, alice.node);
        const Ack removed = bob.only<Ack>();
        QVERIFY(removed.ok);
        QCOMPARE(removed.t, 6);
        QCOMPARE(removed.n, alice.node);
        QCOMPARE(alice.only<Message>().bnType, 6);

        op(alice, 7, bob.node);
        QCOMPARE(alice.only<Ack>().t, 7);
        QCOMPARE(bob.only<Message>().bnType, 7);
        QCOMPARE(list(alice, 18), QStringList{bob.node});
        op(bob, 4, alice.node, u"please"_s);
        QCOMPARE(bob.only<Ack>().error->code, 4110);
        QVERIFY(alice.peer.raw.isEmpty());
        op(alice, 6, bob.node); // lifts the block
        QVERIFY(alice.only<Ack>().ok);
        bob.peer.raw.clear();
        QVERIFY(list(alice, 18).isEmpty());

        op(alice, 21, {}, u"wrong"_s, u"new"_s);
        node->settleUntil([&] { return alice.peer.raw.size() >= 2; });
        const auto refused = alice.take();
        QCOMPARE(refused.size(), 2);
        QCOMPARE(std::get<Ack>(refused[0].payload).error->code, 4112);
        QCOMPARE(std::get<Ack>(refused[1].payload).error->code, 4105);
        op(alice, 21, {}, u"pw"_s, u"new"_s);
        node->settleUntil([&] { return !alice.peer.raw.isEmpty(); });
        QCOMPARE(alice.only<Ack>().t, 21);
    }
    void aRequestInTheOtherEncodingIsAnsweredInTheConnectionsOwn()
    {
        enter(alice, "alice", Encoding::Json);
        node->router->received(alice.id,
                               protocol::encode({FrameType::Business, std::nullopt, Request()},
                                                protocol::Direction::ClientToServer, Encoding::ThriftCompact));
        node->settle();
        QCOMPARE(alice.only<Ack>().error->code, 4104); // read as Json or the test fails
    }
    // Nobody can speak in another's name: the fields that would say so are not the request's to set.
    void forgedSendersAreNotBelieved()
    {
        enter(alice, "alice", Encoding::Json);
        enter(bob, "bob", Encoding::Json);
        enter(carol, "carol", Encoding::Json);
        node->say(alice.id, 41,
                  "{\"rtype\":4,\"reqStr\":\"hi\",\"node\":\"" + bob.node.toUtf8() + "\",\"node2\":\""
                      + carol.node.toUtf8() + "\",\"fromTid\":{\"node\":\"" + carol.node.toUtf8()
                      + "\"},\"bnType\":5,\"fromNode\":\"" + carol.node.toUtf8() + "\"}");
        const Message request = bob.only<Message>();
        QCOMPARE(request.bnType, 4);
        QCOMPARE(request.fromTid->node, alice.node);
        QVERIFY(list(alice, 1).isEmpty());
        QVERIFY(list(bob, 1).isEmpty());
    }
    // A client may send a message that looks like the node's own word (protocol.md 6.7); it changes nothing.
    void aForgedBusinessMessageMakesNoFriendsAndNoMembers()
    {
        enter(alice, "alice", Encoding::Json);
        enter(bob, "bob", Encoding::Json);
        enter(carol, "carol", Encoding::Json);
        for (const QByteArray bnType : {"5", "6", "10", "13"})
            node->say(alice.id, 90,
                      "{\"msType\":2,\"odType\":4,\"bnType\":" + bnType + ",\"toTid\":{\"node\":\"" + bob.node.toUtf8()
                          + "\"},\"fromTid\":{\"node\":\"" + carol.node.toUtf8() + "\"}}");
        for (const protocol::Frame &frame : alice.take())
            QCOMPARE(std::get<Ack>(frame.payload).error->code, 4105);
        QVERIFY(bob.peer.raw.isEmpty());
        QVERIFY(list(alice, 1).isEmpty());
        QVERIFY(list(alice, 2).isEmpty());
        QVERIFY(list(bob, 1).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Business)
#include "tst_business.moc"
