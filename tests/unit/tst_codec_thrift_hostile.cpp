// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "unit/thrift_fixture.h"
#include "unit/vectors.h"

#include <QTest>

#include <random>

using namespace timbre::thrift_frames;
using namespace Qt::StringLiterals;
using Kind = DecodeError::Kind;

// The compact encoding in the hands of someone who means harm: protocol.md 3.1.
class tst_CodecThriftHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCutFrameIsTruncated();
    void claimedSizesAreNotBelieved();
    void nestingStopsAtTheLimit();
    void structsStopAtTheLimitInBothEncodings();
    void randomDamageIsHandled();
};

void tst_CodecThriftHostile::everyCutFrameIsTruncated()
{
    for (const auto &frame : timbre::vectors::transcripts(true)) {
        for (qsizetype size = 1; size < frame.bytes.size(); ++size) {
            const auto decoded = read(frame.bytes.left(size), frame.direction);
            QVERIFY2(!decoded.hasValue(), frame.bytes.left(size).toHex().constData());
            QCOMPARE(decoded.error().kind, Kind::Truncated);
        }
    }
}

void tst_CodecThriftHostile::claimedSizesAreNotBelieved()
{
    QCOMPARE(errorOf("88ffffffff0f").kind, Kind::Truncated); // text of 4 GB
    QCOMPARE(errorOf("88ffffffffffffffffff01").kind, Kind::Truncated);
    QCOMPARE(errorOf("88ffffffffffffffffffffff01").kind, Kind::Syntax); // a number without end
    QCOMPARE(errorOf("69f8ffffffff07").kind, Kind::Truncated); // two thousand million entries
    QCOMPARE(errorOf("9bffffffff0788").kind, Kind::Truncated);
    QCOMPARE(errorOf("0930f5ffffffff07").kind, Kind::Truncated); // the same in what is skipped
    QCOMPARE(errorOf("0b30ffffffff0788").kind, Kind::Truncated);
}

void tst_CodecThriftHostile::nestingStopsAtTheLimit()
{
    const DecodeLimits limits{1'000'000, 5};
    const auto structs = [](qsizetype depth) {
        return "0c30" + QByteArray("1c").repeated(depth - 1) + QByteArray("00").repeated(depth) + "00";
    };
    QVERIFY(read('\x5B' + QByteArray::fromHex(structs(4)), toClient, limits).hasValue());
    QCOMPARE(errorOf(structs(5), limits).kind, Kind::TooDeep);
    QCOMPARE(errorOf("0c30" + QByteArray("1c").repeated(400'000)).kind, Kind::TooDeep);
    QCOMPARE(errorOf("0930" + QByteArray("19").repeated(400'000), {1 << 30, 1 << 30}).kind, Kind::TooDeep);
    QCOMPARE(errorOf("0b30" + QByteArray("018b0161").repeated(100'000)).kind, Kind::TooDeep);
}

void tst_CodecThriftHostile::structsStopAtTheLimitInBothEncodings()
{
    const DecodeLimits limits{1'000'000, 16, 10};
    for (const Encoding encoding : {Encoding::Json, thrift}) {
        for (const int count : {9, 10}) { // and the list itself
            const Frame frame{FrameType::PullMessages, {}, MessageList{{}, QList<Message>(count)}};
            const auto decoded = decode(encode(frame, toClient, encoding), toClient, encoding, limits);
            QCOMPARE(decoded.hasValue(), count == 9);
            if (!decoded)
                QCOMPARE(decoded.error().kind, Kind::TooLarge);
        }
    }
    // The smallest bytes for the most memory.
    const QByteArray bomb = "\x15{\"messageList\":[" + QByteArray("{},").repeated(1'000'000) + "{}]}";
    QCOMPARE(decode(bomb, toClient).error().kind, Kind::TooLarge);
}

void tst_CodecThriftHostile::randomDamageIsHandled()
{
    const QList<timbre::vectors::Recorded> frames = timbre::vectors::transcripts(true);
    std::mt19937 random(20261123); // NOLINT(cert-msc51-cpp): the same bytes in every run
    const auto below
        = [&random](qsizetype limit) { return static_cast<qsizetype>(random() % static_cast<unsigned>(limit)); };
    int good = 0;
    constexpr int rounds = 60'000;
    for (int i = 0; i < rounds; ++i) {
        const auto &original = frames.at(below(frames.size()));
        QByteArray bytes = original.bytes;
        for (qsizetype damage = 1 + below(3); damage > 0; --damage) {
            const qsizetype at = below(bytes.size() + 1);
            switch (below(4)) {
            case 0:
                bytes.insert(at, static_cast<char>(random() & 0xFF));
                break;
            case 1:
                bytes.remove(at, 1 + below(4));
                break;
            default:
                bytes.replace(at, 1, QByteArray(1, static_cast<char>(random() & 0xFF)));
                break;
            }
        }
        const auto decoded = read(bytes, original.direction);
        if (!decoded)
            continue;
        ++good;
        // What was read can be written in either encoding and is then the same in both.
        for (const Encoding encoding : {Encoding::Json, thrift}) {
            const QByteArray written = encode(decoded->frame, original.direction, encoding);
            const auto again = decode(written, original.direction, encoding);
            QVERIFY2(again.hasValue(), bytes.toHex().constData());
            QCOMPARE(encode(again->frame, original.direction, encoding).toHex(), written.toHex());
        }
    }
    QVERIFY2(good > rounds / 20 && good < rounds * 19 / 20, qPrintable(QString::number(good)));
}

QTEST_APPLESS_MAIN(tst_CodecThriftHostile)

#include "tst_codec_thrift_hostile.moc"
