// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "unit/json_fixture.h"

using namespace timbre::json;
using namespace Qt::StringLiterals;
using Kind = DecodeError::Kind;

// The JSON encoding, frames and keys: protocol.md 1.4, 3.1 and protocol-live.md 3 and 5.
class tst_CodecJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFrameOfEachDirection_data();
    void everyFrameOfEachDirection();
    void syncIdIsReadAndWritten();
    void syncIdIsKnownEvenIfTheRestIsNot();
    void clientFramesTellTheirEncoding();
    void keysAreCaseInsensitive_data();
    void keysAreCaseInsensitive();
    void theLastDuplicateWins();
    void anObjectGivenTwiceIsMerged();
    void unknownKeysAreSkippedWhateverTheyHold();
    void blanksAreAllowedAround();
};

void tst_CodecJson::everyFrameOfEachDirection_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("clientPayload"); // index in Payload; -1: no such frame
    QTest::addColumn<int>("serverPayload");
    const int none = 0;
    const int ack = 1;
    const int auth = 2;
    const int request = 3;
    const int presencePayload = 4;
    const int messagePayload = 5;
    const int list = 6;
    const int stream = 7;
    const int nodes = 8;
    const int raw = 9;
    const auto row = [](int type, int client, int server) { QTest::addRow("%d", type) << type << client << server; };
    row(12, none, ack);
    row(13, none, none);
    row(14, auth, -1);
    row(15, auth, -1);
    row(16, auth, -1);
    row(17, none, list);
    row(18, -1, none);
    row(19, presencePayload, -1);
    row(20, -1, -1);
    row(21, request, list);
    row(22, request, -1);
    row(41, request, -1);
    row(42, nodes, nodes);
    row(90, messagePayload, messagePayload);
    row(91, presencePayload, presencePayload);
    row(92, messagePayload, -1);
    row(93, messagePayload, -1);
    row(94, stream, stream);
    row(95, raw, raw);
    row(96, raw, raw);
    row(97, raw, raw);
    for (const int type : {0, 1, 11, 23, 40, 43, 89, 98, 127})
        row(type, -1, -1);
}

void tst_CodecJson::everyFrameOfEachDirection()
{
    QFETCH(int, type);
    const auto check = [type](Direction direction, const QByteArray &head, int expected) {
        const auto decoded = decode(head + "{}", direction);
        if (expected < 0) {
            QVERIFY(!decoded.hasValue());
            QCOMPARE(decoded.error().kind, Kind::UnknownType);
            QCOMPARE(decoded.error().typeByte, quint8(head.front()));
            return;
        }
        QVERIFY(decoded.hasValue());
        const Frame &frame = decoded->frame;
        QCOMPARE(int(frame.type), type);
        QCOMPARE(int(frame.payload.index()), expected);
        if (const auto *raw = std::get_if<Raw>(&frame.payload))
            QCOMPARE(raw->bytes, "{}"_ba);
        const auto again = decode(encode(frame, direction), direction);
        QVERIFY(again.hasValue());
        QVERIFY(again->frame == frame);

        // A frame that needs no payload may have none; a struct may not be missing.
        const auto bare = decode(head, direction);
        const bool bareAllowed
            = std::holds_alternative<std::monostate>(frame.payload) || std::holds_alternative<Raw>(frame.payload);
        QCOMPARE(bare.hasValue(), bareAllowed);
        if (!bareAllowed)
            QCOMPARE(bare.error().kind, Kind::Syntax);
    };
    QFETCH(int, clientPayload);
    QByteArray clientHead(1, char(type | 0x80));
    if (type == 12)
        clientHead += "\0\0\0\7"_ba;
    check(toServer, clientHead, clientPayload);
    QFETCH(int, serverPayload);
    check(toClient, QByteArray(1, char(type)), serverPayload);
}

void tst_CodecJson::syncIdIsReadAndWritten()
{
    const QByteArray bytes = "\xDA\xFF\xFF\xFF\xFE{\"msType\":2,\"odType\":1}"_ba;
    const Frame frame = read(bytes, toClient).frame;
    QCOMPARE(frame.syncId, std::optional<qint32>(-2));
    QCOMPARE(frame.type, FrameType::Message);
    QCOMPARE(encode(frame, toClient), bytes);
    QCOMPARE(encode(Frame{FrameType::Ack, -2, {}}, toServer), "\x8C\xFF\xFF\xFF\xFE"_ba);
    QCOMPARE(encode(Frame{FrameType::Ack, 7, {}}, toServer, Encoding::ThriftCompact), "\x0C\0\0\0\7"_ba);
    QCOMPARE(read("\x8C\0\0\0\7"_ba, toServer).frame.syncId, std::optional<qint32>(7));
    // tim does not look at what follows an ack.
    QCOMPARE(read("\x8C\0\0\0\7....."_ba, toServer).frame.syncId, std::optional<qint32>(7));
}

void tst_CodecJson::syncIdIsKnownEvenIfTheRestIsNot()
{
    const auto error = [](const QByteArray &bytes) { return decode(bytes, toClient).error(); };
    QCOMPARE(error("\xDA\0\0\1\0{"_ba), (DecodeError{Kind::Syntax, 0xDA, 256}));
    QCOMPARE(error("\xFF\0\0\1\0{"_ba), (DecodeError{Kind::UnknownType, 0xFF, 256}));
    QCOMPARE(error("\xDA\0\0\1\0null"_ba), (DecodeError{Kind::NullPayload, 0xDA, 256}));
    QCOMPARE(error("\xDA\0\0\1"_ba), (DecodeError{Kind::Truncated, 0xDA, {}}));
    const auto ack = decode("\x8C\0\0\1"_ba, toServer);
    QCOMPARE(ack.error(), (DecodeError{Kind::Truncated, 0x8C, {}}));
}

void tst_CodecJson::clientFramesTellTheirEncoding()
{
    QCOMPARE(read("\x8D"_ba, toServer).encoding, Encoding::Json);
    QCOMPARE(read("\x0D"_ba, toServer).encoding, Encoding::ThriftCompact);
    QCOMPARE(encode(Frame{}, toServer), "\x8D"_ba);
    QCOMPARE(encode(Frame{}, toServer, Encoding::ThriftCompact), "\x0D"_ba);
    QCOMPARE(encode(Frame{}, toClient), "\x0D"_ba);
}

void tst_CodecJson::keysAreCaseInsensitive_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("upper") << R"({"SUBSTATUS":2})"_ba;
    QTest::newRow("mixed") << R"({"sUbStAtUs":2})"_ba;
    QTest::newRow("escaped") << R"({"sub\u0053tatus":2})"_ba;
    QTest::newRow("all escaped") << R"({"\u0073\u0075\u0062\u0053\u0074\u0061\u0074\u0075\u0073":2})"_ba;
    QTest::newRow("long s") << "{\"\xC5\xBFubStatu\xC5\xBF\":2}"_ba;
}

void tst_CodecJson::keysAreCaseInsensitive()
{
    QFETCH(QByteArray, json);
    QCOMPARE(presence(json).subStatus, std::optional<qint8>(2));
}

void tst_CodecJson::theLastDuplicateWins()
{
    QCOMPARE(presence(R"({"show":1,"Show":2,"SHOW":3})").show, std::optional<qint16>(3));
    QCOMPARE(presence(R"({"Show":3,"show":1})").show, std::optional<qint16>(1));
    QCOMPARE(presence(R"({"show":1,"show":"x"})").show, std::optional<qint16>(1));
    QCOMPARE(presence(R"({"toList":["a","b"],"toList":["c"]})").toList, std::optional(QList<QString>{u"c"_s}));
    QCOMPARE(presence(R"({"extend":{"a":"1","a":"2"}})").extend, std::optional(TextMap{{u"a"_s, u"2"_s}}));
}

void tst_CodecJson::anObjectGivenTwiceIsMerged()
{
    const auto tid = presence(R"({"toTid":{"node":"a","resource":"r"},"toTid":{"node":"b"}})").toTid;
    QCOMPARE(tid, std::optional(Tid{u"b"_s, {}, u"r"_s, {}, {}}));
    QCOMPARE(presence(R"({"extend":{"a":"1","b":"2"},"extend":{"b":"3"}})").extend,
             std::optional(TextMap{{u"a"_s, u"1"_s}, {u"b"_s, u"3"_s}}));
    QCOMPARE(presence(R"({"toTid":{"node":"a"},"toTid":null,"toTid":{"resource":"r"}})").toTid,
             std::optional(Tid{{}, {}, u"r"_s, {}, {}}));
}

void tst_CodecJson::unknownKeysAreSkippedWhateverTheyHold()
{
    const Decoded decoded = readPresence(
        R"({"x":{"show":9,"y":[1,2.5e3,"}",{"z":null}]},"shows":8,"sho":7,"":6,"show\u0000":5,"show":4,"w":"\"\\\/\b"})");
    QCOMPARE(decoded.wrongField, QByteArray());
    Presence expected;
    expected.show = qint16(4);
    QCOMPARE(std::get<Presence>(decoded.frame.payload), expected);
}

void tst_CodecJson::blanksAreAllowedAround()
{
    QCOMPARE(presence(" \t\r\n{ \"show\" : 1 , \"toList\" : [ \"a\" , \"b\" ] , \"extend\" : { } } \n").show,
             std::optional<qint16>(1));
}

QTEST_APPLESS_MAIN(tst_CodecJson)

#include "tst_codec_json.moc"
