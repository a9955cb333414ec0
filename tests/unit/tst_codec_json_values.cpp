// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "unit/json_fixture.h"

#include <limits>

using namespace timbre::json;
using namespace Qt::StringLiterals;
using Kind = DecodeError::Kind;

// The JSON encoding, values of the wrong type, integers and null: protocol.md 3.1 and protocol-live.md 5.
class tst_CodecJsonValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

void tst_CodecJsonValues::aWrongTypeCountsAsAbsent_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const QByteArray &field, const QByteArray &value) {
        QTest::newRow((field + ' ' + value).constData()) << QByteArray("\"" + field + "\":" + value) << field;
    };
    for (const char *value : {"32768", "-32769", "40000", "\"4\"", "1.5", "true", "[]", "{}", "100000000000000000000",
                              "1e400", "-1e400", "1e-400", "4.0000001"}) {
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

void tst_CodecJsonValues::aWrongTypeCountsAsAbsent()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, field);
    // What stands before and after it is read all the same, and a second mistake is not reported
    // over the first.
    const Decoded decoded = readPresence(R"({"toTid":{"node":"n"},)" + json + R"(,"offline":7,"status":"s","show":3})");
    QCOMPARE(decoded.wrongField, field);
    Presence expected;
    expected.toTid = Tid{u"n"_s, {}, {}, {}, {}};
    expected.status = u"s"_s;
    expected.show = qint16(3);
    QCOMPARE(std::get<Presence>(decoded.frame.payload), expected);

    const Decoded alone = readPresence('{' + json + '}');
    QCOMPARE(std::get<Presence>(alone.frame.payload), Presence());
}

void tst_CodecJsonValues::aWrongTypeLeavesARequiredFieldAtZero()
{
    const Decoded decoded = read(
        R"({"ok":"yes","timType":300,"n":"x","error":{"code":"4105","info":"no"}})"_ba.prepend('\x0C'), toClient);
    QCOMPARE(decoded.wrongField, "ok"_ba);
    const auto &ack = std::get<Ack>(decoded.frame.payload);
    QCOMPARE(ack.ok, false);
    QCOMPARE(ack.timType, qint8(0));
    QCOMPARE(ack.n, std::optional(u"x"_s));
    QCOMPARE(ack.error, std::optional(Error{{}, u"no"_s}));
}

void tst_CodecJsonValues::aWrongTypeInsideAListOrMapBecomesEmpty()
{
    const Decoded list = readPresence(R"({"toList":["a",7,null,"b"]})");
    QCOMPARE(list.wrongField, "toList"_ba);
    QCOMPARE(std::get<Presence>(list.frame.payload).toList,
             std::optional(QList<QString>{u"a"_s, QString(), QString(), u"b"_s}));
    const Decoded map = readPresence(R"({"extend":{"a":1,"b":"x","c":null},"extra":{"p":"!","q":"QQ=="}})");
    QCOMPARE(map.wrongField, "extend"_ba);
    const auto &payload = std::get<Presence>(map.frame.payload);
    QCOMPARE(payload.extend, std::optional(TextMap{{u"a"_s, {}}, {u"b"_s, u"x"_s}, {u"c"_s, {}}}));
    QCOMPARE(payload.extra, std::optional(BinaryMap{{u"p"_s, {}}, {u"q"_s, "A"_ba}}));
    // Structs that are none are left out: an empty message means nothing.
    const Decoded messages = read("\x15{\"messageList\":[1,{\"mid\":1},null,{\"mid\":2}]}"_ba, toClient);
    QCOMPARE(messages.wrongField, "messageList"_ba);
    const auto &found = std::get<MessageList>(messages.frame.payload).messageList;
    QVERIFY(found);
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->at(1).mid, std::optional<qint64>(2));
    // The field that is wrong is named, not the one around it.
    QCOMPARE(readPresence(R"({"fromTid":{"node":"n","termtyp":1000}})").wrongField, "termtyp"_ba);
}

void tst_CodecJsonValues::aPayloadThatIsNoObjectIsAWrongField()
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

void tst_CodecJsonValues::integersAreExact_data()
{
    QTest::addColumn<qint64>("value");
    for (const qint64 value : {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(),
                               qint64(9007199254740993), qint64(-9007199254740993), qint64(0), qint64(-1)}) {
        QTest::addRow("%lld", value) << value;
    }
}

void tst_CodecJsonValues::integersAreExact()
{
    QFETCH(qint64, value);
    const QByteArray json = "{\"id\":" + QByteArray::number(value) + '}';
    QCOMPARE(presence(json).id, std::optional(value));
    QCOMPARE(written(presence(json)), json);
}

void tst_CodecJsonValues::anIntegerMayBeSpeltAsAFraction_data()
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

void tst_CodecJsonValues::anIntegerMayBeSpeltAsAFraction()
{
    QFETCH(QByteArray, number);
    QFETCH(qint16, show);
    const Decoded decoded = readPresence("{\"show\":" + number + '}');
    QCOMPARE(decoded.wrongField, QByteArray());
    QCOMPARE(std::get<Presence>(decoded.frame.payload).show, std::optional(show));
}

void tst_CodecJsonValues::nullIsAbsent()
{
    const Decoded decoded = readPresence(
        R"({"id":null,"offline":null,"subStatus":null,"fromTid":null,"toList":null,"status":null,"extend":null,"extra":null})");
    QCOMPARE(decoded.wrongField, QByteArray());
    QCOMPARE(std::get<Presence>(decoded.frame.payload), Presence());
    QCOMPARE(presence(R"({"toTid":{"node":"n"},"TOTID":null,"show":1})").toTid, std::nullopt);
    QCOMPARE(message(R"({"msType":2,"msType":null})").msType, qint8(2));
}

QTEST_APPLESS_MAIN(tst_CodecJsonValues)

#include "tst_codec_json_values.moc"
