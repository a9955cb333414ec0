// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/presence_fixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::Show;
using Applied = PresenceModel::Applied;

class tst_PresenceModel : public QObject, private PresenceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        model.setContacts({});
        model.setContacts({bob, eve});
        clock.advance(60'000);
        asked.clear();
        settle();
    }

    void neverHeardIsUnknown()
    {
        QCOMPARE(shown(), ContactPresence());
        QCOMPARE(shown().availability, Availability::Unknown);
    }

    void presenceIsShownAsSaid()
    {
        QCOMPARE(apply(first.says(Show::Busy, protocol::SubStatus::Changed, u"in a <b>call"_s)), Applied::Applied);
        QCOMPARE(shown().availability, Availability::Busy);
        QCOMPARE(shown().freshness, Freshness::Live);
        QCOMPARE(shown().mood, u"in a <b>call"_s);
        QCOMPARE(shown().devices, 1);
        QCOMPARE(shown().heardAt, clock.wall());
        QCOMPARE(shown().since, clock.wall());
        QCOMPARE(shown(eve), ContactPresence());
        clock.advance(0);
        QCOMPARE(told, (QList<QSet<ContactId>>{{bob}}));
    }

    void strangersAndOurselvesAreDropped()
    {
        Device own{u"me"_s, u"other"_s, u"run"_s};
        protocol::Presence anonymous;
        anonymous.show = 1;
        QCOMPARE(apply(stranger.asks(Show::Chat)), Applied::Stranger);
        QCOMPARE(apply(stranger.notice()), Applied::Stranger);
        QCOMPARE(apply(own.says(Show::Busy)), Applied::Stranger);
        QCOMPARE(apply(anonymous), Applied::Stranger);
        clock.advance(0);
        QCOMPARE(shown(ContactId(u"mallory"_s)), ContactPresence());
        QVERIFY(told.isEmpty());
    }

    void tellsWhatTheFrameWants()
    {
        using protocol::SubStatus;
        QCOMPARE(apply(first.says(Show::Chat, SubStatus::Ask)), Applied::Ask);
        QCOMPARE(apply(first.says(Show::Chat, SubStatus::Answer)), Applied::Applied);
        QCOMPARE(apply(first.says(Show::Chat, SubStatus::ProfileChanged)), Applied::ProfileChanged);
        QCOMPARE(apply(first.says(Show::Chat, SubStatus::Changed)), Applied::Applied);
        QCOMPARE(apply(first.says(Show::Chat, SubStatus(-128))), Applied::Applied);
    }

    void ownNoticeIsReported()
    {
        Device own{u"me"_s, u"old"_s, {}};
        QCOMPARE(apply(own.notice()), Applied::OwnNotice);
    }

    void swappedFramesKeepTheNewest()
    {
        const protocol::Presence earlier = first.says(Show::Away);
        const protocol::Presence later = first.says(Show::Busy);
        QCOMPARE(apply(later), Applied::Applied);
        QCOMPARE(apply(earlier), Applied::OutOfOrder);
        QCOMPARE(apply(later), Applied::OutOfOrder);
        QCOMPARE(shown().availability, Availability::Busy);
    }

    void lateAskIsAnsweredThoughItChangesNothing()
    {
        const protocol::Presence ask = first.asks(Show::Chat);
        apply(first.says(Show::Away));
        QCOMPARE(apply(ask), Applied::Ask);
        QCOMPARE(shown().availability, Availability::Away);
    }

    void newRunStartsCountingAgainAndTheOldOneIsOver()
    {
        Device before{u"bob"_s, u"same"_s, u"old"_s, 100};
        Device after{u"bob"_s, u"same"_s, u"new"_s};
        const protocol::Presence late = before.says(Show::Away);
        apply(before.says(Show::Chat));
        QCOMPARE(apply(after.says(Show::Busy)), Applied::Applied);
        QCOMPARE(apply(late), Applied::OutOfOrder);
        QCOMPARE(shown().availability, Availability::Busy);
    }

    void seqWithoutRunIsBelievedOnlyWithinTheRace()
    {
        const auto counted = [this](Show show, const QString &seq) {
            protocol::Presence presence = web.says(show);
            presence.extend = protocol::TextMap{{u"seq"_s, seq}};
            return presence;
        };
        apply(counted(Show::Busy, u"50"_s));
        QCOMPARE(apply(counted(Show::Away, u"49"_s)), Applied::OutOfOrder);
        clock.advance(3'000); // that program was started again
        QCOMPARE(apply(counted(Show::Chat, u"1"_s)), Applied::Applied);
        QCOMPARE(shown().availability, Availability::Chat);
        QCOMPARE(apply(counted(Show::Away, u"nonsense"_s)), Applied::Applied);
    }

    void oddNumbersAndAbsentFields()
    {
        protocol::Presence bare;
        bare.fromTid = protocol::Tid{u"bob"_s, {}, {}, {}, {}};
        apply(bare);
        QCOMPARE(shown().availability, Availability::Chat);
        QCOMPARE(shown().mood, QString());
        protocol::Presence odd = bare;
        odd.show = qint16(-25536);
        apply(odd);
        QCOMPARE(shown().availability, Availability::Chat);
        QCOMPARE(shown().rawShow, qint16(-25536));
    }

    void invisibleContactIsOffline()
    {
        apply(first.says(Show::Chat, protocol::SubStatus::Changed, u"hi"_s));
        clock.advance(1'000);
        apply(first.says(Show::Invisible, protocol::SubStatus::Changed, u"secret"_s));
        QCOMPARE(shown().availability, Availability::Offline);
        QCOMPARE(shown().mood, QString());
        QCOMPARE(shown().devices, 0);
        QCOMPARE(shown().since, clock.wall());
    }

    void devicesAreMergedBusyChatAway()
    {
        apply(first.says(Show::Away));
        apply(second.says(Show::Chat));
        QCOMPARE(shown().availability, Availability::Chat);
        QCOMPARE(shown().devices, 2);
        apply(web.says(Show::Busy, protocol::SubStatus::Changed, u"call"_s));
        QCOMPARE(shown().availability, Availability::Busy);
        QCOMPARE(shown().mood, u"call"_s);
        QCOMPARE(shown().devices, 3);
        apply(web.says(Show::Invisible));
        QCOMPARE(shown().availability, Availability::Chat);
        QCOMPARE(shown().devices, 2);
    }

    void manyFramesOneSignal()
    {
        QSet<ContactId> contacts;
        QList<Device> devices;
        for (int i = 0; i < 2'000; ++i) {
            const QString node = u"c%1"_s.arg(i);
            contacts.insert(ContactId(node));
            devices.append({node, u"r"_s, u"run"_s});
        }
        model.setContacts(contacts);
        settle();
        for (Device &device : devices) {
            apply(device.says(Show::Away));
            apply(device.says(Show::Busy));
        }
        clock.advance(0);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first(), contacts);
        for (Device &device : devices)
            apply(device.says(Show::Busy)); // nothing to paint
        clock.advance(0);
        QCOMPARE(told.size(), 1);
    }

    // Generous bounds; work per frame that grows with the roster would take minutes.
    void hundredThousandContactsCostNoMorePerFrame()
    {
        QSet<ContactId> contacts;
        for (int i = 0; i < 100'000; ++i)
            contacts.insert(ContactId(u"c%1"_s.arg(i)));
        model.setContacts(contacts);
        settle();
        Device device{{}, u"r"_s, u"run"_s};
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 100'000; ++i) {
            device.node = u"c%1"_s.arg(i);
            apply(device.says(Show::Chat));
        }
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
        clock.advance(0);
        QCOMPARE(told.last().size(), 100'000);
        QCOMPARE(clock.activeTimers(), 1); // one for all
    }

    void contactsThatGoLoseTheirPresence()
    {
        apply(first.says(Show::Busy));
        settle();
        model.setContacts({eve});
        QCOMPARE(shown(), ContactPresence());
        clock.advance(0);
        QCOMPARE(told, (QList<QSet<ContactId>>{{bob}}));
        QCOMPARE(apply(first.says(Show::Busy)), Applied::Stranger);
        model.setContacts({bob, eve});
        QCOMPARE(shown().availability, Availability::Unknown);
    }
};

QTEST_GUILESS_MAIN(tst_PresenceModel)
#include "tst_presence_model.moc"
