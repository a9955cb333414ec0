// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/frame.h"
#include "unit/vectors.h"

#include <QTest>

using namespace timbre::protocol;
using namespace Qt::StringLiterals;

using Kind = DecodeError::Kind;
Q_DECLARE_METATYPE(timbre::protocol::Direction)
Q_DECLARE_METATYPE(timbre::protocol::DecodeError::Kind)

// Every recorded JSON frame of a real server and its clients.
class tst_CodecVectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedFrameSurvivesTheRoundTrip_data();
    void recordedFrameSurvivesTheRoundTrip();
    void framesTheServerRefusedAreTypedErrors_data();
    void framesTheServerRefusedAreTypedErrors();
    void recordedPresenceHasItsRecordedMeaning_data();
    void recordedPresenceHasItsRecordedMeaning();
};

namespace {

// The recordings also hold what the test client got wrong on purpose.
const QHash<QByteArray, Kind> refused{
    {"02-wrong-password.jsonl:7", Kind::Syntax},   {"10-error-acks.jsonl:3", Kind::Syntax},
    {"10-error-acks.jsonl:9", Kind::Syntax},       {"10-error-acks.jsonl:11", Kind::Syntax},
    {"10-error-acks.jsonl:38", Kind::UnknownType}, {"10-error-acks.jsonl:40", Kind::UnknownType},
    {"10-error-acks.jsonl:45", Kind::NullPayload},
};

} // namespace

void tst_CodecVectors::recordedFrameSurvivesTheRoundTrip_data()
{
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<QByteArray>("bytes");
    const QList<timbre::vectors::Recorded> frames = timbre::vectors::transcripts(false);
    QVERIFY(frames.size() > 200);
    for (const auto &frame : frames) {
        if (!refused.contains(frame.name))
            QTest::newRow(frame.name.constData()) << frame.direction << frame.bytes;
    }
    int number = 0;
    for (const auto &presence : timbre::vectors::presences()) {
        const QByteArray row = "presence.json " + QByteArray::number(number++);
        QTest::newRow((row + " delivered").constData()) << Direction::ServerToClient << '\x5B' + presence.json;
        if (!presence.sent.isEmpty()) {
            QTest::newRow((row + " sent").constData())
                << Direction::ClientToServer << char(presence.sentType | 0x80) + presence.sent;
        }
    }
}

void tst_CodecVectors::recordedFrameSurvivesTheRoundTrip()
{
    QFETCH(Direction, direction);
    QFETCH(QByteArray, bytes);
    const auto first = decode(bytes, direction);
    if (!first)
        QFAIL(qPrintable(u"error %1"_s.arg(int(first.error().kind))));
    const QByteArray written = encode(first->frame, direction);
    // Clients write blanks and an order of their own; the server's bytes must come back as they
    // were.
    if (direction == Direction::ServerToClient) {
        QCOMPARE(written, bytes);
        QCOMPARE(first->wrongField, QByteArray());
    }
    const auto second = decode(written, direction);
    QVERIFY(second.hasValue());
    QVERIFY(second->frame == first->frame);
}

void tst_CodecVectors::framesTheServerRefusedAreTypedErrors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Kind>("kind");
    for (const auto &frame : timbre::vectors::transcripts(false)) {
        if (refused.contains(frame.name))
            QTest::newRow(frame.name.constData()) << frame.bytes << refused.value(frame.name);
    }
}

void tst_CodecVectors::framesTheServerRefusedAreTypedErrors()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Kind, kind);
    const auto decoded = decode(bytes, Direction::ClientToServer);
    QVERIFY(!decoded.hasValue());
    QCOMPARE(decoded.error(), (DecodeError{kind, quint8(bytes.front()), std::nullopt}));
}

void tst_CodecVectors::recordedPresenceHasItsRecordedMeaning_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < timbre::vectors::presences().size(); ++i)
        QTest::addRow("%d", i) << i;
}

namespace {

template <typename T>
void compareInteger(const QJsonObject &object, QLatin1StringView key, const std::optional<T> &ours)
{
    QCOMPARE(ours.has_value(), object.contains(key));
    if (ours)
        QCOMPARE(qint64(*ours), object.value(key).toInteger());
}

void compareText(const QJsonObject &object, QLatin1StringView key, const std::optional<QString> &ours)
{
    QCOMPARE(ours.has_value(), object.contains(key));
    if (ours)
        QCOMPARE(*ours, object.value(key).toString());
}

void compareExtend(const QJsonObject &object, const std::optional<TextMap> &ours)
{
    const QJsonObject extend = object.value("extend"_L1).toObject();
    QCOMPARE(ours.value_or(TextMap()).size(), extend.size());
    for (auto it = extend.begin(); it != extend.end(); ++it)
        QCOMPARE(ours->value(it.key()), it.value().toString());
}

void compareTid(const QJsonObject &object, QLatin1StringView key, const std::optional<Tid> &ours)
{
    QCOMPARE(ours.has_value(), object.contains(key));
    if (!ours)
        return;
    const QJsonObject tid = object.value(key).toObject();
    QCOMPARE(ours->node, tid.value("node"_L1).toString());
    compareText(tid, "domain"_L1, ours->domain);
    compareText(tid, "resource"_L1, ours->resource);
    compareInteger(tid, "termtyp"_L1, ours->termtyp);
    compareExtend(tid, ours->extend);
}

} // namespace

void tst_CodecVectors::recordedPresenceHasItsRecordedMeaning()
{
    QFETCH(int, index);
    const auto recorded = timbre::vectors::presences().at(index);
    const auto decoded = decode('\x5B' + recorded.json, Direction::ServerToClient);
    QVERIFY(decoded.hasValue());
    const auto &ours = std::get<Presence>(decoded->frame.payload);
    const QJsonObject &value = recorded.value;
    compareInteger(value, "id"_L1, ours.id);
    compareInteger(value, "subStatus"_L1, ours.subStatus);
    compareInteger(value, "show"_L1, ours.show);
    compareText(value, "status"_L1, ours.status);
    compareTid(value, "fromTid"_L1, ours.fromTid);
    compareTid(value, "toTid"_L1, ours.toTid);
    compareExtend(value, ours.extend);
    QCOMPARE(ours.offline.has_value(), value.contains("offline"_L1));
    QCOMPARE(ours.offline.value_or(false), value.value("offline"_L1).toBool());
    const QJsonObject extra = value.value("extra"_L1).toObject();
    QCOMPARE(ours.extra.value_or(BinaryMap()).size(), extra.size());
    for (auto it = extra.begin(); it != extra.end(); ++it) {
        QCOMPARE(ours.extra->value(it.key()), QByteArray::fromBase64(it.value().toString().toLatin1()));
    }
}

QTEST_APPLESS_MAIN(tst_CodecVectors)
#include "tst_codec_vectors.moc"
