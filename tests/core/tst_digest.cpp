// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/digest_collector.h"
#include "support/scripted_desk.h"
#include "support/session_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace timbre;
using core::Availability;
using core::ContactId;
using core::Digest;
using protocol::Show;
using test::Device;

namespace {

constexpr qint64 minute = 60'000;

struct Fixture : test::SessionFixture {
    Fixture() : SessionFixture({u"anna"_s, u"ben"_s, u"cem"_s, u"dora"_s})
    {
        session->status().setIdleSource(desk);
        QObject::connect(&collector, &core::DigestCollector::ready, &collector,
                         [this](const Digest &digest) { told.append(digest); });
        signIn({u"anna"_s, u"ben"_s, u"cem"_s, u"dora"_s});
        presence(anna.answers(Show::Chat));
        presence(ben.says(Show::Chat, protocol::SubStatus::Answer, u"here"_s));
        clock.advance(minute);
    }
    void message(const QString &from, int number)
    {
        protocol::Message message;
        message.msType = static_cast<qint8>(protocol::MsType::User);
        message.odType = static_cast<qint8>(protocol::OdType::Chat);
        message.fromTid.emplace().node = from;
        message.toTid.emplace().node = u"me"_s;
        message.dataString = u"hello %1"_s.arg(number);
        message.id = number;
        message.mid = number;
        message.timestamp = clock.wall() * 1'000'000;
        connection.receive(protocol::FrameType::Message, message);
    }
    void comeBackAfter(qint64 milliseconds)
    {
        clock.advance(milliseconds);
        session->status().here();
        clock.advance(100);
    }

    test::ScriptedDesk desk{clock};
    core::DigestCollector collector{*session, clock};
    Device anna{u"anna"_s, u"a"_s, u"ra"_s};
    Device ben{u"ben"_s, u"b"_s, u"rb"_s};
    Device cem{u"cem"_s, u"c"_s, u"rc"_s};
    Device dora{u"dora"_s, u"d"_s, u"rd"_s};
    QList<Digest> told;
};

} // namespace

class tst_Digest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatBecameDifferentWhileAway();
    void nothingHappenedIsNothingTold();
    void whoCameAndWentAgainIsNotTold();
    void messagesAreCountedBySender();
    void busyIsAnAbsenceToo();
    void aShortLossIsNone();
    void aLongLossWaitsForTheAnswers();
    void signingOutTellsNothing();
    void awayAndBusyAndLostAreOneAbsence();
};

void tst_Digest::tellsWhatBecameDifferentWhileAway()
{
    Fixture f;
    f.clock.advance(15 * minute); // nobody touches the computer
    QVERIFY(f.session->status().absence());
    const qint64 since = f.session->status().absence()->since;
    f.presence(f.anna.says(Show::Busy, protocol::SubStatus::Changed, u"call"_s));
    f.presence(f.ben.says(Show::Chat, protocol::SubStatus::Changed, u"beach"_s));
    f.presence(f.cem.answers(Show::Away));
    f.comeBackAfter(minute);
    QCOMPARE(f.told.size(), 1);
    Digest expected;
    expected.reason = Digest::Reason::Away;
    expected.since = since;
    expected.until = f.told.first().until;
    expected.changed = {{ContactId(u"anna"_s), Availability::Busy, u"call"_s}};
    expected.moods = {{ContactId(u"ben"_s), Availability::Chat, u"beach"_s}};
    expected.cameOnline = {ContactId(u"cem"_s)};
    QCOMPARE(f.told.first(), expected);
    // Told once.
    f.comeBackAfter(minute);
    QCOMPARE(f.told.size(), 1);
}

void tst_Digest::nothingHappenedIsNothingTold()
{
    Fixture f;
    f.clock.advance(12 * minute);
    QVERIFY(f.session->status().absence());
    f.presence(f.anna.says(Show::Chat)); // as before
    f.comeBackAfter(minute);
    QVERIFY(f.told.isEmpty());
}

void tst_Digest::whoCameAndWentAgainIsNotTold()
{
    Fixture f;
    f.clock.advance(12 * minute);
    f.presence(f.cem.answers(Show::Chat));
    f.clock.advance(minute);
    f.presence(f.cem.notice());
    f.presence(f.anna.says(Show::Busy));
    f.clock.advance(minute);
    f.presence(f.anna.says(Show::Chat));
    f.presence(f.ben.notice());
    f.comeBackAfter(minute);
    QCOMPARE(f.told.size(), 1);
    QVERIFY(f.told.first().cameOnline.isEmpty());
    QVERIFY(f.told.first().changed.isEmpty());
    QCOMPARE(f.told.first().wentOffline, QList<ContactId>{ContactId(u"ben"_s)});
}

void tst_Digest::messagesAreCountedBySender()
{
    Fixture f;
    f.message(u"anna"_s, 1); // before
    f.clock.advance(12 * minute);
    f.message(u"anna"_s, 2);
    f.message(u"dora"_s, 3);
    f.message(u"dora"_s, 4);
    f.message(u"dora"_s, 4); // a copy
    f.comeBackAfter(minute);
    QCOMPARE(f.told.size(), 1);
    QCOMPARE(f.told.first().messages, (QList<Digest::Messages>{{ContactId(u"dora"_s), 2}, {ContactId(u"anna"_s), 1}}));
}

void tst_Digest::busyIsAnAbsenceToo()
{
    Fixture f;
    f.session->status().setAvailability(Availability::Busy);
    f.clock.advance(minute);
    f.presence(f.cem.answers(Show::Chat));
    f.clock.advance(minute);
    QVERIFY(f.told.isEmpty());
    f.session->status().setAvailability(Availability::Chat);
    f.clock.advance(100);
    QCOMPARE(f.told.size(), 1);
    QCOMPARE(f.told.first().reason, Digest::Reason::Busy);
}

void tst_Digest::aShortLossIsNone()
{
    Fixture f;
    f.connection.dropLine();
    f.clock.advance(90'000);
    f.signIn({u"anna"_s, u"ben"_s, u"cem"_s, u"dora"_s});
    f.presence(f.cem.answers(Show::Chat));
    f.clock.advance(minute);
    QVERIFY(f.told.isEmpty());
}

void tst_Digest::aLongLossWaitsForTheAnswers()
{
    Fixture f;
    f.connection.dropLine();
    f.clock.advance(3 * minute);
    f.signIn({u"anna"_s, u"ben"_s, u"cem"_s, u"dora"_s});
    f.presence(f.ben.says(Show::Chat, protocol::SubStatus::Answer, u"here"_s));
    f.clock.advance(5'000);
    f.presence(f.anna.answers(Show::Busy));
    QVERIFY(f.told.isEmpty());
    f.clock.advance(10'000);
    QCOMPARE(f.told.size(), 1);
    QCOMPARE(f.told.first().reason, Digest::Reason::LineLost);
    QCOMPARE(f.told.first().changed.size(), 1);
    QVERIFY(f.told.first().moods.isEmpty() && f.told.first().cameOnline.isEmpty());
}

void tst_Digest::signingOutTellsNothing()
{
    Fixture f;
    f.session->status().setAvailability(Availability::Busy);
    f.presence(f.cem.answers(Show::Chat));
    f.session->signOut();
    f.session->status().setAvailability(Availability::Chat);
    f.clock.advance(minute);
    QVERIFY(f.told.isEmpty());
}

void tst_Digest::awayAndBusyAndLostAreOneAbsence()
{
    Fixture f;
    f.clock.advance(12 * minute); // away
    f.connection.dropLine();
    f.clock.advance(minute);
    f.signIn({u"anna"_s, u"ben"_s, u"cem"_s, u"dora"_s});
    f.presence(f.anna.answers(Show::Chat));
    f.presence(f.ben.says(Show::Chat, protocol::SubStatus::Answer, u"here"_s));
    f.presence(f.cem.answers(Show::Chat));
    f.clock.advance(minute);
    QVERIFY(f.told.isEmpty());
    f.session->status().setAvailability(Availability::Busy); // back, and busy at once
    f.clock.advance(minute);
    QVERIFY(f.told.isEmpty());
    f.session->status().setAvailability(Availability::Chat);
    f.clock.advance(20'000);
    QCOMPARE(f.told.size(), 1);
    QCOMPARE(f.told.first().reason, Digest::Reason::Away);
    QCOMPARE(f.told.first().cameOnline, QList<ContactId>{ContactId(u"cem"_s)});
}

QTEST_GUILESS_MAIN(tst_Digest)
#include "tst_digest.moc"
