// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
// What a real tim does to notices and presences (protocol-live.md 5), replayed frame by frame.
#include "support/presence_fixture.h"

#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::Show;
using Applied = PresenceModel::Applied;

class tst_PresenceRaces : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PresenceFixture> f;

private Q_SLOTS:
    // Bob is known as Chat for a while, Eve watches and must never move.
    void init()
    {
        f = std::make_unique<PresenceFixture>();
        f->apply(f->first.says(Show::Chat, protocol::SubStatus::Changed, u"hi"_s));
        f->clock.advance(60'000);
        f->settle();
    }
    void cleanup()
    {
        QCOMPARE(f->shown(f->eve), ContactPresence());
        for (const auto &ids : std::as_const(f->told))
            QCOMPARE(ids, QSet<ContactId>{f->bob});
        f.reset();
    }

    void noticeIsOfflineAfterTheGrace()
    {
        const qint64 left = f->clock.wall();
        const qint64 since = f->shown().since;
        QCOMPARE(f->apply(f->first.notice()), Applied::Applied);
        QCOMPARE(f->shown().freshness, Freshness::Leaving);
        f->clock.advance(4'999);
        QCOMPARE(f->shown().availability, Availability::Chat);
        QCOMPARE(f->shown().since, since);
        f->clock.advance(1);
        QCOMPARE(f->shown().availability, Availability::Offline);
        QCOMPARE(f->shown().freshness, Freshness::Live);
        QCOMPARE(f->shown().since, left);
        QCOMPARE(f->shown().mood, QString());
        QVERIFY(f->asked.isEmpty());
    }

    void returningInsideTheGraceShowsNothing()
    {
        const ContactPresence before = f->shown();
        f->apply(f->first.notice());
        f->clock.advance(3'000);
        f->apply(f->first.says(Show::Chat, protocol::SubStatus::Changed, u"hi"_s));
        f->clock.advance(20'000);
        ContactPresence after = f->shown();
        after.heardAt = before.heardAt;
        QCOMPARE(after, before);
        QVERIFY(f->asked.isEmpty());
    }

    // Heard, gone and signed in again within two seconds: the question at the notice reached nobody.
    void signingInAgainDuringTheDoubtIsAskedAgain_data()
    {
        QTest::addColumn<bool>("answers");
        QTest::newRow("answers") << true;
        QTest::newRow("silent") << false;
    }
    void signingInAgainDuringTheDoubtIsAskedAgain()
    {
        QFETCH(bool, answers);
        f->apply(f->first.says(Show::Busy));
        f->clock.advance(500);
        f->apply(f->first.notice());
        QCOMPARE(f->asked, QList<ContactId>{f->bob});
        f->clock.advance(700);
        QCOMPARE(f->apply(f->first.says(Show::Busy, protocol::SubStatus::Ask)), Applied::Ask);
        QCOMPARE(f->asked, (QList<ContactId>{f->bob, f->bob}));
        f->clock.advance(500);
        if (answers)
            f->apply(f->first.answers(Show::Busy));
        f->clock.advance(4'500);
        QCOMPARE(f->shown().availability, answers ? Availability::Busy : Availability::Offline);
        QCOMPARE(f->shown().freshness, Freshness::Live);
    }

    void oneNoticeEndsAllDevices()
    {
        f->apply(f->second.says(Show::Busy));
        f->clock.advance(60'000);
        f->apply(f->second.answers(Show::Busy));
        f->clock.advance(3'000);
        f->asked.clear();
        f->apply(f->second.notice());
        f->clock.advance(5'000);
        QCOMPARE(f->shown().availability, Availability::Offline);
        QCOMPARE(f->shown().devices, 0);
    }

    void noticeOfSomeoneNotOnlineChangesNothing()
    {
        f->apply(f->first.notice());
        f->clock.advance(5'000);
        f->settle();
        const ContactPresence before = f->shown();
        f->clock.advance(1'000);
        f->apply(f->first.notice());
        f->clock.advance(10'000);
        QCOMPARE(f->shown(), before);
        QVERIFY(f->told.isEmpty());
        f->apply(Device{u"eve"_s, u"x"_s, {}}.notice()); // Unknown stays so, see cleanup()
        f->clock.advance(10'000);
    }

    void repeatedNoticeDoesNotProlongTheGrace()
    {
        f->apply(f->first.notice());
        f->clock.advance(4'000);
        f->apply(f->first.notice());
        f->clock.advance(1'000);
        QCOMPARE(f->shown().availability, Availability::Offline);
    }

    void takeoverNoticeThenPresence()
    {
        f->apply(f->first.notice());
        f->clock.advance(1);
        QCOMPARE(f->apply(f->second.asks(Show::Busy)), Applied::Ask);
        QCOMPARE(f->shown().availability, Availability::Busy);
        QCOMPARE(f->shown().freshness, Freshness::Live);
        QCOMPARE(f->shown().devices, 1);
        f->clock.advance(30'000);
        QCOMPARE(f->shown().availability, Availability::Busy);
        QVERIFY(f->asked.isEmpty());
    }

    void takeoverPresenceThenLateNoticeOfTheOldOne()
    {
        f->apply(f->second.asks(Show::Away));
        f->clock.advance(2);
        f->apply(f->first.notice());
        QCOMPARE(f->shown().availability, Availability::Away); // no longer the old Chat
        QCOMPARE(f->shown().freshness, Freshness::Live);
        QCOMPARE(f->shown().devices, 1);
        f->clock.advance(30'000);
        QCOMPARE(f->shown().availability, Availability::Away);
    }

    void takeoverWithoutNotice()
    {
        f->apply(f->second.asks(Show::Away));
        f->clock.advance(2'000);
        QCOMPARE(f->asked, QList<ContactId>{f->bob}); // is the old one still there?
        f->apply(f->second.answers(Show::Away));
        f->clock.advance(5'000);
        QCOMPARE(f->shown().availability, Availability::Away);
        QCOMPARE(f->shown().devices, 1);
    }

    void secondDeviceThatAnswersStays()
    {
        f->apply(f->second.asks(Show::Away));
        f->clock.advance(2'000);
        f->apply(f->second.answers(Show::Away));
        f->apply(f->first.answers(Show::Chat));
        f->clock.advance(30'000);
        QCOMPARE(f->shown().availability, Availability::Chat);
        QCOMPARE(f->shown().devices, 2);
        QCOMPARE(f->asked.size(), 1);
    }

    void lastWordsAfterTheNoticeAreAGhost()
    {
        const qint64 left = f->clock.wall();
        f->apply(f->first.notice());
        f->clock.advance(30);
        f->apply(f->first.says(Show::Away, protocol::SubStatus::Changed, u"bye"_s));
        QCOMPARE(f->shown().availability, Availability::Chat); // neither is believed
        QCOMPARE(f->shown().freshness, Freshness::Doubtful);
        QCOMPARE(f->asked, QList<ContactId>{f->bob});
        f->clock.advance(4'969);
        QCOMPARE(f->shown().freshness, Freshness::Doubtful);
        f->clock.advance(1);
        QCOMPARE(f->shown().availability, Availability::Offline);
        QCOMPARE(f->shown().since, left);
        QCOMPARE(f->asked.size(), 1);
    }

    void lastWordsBeforeTheNoticeAskToo()
    {
        f->apply(f->first.says(Show::Away));
        f->clock.advance(1);
        f->apply(f->first.notice());
        QCOMPARE(f->shown().freshness, Freshness::Doubtful);
        QCOMPARE(f->asked, QList<ContactId>{f->bob});
        f->clock.advance(5'000);
        QCOMPARE(f->shown().availability, Availability::Offline);
    }

    void ghostOfTheOldDeviceEndsWithTheNewOne()
    {
        f->apply(f->first.notice());
        f->apply(f->first.says(Show::Busy));
        f->apply(f->second.asks(Show::Away));
        QCOMPARE(f->shown().availability, Availability::Away);
        QCOMPARE(f->shown().devices, 1);
    }

    void answerDecidesForOnline()
    {
        f->apply(f->web.says(Show::Busy)); // takes over by the same name
        f->clock.advance(3'000);
        f->apply(f->web.notice());
        f->clock.advance(5);
        f->apply(f->web.asks(Show::Away));
        QCOMPARE(f->shown().freshness, Freshness::Doubtful);
        f->clock.advance(400);
        f->apply(f->web.answers(Show::Away));
        QCOMPARE(f->shown().freshness, Freshness::Live);
        QCOMPARE(f->shown().availability, Availability::Away);
        f->clock.advance(11'000); // the answer may itself have been its last words
        QCOMPARE(f->asked.size(), 3);
        f->apply(f->web.answers(Show::Away));
        f->clock.advance(30'000);
        QCOMPARE(f->shown().availability, Availability::Away);
        QCOMPARE(f->asked.size(), 3);
    }

    void answerAsLastWordsIsFoundOut()
    {
        f->apply(f->first.notice());
        f->apply(f->first.answers(Show::Away)); // to a question of earlier
        QCOMPARE(f->shown().freshness, Freshness::Doubtful);
        f->apply(f->first.answers(Show::Away));
        f->clock.advance(11'000);
        QCOMPARE(f->asked.size(), 2);
        f->clock.advance(5'000);
        QCOMPARE(f->shown().availability, Availability::Unknown);
    }

    void ghostOfSomeoneUnknownIsAskedToo()
    {
        f->model.setContacts({f->eve});
        f->model.setContacts({f->bob, f->eve});
        f->settle();
        f->apply(f->first.notice());
        f->apply(f->first.says(Show::Away));
        QCOMPARE(f->shown().availability, Availability::Unknown);
        QCOMPARE(f->asked, QList<ContactId>{f->bob});
        f->clock.advance(5'000);
        QCOMPARE(f->shown().availability, Availability::Offline);
    }

    void forgedOfflineIsOfflineButNoNotice()
    {
        f->apply(f->second.says(Show::Busy));
        protocol::Presence forged = f->second.says(Show::Unset);
        forged.offline = true;
        f->apply(forged);
        QCOMPARE(f->shown().availability, Availability::Chat); // the other device did not say so
        forged = f->first.says(Show::Chat);
        forged.offline = true;
        forged.status.reset();
        f->apply(forged);
        QCOMPARE(f->shown().availability, Availability::Offline); // at once, without grace
        f->apply(f->first.says(Show::Chat));
        QCOMPARE(f->shown().availability, Availability::Chat); // and without doubt
        QCOMPARE(f->shown().freshness, Freshness::Live);
        QVERIFY(f->asked.isEmpty());
    }

    void clusterNoticeThenTheOtherDevice()
    {
        f->apply(f->second.says(Show::Busy));
        f->clock.advance(20'000);
        f->apply(f->second.answers(Show::Busy));
        f->apply(f->first.answers(Show::Chat));
        f->clock.advance(10'000);
        f->apply(f->first.notice());
        f->clock.advance(3);
        f->apply(f->second.asks(Show::Busy)); // it got the self notice
        f->clock.advance(30'000);
        QCOMPARE(f->shown().availability, Availability::Busy);
        QCOMPARE(f->shown().devices, 1);
    }
};

QTEST_GUILESS_MAIN(tst_PresenceRaces)
#include "tst_presence_races.moc"
