// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/node_harness.h"

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::Ack;
using protocol::Auth;
using protocol::Direction;
using protocol::Encoding;
using protocol::Frame;
using protocol::FrameType;

// A client that speaks thrift compact from its first byte: its sign-in has no 0x80, and neither has any answer to it
// (protocol.md 1.4, 4.3, 4.4).
class tst_ThriftSignIn : public QObject
{
    Q_OBJECT

    static QByteArray thrift(FrameType type, const QByteArray &name, const QByteArray &password,
                             const QByteArray &token = {})
    {
        Auth auth;
        auth.name = QString::fromUtf8(name);
        if (!password.isEmpty())
            auth.pwd = QString::fromUtf8(password);
        if (!token.isEmpty())
            auth.token = QString::fromUtf8(token);
        return protocol::encode({type, std::nullopt, auth}, Direction::ClientToServer, Encoding::ThriftCompact);
    }
    static std::optional<Ack> ackIn(const QByteArray &bytes)
    {
        const auto decoded = protocol::decode(bytes, Direction::ServerToClient, Encoding::ThriftCompact);
        const auto *ack = decoded ? std::get_if<Ack>(&decoded->frame.payload) : nullptr;
        return ack ? std::optional(*ack) : std::nullopt;
    }
    static QByteArray post(NodeHarness &node, const QByteArray &body)
    {
        std::optional<QByteArray> answer;
        node.router->httpRequest(body, u"192.0.2.1"_s, [&](const QByteArray &bytes) { answer = bytes; });
        node.settleUntil([&] { return answer.has_value(); });
        return answer.value_or(QByteArray());
    }

private Q_SLOTS:
    void passwordSignIn()
    {
        NodeHarness node;
        const QString alice = node.addAccount(u"alice"_s);
        FakePeer peer, bystander;
        node.connect(bystander);
        const quint64 id = node.connect(peer);
        const QByteArray frame = thrift(FrameType::Auth, "alice", "pw");
        QCOMPARE(quint8(frame[0]), quint8(0x10));
        node.router->received(id, frame);
        QVERIFY(node.settleUntil([&] { return !peer.raw.isEmpty(); }));
        QCOMPARE(quint8(peer.raw[0][0]), quint8(0x0c));
        const auto ack = ackIn(peer.raw.takeFirst());
        QVERIFY(ack && ack->ok);
        QCOMPARE(ack->n, alice);
        QCOMPARE(ack->timType, qint8(16));
        QVERIFY(peer.trusted);
        // What is not a sign-in's answer comes in thrift, too.
        node.router->received(id, QByteArray(1, char(50)));
        node.settle();
        const auto refused = ackIn(peer.raw.value(0));
        QVERIFY(refused && !refused->ok);
        QCOMPARE(refused->timType, qint8(50));
        QVERIFY(bystander.raw.isEmpty());
    }
    void wrongOnesAreRefusedInThrift()
    {
        NodeHarness node;
        node.addAccount(u"alice"_s);
        FakePeer peer;
        const quint64 id = node.connect(peer);
        node.router->received(id, thrift(FrameType::Auth, "alice", "wrong"));
        QVERIFY(node.settleUntil([&] { return !peer.raw.isEmpty(); }));
        auto ack = ackIn(peer.raw.takeFirst());
        QVERIFY(ack && !ack->ok && ack->error);
        QCOMPARE(ack->error->code, 4105);
        node.router->received(id, thrift(FrameType::Auth, "alice", "pw").chopped(3)); // cut off
        QVERIFY(node.settleUntil([&] { return !peer.raw.isEmpty(); }));
        ack = ackIn(peer.raw.takeFirst());
        QVERIFY(ack && !ack->ok);
        QVERIFY(!peer.trusted);
        QVERIFY(!peer.closed);
    }
    void registerAndTokenOverHttp()
    {
        NodeHarness node;
        const QByteArray registered = post(node, thrift(FrameType::Register, "alice", "pw"));
        QCOMPARE(quint8(registered[0]), quint8(0x0c));
        auto ack = ackIn(registered);
        QVERIFY(ack && ack->ok);
        QCOMPARE(ack->n, u"KrffBZqyqTL"_s);
        ack = ackIn(post(node, thrift(FrameType::Register, "alice", "pw")));
        QVERIFY(ack && ack->error);
        QCOMPARE(ack->error->code, 4101);
        ack = ackIn(post(node, thrift(FrameType::Token, "alice", "wrong")));
        QVERIFY(ack && ack->error);
        QCOMPARE(ack->error->code, 4102);
        ack = ackIn(post(node, thrift(FrameType::Token, "alice", "pw")));
        QVERIFY(ack && ack->ok && !ack->n->isEmpty());

        FakePeer peer;
        const quint64 id = node.connect(peer);
        node.router->received(id, thrift(FrameType::Auth, "alice", {}, ack->n->toUtf8()));
        QVERIFY(node.settleUntil([&] { return !peer.raw.isEmpty(); }));
        ack = ackIn(peer.raw.takeFirst());
        QVERIFY(ack && ack->ok);
    }
};

QTEST_GUILESS_MAIN(tst_ThriftSignIn)
#include "tst_thrift_sign_in.moc"
