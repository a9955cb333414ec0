// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/frame.h"
#include "unit/vectors.h"

#include <QTest>

#include <memory>
#include <random>

using namespace timbre::protocol;
using namespace Qt::StringLiterals;
using Kind = DecodeError::Kind;

Q_DECLARE_METATYPE(timbre::protocol::Direction)

namespace {

constexpr auto toServer = Direction::ClientToServer;
constexpr auto toClient = Direction::ServerToClient;

// Decodes from a block of exactly that size, so that the address sanitizer sees a byte read too
// far.
timbre::Expected<Decoded, DecodeError> decodeTight(const QByteArray &bytes, Direction direction,
                                                   const DecodeLimits &limits = {})
{
    const auto block = std::make_unique<char[]>(static_cast<std::size_t>(bytes.size()));
    std::copy(bytes.begin(), bytes.end(), block.get());
    return decode(QByteArrayView(block.get(), bytes.size()), direction, Encoding::Json, limits);
}

// Whatever could be read can be written, and then reads as the same again.
bool holdsTogether(const QByteArray &bytes, Direction direction)
{
    const auto decoded = decodeTight(bytes, direction);
    if (!decoded)
        return true;
    const QByteArray written = encode(decoded->frame, direction);
    const auto again = decode(written, direction, Encoding::Json);
    return again && again->wrongField.isEmpty() && encode(again->frame, direction) == written;
}

Kind kindOf(const QByteArray &json, const DecodeLimits &limits = {})
{
    const auto decoded = decodeTight('\x5B' + json, toClient, limits);
    if (decoded)
        qFatal("was read: %s", json.left(100).constData());
    return decoded.error().kind;
}

QByteArray nested(qsizetype depth, char open = '[', char close = ']')
{
    return QByteArray(depth, open) + QByteArray(depth, close);
}

} // namespace

// Bytes that no well-meaning peer sends: every one gives a value or a typed error.
class tst_CodecHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brokenTextIsASyntaxError_data();
    void brokenTextIsASyntaxError();
    void brokenTextInSkippedValuesIsASyntaxErrorToo_data();
    void brokenTextInSkippedValuesIsASyntaxErrorToo();
    void everyCutFrameIsAnError_data();
    void everyCutFrameIsAnError();
    void everyFlippedBitIsHandled_data();
    void everyFlippedBitIsHandled();
    void everyShortFrameIsHandled();
    void nestingStopsAtTheLimit();
    void endlessNestingDoesNotExhaustTheStack();
    void sizeStopsAtTheLimit();
    void hugeNumbersAreHandled();
    void manyKeysAreHandled();
    void randomDamageIsHandled();
};

void tst_CodecHostile::brokenTextIsASyntaxError_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArrayList texts{"",
                               " ",
                               "{",
                               "}",
                               "[",
                               "]",
                               ",",
                               ":",
                               "\"",
                               "{]",
                               "[}",
                               "{}}",
                               "{}{}",
                               "{} x",
                               "{},",
                               "nul",
                               "nulll",
                               "tru",
                               "True",
                               "NaN",
                               "Infinity",
                               "-",
                               "+1",
                               "01",
                               "-01",
                               "1.",
                               ".5",
                               "1e",
                               "1e+",
                               "0x10",
                               "1_0",
                               "{\"show\"}",
                               "{\"show\":}",
                               "{\"show\":1,}",
                               "{,\"show\":1}",
                               "{\"show\":1 \"id\":2}",
                               "{\"show\" 1}",
                               "{show:1}",
                               "{'show':1}",
                               "{\"show\":01}",
                               "{\"show\":1.}",
                               "{\"show\":--1}",
                               "{\"show\":1a}",
                               "{\"show\":+1}",
                               "{\"show\":tru}",
                               "{\"offline\":truee}",
                               "{\"offline\":fals}",
                               "{\"show\":nul}",
                               "{\"show\"::1}",
                               "{\"show\":1,,\"id\":2}",
                               "{\"toList\":[,]}",
                               "{\"toList\":[\"a\",]}",
                               "{\"toList\":[\"a\" \"b\"]}",
                               "{\"toList\":[\"a\"}",
                               "{\"toTid\":{\"node\":\"n\"]}",
                               "{1:2}",
                               "{null:2}",
                               "{\"status\":\"\n\"}",
                               "{\"status\":\"\t\"}",
                               "{\"status\":\"\\x\"}",
                               "{\"status\":\"\\u12\"}",
                               "{\"status\":\"\\u12g4\"}",
                               "{\"status\":\"\\U0041\"}",
                               "{\"status\":\"\\",
                               "{\"status\":\"\\u",
                               "{\"status\":\"\\ud83d\\u\"}",
                               "{\"a\\q\":1}",
                               "\xEF\xBB\xBF{}",
                               "/**/{}",
                               "{}//",
                               "{\"show\":1}\v",
                               "\xC2\xA0{}",
                               "undefined",
                               "{\"status\":\"unended}",
                               "{\"status\":\"a\"b\"}"};
    for (const QByteArray &text : texts)
        QTest::newRow(text.toPercentEncoding(" {}[]:,\"'\\+").constData()) << text;
    QTest::newRow("raw NUL in text") << "{\"status\":\"a\0b\"}"_ba;
    QTest::newRow("NUL after the end") << "{}\0"_ba;
    QTest::newRow("NUL as an escape") << "{\"status\":\"\\\0\"}"_ba;
}

void tst_CodecHostile::brokenTextIsASyntaxError()
{
    QFETCH(QByteArray, json);
    QCOMPARE(kindOf(json), Kind::Syntax);
}

void tst_CodecHostile::brokenTextInSkippedValuesIsASyntaxErrorToo_data()
{
    brokenTextIsASyntaxError_data();
}

void tst_CodecHostile::brokenTextInSkippedValuesIsASyntaxErrorToo()
{
    QFETCH(QByteArray, json);
    // As the value of an unknown key, and where a text is expected.
    QCOMPARE(kindOf("{\"unknown\":" + json + '}'), Kind::Syntax);
    if (!json.startsWith('"'))
        QCOMPARE(kindOf("{\"extend\":" + json + '}'), Kind::Syntax);
}

void tst_CodecHostile::everyCutFrameIsAnError_data()
{
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<QByteArray>("bytes");
    for (const auto &frame : timbre::vectors::transcripts(false))
        QTest::newRow(frame.name.constData()) << frame.direction << frame.bytes;
    int number = 0;
    for (const auto &presence : timbre::vectors::presences())
        QTest::addRow("presence.json %d", number++) << toClient << '\x5B' + presence.json.left(1000);
}

void tst_CodecHostile::everyCutFrameIsAnError()
{
    QFETCH(Direction, direction);
    QFETCH(QByteArray, bytes);
    // Nothing follows the head of a ping, an ack from a client and the like.
    if (bytes.size() <= 5)
        return;
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        const auto decoded = decodeTight(bytes.left(size), direction);
        QVERIFY2(!decoded.hasValue(), bytes.left(size).constData());
        QCOMPARE(decoded.error().kind == Kind::Empty, size == 0);
    }
}

void tst_CodecHostile::everyFlippedBitIsHandled_data()
{
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<QByteArray>("bytes");
    // One frame of each kind is enough: there are thousands of flips in each.
    QHash<std::pair<int, int>, bool> seen;
    for (const auto &frame : timbre::vectors::transcripts(false)) {
        const std::pair<int, int> kind(int(frame.direction), frame.bytes.front());
        if (!std::exchange(seen[kind], true))
            QTest::newRow(frame.name.constData()) << frame.direction << frame.bytes;
    }
    QVERIFY(seen.size() > 15);
}

void tst_CodecHostile::everyFlippedBitIsHandled()
{
    QFETCH(Direction, direction);
    QFETCH(QByteArray, bytes);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray damaged = bytes;
            damaged[i] = static_cast<char>(damaged[i] ^ 1 << bit);
            QVERIFY2(holdsTogether(damaged, direction), damaged.toHex().constData());
        }
    }
}

void tst_CodecHostile::everyShortFrameIsHandled()
{
    for (const Direction direction : {toServer, toClient}) {
        QCOMPARE(decode({}, direction).error(), (DecodeError{Kind::Empty, 0, {}}));
        for (int first = 0; first < 256; ++first) {
            const QByteArray head(1, static_cast<char>(first));
            QVERIFY(holdsTogether(head, direction));
            for (int second = 0; second < 256; ++second)
                QVERIFY(holdsTogether(head + static_cast<char>(second), direction));
        }
    }
}

void tst_CodecHostile::nestingStopsAtTheLimit()
{
    // The payload's own braces are the first level.
    const DecodeLimits limits{1000, 5};
    const auto inUnknown = [](const QByteArray &value) { return "\x5B{\"unknown\":" + value + '}'; };
    const auto inText = [](const QByteArray &value) { return "\x5B{\"status\":" + value + '}'; };
    QVERIFY(decodeTight(inUnknown(nested(4)), toClient, limits).hasValue());
    QVERIFY(decodeTight(inText(nested(4)), toClient, limits).hasValue());
    QCOMPARE(decodeTight(inUnknown(nested(5)), toClient, limits).error().kind, Kind::TooDeep);
    QCOMPARE(decodeTight(inText(nested(5)), toClient, limits).error().kind, Kind::TooDeep);
    // Depth, not number.
    const QByteArray wide = "[" + (nested(3) + ',').repeated(100) + "[]]";
    QVERIFY(decodeTight(inUnknown(wide), toClient, limits).hasValue());
    // Known structs count as well.
    QVERIFY(decodeTight("\x5B{\"toTid\":{\"extend\":{}}}", toClient, {1000, 3}).hasValue());
    QCOMPARE(decodeTight("\x5B{\"toTid\":{\"extend\":{}}}", toClient, {1000, 2}).error().kind, Kind::TooDeep);
}

void tst_CodecHostile::endlessNestingDoesNotExhaustTheStack()
{
    const DecodeLimits careless{64 * 1024 * 1024, 1'000'000'000};
    for (const auto &[open, count] :
         {std::pair("["_ba, 4'000'000), std::pair("{\"a\":"_ba, 1'000'000), std::pair("{\"toTid\":"_ba, 1'000'000)}) {
        QCOMPARE(kindOf("{\"x\":" + open.repeated(count)), Kind::TooDeep);
        QCOMPARE(kindOf("{\"x\":" + open.repeated(count), careless), Kind::TooDeep);
        QCOMPARE(kindOf(open.repeated(count)), Kind::TooDeep);
    }
}

void tst_CodecHostile::sizeStopsAtTheLimit()
{
    const qsizetype limit = DecodeLimits().bytes;
    QVERIFY(limit >= 33'554'432 + 64 * 1024);
    const QByteArray head = "\x5B{\"status\":\""_ba;
    const QByteArray tail = "\"}"_ba;
    const auto frame = [&](qsizetype size) { return head + QByteArray(size - head.size() - tail.size(), 'x') + tail; };
    const auto largest = decode(frame(limit), toClient);
    QVERIFY(largest.hasValue());
    QCOMPARE(std::get<Presence>(largest->frame.payload).status->size(), limit - head.size() - tail.size());
    QCOMPARE(decode(frame(limit + 1), toClient).error().kind, Kind::TooLarge);
    QCOMPARE(decode("\x60" + QByteArray(limit, 'x'), toClient).error().kind, Kind::TooLarge);
    // The sender of a sync frame waits for its ack all the same.
    const QByteArray sync = "\xDA\0\0\0\5{}"_ba;
    QCOMPARE(decode(sync, toClient, Encoding::Json, {5, 16}).error(), (DecodeError{Kind::TooLarge, 0xDA, 5}));
}

void tst_CodecHostile::hugeNumbersAreHandled()
{
    for (const QByteArray &number :
         {QByteArray(1'000'000, '9'), "1e" + QByteArray(1'000'000, '9'), "-1e-" + QByteArray(1'000'000, '9'),
          "0." + QByteArray(1'000'000, '1'), QByteArray(400, '1') + ".0"}) {
        const auto decoded = decodeTight("\x5B{\"id\":" + number + ",\"show\":1}", toClient);
        QVERIFY(decoded.hasValue());
        QCOMPARE(decoded->wrongField, "id"_ba);
        QCOMPARE(std::get<Presence>(decoded->frame.payload).show, std::optional<qint16>(1));
    }
}

void tst_CodecHostile::manyKeysAreHandled()
{
    QByteArray json = "{";
    for (int i = 0; i < 100'000; ++i)
        json += "\"k" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ",\"SHOW\":3,";
    json += "\"show\":4}";
    const auto decoded = decodeTight('\x5B' + json, toClient);
    QVERIFY(decoded.hasValue());
    QCOMPARE(std::get<Presence>(decoded->frame.payload).show, std::optional<qint16>(4));
}

void tst_CodecHostile::randomDamageIsHandled()
{
    const QList<timbre::vectors::Recorded> frames = timbre::vectors::transcripts(false);
    const QByteArrayList pieces{"{",
                                "}",
                                "[",
                                "]",
                                ",",
                                ":",
                                "\"",
                                "\\",
                                "\\u",
                                "\\ud83d",
                                "\\ude00",
                                "null",
                                "true",
                                "-",
                                "e9",
                                ".0",
                                "99999999999999999999",
                                "\xF0\x9F",
                                "\xED\xA0\x80",
                                "\xEF\xBB\xBF",
                                "\"show\":",
                                "\"toTid\":{",
                                "\"extend\":{\"a\":",
                                "\0"_ba,
                                "\x80"};
    std::mt19937 random(20261123); // NOLINT(cert-msc51-cpp): the same bytes in every run
    const auto below
        = [&random](qsizetype limit) { return static_cast<qsizetype>(random() % static_cast<unsigned>(limit)); };
    int read = 0;
    constexpr int rounds = 100'000;
    for (int i = 0; i < rounds; ++i) {
        const auto &original = frames.at(below(frames.size()));
        QByteArray bytes = original.bytes;
        for (qsizetype damage = 1 + below(4); damage > 0; --damage) {
            const qsizetype at = below(bytes.size() + 1);
            switch (below(4)) {
            case 0:
                bytes.insert(at, pieces.at(below(pieces.size())));
                break;
            case 1:
                bytes.remove(at, 1 + below(8));
                break;
            case 2:
                bytes.replace(at, 1, QByteArray(1, static_cast<char>(random() & 0xFF)));
                break;
            default:
                bytes.insert(at, bytes.mid(below(bytes.size() + 1), below(40)));
                break;
            }
        }
        read += decode(bytes, original.direction).hasValue();
        QVERIFY2(holdsTogether(bytes, original.direction), bytes.toHex().constData());
    }
    // Both outcomes must have been tried.
    QVERIFY2(read > rounds / 20 && read < rounds * 19 / 20, qPrintable(QString::number(read)));
}

QTEST_APPLESS_MAIN(tst_CodecHostile)
#include "tst_codec_hostile.moc"
