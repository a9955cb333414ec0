// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/frame.h"

#include <QTest>

#include <limits>

using namespace timbre::protocol;
using namespace Qt::StringLiterals;
using Kind = DecodeError::Kind;

Q_DECLARE_METATYPE(timbre::protocol::Direction)
Q_DECLARE_METATYPE(timbre::protocol::Presence)

namespace
{

constexpr auto toServer = Direction::ClientToServer;
constexpr auto toClient = Direction::ServerToClient;

Decoded read(const QByteArray &bytes, Direction direction)
{
    const auto decoded = decode(bytes, direction);
    if (!decoded)
        qFatal("error %d in %s", int(decoded.error().kind), bytes.constData());
    return *decoded;
}

Decoded readPresence(const QByteArray &json)
{
    return read('\x5B' + json, toClient);
}

Presence presence(const QByteArray &json)
{
    return std::get<Presence>(readPresence(json).frame.payload);
}

Message message(const QByteArray &json)
{
    return std::get<Message>(read('\x5A' + json, toClient).frame.payload);
}

QByteArray written(const Payload &payload, FrameType type = FrameType::Presence)
{
    return encode(Frame{type, {}, payload}, toClient).sliced(1);
}

} // namespace

// The JSON encoding rule by rule: protocol.md 1.4, 3.1 and protocol-live.md 3 and 5.
class tst_CodecJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFrameOfEachDirection_data();
    void everyFrameOfEachDirection();
    void syncIdIsReadAndWritten();
    void syncIdIsKnownEvenIfTheRestIsNot();
    void clientFramesTellTheirEncoding();

    void aWrongTypeCountsAsAbsent_data();
    void aWrongTypeCountsAsAbsent();
    void aWrongTypeLeavesARequiredFieldAtZero();
    void aWrongTypeInsideAListOrMapBecomesEmpty();
    void aPayloadThatIsNoObjectIsAWrongField();
    void integersAreExact_data();
    void integersAreExact();
    void anIntegerMayBeSpeltAsAFraction_data();
    void anIntegerMayBeSpeltAsAFraction();
    void nullIsAbsent();

    void keysAreCaseInsensitive_data();
    void keysAreCaseInsensitive();
    void theLastDuplicateWins();
    void anObjectGivenTwiceIsMerged();
    void unknownKeysAreSkippedWhateverTheyHold();
    void blanksAreAllowedAround();

    void textIsReadAsTimReadsIt_data();
    void textIsReadAsTimReadsIt();
    void textIsWrittenAsGoWritesIt_data();
    void textIsWrittenAsGoWritesIt();
    void longTextSurvivesWriterChunks();
    void requiredFieldsAreAlwaysWritten();
    void emptyListsAndMapsAreLeftOut();
    void binaryIsStandardBase64();
    void badBase64IsAWrongField_data();
    void badBase64IsAWrongField();
    void everyFieldOfEveryStructSurvives();
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
    const auto row = [](int type, int client, int server) {
        QTest::addRow("%d", type) << type << client << server;
    };
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
        const bool bareAllowed = std::holds_alternative<std::monostate>(frame.payload)
            || std::holds_alternative<Raw>(frame.payload);
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
    QCOMPARE(encode(Frame{FrameType::Ack, 7, {}}, toServer, Encoding::ThriftCompact),
             "\x0C\0\0\0\7"_ba);
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

void tst_CodecJson::aWrongTypeCountsAsAbsent_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const QByteArray &field, const QByteArray &value) {
        QTest::newRow((field + ' ' + value).constData())
            << QByteArray("\"" + field + "\":" + value) << field;
    };
    for (const char *value : {"32768", "-32769", "40000", "\"4\"", "1.5", "true", "[]", "{}",
                              "100000000000000000000", "1e400", "-1e400", "1e-400", "4.0000001"}) {
        row("show", value);
    }
    for (const char *value : {"128", "-129", "300", "\"1\"", "false", "[1]"})
        row("subStatus", value);
    for (const char *value : {"9223372036854775808", "-9223372036854775809", "1e19", "\"1\""})
        row("id", value);
    for (const char *value : {"1", "\"true\"", "{}"})
        row("offline", value);
    for (const char *value : {"1", "true", "[]", "{\"a\":[1,{\"b\":null}]}"})
        row("status", value);
    for (const char *value : {"1", "\"x\"", "[]", "[{\"node\":\"x\"}]"}) {
        row("fromTid", value);
        row("extend", value);
        row("extra", value);
    }
    for (const char *value : {"1", "\"x\"", "{}"})
        row("toList", value);
}

void tst_CodecJson::aWrongTypeCountsAsAbsent()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, field);
    // What stands before and after it is read all the same, and a second mistake is not reported
    // over the first.
    const Decoded decoded = readPresence(R"({"toTid":{"node":"n"},)" + json
                                         + R"(,"offline":7,"status":"s","show":3})");
    QCOMPARE(decoded.wrongField, field);
    Presence expected;
    expected.toTid = Tid{u"n"_s, {}, {}, {}, {}};
    expected.status = u"s"_s;
    expected.show = qint16(3);
    QCOMPARE(std::get<Presence>(decoded.frame.payload), expected);

    const Decoded alone = readPresence('{' + json + '}');
    QCOMPARE(std::get<Presence>(alone.frame.payload), Presence());
}

void tst_CodecJson::aWrongTypeLeavesARequiredFieldAtZero()
{
    const Decoded decoded = read(
        R"({"ok":"yes","timType":300,"n":"x","error":{"code":"4105","info":"no"}})"_ba.prepend(
            '\x0C'),
        toClient);
    QCOMPARE(decoded.wrongField, "ok"_ba);
    const auto &ack = std::get<Ack>(decoded.frame.payload);
    QCOMPARE(ack.ok, false);
    QCOMPARE(ack.timType, qint8(0));
    QCOMPARE(ack.n, std::optional(u"x"_s));
    QCOMPARE(ack.error, std::optional(Error{{}, u"no"_s}));
}

void tst_CodecJson::aWrongTypeInsideAListOrMapBecomesEmpty()
{
    const Decoded list = readPresence(R"({"toList":["a",7,null,"b"]})");
    QCOMPARE(list.wrongField, "toList"_ba);
    QCOMPARE(std::get<Presence>(list.frame.payload).toList,
             std::optional(QList<QString>{u"a"_s, QString(), QString(), u"b"_s}));
    const Decoded map
        = readPresence(R"({"extend":{"a":1,"b":"x","c":null},"extra":{"p":"!","q":"QQ=="}})");
    QCOMPARE(map.wrongField, "extend"_ba);
    const auto &payload = std::get<Presence>(map.frame.payload);
    QCOMPARE(payload.extend, std::optional(TextMap{{u"a"_s, {}}, {u"b"_s, u"x"_s}, {u"c"_s, {}}}));
    QCOMPARE(payload.extra, std::optional(BinaryMap{{u"p"_s, {}}, {u"q"_s, "A"_ba}}));
    // Structs that are none are left out: an empty message means nothing.
    const Decoded messages
        = read("\x15{\"messageList\":[1,{\"mid\":1},null,{\"mid\":2}]}"_ba, toClient);
    QCOMPARE(messages.wrongField, "messageList"_ba);
    const auto &found = std::get<MessageList>(messages.frame.payload).messageList;
    QVERIFY(found);
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->at(1).mid, std::optional<qint64>(2));
    // The field that is wrong is named, not the one around it.
    QCOMPARE(readPresence(R"({"fromTid":{"node":"n","termtyp":1000}})").wrongField, "termtyp"_ba);
}

void tst_CodecJson::aPayloadThatIsNoObjectIsAWrongField()
{
    for (const char *json : {"[]", "\"s\"", "1", "true", "[{\"show\":1}]"}) {
        const Decoded decoded = readPresence(json);
        QCOMPARE(decoded.wrongField, "payload"_ba);
        QCOMPARE(std::get<Presence>(decoded.frame.payload), Presence());
    }
    QCOMPARE(decode("\x5Bnull"_ba, toClient).error(), (DecodeError{Kind::NullPayload, 0x5B, {}}));
    QCOMPARE(decode("\x5B null "_ba, toClient).error().kind, Kind::NullPayload);
    QCOMPARE(decode("\x5Bnull!"_ba, toClient).error().kind, Kind::Syntax);
}

void tst_CodecJson::integersAreExact_data()
{
    QTest::addColumn<qint64>("value");
    for (const qint64 value :
         {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(),
          qint64(9007199254740993), qint64(-9007199254740993), qint64(0), qint64(-1)}) {
        QTest::addRow("%lld", value) << value;
    }
}

void tst_CodecJson::integersAreExact()
{
    QFETCH(qint64, value);
    const QByteArray json = "{\"id\":" + QByteArray::number(value) + '}';
    QCOMPARE(presence(json).id, std::optional(value));
    QCOMPARE(written(presence(json)), json);
}

void tst_CodecJson::anIntegerMayBeSpeltAsAFraction_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<qint16>("show");
    QTest::newRow("4.0") << "4.0"_ba << qint16(4);
    QTest::newRow("1e1") << "1e1"_ba << qint16(10);
    QTest::newRow("-30E-1") << "-30E-1"_ba << qint16(-3);
    QTest::newRow("0.32e+2") << "0.32e+2"_ba << qint16(32);
    QTest::newRow("-0") << "-0"_ba << qint16(0);
    QTest::newRow("-0.0") << "-0.0"_ba << qint16(0);
    QTest::newRow("0e999999999") << "0e999999999"_ba << qint16(0);
}

void tst_CodecJson::anIntegerMayBeSpeltAsAFraction()
{
    QFETCH(QByteArray, number);
    QFETCH(qint16, show);
    const Decoded decoded = readPresence("{\"show\":" + number + '}');
    QCOMPARE(decoded.wrongField, QByteArray());
    QCOMPARE(std::get<Presence>(decoded.frame.payload).show, std::optional(show));
}

void tst_CodecJson::nullIsAbsent()
{
    const Decoded decoded = readPresence(
        R"({"id":null,"offline":null,"subStatus":null,"fromTid":null,"toList":null,"status":null,"extend":null,"extra":null})");
    QCOMPARE(decoded.wrongField, QByteArray());
    QCOMPARE(std::get<Presence>(decoded.frame.payload), Presence());
    QCOMPARE(presence(R"({"toTid":{"node":"n"},"TOTID":null,"show":1})").toTid, std::nullopt);
    QCOMPARE(message(R"({"msType":2,"msType":null})").msType, qint8(2));
}

void tst_CodecJson::keysAreCaseInsensitive_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("upper") << R"({"SUBSTATUS":2})"_ba;
    QTest::newRow("mixed") << R"({"sUbStAtUs":2})"_ba;
    QTest::newRow("escaped") << R"({"sub\u0053tatus":2})"_ba;
    QTest::newRow("all escaped")
        << R"({"\u0073\u0075\u0062\u0053\u0074\u0061\u0074\u0075\u0073":2})"_ba;
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
    QCOMPARE(presence(R"({"toList":["a","b"],"toList":["c"]})").toList,
             std::optional(QList<QString>{u"c"_s}));
    QCOMPARE(presence(R"({"extend":{"a":"1","a":"2"}})").extend,
             std::optional(TextMap{{u"a"_s, u"2"_s}}));
}

void tst_CodecJson::anObjectGivenTwiceIsMerged()
{
    const auto tid
        = presence(R"({"toTid":{"node":"a","resource":"r"},"toTid":{"node":"b"}})").toTid;
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
    QCOMPARE(
        presence(" \t\r\n{ \"show\" : 1 , \"toList\" : [ \"a\" , \"b\" ] , \"extend\" : { } } \n")
            .show,
        std::optional<qint16>(1));
}

void tst_CodecJson::textIsReadAsTimReadsIt_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("text");
    const QString bad(QChar::ReplacementCharacter);
    QTest::newRow("plain") << "busy"_ba << u"busy"_s;
    QTest::newRow("empty") << ""_ba << u""_s;
    QTest::newRow("escapes") << R"(\"\\\/\b\f\n\r\t\u0041)"_ba << u"\"\\/\b\f\n\r\tA"_s;
    QTest::newRow("escape at each end") << R"(\na\n)"_ba << u"\na\n"_s;
    QTest::newRow("NUL") << R"(a\u0000b)"_ba << QString(u"a"_s + QChar(0) + u'b');
    QTest::newRow("delete") << "a\x7F"_ba << u"a\x7F"_s;
    QTest::newRow("raw emoji") << "\xF0\x9F\x98\x80"_ba << u"\U0001F600"_s;
    QTest::newRow("emoji as a pair of escapes") << R"(\ud83d\uDE00)"_ba << u"\U0001F600"_s;
    QTest::newRow("raw and escaped")
        << "\xC3\xA9\\u00e9\xF0\x9F\x98\x80"_ba << u"\u00E9\u00E9\U0001F600"_s;
    QTest::newRow("lone high escape") << R"(a\ud83d)"_ba << u'a' + bad;
    QTest::newRow("lone low escape") << R"(\ude00b)"_ba << bad + u'b';
    QTest::newRow("high, then a letter escape") << R"(\ud83d\u0041)"_ba << bad + u'A';
    QTest::newRow("high, then a line feed") << R"(\ud83d\n)"_ba << bad + u'\n';
    QTest::newRow("two highs and a low") << R"(\ud83d\ud83d\ude00)"_ba << bad + u"\U0001F600"_s;
    QTest::newRow("low before high") << R"(\ude00\ud83d)"_ba << bad + bad;
    QTest::newRow("bad byte") << "a\xFF"
                                 "b"_ba
                              << u'a' + bad + u'b';
    QTest::newRow("cut sequence") << "a\xF0\x9F\x98"_ba << u'a' + bad + bad + bad;
    QTest::newRow("raw surrogate") << "\xED\xA0\xBD"_ba << bad + bad + bad;
    QTest::newRow("overlong") << "\xC0\x80"_ba << bad + bad;
    QTest::newRow("cut by an escape") << "\xE2\\n\x82\xAC"_ba << bad + u'\n' + bad + bad;
    QTest::newRow("byte order marks") << "\xEF\xBB\xBF\xEF\xBB\xBFx"_ba << u"\uFEFF\uFEFFx"_s;
    QTest::newRow("byte order mark after an escape") << "\\n\xEF\xBB\xBFx"_ba << u"\n\uFEFFx"_s;
    QTest::newRow("noncharacter") << "\xEF\xBF\xBF"_ba << QString(QChar(0xFFFF));
}

void tst_CodecJson::textIsReadAsTimReadsIt()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, text);
    // At every distance from the words of eight bytes that the reader looks at.
    for (int shift = 0; shift < 9; ++shift) {
        const QString padding(shift, u'x');
        const Presence found = presence("{\"status\":\"" + padding.toLatin1() + raw
                                        + "\",\"extend\":{\"" + raw + "\":\"\"}}");
        QVERIFY(found.status);
        if (shift > 0)
            QCOMPARE(*found.status, padding + text);
        else
            QCOMPARE(*found.status, text);
        QCOMPARE(found.extend->firstKey(), text);
    }
}

void tst_CodecJson::textIsWrittenAsGoWritesIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("raw");
    QTest::newRow("plain") << u"busy '/\x7F"_s << "busy '/\x7F"_ba;
    QTest::newRow("quotes") << u"\"\\"_s << R"(\"\\)"_ba;
    QTest::newRow("controls") << QString(u"\n\r\t\b\f\x1f"_s + QChar(0))
                              << R"(\n\r\t\u0008\u000c\u001f\u0000)"_ba;
    QTest::newRow("markup") << u"<b>&amp;</b>"_s << R"(\u003cb\u003e\u0026amp;\u003c/b\u003e)"_ba;
    QTest::newRow("line separators") << u"\u2028\u2029\u202A"_s << "\\u2028\\u2029\xE2\x80\xAA"_ba;
    QTest::newRow("two, three, four bytes")
        << u"\u00E9\u20AC\U0001F600"_s << "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"_ba;
    QTest::newRow("lone high") << QString(QChar(0xD83D)) + u'a'
                               << "\xEF\xBF\xBD"
                                  "a"_ba;
    QTest::newRow("lone high at the end") << u'a' + QString(QChar(0xD83D)) << "a\xEF\xBF\xBD"_ba;
    QTest::newRow("lone low") << QString(QChar(0xDE00)) << "\xEF\xBF\xBD"_ba;
}

void tst_CodecJson::textIsWrittenAsGoWritesIt()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, raw);
    Presence value;
    value.status = text;
    value.extend = TextMap{{text, text}};
    QCOMPARE(written(value),
             "{\"status\":\"" + raw + "\",\"extend\":{\"" + raw + "\":\"" + raw + "\"}}");
}

void tst_CodecJson::longTextSurvivesWriterChunks()
{
    // Pairs and escapes at every place around the writer's chunks of 1024 units.
    for (int shift = 1020; shift < 1030; ++shift) {
        Presence value;
        value.status = QString(shift, u'x') + u"\U0001F600\U0001F600"_s + QString(5000, QChar(1))
            + u"\U0001F600"_s;
        QCOMPARE(presence(written(value)), value);
    }
}

void tst_CodecJson::requiredFieldsAreAlwaysWritten()
{
    QCOMPARE(written(Ack(), FrameType::Ack), R"({"ok":false,"timType":0})"_ba);
    QCOMPARE(written(Message(), FrameType::Message), R"({"msType":0,"odType":0})"_ba);
    QCOMPARE(written(Stream(), FrameType::Stream), R"({"id":0,"VNode":"","fromNode":""})"_ba);
    QCOMPARE(written(Nodes(), FrameType::Nodes), R"({"ntype":0})"_ba);
    QCOMPARE(written(MessageList(), FrameType::OfflineMessages), "{}"_ba);
    Presence value;
    value.toTid = Tid();
    value.offline = false;
    value.show = qint16(0);
    value.status = QString();
    QCOMPARE(written(value), R"({"offline":false,"toTid":{"node":""},"show":0,"status":""})"_ba);
}

void tst_CodecJson::emptyListsAndMapsAreLeftOut()
{
    Presence value;
    value.toList.emplace();
    value.extend.emplace();
    value.extra.emplace();
    QCOMPARE(written(value), "{}"_ba);
    // But an empty list that was given counts as given: protocol-live.md 5 (n).
    QVERIFY(presence(R"({"toList":[]})").toList.has_value());
}

void tst_CodecJson::binaryIsStandardBase64()
{
    Message value;
    value.dataBinary = "\xFB\xEF\xFF\x00"_ba;
    const QByteArray json = R"({"msType":0,"odType":0,"dataBinary":"++//AA=="})"_ba;
    QCOMPARE(written(value, FrameType::Message), json);
    QCOMPARE(message(json), value);
    QCOMPARE(message(R"({"dataBinary":"\u002b+\/\/AA=="})").dataBinary, value.dataBinary);
    QCOMPARE(message(R"({"dataBinary":""})").dataBinary, std::optional(QByteArray()));
}

void tst_CodecJson::badBase64IsAWrongField_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"QQ", "QQ=", "Q===", "QQ==QQ==", "Q Q=", "-_-_", "====", "QQQ\xC3"})
        QTest::newRow(text) << QByteArray(text);
}

void tst_CodecJson::badBase64IsAWrongField()
{
    QFETCH(QByteArray, text);
    const Decoded decoded = read("\x5A{\"dataBinary\":\"" + text + "\",\"udtype\":1}", toClient);
    QCOMPARE(decoded.wrongField, "dataBinary"_ba);
    const auto &payload = std::get<Message>(decoded.frame.payload);
    QCOMPARE(payload.dataBinary, std::nullopt);
    QCOMPARE(payload.udtype, std::optional<qint16>(1));
}

void tst_CodecJson::everyFieldOfEveryStructSurvives()
{
    const TextMap extend{{u"k"_s, u"v"_s}, {u"l"_s, u""_s}};
    const BinaryMap extra{{u"b"_s, "\0\1\2"_ba}};
    const Tid tid{u"n"_s, u"d"_s, u"r"_s, qint8(-5), extend};
    const Message full{2,
                       1,
                       3,
                       -4,
                       5,
                       tid,
                       tid,
                       tid,
                       "bin"_ba,
                       u"text"_s,
                       true,
                       6,
                       qint16(7),
                       qint16(-8),
                       extend,
                       extra,
                       QList<QString>{u"x"_s}};
    const UserBean user{u"n"_s, u"nick"_s, u"b"_s, qint8(1),
                        u"c"_s, u"a"_s,    9,      QList<QString>{u"p"_s},
                        extend, extra};
    const RoomBean room{
        u"f"_s, QList<QString>{u"m"_s}, u"c"_s, u"t"_s, u"l"_s, qint8(2), 3, 4, extend, extra};
    const QList<std::pair<Frame, Direction>> frames{
        {Frame{FrameType::Ack, {}, Ack{true, 16, Error{4105, u"no"_s}, -1, u"n"_s, 2, u"n2"_s}},
         toClient},
        {Frame{FrameType::Auth, {}, Auth{u"n"_s, u"p"_s, u"d"_s, u"r"_s, qint8(1), u"t"_s, extend}},
         toServer},
        {Frame{FrameType::Business, {}, Request{1, u"n"_s, u"m"_s, 2, -3, u"s"_s, u"t"_s}},
         toServer},
        {Frame{FrameType::Presence,
               {},
               Presence{1, true, qint8(2), tid, tid, QList<QString>{u"a"_s, u"b"_s}, qint16(4),
                        u"s"_s, extend, extra}},
         toClient},
        {Frame{FrameType::Message, 77, full}, toClient},
        {Frame{FrameType::OfflineMessages, 78, MessageList{5, QList<Message>{full, Message()}}},
         toClient},
        {Frame{FrameType::Stream, {}, Stream{1, u"v"_s, qint8(2), "body"_ba, u"f"_s}}, toClient},
        {Frame{FrameType::Nodes,
               {},
               Nodes{6, QList<QString>{u"a"_s},
                     QMap<QString, UserBean>{{u"u"_s, user}, {u"v"_s, UserBean()}},
                     QMap<QString, RoomBean>{{u"r"_s, room}}, u"n"_s}},
         toClient},
        {Frame{FrameType::BigBinary, {}, Raw{"n\x83\0\xFF"_ba}}, toClient},
    };
    for (const auto &[frame, direction] : frames) {
        const Decoded decoded = read(encode(frame, direction), direction);
        QCOMPARE(decoded.wrongField, QByteArray());
        QVERIFY2(decoded.frame == frame, frameTypeName(frame.type).data());
    }
}

QTEST_APPLESS_MAIN(tst_CodecJson)
#include "tst_codec_json.moc"
