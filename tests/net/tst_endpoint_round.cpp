// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/endpoint_round.h"

#include <QTest>

using namespace Qt::StringLiterals;
using timbre::core::Endpoint;
using timbre::net::EndpointRound;

namespace {

const Endpoint a{QUrl(u"ws://a:1/tim"_s)};
const Endpoint b{QUrl(u"wss://b:2/tim"_s)};
const Endpoint c{QUrl(u"ws://c:3/tim"_s)};

} // namespace

class tst_EndpointRound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnceThroughAll()
    {
        EndpointRound round({a, b, c});
        QCOMPARE(round.current(), a);
        QVERIFY(round.advance());
        QCOMPARE(round.current(), b);
        QVERIFY(round.advance());
        QCOMPARE(round.current(), c);
        QVERIFY(!round.advance());
        QCOMPARE(round.current(), a);
    }

    void startsWithTheOneThatWorked()
    {
        EndpointRound round({a, b, c});
        QVERIFY(round.advance());
        round.markGood();
        QVERIFY(round.advance());
        QVERIFY(round.advance());
        QCOMPARE(round.current(), a);
        QVERIFY(!round.advance());
        QCOMPARE(round.current(), b);
    }

    void oneEndpointIsARoundOfOne()
    {
        EndpointRound round({a});
        QVERIFY(!round.advance());
        QCOMPARE(round.current(), a);
    }

    void dropsDoublesAndWhatIsNoWebSocketUrl()
    {
        EndpointRound round(
            {{QUrl(u"http://x/tim"_s)}, {QUrl()}, {QUrl(u"ws:///tim"_s)}, {QUrl(u"ws://x:0/tim"_s)}, a, a});
        QCOMPARE(round.current(), a);
        QVERIFY(!round.advance());
        QVERIFY(EndpointRound({{QUrl(u"tim"_s)}}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_EndpointRound)
#include "tst_endpoint_round.moc"
