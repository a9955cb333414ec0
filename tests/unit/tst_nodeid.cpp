// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/nodeid.h"
#include "unit/vectors.h"

#include <QTest>

using namespace timbre::protocol;
using namespace Qt::StringLiterals;

class tst_NodeId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accountNodeIsWhatRegisterReturned_data();
    void accountNodeIsWhatRegisterReturned();
    void isNodeAgreesWithTheServer_data();
    void isNodeAgreesWithTheServer();
    void saltAndMaskSeedChangeTheNode();
    void everyMadeNodeIsValidOnlyUnderItsOwnMask();
    void charactersBeyondAsciiAreNoDigits();
    void lengthLimitIsTheDeployments();
};

void tst_NodeId::accountNodeIsWhatRegisterReturned_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("node");
    const QJsonObject file = QJsonDocument::fromJson(timbre::vectors::contents(u"node-ids.json"_s)).object();
    const QJsonArray valid = file.value(u"valid"_s).toArray();
    QVERIFY(valid.size() >= 37);
    for (qsizetype i = 0; i < valid.size(); ++i) {
        QTest::addRow("%lld", qlonglong(i))
            << valid[i][u"name"_s].toString() << valid[i][u"domain"_s].toString() << valid[i][u"node"_s].toString();
    }
    QTest::newRow("alice") << u"alice"_s << QString() << u"KrffBZqyqTL"_s;
    QTest::newRow("bob") << u"bob"_s << QString() << u"ZD9HTVV1Jca"_s;
}

void tst_NodeId::accountNodeIsWhatRegisterReturned()
{
    QFETCH(QString, name);
    QFETCH(QString, domain);
    QFETCH(QString, node);
    const NodeIdScheme scheme;
    QCOMPARE(scheme.accountNode(name, domain), node);
    QCOMPARE(scheme.nodeFromBytes(name.toUtf8(), domain), node);
    QVERIFY(scheme.isNode(node));
}

void tst_NodeId::isNodeAgreesWithTheServer_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<bool>("expected");
    const QJsonObject file = QJsonDocument::fromJson(timbre::vectors::contents(u"node-ids.json"_s)).object();
    const QJsonArray checked = file.value(u"checkedWithPresence91"_s).toArray();
    QVERIFY(checked.size() >= 20);
    for (const QJsonValue &entry : checked) {
        const QString why = entry[u"why"_s].toString();
        // 4106 is also the answer to a good id of nobody.
        const bool expected = entry[u"accepted"_s].toBool() || why == u"well-formed, but no such account"_s;
        QTest::newRow(qPrintable(entry[u"node"_s].toString() + u' ' + why)) << entry[u"node"_s].toString() << expected;
    }
}

void tst_NodeId::isNodeAgreesWithTheServer()
{
    QFETCH(QString, node);
    QFETCH(bool, expected);
    QCOMPARE(NodeIdScheme().isNode(node), expected);
}

void tst_NodeId::saltAndMaskSeedChangeTheNode()
{
    const NodeIdScheme own("pepper", "tim");
    QCOMPARE(own.accountNode(u"alice"), u"CQdgAWpTWvp"_s);
    QVERIFY(own.isNode(u"CQdgAWpTWvp"));
    QVERIFY(!NodeIdScheme().isNode(u"CQdgAWpTWvp"));
}

void tst_NodeId::everyMadeNodeIsValidOnlyUnderItsOwnMask()
{
    const NodeIdScheme standard;
    const NodeIdScheme other(QByteArrayView(), "tim");
    for (int i = 0; i < 2000; ++i) {
        const QByteArray seed = QByteArray::number(i);
        const QString node = standard.nodeFromBytes(seed, u"im.test");
        QVERIFY2(standard.isNode(node), qPrintable(node));
        QVERIFY2(!other.isNode(node), qPrintable(node));
    }
}

void tst_NodeId::charactersBeyondAsciiAreNoDigits()
{
    // Its low byte is the letter that stands there in the good id.
    QString node = u"UHuS8PoK2LX"_s;
    node[0] = QChar(0x0100 + 'U');
    QVERIFY(!NodeIdScheme().isNode(node));
    node[0] = QChar(0xD800);
    QVERIFY(!NodeIdScheme().isNode(node));
}

void tst_NodeId::lengthLimitIsTheDeployments()
{
    const NodeIdScheme scheme;
    QVERIFY(scheme.isNode(u"UHuS8PoK2LX", 11));
    QVERIFY(!scheme.isNode(u"UHuS8PoK2LX", 10));
    const QString padded = QString(64 - 11, u'1') + u"UHuS8PoK2LX"_s;
    QVERIFY(scheme.isNode(padded));
    QVERIFY(!scheme.isNode(u'1' + padded));
}

QTEST_APPLESS_MAIN(tst_NodeId)
#include "tst_nodeid.moc"
