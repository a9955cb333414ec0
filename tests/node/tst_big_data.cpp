// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/big_data_frame.h"
#include "support/node_harness.h"

using namespace timbre;
using namespace timbre::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using node::BigData;
using protocol::Ack;
using protocol::FrameType;

// Frames 95 and 96 from Alice to Bob, who are no friends: nobody needs to be. Carol is the bystander of every test.
class tst_BigData : public QObject
{
    Q_OBJECT

    std::unique_ptr<NodeHarness> node;
    FakePeer alice, bob, carol;
    quint64 aliceId = 0, bobId = 0, carolId = 0;
    QByteArray aliceNode, bobNode;

    static QByteArray frame(FrameType type, const QByteArray &to, const QByteArray &data)
    {
        return char(quint8(type) | 0x80) + protocol::clientBigData(type, to, data).bytes;
    }
    QByteArray binary(const QByteArray &data) const { return frame(FrameType::BigBinary, bobNode, data); }
    // As Bob sees it.
    QByteArray delivered(const QByteArray &data) const { return "\x60" + aliceNode + "\x83" + data; }
    void send(quint64 id, const QByteArray &bytes)
    {
        node->router->received(id, bytes);
        node->settle();
    }
    static bool isRefusedLength(FakePeer &peer)
    {
        const auto acks = peer.takeAll<Ack>();
        return acks.size() == 1 && !acks[0].ok && acks[0].timType == 96 && acks[0].error->code == 4114;
    }
    bool answersPing(quint64 id, FakePeer &peer)
    {
        peer.raw.clear();
        send(id, "\x8d");
        return std::exchange(peer.raw, {}) == QList<QByteArray>{"\x0d"};
    }

private Q_SLOTS:
    void init()
    {
        node = std::make_unique<NodeHarness>();
        for (FakePeer *peer : {&alice, &bob, &carol})
            *peer = FakePeer();
        aliceNode = node->addAccount(u"alice"_s).toUtf8();
        bobNode = node->addAccount(u"bob"_s).toUtf8();
        node->addAccount(u"carol"_s);
        aliceId = node->signIn(alice, "alice");
        bobId = node->signIn(bob, "bob");
        carolId = node->signIn(carol, "carol");
    }
    void cleanup()
    {
        QVERIFY(carol.raw.isEmpty());
        node.reset();
    }

    void textAndBytesReachEveryDeviceOfTheOther()
    {
        FakePeer phone;
        node->signIn(phone, "bob");
        send(aliceId, frame(FrameType::BigString, bobNode, "h|i"));
        send(aliceId, binary(QByteArray("\x00\x83\xff", 3)));
        const QList<QByteArray> wanted{"\x5f" + aliceNode + "|h|i", delivered(QByteArray("\x00\x83\xff", 3))};
        QCOMPARE(bob.raw, wanted);
        QCOMPARE(phone.raw, wanted);
        QVERIFY(alice.raw.isEmpty());
    }
    void theVectorsOfTheSpecificationAreRead()
    {
        const QByteArray text = QByteArray::fromHex("DF000000135164483643436d733545557c6869");
        const QByteArray bytes = QByteArray::fromHex("E0000000145164483643436d7335455583010203");
        QCOMPARE(protocol::readClientBigData(text)->data, QByteArrayView("hi"));
        QCOMPARE(protocol::readClientBigData(bytes)->data, QByteArrayView("\x01\x02\x03"));
        for (const QByteArray &frame : {text, bytes}) {
            QCOMPARE(protocol::readClientBigData(frame)->node, QByteArrayView("QdH6CCms5EU"));
            send(carolId, frame); // not online here, which is no error
        }
        QVERIFY(bob.raw.isEmpty() && carol.raw.isEmpty());
    }
    void timjssZeroSeparatesText()
    {
        QByteArray bytes = frame(FrameType::BigString, bobNode, "a|b");
        bytes[5 + bobNode.size()] = '\0';
        send(aliceId, bytes);
        QCOMPARE(bob.raw, QList<QByteArray>{"\x5f" + aliceNode + "|a|b"});
    }
    void textThatIsNotUtf8IsRepaired()
    {
        send(aliceId,
             frame(FrameType::BigString, bobNode,
                   "a\xff"
                   "b"));
        send(aliceId, frame(FrameType::BigString, bobNode, "gr\xc3\xbc\xc3\x9f"));
        QCOMPARE(bob.raw,
                 (QList<QByteArray>{"\x5f" + aliceNode
                                        + "|a\xef\xbf\xbd"
                                          "b",
                                    "\x5f" + aliceNode + "|gr\xc3\xbc\xc3\x9f"}));
    }
    void nothingPassesABlock()
    {
        node->say(bobId, 41, "{\"rtype\":7,\"node\":\"" + aliceNode + "\"}");
        for (FakePeer *peer : {&alice, &bob})
            peer->raw.clear();
        send(aliceId, binary("x"));
        QVERIFY(bob.raw.isEmpty());
        QVERIFY(alice.raw.isEmpty()); // he who is blocked is not told
        send(bobId, frame(FrameType::BigString, aliceNode, "x"));
        QVERIFY(alice.raw.isEmpty());
    }
    void lengthErrors()
    {
        QByteArray tooLong = binary("hello");
        tooLong[4] = char(tooLong[4] - 1);
        send(aliceId, tooLong);
        QVERIFY(isRefusedLength(alice));
        QByteArray negative = binary("hello");
        negative[1] = '\xff';
        send(aliceId, negative);
        QVERIFY(isRefusedLength(alice));
        for (int size = 1; size < 6; ++size)
            send(aliceId, binary("x").first(size));
        send(aliceId, QByteArray::fromHex("e00000000e") + "noseparat"); // tim is silent
        QVERIFY(alice.raw.isEmpty());
        QVERIFY(bob.raw.isEmpty());
        QVERIFY(answersPing(aliceId, alice));
    }
    void halfSentFramesAreCompletedByWhateverFollows()
    {
        const QByteArray data = "first\x8d\x8c"
                                "second";
        const QByteArray whole = binary(data);
        for (qsizetype cut = 6; cut < whole.size() - 1; ++cut) {
            send(aliceId, whole.first(cut));
            send(aliceId, whole.sliced(cut, 1)); // may well look like a ping or an ack
            send(aliceId, whole.sliced(cut + 1));
            QCOMPARE(std::exchange(bob.raw, {}), QList<QByteArray>{delivered(data)});
        }
        QVERIFY(alice.raw.isEmpty());
        QVERIFY(answersPing(aliceId, alice));
        QCOMPARE(node->router->bigData().collectedBytes(), 0);
    }
    void framesInBetweenAreSwallowed()
    {
        send(aliceId, binary("123456").chopped(5));
        send(aliceId, "\x8d");
        send(aliceId, "\xdb{}");
        QVERIFY(alice.raw.isEmpty());
        QCOMPARE(bob.raw, QList<QByteArray>{}); // one byte is missing
        node->say(bobId, 22, R"({"rtype":1})"); // others are not affected
        QCOMPARE(bob.takeAll<Ack>().size(), 1);
    }
    void aPieceTooLargeIsAFrameOfItsOwn()
    {
        send(aliceId, binary("123456").chopped(1));
        send(aliceId, frame(FrameType::BigString, bobNode, "whole"));
        QCOMPARE(bob.raw, QList<QByteArray>{"\x5f" + aliceNode + "|whole"});
        QCOMPARE(node->router->bigData().collectedBytes(), 0);
    }
    void aStreamCanComeInPieces()
    {
        node->say(aliceId, 22, R"({"rtype":1})");
        const QByteArray vnode = alice.takeAll<Ack>().at(0).n->toUtf8();
        node->say(bobId, 22, "{\"rtype\":5,\"reqInt\":1,\"node\":\"" + vnode + "\"}");
        bob.raw.clear();
        const QByteArray whole = frame(FrameType::BigBinaryStream, vnode, "1234567890");
        send(aliceId, whole.first(9));
        send(aliceId, whole.sliced(9));
        QCOMPARE(bob.raw, QList<QByteArray>{"\x61" + vnode + "\x83" + "1234567890"});
    }
    void aStalledFrameEndsItsConnection()
    {
        send(aliceId, binary(QByteArray(1000, 'x')).first(100));
        node->pass(29s);
        send(aliceId, "more");
        node->pass(29s);
        QVERIFY(alice.raw.isEmpty());
        QVERIFY(node->router->bigData().collectedBytes() > 0);
        node->pass(3s);
        QVERIFY(alice.closed); // what still comes would be read as frames
        QCOMPARE(node->router->bigData().collectedBytes(), 0);
        send(aliceId, binary("whole"));
        QVERIFY(bob.raw.isEmpty());
        QVERIFY(!bob.closed);
    }
    void moreThanAClientTakesIsRefusedAndItsBytesAreNotCommands()
    {
        const auto announcing = [this](quint32 length) {
            QByteArray bytes = binary("x");
            for (int i = 0; i < 4; ++i)
                bytes[1 + i] = char(length >> (24 - 8 * i));
            return bytes;
        };
        send(aliceId, announcing(BigData::largestFrame + 1));
        QVERIFY(isRefusedLength(alice));
        // What looks like presence to Bob is part of the file.
        send(aliceId, "\xdb{\"toTid\":{\"node\":\"" + bobNode + "\"}}");
        QVERIFY(bob.raw.isEmpty());
        QVERIFY(alice.raw.isEmpty());
        QCOMPARE(node->router->bigData().collectedBytes(), 0);
        send(bobId, announcing(0x7fffffff).replace(bobNode, aliceNode));
        QVERIFY(isRefusedLength(bob));
    }
    void allHalfSentFramesTogetherAreBounded()
    {
        constexpr qint64 piece = BigData::largestFrame - 4096;
        constexpr int fit = int(BigData::budget / piece);
        std::vector<std::unique_ptr<FakePeer>> peers;
        std::vector<quint64> ids;
        const QByteArray whole = binary(QByteArray(piece, 'x'));
        for (int i = 0; i < fit + 2; ++i) {
            const QByteArray name = "hoarder" + QByteArray::number(i);
            node->addAccount(QString::fromLatin1(name));
            peers.push_back(std::make_unique<FakePeer>());
            ids.push_back(node->signIn(*peers.back(), name));
            // 4 KiB, then nearly all of it: an honest one of the same kind comes last.
            send(ids.back(), whole.first(4096));
            send(ids.back(), whole.sliced(4096, piece - 8192));
            QVERIFY(node->router->bigData().collectedBytes() <= BigData::budget);
            node->pass(500ms);
        }
        QVERIFY(isRefusedLength(*peers.front()));
        QVERIFY(peers.back()->raw.isEmpty());
        send(ids.back(), whole.sliced(piece - 4096));
        QCOMPARE(bob.raw.size(), 1);
        QCOMPARE(bob.raw[0].size(), piece + 2 + 11);
        for (std::size_t i = 0; i + 1 < ids.size(); ++i)
            node->disconnect(ids[i]);
        QCOMPARE(node->router->bigData().collectedBytes(), 0);
    }
    void strangersCollectNothing()
    {
        FakePeer stranger;
        const quint64 id = node->connect(stranger);
        send(id, binary(QByteArray(1000, 'x')).first(100));
        QVERIFY(stranger.closed);
        QCOMPARE(node->router->bigData().collectedBytes(), 0);

        FakePeer hasty;
        const quint64 hastyId = node->connect(hasty);
        node->router->received(hastyId, "\x90{\"name\":\"carol\",\"pwd\":\"pw\"}");
        send(hastyId, binary(QByteArray(1000, 'x')).first(100));
        QVERIFY(hasty.closed);
    }
};

QTEST_GUILESS_MAIN(tst_BigData)
#include "tst_big_data.moc"
