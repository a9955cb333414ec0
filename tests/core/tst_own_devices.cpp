// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/devices_fixture.h"

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace timbre;
using core::Availability;
using core::ManualStatus;
using test::DevicesFixture;
using test::OwnDevice;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;

} // namespace

// Two devices of one account that follow each other, with clocks that need not agree.
class tst_OwnDevices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPickReachesTheOtherDevice();
    void anEndIsSharedWithWhatComesAfterIt();
    void theLaterPickWins();
    void clocksApart_data();
    void clocksApart();
    void aPickFromTheFutureDoesNotStay();
    void whoWasOffTakesThePickBeforeTellingAnybody();
    void whoPickedLaterWhileOffIsFollowed();
    void anEndSleptOverIsOlderThanAPickSince();
    void silentOnceAgreed();
    void invisibleStaysInvisible();
    void notAwayWhileTheOtherDeviceIsInUse();
    void awayOnceNobodyIsAnywhere();
    void awayAloneAfterTheWait();
    void lockedHereInUseThere();
    void othersCannotSpeakForUs_data();
    void othersCannotSpeakForUs();
    void deviceAndPickAreKept();
    void aNewerDocumentIsLeftAlone();
};

void tst_OwnDevices::aPickReachesTheOtherDevice()
{
    DevicesFixture f;
    f.signIn(f.a);
    f.signIn(f.b);
    f.forgetSent();
    f.a.status().setManual({Availability::Busy, u"writing"_s});
    f.pass(1'000);
    QCOMPARE(f.b.manual(), (ManualStatus{Availability::Busy, u"writing"_s}));
    QCOMPARE(f.a.told(), QList<int>{4});
    QCOMPARE(f.b.told(), QList<int>{4});
    QVERIFY(f.b.status().recentMoods().isEmpty());
    QVERIFY(!f.b.status().canUndo());
    QCOMPARE(f.b.status().cause(), core::StatusCause::OtherDevice);
    // What contacts hear says nothing of devices.
    for (const protocol::Presence &presence : f.a.connection.sentPresences())
        QVERIFY(!presence.extend->contains(u"src"_s));
    f.a.status().undo();
    f.pass(1'000);
    QCOMPARE(f.b.manual(), ManualStatus());
}

void tst_OwnDevices::anEndIsSharedWithWhatComesAfterIt()
{
    DevicesFixture f;
    f.a.status().setManual({Availability::Away, u"tea"_s});
    f.pass(2 * minute, 500); // no longer one change
    f.signIn(f.a);
    f.signIn(f.b);
    const qint64 end = f.a.clock.wall() / 1'000 * 1'000 + 10 * minute;
    f.a.status().setManual({Availability::Busy, u"call"_s, end});
    f.pass(1'000);
    QCOMPARE(f.b.manual(), (ManualStatus{Availability::Busy, u"call"_s, end}));
    f.loseLine(f.a); // each sees the end by itself
    f.pass(11 * minute, 500);
    QCOMPARE(f.b.manual(), (ManualStatus{Availability::Away, u"tea"_s}));
    QCOMPARE(f.a.manual(), f.b.manual());
}

void tst_OwnDevices::theLaterPickWins()
{
    DevicesFixture f;
    f.signIn(f.a);
    f.signIn(f.b);
    f.a.status().setAvailability(Availability::Busy);
    f.b.status().setAvailability(Availability::Away); // in the same second: one of them, the same on both
    f.pass(1'000);
    QCOMPARE(f.a.manual(), f.b.manual());
    f.pass(2'000);
    f.b.status().setAvailability(Availability::Chat);
    f.b.status().setAvailability(Availability::Busy);
    f.b.status().setAvailability(Availability::Invisible);
    f.pass(1'000);
    QCOMPARE(f.a.manual().availability, Availability::Invisible);
    f.a.status().setAvailability(Availability::Chat);
    f.pass(1'000);
    QCOMPARE(f.b.manual().availability, Availability::Chat);
}

void tst_OwnDevices::clocksApart_data()
{
    QTest::addColumn<qint64>("ahead"); // b's clock
    QTest::newRow("a little") << 90'000LL;
    QTest::newRow("a little behind") << -90'000LL;
    QTest::newRow("an hour") << hour;
    QTest::newRow("an hour behind") << -hour;
    QTest::newRow("years") << 20 * 366 * 24 * hour;
    QTest::newRow("years behind") << -20 * 366 * 24 * hour;
}

void tst_OwnDevices::clocksApart()
{
    QFETCH(qint64, ahead);
    DevicesFixture f;
    f.b.clock.jumpWall(ahead);
    f.signIn(f.a);
    f.signIn(f.b);
    f.forgetSent();
    const std::array picks{Availability::Busy, Availability::Away, Availability::Invisible, Availability::Chat};
    for (size_t i = 0; i < 12; ++i) {
        OwnDevice &device = i % 3 == 0 ? f.a : f.b; // in turns, and twice in a row
        device.status().setAvailability(picks[i % 4]);
        f.pass(3'000);
        QCOMPARE(f.a.manual().availability, picks[i % 4]);
        QCOMPARE(f.b.manual().availability, picks[i % 4]);
    }
    QVERIFY(f.framesBetween() <= 12 + 4); // and the 65 s repeats with their answers
    // Signing in again brings back nothing old.
    f.loseLine(f.b);
    f.signIn(f.b);
    QCOMPARE(f.a.manual().availability, Availability::Chat);
    QCOMPARE(f.b.manual().availability, Availability::Chat);
}

void tst_OwnDevices::aPickFromTheFutureDoesNotStay()
{
    DevicesFixture f;
    f.signIn(f.a);
    const protocol::TextMap extend{
        {u"v"_s, u"1"_s}, {u"run"_s, u"z"_s}, {u"src"_s, u"zzz"_s}, {u"since"_s, u"4102444800"_s}};
    f.pass(5'000);
    f.a.connection.receive(protocol::FrameType::Presence, DevicesFixture::fromSibling(extend));
    QCOMPARE(f.a.manual().availability, Availability::Busy);
    f.pass(5'000);
    f.a.status().setAvailability(Availability::Chat);
    const QList<protocol::Presence> sent = (f.pass(500), f.a.connection.sentToOwnDevices());
    const qint64 stamp = sent.last().extend->value(u"since"_s).toLongLong();
    QVERIFY(std::abs(stamp - f.a.clock.wall() / 1'000) <= 2);
}

void tst_OwnDevices::whoWasOffTakesThePickBeforeTellingAnybody()
{
    DevicesFixture f;
    f.signIn(f.a);
    f.a.status().setManual({Availability::Invisible, u"home"_s});
    f.pass(5'000);
    f.signIn(f.b);
    QCOMPARE(f.b.manual(), (ManualStatus{Availability::Invisible, u"home"_s}));
    QCOMPARE(f.b.told(), QList<int>{2});
}

void tst_OwnDevices::whoPickedLaterWhileOffIsFollowed()
{
    DevicesFixture f;
    f.signIn(f.a);
    f.a.status().setAvailability(Availability::Busy);
    f.pass(5'000);
    f.b.status().setAvailability(Availability::Away);
    f.signIn(f.b);
    QCOMPARE(f.b.manual().availability, Availability::Away);
    QCOMPARE(f.a.manual().availability, Availability::Away);
}

void tst_OwnDevices::anEndSleptOverIsOlderThanAPickSince()
{
    DevicesFixture f;
    f.signIn(f.a);
    f.signIn(f.b);
    f.a.status().setManual({Availability::Busy, u"call"_s, f.a.clock.wall() + 10 * minute});
    f.pass(1'000);
    f.loseLine(f.b);
    // b sleeps over the end, in which time a picks.
    f.a.clock.advance(30 * minute);
    f.a.status().setManual({Availability::Away, u"walk"_s});
    f.a.clock.advance(30 * minute);
    f.b.clock.jumpWall(hour);
    f.b.status().reconsider();
    QCOMPARE(f.b.manual().availability, Availability::Chat);
    f.forgetSent(); // nobody was there to hear it
    f.signIn(f.b);
    QCOMPARE(f.b.manual(), (ManualStatus{Availability::Away, u"walk"_s}));
    QCOMPARE(f.a.manual(), (ManualStatus{Availability::Away, u"walk"_s}));
}

void tst_OwnDevices::silentOnceAgreed()
{
    DevicesFixture f;
    f.signIn(f.a);
    f.signIn(f.b);
    f.a.status().setAvailability(Availability::Busy);
    f.pass(2 * minute);
    f.forgetSent();
    f.a.desk.touch();
    f.b.desk.touch();
    f.pass(9 * minute, 500);
    QCOMPARE(f.framesBetween(), 0);
    QVERIFY(f.a.told().isEmpty() && f.b.told().isEmpty());
}

void tst_OwnDevices::invisibleStaysInvisible()
{
    DevicesFixture f;
    f.signIn(f.a);
    f.signIn(f.b);
    f.forgetSent();
    f.a.status().setManual({Availability::Invisible, u"secret"_s});
    f.pass(5 * minute, 500);
    for (const OwnDevice *device : {&f.a, &f.b}) {
        const QList<protocol::Presence> told = device->connection.sentPresences();
        QVERIFY(!told.isEmpty());
        for (const protocol::Presence &presence : told) {
            QCOMPARE(presence.show, qint16(2));
            QVERIFY(presence.status.value_or(QString()).isEmpty());
            for (const QString &text : *presence.extend)
                QVERIFY(!text.contains(u"secret"));
        }
    }
    QCOMPARE(f.b.manual().mood, u"secret"_s);
}

void tst_OwnDevices::notAwayWhileTheOtherDeviceIsInUse()
{
    DevicesFixture f;
    f.signIn(f.a);
    f.signIn(f.b);
    f.forgetSent();
    for (int i = 0; i < 45; ++i) {
        f.b.desk.touch();
        f.pass(minute, 500);
    }
    QCOMPARE(f.a.told(), QList<int>{1}); // the repeat of the sign-in
    QCOMPARE(f.b.told(), QList<int>{1});
    QVERIFY(!f.a.status().absence());
    QVERIFY(f.a.status().absenceHere());
    // One question when it was time, and again when that answer was ten minutes old.
    QVERIFY(f.a.connection.sentToOwnDevices().size() <= 6);
}

void tst_OwnDevices::awayOnceNobodyIsAnywhere()
{
    DevicesFixture f;
    f.signIn(f.a);
    f.signIn(f.b);
    f.pass(70'000);
    f.b.desk.touch();
    f.forgetSent();
    f.pass(15 * minute, 500);
    QVERIFY(f.a.status().absence());
    QVERIFY(f.b.status().absence());
    QCOMPARE(f.a.told(), QList<int>{3});
    QCOMPARE(f.b.told(), QList<int>{3});
    // Back at one device is back.
    for (int i = 0; i < 5; ++i) {
        f.b.desk.touch();
        f.pass(1'000);
    }
    QVERIFY(!f.b.status().absence());
    QVERIFY(!f.a.status().absence());
    QCOMPARE(f.a.told(), (QList<int>{3, 1}));
    QCOMPARE(f.b.told(), (QList<int>{3, 1}));
    // And a, where still nobody is, follows b's last input.
    f.pass(9 * minute, 500);
    QVERIFY(!f.a.status().absence());
    f.pass(2 * minute, 500);
    QVERIFY(f.a.status().absence());
}

void tst_OwnDevices::awayAloneAfterTheWait()
{
    DevicesFixture f;
    f.signIn(f.a);
    f.pass(5 * minute, 500);
    f.a.desk.touch();
    f.a.clock.advance(10 * minute - 1'000); // to the moment
    f.forgetSent();
    f.pass(1'500);
    QVERIFY(f.a.told().isEmpty());
    QVERIFY(f.a.status().absenceHere());
    f.pass(2'000);
    QCOMPARE(f.a.told(), QList<int>{3});
}

void tst_OwnDevices::lockedHereInUseThere()
{
    DevicesFixture f;
    f.signIn(f.a);
    f.signIn(f.b);
    f.pass(70'000);
    f.b.desk.touch();
    f.pass(6'000);
    f.forgetSent();
    f.b.desk.touch();
    f.a.desk.setLocked(true);
    f.pass(9'000);
    f.b.desk.touch();
    f.pass(6'000);
    QVERIFY(f.a.status().absenceHere());
    QVERIFY(f.a.told().isEmpty());
}

void tst_OwnDevices::othersCannotSpeakForUs_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<protocol::TextMap>("extend");
    const protocol::TextMap good{
        {u"v"_s, u"1"_s}, {u"run"_s, u"z"_s}, {u"src"_s, u"zzz"_s}, {u"since"_s, u"1800000900"_s}};
    protocol::TextMap map = good;
    QTest::newRow("a contact") << u"bob"_s << map;
    QTest::newRow("a stranger") << u"mallory"_s << map;
    map.remove(u"src"_s);
    QTest::newRow("another make") << u"me"_s << map;
    map = good;
    map[u"src"_s] = QString(100'000, u'x');
    QTest::newRow("long id") << u"me"_s << map;
    map = good;
    map[u"since"_s] = u"99999999999999999999"_s;
    QTest::newRow("no number") << u"me"_s << map;
    map[u"since"_s] = u"-5"_s;
    QTest::newRow("negative") << u"me"_s << map;
    QTest::newRow("nothing") << u"me"_s << protocol::TextMap();
}

void tst_OwnDevices::othersCannotSpeakForUs()
{
    QFETCH(QString, node);
    QFETCH(protocol::TextMap, extend);
    DevicesFixture f;
    f.a.status().setAvailability(Availability::Away); // so that it was picked at some time
    f.signIn(f.a);
    f.forgetSent();
    protocol::Presence presence = DevicesFixture::fromSibling(extend);
    presence.fromTid->node = node;
    f.a.connection.receive(protocol::FrameType::Presence, presence);
    f.pass(1'000);
    QCOMPARE(f.a.manual().availability, Availability::Away);
    QCOMPARE(f.framesBetween(), 0);
}

void tst_OwnDevices::deviceAndPickAreKept()
{
    DevicesFixture f;
    f.signIn(f.a);
    f.a.status().setAvailability(Availability::Busy);
    f.pass(1'000);
    const protocol::TextMap before = *f.a.connection.sentToOwnDevices().last().extend;
    f.loseLine(f.a);
    f.a.start();
    f.forgetSent();
    f.signIn(f.a);
    const protocol::TextMap after = *f.a.connection.sentToOwnDevices().first().extend;
    QCOMPARE(after[u"src"_s], before[u"src"_s]);
    QCOMPARE(after[u"since"_s], before[u"since"_s]);
    QVERIFY(after[u"run"_s] != before[u"run"_s]);
}

void tst_OwnDevices::aNewerDocumentIsLeftAlone()
{
    DevicesFixture f;
    const QByteArray newer = R"({"v":2,"device":"d","at":5,"by":"d","more":[1]})";
    f.a.store.documents.insert(u"own-devices"_s, newer);
    f.a.start();
    f.signIn(f.a);
    f.a.status().setAvailability(Availability::Busy);
    f.pass(1'000);
    QCOMPARE(f.a.store.documents.value(u"own-devices"_s), newer);
    QCOMPARE(f.a.connection.sentToOwnDevices().last().extend->value(u"src"_s), u"d"_s);
}

QTEST_GUILESS_MAIN(tst_OwnDevices)
#include "tst_own_devices.moc"
