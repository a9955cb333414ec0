// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
// Who is told what: the handshake of subStatus 1, 2, 3 and 4 as the server sees it.
#include "support/session_fixture.h"

#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::FrameType;
using protocol::Show;
using protocol::SubStatus;

class tst_SessionHandshake : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SessionFixture> f;
    Device bob;
    Device eve;

private Q_SLOTS:
    void init()
    {
        f = std::make_unique<SessionFixture>(QStringList{u"bob"_s, u"eve"_s});
        f->signIn({u"bob"_s, u"eve"_s});
        bob = {u"bob"_s, u"r"_s, u"run"_s, 0};
        eve = {u"eve"_s, u"r"_s, u"run"_s, 0};
    }
    void cleanup() { f.reset(); }

    void onlyAcceptedAskersAreAnswered()
    {
        f->session->addContact(u"asked one"_s, {}, {});
        const QString asked = f->added.first().node();
        f->business(protocol::BusinessOp::AddFriend, u"asks"_s);
        f->serverRoster({u"bob"_s, u"eve"_s, u"unapproved"_s});
        f->session->block(ContactId(u"blocked"_s));
        for (const QString &node : {u"stranger"_s, u"asks"_s, u"unapproved"_s, u"blocked"_s, asked})
            f->presence(Device{node, u"r"_s, u"run"_s, 0}.asks(Show::Chat));
        f->presence(bob.asks(Show::Busy));
        f->clock.advance(5'000);
        const auto sent = f->connection.sentPresences();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().subStatus, qint8(SubStatus::Answer));
        QCOMPARE(*sent.first().toList, QList<QString>{u"bob"_s});
        QCOMPARE(f->session->presences().presence(ContactId(u"bob"_s)).availability, Availability::Busy);
        for (const QString &node : {u"stranger"_s, u"asks"_s, u"unapproved"_s})
            QCOMPARE(f->session->presences().presence(ContactId(node)), ContactPresence());
    }

    void strangersInTheRosterHearNoBroadcast()
    {
        f->session->status().setAvailability(Availability::Busy);
        f->clock.advance(2'000);
        QCOMPARE(f->connection.sentPresences().size(), 1);
        QVERIFY(!f->connection.sentPresences().first().toList); // the server's roster is ours

        f->connection.sent.clear();
        f->serverRoster({u"bob"_s, u"eve"_s, u"unapproved"_s});
        f->session->status().setAvailability(Availability::Away);
        f->clock.advance(2'000);
        QCOMPARE(f->connection.sentPresences().size(), 1);
        const auto told = f->connection.sentPresences().first().toList.value_or(QList<QString>());
        QCOMPARE(QSet<QString>(told.begin(), told.end()), (QSet<QString>{u"bob"_s, u"eve"_s}));

        f->connection.sent.clear();
        f->session->accept(ContactId(u"unapproved"_s));
        f->session->status().setAvailability(Availability::Chat);
        f->clock.advance(2'000);
        for (const auto &presence : f->connection.sentPresences())
            QVERIFY(!presence.toList || presence.toList->contains(u"unapproved"_s));
    }

    void withOnlyStrangersInTheRosterNothingIsTold()
    {
        f->session->remove(ContactId(u"bob"_s));
        f->session->remove(ContactId(u"eve"_s));
        f->serverRoster({u"unapproved"_s});
        f->connection.sent.clear();
        f->session->status().setAvailability(Availability::Busy);
        f->clock.advance(5'000);
        QVERIFY(f->connection.sentPresences().isEmpty());
        QVERIFY(!f->session->status().isPending());
    }

    void answersChangesAndProfilesAreNotAnswered()
    {
        f->presence(bob.says(Show::Chat, SubStatus::Answer));
        f->presence(bob.says(Show::Chat, SubStatus::Changed));
        f->presence(bob.says(Show::Chat, SubStatus::ProfileChanged));
        f->presence(bob.says(Show::Chat, SubStatus::Plain));
        f->presence(bob.says(Show::Chat, SubStatus(77)));
        f->clock.advance(5'000);
        QVERIFY(f->connection.sentPresences().isEmpty());
    }

    void changedProfileIsFetched()
    {
        f->presence(bob.says(Show::Chat, SubStatus::ProfileChanged));
        f->clock.advance(0);
        const auto requests = f->connection.sentOf<protocol::Nodes>(FrameType::Nodes);
        QCOMPARE(requests.size(), 1);
        QCOMPARE(*requests.first().nodelist, QList<QString>{u"bob"_s});
        f->userInfo({{u"bob"_s, u"Robert"_s}});
        QCOMPARE(f->session->roster().contact(ContactId(u"bob"_s))->displayName(), u"Robert"_s);
        QCOMPARE(f->session->roster().contact(ContactId(u"eve"_s))->displayName(), u"EVE"_s);
    }

    void ownNoticeIsCorrected()
    {
        f->presence(Device{u"me"_s, u"old"_s, {}, 0}.notice());
        f->clock.advance(100);
        const auto sent = f->connection.sentPresences();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().subStatus, qint8(SubStatus::Ask));
        QVERIFY(!sent.first().toList && !sent.first().toTid);
    }

    void broadcastIsRepeatedOnceAfterAboutAMinute()
    {
        f->clock.advance(60'000);
        QVERIFY(f->connection.sentPresences().isEmpty());
        f->clock.advance(10'500);
        QCOMPARE(f->connection.sentPresences().size(), 1);
        QCOMPARE(f->connection.sentPresences().first().subStatus, qint8(SubStatus::Ask));
        f->clock.advance(10 * 60'000);
        QCOMPARE(f->connection.sentPresences().size(), 1);
    }

    void returningContactIsAnsweredAgain()
    {
        f->presence(bob.asks(Show::Chat));
        f->clock.advance(1'000);
        f->presence(bob.notice());
        f->clock.advance(2'500);
        f->presence(bob.asks(Show::Chat)); // the same program on a new line
        f->clock.advance(1'000);
        int answers = 0;
        for (const protocol::Presence &presence : f->connection.sentPresences())
            answers += presence.subStatus == qint8(SubStatus::Answer) ? 1 : 0;
        QCOMPARE(answers, 2);
    }

    void doubtIsAskedInsideTheGrace()
    {
        f->presence(bob.says(Show::Chat));
        f->presence(bob.notice());
        f->clock.advance(1'000);
        const auto sent = f->connection.sentPresences();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().subStatus, qint8(SubStatus::Ask));
        QCOMPARE(*sent.first().toList, QList<QString>{u"bob"_s});
        f->clock.advance(4'000);
        QCOMPARE(f->session->presences().presence(ContactId(u"bob"_s)).availability, Availability::Offline);
    }

    void lineLossAndReturn()
    {
        f->presence(bob.says(Show::Busy));
        f->presence(eve.says(Show::Away));
        f->connection.dropLine();
        const PresenceModel &presences = f->session->presences();
        QCOMPARE(presences.presence(ContactId(u"bob"_s)).freshness, Freshness::Stale);
        QVERIFY(f->session->status().isPending());
        f->clock.advance(20'000);
        f->signIn({u"bob"_s, u"eve"_s});
        f->presence(bob.answers(Show::Busy));
        QCOMPARE(presences.presence(ContactId(u"bob"_s)).freshness, Freshness::Live);
        QCOMPARE(presences.presence(ContactId(u"eve"_s)).freshness, Freshness::Stale);
        f->clock.advance(10'000);
        QCOMPARE(presences.presence(ContactId(u"bob"_s)).availability, Availability::Busy);
        QCOMPARE(presences.presence(ContactId(u"eve"_s)).availability, Availability::Unknown);
    }

    // The account's server of a cluster died: on another one the answers do not find us for a minute.
    void onAnotherServerNobodyIsGivenUpBeforeTheRepeat()
    {
        const auto states = [this] {
            const PresenceModel &presences = f->session->presences();
            return std::pair(presences.presence(ContactId(u"bob"_s)), presences.presence(ContactId(u"eve"_s)));
        };
        f->connection.severalServers = true;
        f->presence(bob.says(Show::Busy));
        f->presence(eve.says(Show::Away)); // stays behind on the dead server
        f->connection.dropLine();
        f->clock.advance(2'000);
        f->signIn({u"bob"_s, u"eve"_s});
        int flaps = 0;
        connect(&f->session->presences(), &PresenceModel::presencesChanged, this, [&] { ++flaps; });
        f->clock.advance(62'000);
        QCOMPARE(flaps, 0);
        QCOMPARE(states().first.freshness, Freshness::Stale);
        QVERIFY(f->connection.sentPresences().isEmpty());

        f->clock.advance(8'000);
        QCOMPARE(f->connection.sentPresences().size(), 1);
        QCOMPARE(f->connection.sentPresences().first().subStatus, qint8(SubStatus::Ask));
        f->presence(bob.answers(Show::Busy));
        QCOMPARE(states().first.freshness, Freshness::Live);
        QCOMPARE(states().first.availability, Availability::Busy);
        QCOMPARE(states().second.availability, Availability::Away);
        f->clock.advance(10'000);
        QCOMPARE(states().first.availability, Availability::Busy);
        QCOMPARE(states().second.availability, Availability::Unknown);
    }

    void nothingLeavesAfterSigningOut()
    {
        f->presence(bob.asks(Show::Chat));
        f->session->status().setAvailability(Availability::Busy);
        f->session->signOut();
        f->clock.advance(100'000);
        QVERIFY(f->connection.sentPresences().isEmpty());
        QCOMPARE(f->connection.status().state, ConnectionState::Offline);
    }

    void malformedFramesAreHarmless()
    {
        for (const FrameType type :
             {FrameType::Ack, FrameType::Ping, FrameType::OfflineMessages, FrameType::Business, FrameType::Nodes,
              FrameType::Message, FrameType::Presence, FrameType::Stream, FrameType::BigBinary, FrameType::Logout})
            f->connection.receive(type);
        f->connection.receive(FrameType::Presence, protocol::Message());
        f->connection.receive(FrameType::Presence, protocol::Presence());
        f->connection.receive(FrameType::Message, protocol::Message());
        f->connection.receive(FrameType::Nodes, protocol::Nodes());
        f->connection.receive(FrameType::Ack, protocol::Ack());
        f->clock.advance(5'000);
        QVERIFY(f->connection.sentPresences().isEmpty());
        QVERIFY(f->failures.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_SessionHandshake)
#include "tst_session_handshake.moc"
