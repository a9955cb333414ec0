// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
// Our own line down and up again, and contacts that fall silent.
#include "support/presence_fixture.h"

#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::Show;

class tst_PresenceSilence : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PresenceFixture> f;

private Q_SLOTS:
    void init() { f = std::make_unique<PresenceFixture>(); }
    void cleanup() { f.reset(); }

    void ownLineLostMakesAllHeardStaleInOneSignal()
    {
        Device gone{u"gone"_s, u"r"_s, u"run"_s};
        f->model.setContacts({f->bob, f->eve, ContactId(u"gone"_s)});
        f->apply(f->first.says(Show::Busy, protocol::SubStatus::Changed, u"call"_s));
        f->apply(gone.says(Show::Invisible));
        f->settle();
        const ContactPresence before = f->shown();
        f->model.lineLost();
        f->clock.advance(0);
        QCOMPARE(f->told, (QList<QSet<ContactId>>{{f->bob, ContactId(u"gone"_s)}}));
        ContactPresence expected = before;
        expected.freshness = Freshness::Stale;
        QCOMPARE(f->shown(), expected);
        QCOMPARE(f->shown(f->eve), ContactPresence());
    }

    void lineLostStopsGraceAndDoubt()
    {
        f->apply(f->first.says(Show::Chat));
        f->clock.advance(10'000);
        f->apply(f->first.notice());
        f->model.lineLost();
        f->clock.advance(60'000);
        QCOMPARE(f->shown().availability, Availability::Chat); // the server's end, not Bob's
        QCOMPARE(f->shown().freshness, Freshness::Stale);
    }

    void lineBackRevivesOneByOne()
    {
        Device eves{u"eve"_s, u"r"_s, u"run"_s};
        f->apply(f->first.says(Show::Busy));
        f->apply(eves.says(Show::Away));
        const qint64 since = f->shown().since;
        f->clock.advance(1'000);
        f->model.lineLost();
        f->clock.advance(30'000);
        f->model.lineBack();
        f->clock.advance(400);
        f->settle();
        f->apply(f->first.answers(Show::Busy));
        f->clock.advance(0);
        QCOMPARE(f->told, (QList<QSet<ContactId>>{{f->bob}}));
        QCOMPARE(f->shown().freshness, Freshness::Live);
        QCOMPARE(f->shown().since, since);
        QCOMPARE(f->shown(f->eve).freshness, Freshness::Stale);
        f->clock.advance(9'600);
        QCOMPARE(f->shown(f->eve).availability, Availability::Unknown);
        QCOMPARE(f->shown().availability, Availability::Busy);
    }

    void silenceIsBorneAsLongAsTheCallerSays()
    {
        f->apply(f->first.says(Show::Busy));
        f->clock.advance(1'000);
        f->model.lineLost();
        f->clock.advance(2'000);
        f->model.lineBack(Milliseconds(80'000));
        f->settle();
        f->clock.advance(79'999);
        QVERIFY(f->told.isEmpty());
        QCOMPARE(f->shown().availability, Availability::Busy);
        QCOMPARE(f->shown().freshness, Freshness::Stale);
        f->clock.advance(1);
        QCOMPARE(f->shown().availability, Availability::Unknown);
    }

    void whoWasOfflineStillIs()
    {
        f->apply(f->first.says(Show::Invisible));
        const ContactPresence before = f->shown();
        f->model.lineLost();
        f->model.lineBack();
        f->clock.advance(10'000);
        QCOMPARE(f->shown(), before);
    }

    void deviceSilentAfterLineBackIsDropped()
    {
        f->apply(f->first.says(Show::Busy));
        f->apply(f->second.says(Show::Away));
        f->clock.advance(1);
        f->model.lineLost();
        f->clock.advance(1'000);
        f->model.lineBack();
        f->apply(f->second.answers(Show::Away));
        f->clock.advance(10'000);
        QCOMPARE(f->shown().availability, Availability::Away);
        QCOMPARE(f->shown().devices, 1);
    }

    void neverHeardStaysUnknown()
    {
        f->model.lineBack();
        f->clock.advance(20'000);
        QCOMPARE(f->shown(), ContactPresence());
        QVERIFY(f->told.isEmpty());
    }

    void quietContactIsAskedAndSilenceIsUnknown()
    {
        f->apply(f->first.says(Show::Chat));
        f->clock.advance(15 * 60'000 - 1);
        QVERIFY(f->asked.isEmpty());
        f->clock.advance(1);
        QCOMPARE(f->asked, QList<ContactId>{f->bob});
        f->clock.advance(9'999);
        QCOMPARE(f->shown().availability, Availability::Chat);
        f->clock.advance(1);
        QCOMPARE(f->shown().availability, Availability::Unknown);
        QCOMPARE(f->shown().devices, 0);
        f->clock.advance(60 * 60'000);
        QCOMPARE(f->asked.size(), 1);
    }

    void quietContactThatAnswersIsAskedAgainLater()
    {
        f->apply(f->first.says(Show::Chat));
        for (int round = 1; round <= 3; ++round) {
            f->clock.advance(15 * 60'000);
            QCOMPARE(f->asked.size(), round);
            f->apply(f->first.answers(Show::Chat));
            f->clock.advance(10'000);
            QCOMPARE(f->shown().availability, Availability::Chat);
        }
    }

    void contactHeardInTimeIsNotAsked()
    {
        f->apply(f->first.says(Show::Chat));
        for (int i = 0; i < 10; ++i) {
            f->clock.advance(14 * 60'000);
            f->apply(f->first.says(Show::Chat));
        }
        QVERIFY(f->asked.isEmpty());
    }

    void manyQuietContactsAreAskedSlowly()
    {
        QSet<ContactId> contacts;
        for (int i = 0; i < 100; ++i) {
            Device device{u"c%1"_s.arg(i), u"r"_s, u"run"_s};
            contacts.insert(ContactId(device.node));
            f->model.setContacts(contacts);
            f->apply(device.says(Show::Chat));
        }
        f->clock.advance(15 * 60'000);
        QCOMPARE(f->asked.size(), 20);
        f->clock.advance(1'999);
        QCOMPARE(f->asked.size(), 20);
        f->clock.advance(1);
        QCOMPARE(f->asked.size(), 40);
        f->clock.advance(20'000);
        QCOMPARE(f->asked.size(), 100);
        QCOMPARE(QSet<ContactId>(f->asked.begin(), f->asked.end()), contacts);
    }

    void wallClockJumpsDoNotMatter()
    {
        f->apply(f->first.says(Show::Chat));
        f->clock.jumpWall(-3600'000);
        f->clock.advance(10'000);
        f->apply(f->first.notice());
        f->clock.jumpWall(7200'000);
        f->clock.advance(4'999);
        QCOMPARE(f->shown().availability, Availability::Chat);
        f->clock.advance(1);
        QCOMPARE(f->shown().availability, Availability::Offline);
    }
};

QTEST_GUILESS_MAIN(tst_PresenceSilence)
#include "tst_presence_silence.moc"
