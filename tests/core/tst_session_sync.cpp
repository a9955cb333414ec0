// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/session_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::FrameType;

class tst_SessionSync : public QObject
{
    Q_OBJECT

private:
    static QList<FrameType> types(const ScriptedConnection &connection)
    {
        QList<FrameType> list;
        for (const auto &sent : connection.sent)
            list.append(sent.frame.type);
        return list;
    }

private Q_SLOTS:
    void stepsComeInOrderAndOneBroadcastEndsThem()
    {
        SessionFixture f({u"eve"_s});
        f.connection.bringUp();
        QCOMPARE(types(f.connection), QList<FrameType>{FrameType::Business});
        f.clock.advance(0);
        QCOMPARE(f.connection.sentToOwnDevices().size(), 1); // asks our other devices before anybody hears of us
        f.connection.sent.removeLast();
        f.serverRoster({u"eve"_s});
        f.clock.advance(0);
        QCOMPARE(types(f.connection).last(), FrameType::Nodes);
        QCOMPARE(*f.connection.sentOf<protocol::Nodes>(FrameType::Nodes).first().nodelist, QList<QString>{u"me"_s});
        f.userInfo({{u"me"_s, u"Me"_s}});
        QCOMPARE(f.session->ownName(), u"Me"_s);
        QCOMPARE(types(f.connection).last(), FrameType::OfflineMessages);
        QCOMPARE(f.connection.status().state, ConnectionState::Synchronizing);
        f.connection.receive(FrameType::OfflineMessagesEnd);
        QCOMPARE(f.connection.status().state, ConnectionState::Online);
        f.clock.advance(50'000);
        QCOMPARE(types(f.connection),
                 (QList<FrameType>{FrameType::Business, FrameType::Nodes, FrameType::OfflineMessages,
                                   FrameType::BroadcastPresence}));
        QCOMPARE(f.connection.sentPresences().first().subStatus, qint8(1));
    }

    void silentServerIsWaitedForOnlyShortly()
    {
        SessionFixture f({u"eve"_s});
        const qint64 start = f.clock.monotonic();
        f.connection.bringUp();
        f.clock.advance(30'000);
        QCOMPARE(f.connection.status().state, ConnectionState::Online);
        QCOMPARE(f.connection.presenceTimes().size(), 1);
        QCOMPARE(f.connection.presenceTimes().first() - start, 1'500 + 1'500 + 3'000);
        QCOMPARE(f.relation(u"eve"_s), Relation::Accepted);
        QVERIFY(f.failures.isEmpty());
    }

    void waitingMessagesAreFetchedUntilTheEnd()
    {
        SessionFixture f({u"eve"_s});
        f.connection.bringUp();
        f.serverRoster({u"eve"_s});
        f.clock.advance(1'500);
        QCOMPARE(f.connection.count(FrameType::OfflineMessages), 1);
        for (int batch = 0; batch < 3; ++batch) {
            protocol::MessageList list;
            list.messageList.emplace();
            protocol::Message chat; // not shown yet, must not hurt
            chat.msType = 2;
            chat.odType = 1;
            chat.dataString = u"hi"_s;
            protocol::Message system;
            system.msType = 1;
            list.messageList->append(
                {chat, system,
                 SessionFixture::businessMessage(protocol::BusinessOp::AddFriend, u"s%1"_s.arg(batch), u"hi"_s)});
            f.clock.advance(2'900);
            f.connection.receive(FrameType::OfflineMessages, list);
            QCOMPARE(f.connection.count(FrameType::OfflineMessages), 2 + batch);
        }
        QCOMPARE(f.session->roster().requests().size(), 3);
        QVERIFY(f.connection.sentPresences().isEmpty());
        f.connection.receive(FrameType::OfflineMessagesEnd);
        f.clock.advance(100);
        QCOMPARE(f.connection.sentPresences().size(), 1);
    }

    void emptyBatchEndsToo()
    {
        SessionFixture f({u"eve"_s});
        f.connection.bringUp();
        f.serverRoster({u"eve"_s});
        f.clock.advance(1'500);
        f.connection.receive(FrameType::OfflineMessages, protocol::MessageList());
        f.clock.advance(100);
        QCOMPARE(f.connection.count(FrameType::OfflineMessages), 1);
        QCOMPARE(f.connection.sentPresences().size(), 1);
    }

    void endlessQueueDoesNotHoldUpSignIn()
    {
        SessionFixture f({u"eve"_s});
        f.connection.bringUp();
        f.clock.advance(3'000);
        protocol::MessageList list;
        list.messageList = QList<protocol::Message>{protocol::Message()};
        for (int i = 0; i < 40; ++i) {
            f.clock.advance(1'000);
            f.connection.receive(FrameType::OfflineMessages, list);
        }
        QCOMPARE(f.connection.status().state, ConnectionState::Online);
        QCOMPARE(f.connection.count(FrameType::OfflineMessages), 41); // and goes on
    }

    void userInfoIsFetchedInBatchesOfFifty()
    {
        SessionFixture f;
        QStringList roster;
        for (int i = 0; i < 120; ++i)
            roster += u"c%1"_s.arg(i);
        f.connection.bringUp();
        f.serverRoster(roster);
        f.clock.advance(10'000);
        QSet<QString> asked;
        const auto requests = f.connection.sentOf<protocol::Nodes>(FrameType::Nodes);
        QCOMPARE(requests.size(), 3);
        for (const protocol::Nodes &request : requests) {
            QVERIFY(request.nodelist->size() <= 50);
            asked.unite(QSet<QString>(request.nodelist->begin(), request.nodelist->end()));
        }
        QCOMPARE(asked.size(), 121);
        QVERIFY(requests.first().nodelist->contains(u"me"_s));
    }

    void answeredBatchBringsTheNextAtOnce()
    {
        SessionFixture f;
        QStringList roster;
        for (int i = 0; i < 60; ++i)
            roster += u"c%1"_s.arg(i);
        f.connection.bringUp();
        f.serverRoster(roster);
        f.clock.advance(0);
        f.userInfo({{u"me"_s, u"Me"_s}, {u"c7"_s, u"Seven"_s}, {u"stranger"_s, u"X"_s}});
        QCOMPARE(f.connection.count(FrameType::Nodes), 2);
        QVERIFY(!f.session->roster().contact(ContactId(u"stranger"_s)));
    }

    void lateRosterIsStillTaken()
    {
        SessionFixture f;
        f.signIn();
        f.clock.advance(20'000);
        QVERIFY(f.relation(u"bob"_s) == std::nullopt);
        f.serverRoster({u"bob"_s});
        QVERIFY(f.relation(u"bob"_s).has_value());
    }

    void emptyAccountIsKnownToBeEmpty()
    {
        SessionFixture f; // no roster answer, but 18 shows that the server has nothing
        f.connection.bringUp();
        f.clock.advance(3'000);
        f.connection.receive(FrameType::OfflineMessagesEnd);
        QVERIFY(f.store.adopted);
    }

    void deadServerProvesNothing()
    {
        SessionFixture f;
        f.connection.bringUp();
        f.clock.advance(30'000);
        QVERIFY(!f.store.adopted);
        f.serverRoster({u"bob"_s});
        QCOMPARE(f.relation(u"bob"_s), Relation::Accepted);
    }

    void lostLineStopsAndTheNextOneStartsAgain()
    {
        SessionFixture f({u"eve"_s});
        f.connection.bringUp();
        f.connection.dropLine();
        f.clock.advance(30'000);
        QCOMPARE(f.connection.sent.size(), 1);
        f.connection.sent.clear();
        f.signIn({u"eve"_s});
        QCOMPARE(f.connection.status().state, ConnectionState::Online);
    }

    void ownNameIsSavedThenTold()
    {
        SessionFixture f({u"eve"_s});
        QSignalSpy changed(f.session.get(), &Session::ownNameChanged);
        f.session->setOwnName(u"Tim\n\u202E"_s); // before there is a line
        QCOMPARE(f.session->ownName(), u"Tim"_s);
        f.connection.bringUp();
        f.serverRoster({u"eve"_s});
        f.clock.advance(0);
        f.userInfo({{u"me"_s, u"Old"_s}});
        QCOMPARE(f.session->ownName(), u"Tim"_s);
        f.connection.receive(FrameType::OfflineMessagesEnd);
        const auto request = f.connection.sentOf<protocol::Nodes>(FrameType::Nodes).last();
        QCOMPARE(request.ntype, qint32(protocol::NodesOp::ModifyUser));
        QCOMPARE(request.usermap->size(), 1);
        QCOMPARE(request.usermap->first().name, u"Tim"_s);
        f.clock.advance(100);
        f.connection.sent.clear();
        f.ack(FrameType::Nodes, true, {}, 6);
        f.clock.advance(100);
        QCOMPARE(f.connection.sentPresences().size(), 1);
        QCOMPARE(f.connection.sentPresences().first().subStatus, qint8(3));
        QCOMPARE(changed.size(), 1);
        f.session->setOwnName(u"Tim"_s);
        QCOMPARE(f.connection.count(FrameType::Nodes), 0);
    }
};

QTEST_GUILESS_MAIN(tst_SessionSync)
#include "tst_session_sync.moc"
