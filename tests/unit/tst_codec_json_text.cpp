// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "unit/json_fixture.h"

using namespace timbre::json;
using namespace Qt::StringLiterals;

// The JSON encoding, texts and what is written: protocol.md 3.1 and protocol-live.md 5.
class tst_CodecJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

void tst_CodecJsonText::textIsReadAsTimReadsIt_data()
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
    QTest::newRow("raw and escaped") << "\xC3\xA9\\u00e9\xF0\x9F\x98\x80"_ba << u"\u00E9\u00E9\U0001F600"_s;
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

void tst_CodecJsonText::textIsReadAsTimReadsIt()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, text);
    // At every distance from the words of eight bytes that the reader looks at.
    for (int shift = 0; shift < 9; ++shift) {
        const QString padding(shift, u'x');
        const Presence found
            = presence("{\"status\":\"" + padding.toLatin1() + raw + "\",\"extend\":{\"" + raw + "\":\"\"}}");
        QVERIFY(found.status);
        if (shift > 0)
            QCOMPARE(*found.status, padding + text);
        else
            QCOMPARE(*found.status, text);
        QCOMPARE(found.extend->firstKey(), text);
    }
}

void tst_CodecJsonText::textIsWrittenAsGoWritesIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("raw");
    QTest::newRow("plain") << u"busy '/\x7F"_s << "busy '/\x7F"_ba;
    QTest::newRow("quotes") << u"\"\\"_s << R"(\"\\)"_ba;
    QTest::newRow("controls") << QString(u"\n\r\t\b\f\x1f"_s + QChar(0)) << R"(\n\r\t\u0008\u000c\u001f\u0000)"_ba;
    QTest::newRow("markup") << u"<b>&amp;</b>"_s << R"(\u003cb\u003e\u0026amp;\u003c/b\u003e)"_ba;
    QTest::newRow("line separators") << u"\u2028\u2029\u202A"_s << "\\u2028\\u2029\xE2\x80\xAA"_ba;
    QTest::newRow("two, three, four bytes") << u"\u00E9\u20AC\U0001F600"_s << "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"_ba;
    QTest::newRow("lone high") << QString(QChar(0xD83D)) + u'a'
                               << "\xEF\xBF\xBD"
                                  "a"_ba;
    QTest::newRow("lone high at the end") << u'a' + QString(QChar(0xD83D)) << "a\xEF\xBF\xBD"_ba;
    QTest::newRow("lone low") << QString(QChar(0xDE00)) << "\xEF\xBF\xBD"_ba;
}

void tst_CodecJsonText::textIsWrittenAsGoWritesIt()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, raw);
    Presence value;
    value.status = text;
    value.extend = TextMap{{text, text}};
    QCOMPARE(written(value), "{\"status\":\"" + raw + "\",\"extend\":{\"" + raw + "\":\"" + raw + "\"}}");
}

void tst_CodecJsonText::longTextSurvivesWriterChunks()
{
    // Pairs and escapes at every place around the writer's chunks of 1024 units.
    for (int shift = 1020; shift < 1030; ++shift) {
        Presence value;
        value.status = QString(shift, u'x') + u"\U0001F600\U0001F600"_s + QString(5000, QChar(1)) + u"\U0001F600"_s;
        QCOMPARE(presence(written(value)), value);
    }
}

void tst_CodecJsonText::requiredFieldsAreAlwaysWritten()
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

void tst_CodecJsonText::emptyListsAndMapsAreLeftOut()
{
    Presence value;
    value.toList.emplace();
    value.extend.emplace();
    value.extra.emplace();
    QCOMPARE(written(value), "{}"_ba);
    // But an empty list that was given counts as given: protocol-live.md 5 (n).
    QVERIFY(presence(R"({"toList":[]})").toList.has_value());
}

void tst_CodecJsonText::binaryIsStandardBase64()
{
    Message value;
    value.dataBinary = "\xFB\xEF\xFF\x00"_ba;
    const QByteArray json = R"({"msType":0,"odType":0,"dataBinary":"++//AA=="})"_ba;
    QCOMPARE(written(value, FrameType::Message), json);
    QCOMPARE(message(json), value);
    QCOMPARE(message(R"({"dataBinary":"\u002b+\/\/AA=="})").dataBinary, value.dataBinary);
    QCOMPARE(message(R"({"dataBinary":""})").dataBinary, std::optional(QByteArray()));
}

void tst_CodecJsonText::badBase64IsAWrongField_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"QQ", "QQ=", "Q===", "QQ==QQ==", "Q Q=", "-_-_", "====", "QQQ\xC3"})
        QTest::newRow(text) << QByteArray(text);
}

void tst_CodecJsonText::badBase64IsAWrongField()
{
    QFETCH(QByteArray, text);
    const Decoded decoded = read("\x5A{\"dataBinary\":\"" + text + "\",\"udtype\":1}", toClient);
    QCOMPARE(decoded.wrongField, "dataBinary"_ba);
    const auto &payload = std::get<Message>(decoded.frame.payload);
    QCOMPARE(payload.dataBinary, std::nullopt);
    QCOMPARE(payload.udtype, std::optional<qint16>(1));
}

void tst_CodecJsonText::everyFieldOfEveryStructSurvives()
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
        {Frame{FrameType::Message, 77, full}, toClient},
        {Frame{FrameType::OfflineMessages, 78, MessageList{5, QList<Message>{full, Message()}}}, toClient},
        {Frame{FrameType::Stream, {}, Stream{1, u"v"_s, qint8(2), "body"_ba, u"f"_s}}, toClient},
        {Frame{FrameType::Nodes,
               {},
               Nodes{6, QList<QString>{u"a"_s}, QMap<QString, UserBean>{{u"u"_s, user}, {u"v"_s, UserBean()}},
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

QTEST_APPLESS_MAIN(tst_CodecJsonText)

#include "tst_codec_json_text.moc"
