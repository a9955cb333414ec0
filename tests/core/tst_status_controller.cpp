// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/status_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::Show;
using protocol::SubStatus;

namespace {

struct Fixture : StatusFixture {
    // "show/subStatus/mood" of each frame, and forgets them.
    QStringList sent()
    {
        QStringList list;
        for (const protocol::Presence &presence : connection.sentPresences()) {
            list += u"%1/%2/%3"_s.arg(presence.show.value_or(-1))
                        .arg(presence.subStatus.value_or(-1))
                        .arg(presence.status.value_or(u"none"_s));
        }
        connection.sent.clear();
        return list;
    }
};

} // namespace

class tst_StatusController : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Fixture> f;

private Q_SLOTS:
    void init() { f = std::make_unique<Fixture>(); }
    void cleanup() { f.reset(); }

    void announcesOnceWithAsk()
    {
        QVERIFY(f->status->isPending());
        QCOMPARE(f->status->announced(), EffectiveStatus());
        f->goOnline();
        QCOMPARE(f->connection.count(protocol::FrameType::BroadcastPresence), 1);
        QCOMPARE(f->sent(), QStringList{u"1/1/hi"_s});
        QVERIFY(!f->status->isPending());
        QCOMPARE(f->status->announced(),
                 (EffectiveStatus{EffectiveStatus::Reach::Roster, Availability::Chat, u"hi"_s}));
        f->clock.advance(10'000);
        QCOMPARE(f->sent(), QStringList());
    }

    void pickSoonAfterNewsAppliesAtOnceAndLeavesAfterQuiet()
    {
        f->goOnline();
        f->sent();
        QSignalSpy manual(f->status.get(), &StatusController::manualChanged);
        QSignalSpy pending(f->status.get(), &StatusController::pendingChanged);
        f->status->setAvailability(Availability::Busy);
        QCOMPARE(f->status->manual().availability, Availability::Busy);
        QCOMPARE(f->store.manual.availability, Availability::Busy);
        QCOMPARE(manual.size(), 1);
        QVERIFY(f->status->isPending());
        f->clock.advance(299);
        QCOMPARE(f->sent(), QStringList());
        f->clock.advance(1);
        QCOMPARE(f->sent(), QStringList{u"4/4/hi"_s});
        QVERIFY(!f->status->isPending());
        QCOMPARE(pending.size(), 2);
    }

    void pickAfterQuietLeavesAtOnceAndTheNextAreGathered()
    {
        f->goOnline();
        f->clock.advance(1'000);
        f->sent();
        f->status->setAvailability(Availability::Busy);
        f->clock.advance(0);
        QCOMPARE(f->sent(), QStringList{u"4/4/hi"_s});
        f->status->setAvailability(Availability::Away);
        f->clock.advance(100);
        f->status->setAvailability(Availability::Chat);
        f->clock.advance(299);
        QCOMPARE(f->sent(), QStringList());
        f->clock.advance(1);
        QCOMPARE(f->sent(), QStringList{u"1/4/hi"_s});
    }

    void slidingThroughTheMenuSendsOne()
    {
        f->goOnline();
        f->sent();
        for (const auto pick : {Availability::Away, Availability::Busy, Availability::Invisible, Availability::Away}) {
            f->status->setAvailability(pick);
            f->clock.advance(100);
        }
        f->clock.advance(1'000);
        QCOMPARE(f->sent(), QStringList{u"3/4/hi"_s});
    }

    void neverStoppingStillSends()
    {
        f->goOnline();
        f->sent();
        for (int i = 0; i < 11; ++i) {
            f->status->setMood(QString::number(i));
            f->clock.advance(100);
        }
        QCOMPARE(f->sent().size(), 1);
    }

    void pickedBackSendsNothing()
    {
        f->goOnline();
        f->sent();
        f->status->setAvailability(Availability::Busy);
        f->clock.advance(200);
        f->status->setAvailability(Availability::Chat);
        QVERIFY(!f->status->isPending());
        f->clock.advance(5'000);
        QCOMPARE(f->sent(), QStringList());
    }

    void pickedBackWhileWaitingForItsTurnSendsNothing()
    {
        f->goOnline();
        f->sent();
        f->status->setAvailability(Availability::Busy);
        f->clock.advance(290);
        f->pacer.enqueue([] {
            return std::optional(protocol::Frame{protocol::FrameType::Presence, {}, protocol::Presence()});
        });
        f->clock.advance(15); // the pick is due, but another frame has just left
        f->status->setAvailability(Availability::Chat);
        f->clock.advance(5'000);
        QCOMPARE(f->sent().size(), 1);
    }

    void identicalPickSendsAndTellsNothing()
    {
        f->goOnline();
        f->sent();
        QSignalSpy manual(f->status.get(), &StatusController::manualChanged);
        const int writes = f->store.writes;
        f->status->setManual({Availability::Chat, u"  hi\n"_s});
        f->status->setAvailability(Availability::Chat);
        f->clock.advance(5'000);
        QCOMPARE(f->sent(), QStringList());
        QCOMPARE(manual.size(), 0);
        QCOMPARE(f->store.writes, writes);
    }

    void pickWhileOfflineIsSentOnceWhenOnline()
    {
        f->status->setAvailability(Availability::Away);
        f->status->setAvailability(Availability::Busy);
        f->clock.advance(5'000);
        QVERIFY(f->status->isPending());
        QCOMPARE(f->sent(), QStringList());
        f->goOnline();
        f->clock.advance(5'000);
        QCOMPARE(f->sent(), QStringList{u"4/1/hi"_s});
    }

    void lostLineForgetsWhatWasTold()
    {
        f->goOnline();
        f->status->setAvailability(Availability::Busy);
        f->connection.dropLine();
        f->status->lineLost();
        QVERIFY(f->status->isPending());
        QCOMPARE(f->status->announced(), EffectiveStatus());
        f->clock.advance(5'000);
        f->sent();
        f->goOnline();
        f->clock.advance(5'000);
        QCOMPARE(f->sent(), QStringList{u"4/1/hi"_s});
    }

    void invisibleSaysNothingMore()
    {
        f->goOnline();
        f->sent();
        f->status->setAvailability(Availability::Invisible);
        f->clock.advance(300);
        f->status->setMood(u"secret"_s);
        f->clock.advance(5'000);
        QCOMPARE(f->sent(), QStringList{u"2/4/none"_s});
    }

    void framesCarryRunAndRisingSeq()
    {
        f->goOnline();
        f->status->setMood(u"a"_s);
        f->clock.advance(500);
        f->status->announce();
        f->clock.advance(500);
        f->status->announceProfile();
        f->clock.advance(500);
        const auto presences = f->connection.sentPresences();
        QCOMPARE(presences.size(), 4);
        qint64 last = 0;
        for (const protocol::Presence &presence : presences) {
            QCOMPARE(presence.extend->value(u"v"_s), u"1"_s);
            QCOMPARE(presence.extend->value(u"run"_s), presences.first().extend->value(u"run"_s));
            const qint64 seq = presence.extend->value(u"seq"_s).toLongLong();
            QVERIFY(seq > last);
            last = seq;
        }
        QCOMPARE(presences.last().subStatus, qint8(SubStatus::ProfileChanged));
        const QString run = presences.first().extend->value(u"run"_s);
        f->start();
        f->goOnline();
        QVERIFY(f->connection.sentPresences().last().extend->value(u"run"_s) != run);
    }

    void announceTakesAlongAPick()
    {
        f->goOnline();
        f->sent();
        f->status->setAvailability(Availability::Busy);
        f->status->announce();
        f->status->announce(); // while the first waits
        f->clock.advance(5'000);
        QCOMPARE(f->sent(), QStringList{u"4/1/hi"_s});
    }

    void moodIsCleanedAndMadeSafeForWebtim()
    {
        f->goOnline();
        f->sent();
        f->status->setMood(u"<b>\u202Ex</b>\n"_s);
        QCOMPARE(f->status->manual().mood, u"<b>x</b>"_s);
        f->clock.advance(300);
        QCOMPARE(f->sent(), QStringList{u"1/4/\u2039b\u203Ax\u2039/b\u203A"_s});
    }

    void clearedMoodIsTold()
    {
        f->goOnline();
        f->sent();
        f->status->setMood({});
        f->clock.advance(300);
        QCOMPARE(f->sent(), QStringList{u"1/4/"_s});
    }

    void newMoodsAreRememberedAndForgotten()
    {
        QSignalSpy changed(f->status.get(), &StatusController::recentMoodsChanged);
        f->status->setMood(u"lunch"_s);
        f->status->setAvailability(Availability::Busy); // no new mood
        f->status->setManual({Availability::Away, u"tea"_s});
        f->status->setMood({});
        QCOMPARE(changed.size(), 2);
        QCOMPARE(f->status->recentMoods().size(), 2);
        QCOMPARE(f->store.moods, f->status->recentMoods());
        f->status->forgetMood(u"lunch"_s);
        QCOMPARE(f->store.moods.size(), 1);
        QCOMPARE(f->store.moods.first().mood, u"tea"_s);
    }

    void damagedProfileSaysLess()
    {
        f->store.manual = {Availability::Unknown, u"x"_s};
        f->start();
        QCOMPARE(f->status->manual().availability, Availability::Invisible);
    }
};

QTEST_GUILESS_MAIN(tst_StatusController)
#include "tst_status_controller.moc"
