// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
// Everything that leaves while the user is strictly invisible, and while people see different faces, as the server
// gets it: every recipient is looked at.
#include "support/session_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::FrameType;
using protocol::Show;
using protocol::SubStatus;

namespace {

const ContactId anna(u"anna"_s);
const ContactId bob(u"bob"_s);
const QStringList friends{u"anna"_s, u"bob"_s, u"eve"_s};

// "1/4→anna,bob": show, subStatus, whom; "*" = everybody.
QString inWords(const protocol::Presence &presence)
{
    QStringList to = presence.toList.value_or(QList<QString>());
    if (presence.toTid)
        to += presence.toTid->node;
    to.sort();
    return u"%1/%2→%3"_s.arg(presence.show.value_or(0))
        .arg(presence.subStatus.value_or(0))
        .arg(to.isEmpty() ? u"*"_s : to.join(u','));
}

} // namespace

class tst_StrictInvisible : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SessionFixture> f;
    Device a;
    Device b;

    QStringList sent()
    {
        QStringList words;
        for (const protocol::Presence &presence : f->connection.sentPresences())
            words += inWords(presence);
        f->connection.sent.clear();
        return words;
    }
    void start(Availability availability, bool strict, const QStringList &contacts = friends)
    {
        f = std::make_unique<SessionFixture>(contacts);
        f->session->visibility().setStrictByDefault(strict);
        f->session->status().setAvailability(availability);
        a = {u"anna"_s, u"r"_s, u"run"_s, 0};
        b = {u"bob"_s, u"r"_s, u"run"_s, 0};
    }
    void signIn()
    {
        f->connection.bringUp();
        f->serverRoster(friends);
        f->clock.advance(1'500);
        f->connection.receive(FrameType::OfflineMessagesEnd);
        f->clock.advance(100);
    }
    // Whatever could make a client talk.
    void tempt()
    {
        f->presence(a.asks(Show::Chat));
        f->presence(b.asks(Show::Chat));
        f->presence(Device{u"stranger"_s, u"r"_s, u"run"_s, 0}.asks(Show::Chat));
        f->presence(Device{u"me"_s, u"old"_s, {}, 0}.notice());
        f->business(protocol::BusinessOp::AddFriend, u"mallory"_s, u"hi"_s);
        f->business(protocol::BusinessOp::Friend, u"newfriend"_s);
        f->clock.advance(3'000);
        f->session->setOwnName(u"Another"_s + QString::number(f->clock.monotonic()));
        f->ack(FrameType::Nodes, true);
        f->presence(b.notice()); // then presence: a race that is usually settled by asking
        f->presence(b.says(Show::Busy));
        f->presence(Device{u"bob"_s, u"second"_s, u"run2"_s, 0}.says(Show::Away));
        f->session->status().setMood(u"mood %1"_s.arg(f->clock.monotonic()));
        f->clock.advance(80'000); // the repeated broadcast
        f->clock.advance(20 * 60'000); // and contacts that are silent for long
    }

private Q_SLOTS:
    void cleanup() { f.reset(); }

    void nothingLeavesWithoutAnAllowList()
    {
        start(Availability::Invisible, true);
        signIn();
        tempt();
        QCOMPARE(sent(), QStringList());
        f->connection.dropLine();
        f->clock.advance(5'000);
        signIn();
        tempt();
        f->session->signOut();
        f->clock.advance(100'000);
        QCOMPARE(sent(), QStringList());
        QVERIFY(f->connection.pauses.isEmpty()); // nobody saw anything: nothing to hide from
    }

    void onlyTheAllowListHears()
    {
        start(Availability::Invisible, true);
        f->session->visibility().setAllowed(anna, true);
        signIn();
        QCOMPARE(sent(), QStringList{u"1/1→anna"_s});
        tempt();
        const QStringList later = sent();
        QVERIFY(later.contains(u"1/2→anna"_s)); // her question
        QVERIFY(later.contains(u"1/3→anna"_s)); // the new name
        for (const QString &words : later)
            QVERIFY2(words.endsWith(u"→anna"_s), qPrintable(words));
    }

    void standardInvisibleIsStillTheDefault()
    {
        start(Availability::Invisible, false);
        signIn();
        QCOMPARE(sent(), QStringList{u"2/1→*"_s});
        f->presence(b.asks(Show::Chat));
        f->clock.advance(1'000);
        QCOMPARE(sent(), QStringList{u"2/2→bob"_s});
    }

    void standardInvisibleWithAllowList()
    {
        start(Availability::Invisible, false);
        f->session->visibility().setAllowed(anna, true);
        signIn();
        f->clock.advance(1'000);
        QStringList words = sent();
        words.sort();
        QCOMPARE(words, (QStringList{u"1/1→anna"_s, u"2/1→bob,eve"_s}));
    }

    void goingInvisibleClosesTheLineAndSaysNothing()
    {
        start(Availability::Chat, true);
        signIn();
        QCOMPARE(sent(), QStringList{u"1/1→*"_s});
        f->presence(a.says(Show::Busy));
        f->presence(b.asks(Show::Chat)); // an answer waits
        f->session->status().setAvailability(Availability::Invisible);
        QCOMPARE(f->connection.pauses.size(), 1);
        QVERIFY(f->connection.pauses.first() >= std::chrono::seconds(1));
        f->clock.advance(2'000);
        QCOMPARE(sent(), QStringList());
        const PresenceModel &presences = f->session->presences();
        QCOMPARE(presences.presence(anna).freshness, Freshness::Stale);
        signIn();
        tempt();
        QCOMPARE(sent(), QStringList());
        // What was heard before stays, as of then: asking would give us away.
        QCOMPARE(presences.presence(anna).availability, Availability::Chat); // asked us meanwhile
        QCOMPARE(presences.presence(ContactId(u"eve"_s)).availability, Availability::Unknown);
    }

    void cachedPresenceStaysAsOfThen()
    {
        start(Availability::Chat, true);
        signIn();
        f->presence(a.says(Show::Busy, SubStatus::Changed, u"cooking"_s));
        f->session->status().setAvailability(Availability::Invisible);
        f->clock.advance(2'000);
        signIn();
        f->clock.advance(60 * 60'000);
        const ContactPresence seen = f->session->presences().presence(anna);
        QCOMPARE(seen.availability, Availability::Busy);
        QCOMPARE(seen.freshness, Freshness::Stale);
        QCOMPARE(seen.mood, u"cooking"_s);
        f->presence(a.notice());
        f->clock.advance(6'000);
        QCOMPARE(f->session->presences().presence(anna).availability, Availability::Offline);
    }

    void everyWayToStrictnessHides_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("pick") << 0;
        QTest::newRow("preference") << 1;
        QTest::newRow("account") << 2;
        QTest::newRow("end of a status") << 3;
        QTest::newRow("undo") << 4;
    }
    void everyWayToStrictnessHides()
    {
        QFETCH(const int, way);
        start(way == 0 || way == 3 ? Availability::Chat : Availability::Invisible, way != 1 && way != 2);
        StatusController &status = f->session->status();
        if (way == 3) {
            status.setAvailability(Availability::Invisible);
            f->clock.advance(120'000);
            status.setManual({Availability::Busy, {}}, ClearAfter::Hour);
        }
        signIn();
        if (way == 4)
            status.setAvailability(Availability::Chat);
        f->clock.advance(way == 3 ? 30 * 60'000 : 1'000); // the repeated broadcast is no matter here
        sent();
        if (way == 0)
            status.setAvailability(Availability::Invisible);
        else if (way == 1)
            f->session->visibility().setStrictByDefault(true);
        else if (way == 2)
            f->session->visibility().setStrict(true);
        else if (way == 3)
            f->clock.advance(2 * 60 * 60'000);
        else
            status.undo();
        f->clock.advance(1'000);
        QCOMPARE(f->connection.pauses.size(), 1);
        QCOMPARE(sent(), QStringList());
    }

    void becomingVisibleAsksEverybodyOnce()
    {
        start(Availability::Invisible, true);
        f->session->visibility().setAllowed(anna, true);
        signIn();
        f->clock.advance(1'000);
        sent();
        f->session->status().setAvailability(Availability::Chat);
        f->clock.advance(5'000);
        QCOMPARE(sent(), QStringList{u"1/1→*"_s});
        QVERIFY(f->connection.pauses.isEmpty());
        // Whoever did not answer is unknown again, as after every sign-in.
        f->presence(b.answers(Show::Away));
        f->clock.advance(20'000);
        QCOMPARE(f->session->presences().presence(bob).availability, Availability::Away);
    }

    void allowingSomeoneWhileInvisible()
    {
        start(Availability::Invisible, true);
        signIn();
        f->session->visibility().setAllowed(bob, true);
        f->clock.advance(1'000);
        QCOMPARE(sent(), QStringList{u"1/1→bob"_s});
        f->session->visibility().setAllowed(bob, false); // has seen us: the best that can be said
        f->clock.advance(1'000);
        QCOMPARE(sent(), QStringList{u"2/4→bob"_s});
    }

    void revealsAreAskedForOnce()
    {
        start(Availability::Invisible, true);
        f->session->visibility().setAllowed(anna, true);
        signIn();
        Reveals &reveals = f->session->reveals();
        QVERIFY(!reveals.wouldReveal(anna));
        QVERIFY(reveals.wouldReveal(bob));
        QVERIFY(reveals.wouldReveal(ContactId(u"stranger"_s)));
        reveals.revealed(bob, Reveal::Way::Wrote);
        reveals.revealed(bob, Reveal::Way::Wrote);
        QVERIFY(!reveals.wouldReveal(bob));
        QCOMPARE(reveals.log().size(), 1);
        sent();
        reveals.stayVisibleTo(bob);
        f->clock.advance(1'000);
        QCOMPARE(sent(), QStringList{u"1/1→bob"_s});
        f->session->status().setAvailability(Availability::Chat);
        QVERIFY(reveals.log().isEmpty());
        QVERIFY(!reveals.wouldReveal(ContactId(u"stranger"_s)));
        QVERIFY(!f->session->visibility().isAllowed(bob)); // a guest, not a rule
    }

    void remindsEveryEightHours()
    {
        start(Availability::Chat, false);
        QSignalSpy reminders(&f->session->reveals(), &Reveals::reminderDue);
        f->session->status().setAvailability(Availability::Invisible);
        f->clock.advance(Reveals::reminderTime - Milliseconds(1));
        QCOMPARE(reminders.size(), 0);
        f->clock.advance(1);
        QCOMPARE(reminders.size(), 1);
        f->clock.advance(Reveals::reminderTime);
        QCOMPARE(reminders.size(), 2);
        f->session->status().setAvailability(Availability::Chat);
        f->clock.advance(Reveals::reminderTime * 2);
        QCOMPARE(reminders.size(), 2);
    }

    // Layers.

    void oneListPerFace()
    {
        start(Availability::Chat, false);
        VisibilityRules rules;
        rules.contacts = {{anna, Face::Busy}};
        rules.groups = {{u"quiet"_s, Face::OfflineLooking}};
        f->session->visibility().setGroupsOf(
            [](const ContactId &id) { return id.node() == u"eve"_s ? QStringList{u"quiet"_s} : QStringList(); });
        f->session->visibility().setRules(rules);
        signIn();
        f->clock.advance(1'000);
        QStringList words = sent();
        words.sort();
        QCOMPARE(words, (QStringList{u"1/1→bob"_s, u"4/1→anna"_s}));
        // A change that anna does not see is not told to her.
        f->session->status().setAvailability(Availability::Away);
        f->clock.advance(2'000);
        QCOMPARE(sent(), QStringList{u"3/4→bob"_s});
        // Askers get their own face, or none.
        f->presence(a.asks(Show::Chat));
        f->presence(Device{u"eve"_s, u"r"_s, u"run"_s, 0}.asks(Show::Chat));
        f->clock.advance(2'000);
        QCOMPARE(sent(), QStringList{u"4/2→anna"_s});
        f->clock.advance(80'000);
        words = sent();
        words.sort();
        QCOMPARE(words, (QStringList{u"3/1→bob"_s, u"4/1→anna"_s}));
        // Without rules it is one broadcast again.
        f->session->visibility().setRules({});
        f->clock.advance(2'000);
        QCOMPARE(sent(), QStringList{u"3/4→*"_s});
    }

    void rulesThatChangeNothingSendNothing()
    {
        start(Availability::Chat, false);
        signIn();
        f->presence(a.asks(Show::Chat)); // answered: told beside the broadcast, but the same
        f->clock.advance(1'000);
        sent();
        f->session->visibility().setAllowed(anna, true);
        f->session->visibility().setStrictByDefault(true);
        f->clock.advance(2'000);
        QCOMPARE(sent(), QStringList());
    }

    void rulesAndStrangersTogether()
    {
        start(Availability::Chat, false);
        f->session->visibility().setFace(anna, Face::Busy);
        signIn();
        sent();
        f->serverRoster(friends + QStringList{u"unapproved"_s});
        f->session->status().setAvailability(Availability::Away);
        f->clock.advance(2'000);
        QCOMPARE(sent(), QStringList{u"3/4→bob,eve"_s});
        f->session->visibility().setRules({});
        f->clock.advance(2'000);
        QCOMPARE(sent(), QStringList{u"3/4→anna"_s});
    }

    void hidingFromWhoHasSeenUsTellsWhatCanBeTold()
    {
        start(Availability::Chat, false);
        signIn();
        sent();
        QVERIFY(f->session->status().toldTo(bob));
        f->session->visibility().setFace(bob, Face::OfflineLooking);
        f->clock.advance(2'000);
        QCOMPARE(sent(), QStringList{u"2/4→bob"_s});
        f->session->status().setAvailability(Availability::Busy);
        f->clock.advance(2'000);
        QCOMPARE(sent(), QStringList{u"4/4→anna,eve"_s});
    }

    void atMostFiveListsASecondOfTwoHundred()
    {
        QStringList crowd;
        for (int i = 0; i < 2'500; ++i)
            crowd += u"c%1"_s.arg(i);
        start(Availability::Chat, false, crowd);
        f->session->visibility().setFace(ContactId(u"c0"_s), Face::Away);
        f->connection.bringUp();
        f->serverRoster(crowd);
        f->clock.advance(3'000);
        f->connection.receive(FrameType::OfflineMessagesEnd);
        f->clock.advance(10'000);
        const QList<qint64> times = f->connection.presenceTimes();
        QSet<QString> reached;
        for (const protocol::Presence &presence : f->connection.sentPresences()) {
            QVERIFY(presence.toList && presence.toList->size() <= 200);
            for (const QString &node : *presence.toList) {
                QVERIFY(!reached.contains(node));
                reached.insert(node);
                QCOMPARE(*presence.show, qint16(node == u"c0"_s ? 3 : 1));
            }
        }
        QCOMPARE(reached.size(), crowd.size());
        for (qsizetype i = 0; i + 5 < times.size(); ++i)
            QVERIFY2(times[i + 5] - times[i] >= 1'000, qPrintable(QString::number(i)));
        for (qsizetype i = 1; i < times.size(); ++i)
            QVERIFY(times[i] - times[i - 1] >= 20);
    }

    void newContactWasNotToldByAnEarlierBroadcast()
    {
        start(Availability::Chat, false);
        signIn();
        f->business(protocol::BusinessOp::Friend, u"newfriend"_s);
        const ContactId fresh(u"newfriend"_s);
        f->session->roster().requestReceived(fresh, {});
        f->session->accept(fresh);
        f->clock.advance(0);
        QVERIFY(!f->session->status().toldTo(fresh));
        f->clock.advance(5'000);
        QVERIFY(f->session->status().toldTo(fresh)); // the greeting
    }
};

QTEST_GUILESS_MAIN(tst_StrictInvisible)
#include "tst_strict_invisible.moc"
