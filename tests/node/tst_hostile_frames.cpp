// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/big_data_frame.h"
#include "support/node_harness.h"

#include <QScopeGuard>

using namespace timbre;
using namespace timbre::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using protocol::Ack;
using protocol::Encoding;
using protocol::FrameType;

// Every client frame, broken in every way, in both encodings. Mallory sends; Bob is named in what she sends; Carol, who
// is named nowhere, is the bystander and must hear nothing and be served as ever.
class tst_HostileFrames : public QObject
{
    Q_OBJECT

    std::unique_ptr<NodeHarness> node;
    FakePeer mallory, bob, carol;
    quint64 malloryId = 0, bobId = 0, carolId = 0;
    QString malloryNode, bobNode;
    int sent = 0;

    struct Sample {
        FrameType type;
        protocol::Payload payload;
    };
    // A frame of each kind that has a payload, with every field that the node looks at.
    QList<Sample> samples() const
    {
        protocol::Auth auth;
        auth.name = u"nobody"_s;
        auth.pwd = u"pw"_s;
        auth.domain = u"d"_s;
        auth.extend = protocol::TextMap{{u"k"_s, u"v"_s}};
        protocol::Tid tid;
        tid.node = bobNode;
        tid.resource = u"r"_s;
        protocol::Presence presence;
        presence.id = 1;
        presence.offline = true;
        presence.show = qint16(4);
        presence.fromTid = tid;
        presence.toTid = tid;
        presence.toList = QStringList{bobNode};
        presence.extra = protocol::BinaryMap{{u"k"_s, "bytes"}};
        protocol::Request request;
        request.rtype = 4;
        request.node = bobNode;
        request.node2 = bobNode;
        request.reqInt = 1;
        request.reqInt2 = 1;
        request.reqStr = u"hello"_s;
        protocol::Nodes nodes;
        nodes.ntype = 4;
        nodes.nodelist = QStringList{bobNode, u"garbage"_s};
        protocol::UserBean user;
        user.name = u"x"_s;
        nodes.usermap = QMap<QString, protocol::UserBean>{{bobNode, user}};
        protocol::Message message;
        message.msType = 2;
        message.odType = 1;
        message.mid = 1;
        message.toTid = tid;
        message.roomTid = tid;
        message.dataString = u"x"_s;
        message.toList = QStringList{bobNode};
        protocol::Stream stream;
        stream.vnode = bobNode;
        stream.body = "bytes";
        return {{FrameType::Auth, auth},
                {FrameType::Register, auth},
                {FrameType::Token, auth},
                {FrameType::BroadcastPresence, presence},
                {FrameType::Presence, presence},
                {FrameType::PullMessages, request},
                {FrameType::VRoom, request},
                {FrameType::Business, request},
                {FrameType::Nodes, nodes},
                {FrameType::Message, message},
                {FrameType::RevokeMessage, message},
                {FrameType::BurnMessage, message},
                {FrameType::Stream, stream}};
    }
    static QByteArray encoded(const Sample &sample, Encoding encoding)
    {
        return protocol::encode({sample.type, {}, sample.payload}, protocol::Direction::ClientToServer, encoding);
    }

    // What a frame may be answered with: acks that name its type, or the answers of a request that was well-formed
    // after all. Anything else is a failure.
    void throwAt(const QByteArray &frame)
    {
        node->router->received(malloryId, frame);
        if (++sent % 100 == 0) {
            node->settle();
            check(frame);
            node->pass(1s); // or she is over her rate
            if (sent % 10'000 == 0) {
                for (const quint64 id : {malloryId, bobId, carolId})
                    node->router->received(id, "\x8d");
                node->settle();
                carol.raw.clear();
            }
        }
    }
    void check(const QByteArray &frame)
    {
        node->ackAll(bobId, bob);
        node->ackAll(malloryId, mallory);
        bob.raw.clear();
        for (const auto &answer : mallory.take()) { // take() fails the test for unreadable ones
            const auto *ack = std::get_if<Ack>(&answer.payload);
            if (ack && !ack->ok && ack->error)
                QVERIFY2(ack->error->code != 5103, frame.toHex().constData());
        }
        QVERIFY2(!mallory.closed, frame.toHex().constData());
        QVERIFY2(carol.raw.isEmpty(), frame.toHex().constData());
    }
    bool isServed(quint64 id, FakePeer &peer)
    {
        node->pass(40s); // sixteen of her waiting frames are served per step of this clock
        peer.raw.clear();
        node->say(id, 42, "{\"ntype\":4,\"nodelist\":[\"" + bobNode.toUtf8() + "\"]}");
        return peer.takeAll<protocol::Nodes>().size() == 1;
    }
    // JSON objects with one value after the other replaced.
    static QList<QByteArray> withEachValueReplaced(const QByteArray &json, const QByteArray &by)
    {
        QList<QByteArray> variants;
        for (qsizetype colon = json.indexOf(':'); colon >= 0; colon = json.indexOf(':', colon + 1)) {
            if (json[colon - 1] != '"')
                continue;
            qsizetype end = colon + 1;
            int depth = 0;
            bool text = false;
            for (; end < json.size(); ++end) {
                const char c = json[end];
                if (c == '"')
                    text = !text;
                if (text)
                    continue;
                if ((c == ',' || c == '}' || c == ']') && depth == 0)
                    break;
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            }
            variants.append(json.first(colon + 1) + by + json.sliced(end));
        }
        return variants;
    }

private Q_SLOTS:
    void init()
    {
        node = std::make_unique<NodeHarness>();
        for (FakePeer *peer : {&mallory, &bob, &carol})
            *peer = FakePeer();
        malloryNode = node->addAccount(u"mallory"_s);
        bobNode = node->addAccount(u"bob"_s);
        node->addAccount(u"carol"_s);
        malloryId = node->signIn(mallory, "mallory");
        bobId = node->signIn(bob, "bob");
        carolId = node->signIn(carol, "carol");
    }
    void cleanup()
    {
        if (QTest::currentTestFailed() || !node)
            return;
        node->settle();
        QVERIFY(carol.raw.isEmpty());
        QVERIFY(isServed(carolId, carol));
        QVERIFY(isServed(malloryId, mallory));
        node.reset();
    }

    void framesCutOffAnywhere_data() { bothEncodings(); }
    void framesCutOffAnywhere()
    {
        QFETCH(Encoding, encoding);
        for (const Sample &sample : samples()) {
            const QByteArray whole = encoded(sample, encoding);
            for (qsizetype size = 1; size < whole.size(); ++size)
                throwAt(whole.first(size));
            throwAt(whole + "trailing");
            throwAt(whole + whole);
            check(whole);
        }
    }
    void everyByteChanged_data() { bothEncodings(); }
    void everyByteChanged()
    {
        QFETCH(Encoding, encoding);
        for (const Sample &sample : samples()) {
            const QByteArray whole = encoded(sample, encoding);
            for (qsizetype at = 1; at < whole.size(); ++at) {
                for (const int by : {0x00, 0x01, 0x0f, 0x1b, 0x7f, 0x80, 0x8c, 0xf9, 0xff}) {
                    QByteArray changed = whole;
                    changed[at] = char(by);
                    throwAt(changed);
                }
                throwAt(whole.first(at) + whole.sliced(at + 1));
            }
            check(whole);
        }
    }
    void valuesOfTheWrongType()
    {
        static const QList<QByteArray> values{
            "\"x\"",     "\"\"", "1",      "-1",  "1.5",      "1e400",      "99999999999999999999", "true",
            "null",      "[]",   "[null]", "{}",  "[[[]]]",   "[1,\"\"]",   "\"\\ud800\"",          "\"\xff\"",
            "{\"\":{}}", "[{}]", "-32769", "128", "\"\xc3\"", "\"\\u0000\""};
        for (const Sample &sample : samples()) {
            const QByteArray whole = encoded(sample, Encoding::Json);
            for (const QByteArray &value : values) {
                for (const QByteArray &variant : withEachValueReplaced(whole, value))
                    throwAt(variant);
                throwAt(whole.first(1) + value);
            }
            check(whole);
        }
    }
    void nestingDuplicatesAndLengths()
    {
        const auto deep = [](const QByteArray &open, const QByteArray &close) {
            return open.repeated(20'000) + close.repeated(20'000);
        };
        QList<QByteArray> json{deep("[", "]"), deep("{\"toTid\":", "}"), deep("{\"x\":[", "]}"), "{", "\"", "}", "nul"};
        QByteArray twice("{\"toTid\":{\"node\":\"a\"}");
        for (int i = 0; i < 2000; ++i)
            twice += ",\"toTid\":{\"node\":\"a\"},\"rtype\":5,\"ntype\":4,\"ToTiD\":null";
        json.append(twice + "}");
        json.append("{\"nodelist\":[" + QByteArray("\"x\",").repeated(200'000) + "\"x\"],\"ntype\":4}");
        // A field of every number as every container, with lengths of two thousand million and nothing behind them.
        QList<QByteArray> thrift;
        const QByteArray huge = QByteArray::fromHex("ffffffff07");
        const QByteArray absurd = QByteArray::fromHex("ffffffffffffffffff01");
        for (int field = 1; field < 16; ++field) {
            for (const QByteArray &length : {huge, absurd}) {
                thrift.append(char(field << 4 | 8) + length);
                thrift.append(char(field << 4 | 11) + length + char(0x88));
                thrift.append(char(field << 4 | 11) + length + char(0xcc));
                for (const int element : {1, 3, 8, 9, 11, 12})
                    thrift.append(char(field << 4 | 9) + QByteArray(1, char(0xf0 | element)) + length);
            }
            thrift.append(QByteArray(20'000, char(field << 4 | 12)));
            thrift.append(char(field << 4 | 9) + QByteArray(20'000, char(0x19)));
            thrift.append(QByteArray(1, char(field << 4 | 13)));
            thrift.append(char(0x08) + QByteArray(20, char(0xff)));
        }
        for (const Sample &sample : samples()) {
            for (const QByteArray &payload : std::as_const(json))
                throwAt(char(quint8(sample.type) | 0x80) + payload);
            for (const QByteArray &payload : std::as_const(thrift))
                throwAt(char(sample.type) + payload);
            check("lengths");
        }
    }
    void everyTypeByte()
    {
        for (int byte = 0; byte < 256; ++byte) {
            if (protocol::isBigData(FrameType(byte & 0x7f)))
                continue;
            for (const QByteArray &payload :
                 {QByteArray(), QByteArray("null"), QByteArray("{}"), QByteArray(1, '\0'), QByteArray(5, '\xff')})
                throwAt(char(byte) + payload);
            check(QByteArray(1, char(byte)));
        }
    }
    void unknownTypesAreNamedInTheRefusal()
    {
        for (const int type : {0, 1, 14, 15, 18, 20, 23, 40, 89, 98, 127}) {
            for (const int flag : {0, 0x80}) {
                node->router->received(malloryId, QByteArray(1, char(type | flag)) + "{}");
                const auto acks = mallory.takeAll<Ack>();
                QCOMPARE(acks.size(), 1);
                QCOMPARE(int(acks[0].timType), type);
                QCOMPARE(acks[0].error->code, 4104);
            }
        }
    }
    void bigDataOfAnyShape()
    {
        for (const auto type : {FrameType::BigString, FrameType::BigBinary, FrameType::BigBinaryStream}) {
            const QByteArray whole = char(type) + protocol::clientBigData(type, bobNode.toUtf8(), "some data").bytes;
            QList<QByteArray> variants;
            for (qsizetype size = 1; size < whole.size(); ++size)
                variants.append(whole.first(size));
            for (const int length : {-1, 0, 1, 5, 6, 0x7fffffff, 32 << 20, (32 << 20) + 1}) {
                QByteArray variant = whole;
                for (int i = 0; i < 4; ++i)
                    variant[1 + i] = char(quint32(length) >> (24 - 8 * i));
                variants.append(variant);
            }
            QByteArray noSeparator = whole;
            noSeparator[5 + bobNode.size()] = 'x';
            variants.append(noSeparator);
            variants.append(whole + "trailing");
            for (const QByteArray &variant : std::as_const(variants)) {
                bob.raw.clear();
                throwAt(variant);
                node->pass(32s); // what is half-sent ends, and the connection with it
                QVERIFY(bob.raw.isEmpty());
                if (mallory.closed) {
                    node->disconnect(malloryId);
                    mallory = FakePeer();
                    malloryId = node->signIn(mallory, "mallory");
                }
                for (const quint64 id : {malloryId, bobId, carolId})
                    node->router->received(id, "\x8d");
                carol.raw.clear();
                check(variant);
            }
            QCOMPARE(node->router->bigData().collectedBytes(), 0);
        }
    }
    void strangersGetNothingBeforeSignIn()
    {
        QList<QByteArray> frames;
        for (const Sample &sample : samples()) {
            for (const auto encoding : {Encoding::Json, Encoding::ThriftCompact}) {
                const QByteArray whole = encoded(sample, encoding);
                for (const qsizetype size : {qsizetype(1), whole.size() / 2, whole.size()})
                    frames.append(whole.first(size));
            }
        }
        for (int byte = 0; byte < 256; ++byte)
            frames.append(QByteArray(1, char(byte)) + "{}");
        for (const QByteArray &frame : std::as_const(frames)) {
            FakePeer stranger;
            const quint64 id = node->connect(stranger);
            const auto gone = qScopeGuard([&] { node->disconnect(id); });
            node->router->received(id, frame);
            const auto type = FrameType(quint8(frame.front()) & 0x7f);
            if (type == FrameType::Auth) {
                QVERIFY(node->settleUntil([&] { return !stranger.raw.isEmpty(); }));
                const bool thrift = !(quint8(frame.front()) & 0x80);
                const auto answer = protocol::decode(stranger.raw[0], protocol::Direction::ServerToClient,
                                                     thrift ? Encoding::ThriftCompact : Encoding::Json);
                QVERIFY(answer);
                const Ack &ack = std::get<Ack>(answer->frame.payload);
                QVERIFY(!ack.ok);
                QVERIFY(ack.error->code == 4104 || ack.error->code == 4105);
            } else {
                node->settle();
                QVERIFY2(stranger.raw.isEmpty(), frame.toHex().constData());
                QCOMPARE(stranger.closed, type != FrameType::Ping);
            }
            QVERIFY(!stranger.trusted);
        }
        QVERIFY(bob.raw.isEmpty());
    }
    void aSilentOrTalkativeStrangerIsGoneAfterTenSeconds()
    {
        FakePeer silent, talkative;
        node->connect(silent);
        const quint64 id = node->connect(talkative);
        for (int i = 0; i < 9; ++i) {
            node->router->received(id, "\x8d");
            node->pass(1s);
        }
        QVERIFY(!silent.closed);
        QVERIFY(talkative.raw.isEmpty());
        node->pass(3s);
        QVERIFY(silent.closed);
        QVERIFY(talkative.closed);
    }
    void aFloodIsBoundedAndDelaysNobodyElse()
    {
        for (int i = 0; i < 5000; ++i)
            node->router->received(malloryId, "\x93{\"show\":4}");
        node->settle();
        const auto refused = mallory.takeAll<Ack>();
        QVERIFY(refused.size() > 2000); // what does not fit is told so and not kept
        QCOMPARE(refused.last().error->code, 5104);
        QVERIFY(isServed(carolId, carol));
        node->pass(5s);
    }

private:
    static void bothEncodings()
    {
        QTest::addColumn<Encoding>("encoding");
        QTest::newRow("json") << Encoding::Json;
        QTest::newRow("thrift") << Encoding::ThriftCompact;
    }
};

QTEST_GUILESS_MAIN(tst_HostileFrames)
#include "tst_hostile_frames.moc"
