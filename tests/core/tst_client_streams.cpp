// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/big_data_frame.h"
#include "support/client_fixture.h"

#include <QSignalSpy>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::ErrorCode;
using protocol::FrameType;
using Kind = CallError::Kind;

class tst_ClientStreams : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ClientFixture> f;
    const ContactId bob{u"bob"_s};
    const VirtualRoomId channel{u"channel"_s};

    QByteArray lastBytes() const
    {
        return protocol::encode(f->connection.sent.last().frame, protocol::Direction::ClientToServer);
    }

private Q_SLOTS:
    void init() { f = std::make_unique<ClientFixture>(); }
    void cleanup() { f.reset(); }

    void virtualRoomsComeAndGo()
    {
        Outcome<VirtualRoomId> created;
        f->client->createVirtualRoom(&f->context, created.record());
        QCOMPARE(f->lastType(), FrameType::VRoom);
        QCOMPARE(f->lastSent<protocol::Request>().rtype, 1);
        f->ack(FrameType::VRoom, 1, u"channel"_s);
        QCOMPARE(created.value(), channel);

        Outcome<Success> removed;
        f->client->removeVirtualRoom(channel, &f->context, removed.record());
        QCOMPARE(f->lastSent<protocol::Request>().rtype, 2);
        f->ack(FrameType::VRoom, 2, u"other"_s);
        QVERIFY(removed.isPending());
        f->ack(FrameType::VRoom, 2, u"channel"_s);
        QVERIFY(removed.isSuccess());
    }

    void subscriptionsSayTheirKind()
    {
        Outcome<Success> asStruct;
        f->client->subscribe(channel, Subscription::Struct, &f->context, asStruct.record());
        QCOMPARE(f->lastSent<protocol::Request>().rtype, 5);
        QVERIFY(!f->lastSent<protocol::Request>().reqInt);
        f->ack(FrameType::VRoom, 5, u"channel"_s);
        QVERIFY(asStruct.isSuccess());
        Outcome<Success> asBinary;
        f->client->subscribe(channel, Subscription::Binary, &f->context, asBinary.record());
        QCOMPARE(f->lastSent<protocol::Request>().reqInt, 1);
        f->ack(FrameType::VRoom, 5, u"channel"_s);
        QVERIFY(asBinary.isSuccess());
        Outcome<Success> ended;
        f->client->unsubscribe(channel, &f->context, ended.record());
        QCOMPARE(f->lastSent<protocol::Request>().rtype, 6);
        f->ack(FrameType::VRoom, 6, u"channel"_s);
        QVERIFY(ended.isSuccess());
    }

    void aRefusedPushNamesItsRoom()
    {
        Outcome<Success> mine;
        Outcome<Success> other;
        f->client->pushStream(channel, "a"_ba, 3, &f->context, mine.record());
        const auto sent = f->lastSent<protocol::Stream>();
        QCOMPARE(sent.vnode, u"channel"_s);
        QCOMPARE(sent.body, "a"_ba);
        QCOMPARE(sent.dtype, qint8(3));
        f->client->pushStream(VirtualRoomId(u"other"_s), "b"_ba, 3, &f->context, other.record());
        f->refuse(FrameType::Stream, ErrorCode::PermissionDenied, {}, u"other"_s);
        QVERIFY(mine.isPending());
        QCOMPARE(other.error()->serverCode, 4105);
        f->clock.advance(limits::pushStream);
        QVERIFY(mine.isSuccess());
    }

    void bigDataIsOneFrame()
    {
        Outcome<Success> done;
        f->client->sendBigString(bob, u"grüß"_s, &f->context, done.record());
        auto read = protocol::readClientBigData(lastBytes());
        QVERIFY(read);
        QCOMPARE(f->lastType(), FrameType::BigString);
        f->client->sendBigBinary(bob, QByteArray("\0\x83|", 3), &f->context, done.record());
        QCOMPARE(f->lastType(), FrameType::BigBinary);
        const QByteArray bytes = lastBytes();
        read = protocol::readClientBigData(bytes);
        QVERIFY(read);
        QCOMPARE(read->node.toByteArray(), "bob"_ba);
        QCOMPARE(read->data.toByteArray(), QByteArray("\0\x83|", 3));
    }

    // tim tells a wrong length of any of them as 96, and a push to a stranger's room as 94.
    void bigDataIsRefusedUnderOtherTypes()
    {
        Outcome<Success> text;
        f->client->sendBigString(bob, u"x"_s, &f->context, text.record());
        f->refuse(FrameType::Stream, ErrorCode::PermissionDenied);
        QVERIFY(text.isPending());
        f->refuse(FrameType::BigBinary, ErrorCode::BigData);
        QCOMPARE(text.error()->serverCode, 4114);
        Outcome<Success> push;
        f->client->pushBinary(channel, "x"_ba, &f->context, push.record());
        f->refuse(FrameType::Stream, ErrorCode::PermissionDenied, {}, u"other"_s);
        QVERIFY(push.isPending());
        f->refuse(FrameType::Stream, ErrorCode::PermissionDenied, {}, u"channel"_s);
        QCOMPARE(push.error()->serverCode, 4105);
    }

    void whatArrivesIsTold()
    {
        QSignalSpy streams(f->client.get(), &Client::streamReceived);
        QSignalSpy binaryStreams(f->client.get(), &Client::binaryStreamReceived);
        QSignalSpy strings(f->client.get(), &Client::bigStringReceived);
        QSignalSpy binaries(f->client.get(), &Client::bigBinaryReceived);
        protocol::Stream stream;
        stream.vnode = u"channel"_s;
        stream.fromNode = u"bob"_s;
        stream.body = "abc"_ba;
        f->connection.receive(FrameType::Stream, stream);
        f->connection.receive(FrameType::BigBinaryStream, protocol::Raw{"channel\x83\x01\x83"_ba});
        f->connection.receive(FrameType::BigString, protocol::Raw{"bob|a|\xff"_ba});
        f->connection.receive(FrameType::BigBinary, protocol::Raw{"bob\x83"_ba});
        QCOMPARE(streams.size(), 1);
        QCOMPARE(streams.first().at(0).value<VirtualRoomId>(), channel);
        QCOMPARE(streams.first().at(1).value<protocol::Stream>().body, "abc"_ba);
        QCOMPARE(binaryStreams.size(), 1);
        QCOMPARE(binaryStreams.first().at(0).value<VirtualRoomId>(), channel);
        QCOMPARE(binaryStreams.first().at(1).toByteArray(), "\x01\x83"_ba);
        QCOMPARE(strings.size(), 1);
        QCOMPARE(strings.first().at(0).value<ContactId>(), bob);
        QCOMPARE(strings.first().at(1).toString(), u"a|\uFFFD"_s);
        QCOMPARE(binaries.size(), 1);
        QVERIFY(binaries.first().at(1).toByteArray().isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_ClientStreams)
#include "tst_client_streams.moc"
