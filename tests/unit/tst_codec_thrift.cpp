// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "unit/thrift_fixture.h"
#include "unit/vectors.h"

#include <QTest>

#include <limits>

using namespace timbre::thrift_frames;
using namespace Qt::StringLiterals;
using Kind = DecodeError::Kind;

Q_DECLARE_METATYPE(timbre::protocol::Direction)

namespace {

// tim writes maps in any order.
bool orderIsOurs(const std::optional<TextMap> &map)
{
    return !map || map->size() < 2;
}

bool orderIsOurs(const std::optional<Tid> &tid)
{
    return !tid || orderIsOurs(tid->extend);
}

bool orderIsOurs(const Payload &payload)
{
    if (const auto *value = std::get_if<Presence>(&payload)) {
        return orderIsOurs(value->extend) && orderIsOurs(value->fromTid) && orderIsOurs(value->toTid)
            && (!value->extra || value->extra->size() < 2);
    }
    if (const auto *value = std::get_if<Nodes>(&payload))
        return !value->usermap || value->usermap->size() < 2;
    return true;
}

} // namespace

// The compact encoding rule by rule: protocol.md 3.1 and what protocol-live.md says of thrift.
class tst_CodecThrift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedFrameSurvivesTheRoundTrip_data();
    void recordedFrameSurvivesTheRoundTrip();
    void bothEncodingsOfAPresenceMeanTheSame_data();
    void bothEncodingsOfAPresenceMeanTheSame();
    void theExampleOfTheSpecification();
    void integersAreExactAndWrapAsInTim();
    void aWrongTypeCountsAsAbsent();
    void unknownFieldsAreSkippedWhateverTheyHold();
    void theLastDuplicateWins();
    void longHeadersAndListsAreRead();
    void badUtf8BecomesReplacementCharacters();
    void everyFieldOfEveryStructSurvives();
};

void tst_CodecThrift::recordedFrameSurvivesTheRoundTrip_data()
{
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<QByteArray>("bytes");
    const QList<timbre::vectors::Recorded> frames = timbre::vectors::transcripts(true);
    QVERIFY(frames.size() > 40);
    for (const auto &frame : frames)
        QTest::newRow(frame.name.constData()) << frame.direction << frame.bytes;
}

void tst_CodecThrift::recordedFrameSurvivesTheRoundTrip()
{
    QFETCH(Direction, direction);
    QFETCH(QByteArray, bytes);
    const auto first = read(bytes, direction);
    QVERIFY(first.hasValue());
    QCOMPARE(first->encoding, thrift);
    QCOMPARE(first->wrongField, QByteArray());
    const QByteArray written = encode(first->frame, direction, thrift);
    if (orderIsOurs(first->frame.payload))
        QCOMPARE(written.toHex(), bytes.toHex());
    QCOMPARE(written.size(), bytes.size());
    const auto second = read(written, direction);
    QVERIFY(second.hasValue());
    QVERIFY(second->frame == first->frame);
}

void tst_CodecThrift::bothEncodingsOfAPresenceMeanTheSame_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < timbre::vectors::presences().size(); ++i)
        QTest::addRow("%d", i) << i;
}

void tst_CodecThrift::bothEncodingsOfAPresenceMeanTheSame()
{
    QFETCH(int, index);
    const auto recorded = timbre::vectors::presences().at(index);
    const auto fromJson = decode('\x5B' + recorded.json, toClient);
    const auto fromThrift = read('\x5B' + recorded.thrift, toClient);
    QVERIFY(fromJson.hasValue());
    QVERIFY(fromThrift.hasValue());
    QCOMPARE(std::get<Presence>(fromThrift->frame.payload), std::get<Presence>(fromJson->frame.payload));
    const QByteArray written = encode(fromJson->frame, toClient, thrift);
    if (orderIsOurs(fromJson->frame.payload))
        QCOMPARE(written.mid(1).toHex(), recorded.thrift.toHex());
    const auto again = read(written, toClient);
    QVERIFY(again.hasValue());
    QVERIFY(again->frame == fromJson->frame);
}

void tst_CodecThrift::theExampleOfTheSpecification()
{
    Auth auth;
    auth.name = u"tim1"_s;
    auth.pwd = u"123"_s;
    auth.domain = u"tlnet.top"_s;
    auth.resource = u"web"_s;
    auth.termtyp = qint8(1);
    QCOMPARE(encode(Frame{FrameType::Auth, {}, auth}, toServer, thrift).toHex(),
             "10180474696d3118033132331809746c6e65742e746f701803776562130100"_ba);
}

void tst_CodecThrift::integersAreExactAndWrapAsInTim()
{
    for (const qint64 id : {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), qint64(-1),
                            qint64(0), qint64(9007199254740993)}) {
        Presence value;
        value.id = id;
        value.show = std::numeric_limits<qint16>::min();
        value.subStatus = std::numeric_limits<qint8>::min();
        const auto decoded = read(encode(Frame{FrameType::Presence, {}, value}, toClient, thrift), toClient);
        QVERIFY(decoded.hasValue());
        QCOMPARE(std::get<Presence>(decoded->frame.payload), value);
    }
    QCOMPARE(presence("7480f10400").show, std::optional<qint16>(-25536)); // 40000
    QCOMPARE(presence("74e0c50800").show, std::optional<qint16>(4464)); // 70000
}

void tst_CodecThrift::aWrongTypeCountsAsAbsent()
{
    // show as text, then status.
    const Decoded decoded = readPresence("78013418017800");
    QCOMPARE(decoded.wrongField, "show"_ba);
    const auto &value = std::get<Presence>(decoded.frame.payload);
    QCOMPARE(value.show, std::nullopt);
    QCOMPARE(value.status, std::optional(u"x"_s));
    // A list of numbers, a map of text to numbers; status after them.
    QCOMPARE(readPresence("692502042801780000").wrongField, "toList"_ba);
    QCOMPARE(presence("69250204280178"
                      "00")
                 .status,
             std::optional(u"x"_s));
    QCOMPARE(readPresence("9b018501610200").wrongField, "extend"_ba);
}

void tst_CodecThrift::unknownFieldsAreSkippedWhateverTheyHold()
{
    const QByteArray unknown = "0130"
                               "0230"
                               "033055"
                               "04308001"
                               "05308001"
                               "06308001"
                               "07301122334455667788"
                               "0830026162"
                               "09302100ff"
                               "0a302501"
                               "02"
                               "0b300185"
                               "0161"
                               "02"
                               "0c30180161"
                               "00"
                               "0d3000112233445566778899aabbccddeeff"
                               "0b3000";
    const Decoded decoded = readPresence(unknown
                                         + "040e08"
                                           "00");
    QCOMPARE(decoded.wrongField, QByteArray());
    Presence expected;
    expected.show = qint16(4);
    QCOMPARE(std::get<Presence>(decoded.frame.payload), expected);
    // Types that do not exist.
    QCOMPARE(errorOf("0e300000").kind, Kind::Syntax);
    QCOMPARE(errorOf("0f300000").kind, Kind::Syntax);
    QCOMPARE(errorOf("0930100000").kind, Kind::Syntax);
}

void tst_CodecThrift::theLastDuplicateWins()
{
    QCOMPARE(presence("7402040e0800").show, std::optional<qint16>(4));
    QCOMPARE(presence("5c180161280172000c0a18016200"
                      "00")
                 .toTid,
             std::optional(Tid{u"b"_s, {}, {}, {}, {}}));
}

void tst_CodecThrift::longHeadersAndListsAreRead()
{
    Message value;
    value.toList.emplace();
    for (int i = 0; i < 300; ++i)
        value.toList->append(QString::number(i));
    const Frame frame{FrameType::Message, 1, value};
    const QByteArray bytes = encode(frame, toClient, thrift);
    // msType, odType, then field 17, fifteen further on, with a count of its own.
    QVERIFY(bytes.mid(5).toHex().startsWith("13001300f9f8ac02"));
    const auto decoded = read(bytes, toClient);
    QVERIFY(decoded.hasValue());
    QVERIFY(decoded->frame == frame);
    // The same field with an id of its own instead of the distance.
    QCOMPARE(std::get<Message>(read("\x5A"_ba + QByteArray::fromHex("092218016100"), toClient)->frame.payload).toList,
             std::optional(QList<QString>{u"a"_s}));
    for (const int count : {14, 15}) {
        value.toList->resize(count);
        const auto again = read(encode(Frame{FrameType::Message, {}, value}, toClient, thrift), toClient);
        QVERIFY(again.hasValue());
        QCOMPARE(std::get<Message>(again->frame.payload), value);
    }
}

void tst_CodecThrift::badUtf8BecomesReplacementCharacters()
{
    const QString bad(QChar::ReplacementCharacter);
    QCOMPARE(presence("880361ff6200").status, std::optional(QString(u'a' + bad + u'b')));
    QCOMPARE(presence("8803eda0bd00").status, std::optional(QString(bad + bad + bad)));
    QCOMPARE(presence("8804efbbbf7800").status, std::optional(u"\uFEFFx"_s));
    QCOMPARE(presence("880361006200").status, std::optional(QString(u"a"_s + QChar(0) + u'b')));
    QCOMPARE(presence("880000").status, std::optional(QString()));
}

void tst_CodecThrift::everyFieldOfEveryStructSurvives()
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
                       false,
                       6,
                       qint16(7),
                       qint16(-8),
                       extend,
                       extra,
                       QList<QString>{u"x"_s}};
    const UserBean user{u"n"_s, u"nick"_s, u"b"_s, qint8(1), u"c"_s, u"a"_s, 9, QList<QString>{u"p"_s}, extend, extra};
    const RoomBean room{u"f"_s, QList<QString>{u"m"_s}, u"c"_s, u"t"_s, u"l"_s, qint8(2), 3, 4, extend, extra};
    const QList<std::pair<Frame, Direction>> frames{
        {Frame{FrameType::Ack, {}, Ack{true, 16, Error{4105, u"no"_s}, -1, u"n"_s, 2, u"n2"_s}}, toClient},
        {Frame{FrameType::Auth, {}, Auth{u"n"_s, u"p"_s, u"d"_s, u"r"_s, qint8(1), u"t"_s, extend}}, toServer},
        {Frame{FrameType::Business, {}, Request{1, u"n"_s, u"m"_s, 2, -3, u"s"_s, u"t"_s}}, toServer},
        {Frame{FrameType::Presence,
               {},
               Presence{1, true, qint8(2), tid, tid, QList<QString>{u"a"_s, u"b"_s}, qint16(4), u"s"_s, extend, extra}},
         toClient},
        {Frame{FrameType::OfflineMessages, 78, MessageList{5, QList<Message>{full, Message()}}}, toClient},
        {Frame{FrameType::Stream, {}, Stream{1, u"v"_s, qint8(2), "body"_ba, u"f"_s}}, toClient},
        {Frame{FrameType::Nodes,
               {},
               Nodes{6, QList<QString>{u"a"_s}, QMap<QString, UserBean>{{u"u"_s, user}, {u"v"_s, UserBean()}},
                     QMap<QString, RoomBean>{{u"r"_s, room}}, u"n"_s}},
         toClient},
    };
    for (const auto &[frame, direction] : frames) {
        const auto decoded = read(encode(frame, direction, thrift), direction);
        QVERIFY(decoded.hasValue());
        QCOMPARE(decoded->wrongField, QByteArray());
        QVERIFY2(decoded->frame == frame, frameTypeName(frame.type).data());
    }
}

QTEST_APPLESS_MAIN(tst_CodecThrift)

#include "tst_codec_thrift.moc"
