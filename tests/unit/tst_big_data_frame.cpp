// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/big_data_frame.h"

#include <QTest>

using namespace timbre;
using namespace timbre::protocol;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(timbre::protocol::FrameType)
Q_DECLARE_METATYPE(timbre::protocol::BigDataError)

class tst_BigDataFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // protocol.md 9.4 has these two as bytes.
    void writesTheDocumentsExamples_data()
    {
        QTest::addColumn<FrameType>("type");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("text") << FrameType::BigString << "hi"_ba
                              << "df000000135164483643436d733545557c6869"_ba;
        QTest::newRow("binary") << FrameType::BigBinary << "\x01\x02\x03"_ba
                                << "e0000000145164483643436d7335455583010203"_ba;
    }
    void writesTheDocumentsExamples()
    {
        QFETCH(FrameType, type);
        QFETCH(QByteArray, data);
        const Frame frame{type, std::nullopt, clientBigData(type, "QdH6CCms5EU", data)};
        const QByteArray bytes = encode(frame, Direction::ClientToServer, Encoding::Json);
        QTEST(bytes.toHex(), "hex");
        const auto read = readClientBigData(bytes);
        QVERIFY(read);
        QCOMPARE(read->node.toByteArray(), "QdH6CCms5EU"_ba);
        QCOMPARE(read->data.toByteArray(), data);
    }
    void bothDirectionsCarryAnyBytes_data()
    {
        QTest::addColumn<FrameType>("type");
        QTest::newRow("text") << FrameType::BigString;
        QTest::newRow("binary") << FrameType::BigBinary;
        QTest::newRow("stream") << FrameType::BigBinaryStream;
    }
    void bothDirectionsCarryAnyBytes()
    {
        QFETCH(FrameType, type);
        QVERIFY(isBigData(type));
        QByteArray data = "|\x83"_ba + '\0' + "|"_ba; // the first separator counts
        for (int byte = 0; byte < 256; ++byte)
            data += static_cast<char>(byte);
        for (const Encoding encoding : {Encoding::Json, Encoding::ThriftCompact}) {
            const Frame request{type, std::nullopt, clientBigData(type, "node", data)};
            const QByteArray sent = encode(request, Direction::ClientToServer, encoding);
            QCOMPARE(announcedLength(sent), static_cast<qint32>(sent.size()));
            const auto atServer = readClientBigData(sent);
            QVERIFY(atServer);
            QCOMPARE(atServer->node.toByteArray(), "node"_ba);
            QCOMPARE(atServer->data.toByteArray(), data);

            const Frame delivery{type, std::nullopt, serverBigData(type, "from", data)};
            const QByteArray delivered = encode(delivery, Direction::ServerToClient, encoding);
            const auto decoded = decode(delivered, Direction::ServerToClient, encoding);
            QVERIFY(decoded);
            const auto atClient = readServerBigData(type, std::get<Raw>(decoded->frame.payload));
            QVERIFY(atClient);
            QCOMPARE(atClient->node.toByteArray(), "from"_ba);
            QCOMPARE(atClient->data.toByteArray(), data);
        }
    }
    void emptyNodeAndEmptyDataAreValues()
    {
        const Raw separatorOnly{"\x83"_ba};
        const auto empty = readServerBigData(FrameType::BigBinary, separatorOnly);
        QVERIFY(empty);
        QVERIFY(empty->node.isEmpty());
        QVERIFY(empty->data.isEmpty());
    }
    void nothingElseIsBigData()
    {
        QVERIFY(!isBigData(FrameType::Stream));
        QVERIFY(!isBigData(FrameType::Message));
    }
    // timjs writes a zero for '|'.
    void aZeroSeparatesTextOfTimjs()
    {
        QByteArray frame = QByteArray::fromHex("df0000000e") + "node" + '\0' + "a|bc";
        const auto read = readClientBigData(frame);
        QVERIFY(read);
        QCOMPARE(read->node.toByteArray(), "node"_ba);
        QCOMPARE(read->data.toByteArray(), "a|bc"_ba);
        frame = QByteArray::fromHex("e00000000e") + "node" + '\0' + "a|bc";
        QCOMPARE(readClientBigData(frame).error(), BigDataError::NoSeparator);
    }
    void wrongLengthsAreTold_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<BigDataError>("error");
        QTest::newRow("nothing") << ""_ba << BigDataError::TooShort;
        QTest::newRow("type only") << "df"_ba << BigDataError::TooShort;
        QTest::newRow("length only") << "df00000005"_ba << BigDataError::TooShort;
        QTest::newRow("one announced more") << "df000000087c61"_ba << BigDataError::Incomplete;
        QTest::newRow("the most announced") << "df7fffffff7c61"_ba << BigDataError::Incomplete;
        QTest::newRow("one announced less") << "df000000067c61"_ba << BigDataError::LengthTooSmall;
        QTest::newRow("zero") << "df000000007c61"_ba << BigDataError::LengthTooSmall;
        QTest::newRow("negative") << "dfffffffff7c61"_ba << BigDataError::LengthTooSmall;
        QTest::newRow("no separator") << "df000000076161"_ba << BigDataError::NoSeparator;
        QTest::newRow("the other's separator") << "e0000000077c61"_ba << BigDataError::NoSeparator;
    }
    void wrongLengthsAreTold()
    {
        QFETCH(QByteArray, hex);
        const QByteArray frame = QByteArray::fromHex(hex);
        const auto read = readClientBigData(frame);
        QVERIFY(!read);
        QTEST(read.error(), "error");
    }
    void aDeliveryWithoutSeparatorIsAnError()
    {
        const Raw raw{"from|text"_ba};
        QCOMPARE(readServerBigData(FrameType::BigBinaryStream, raw).error(), BigDataError::NoSeparator);
        const Raw nothing;
        QCOMPARE(readServerBigData(FrameType::BigString, nothing).error(), BigDataError::NoSeparator);
    }
};

QTEST_APPLESS_MAIN(tst_BigDataFrame)
#include "tst_big_data_frame.moc"
