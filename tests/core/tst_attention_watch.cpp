// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/attention_watch.h"
#include "support/session_fixture.h"

#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace Qt::StringLiterals;
using protocol::Show;
using When = TellMeWish::When;

namespace {

QStringList crowd(int size)
{
    QStringList nodes;
    for (int i = 0; i < size; ++i)
        nodes.append(u"c%1"_s.arg(i));
    return nodes;
}

class Fixture : public test::SessionFixture
{
public:
    explicit Fixture(const QStringList &contacts = {u"bob"_s, u"eve"_s}) : SessionFixture(contacts)
    {
        QObject::connect(&board, &AttentionBoard::show, &board, [this](const Toast &toast) {
            toasts.append(toast);
            sounds += toast.sound ? 1 : 0;
        });
        QObject::connect(&board, &AttentionBoard::soundWanted, &board, [this] { ++sounds; });
        QObject::connect(&board, &AttentionBoard::withdraw, &board, [this](const QString &key) { withdrawn += key; });
        watch = std::make_unique<AttentionWatch>(*session, store, clock, board, u"me"_s,
                                                 [this](const ContactId &) { return focus; });
    }

    AttentionBoard board{clock};
    Situation::Focus focus = Situation::Focus::Elsewhere;
    QList<Toast> toasts;
    QStringList withdrawn;
    int sounds = 0;
    std::unique_ptr<AttentionWatch> watch;
};

} // namespace

class tst_AttentionWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignInOfFiveHundredIsSilent_data();
    void aSignInOfFiveHundredIsSilent();
    void afterTheSignInTheyAreNews();
    void requestsAreTold();
    void busyHushesAndSumsUp();
    void whoIsAlwaysHeardIsHeardWhileBusy();
    void onlyTheUserCanHelpIsToldOnce();
};

void tst_AttentionWatch::aSignInOfFiveHundredIsSilent_data()
{
    QTest::addColumn<bool>("again"); // a line that came back
    QTest::addColumn<bool>("woken");
    QTest::newRow("first") << false << false;
    QTest::newRow("reconnect") << true << false;
    QTest::newRow("wake") << true << true;
}

// MUST SHOW 2: what a server delivers to an account with 500 contacts, frame by frame as recorded from tim: answers
// bunched and spread, askers, a takeover's notice and presence of the same contact, contacts that leave again.
void tst_AttentionWatch::aSignInOfFiveHundredIsSilent()
{
    QFETCH(bool, again);
    QFETCH(bool, woken);
    const QStringList contacts = crowd(500);
    Fixture f(contacts);
    for (const QString &node : contacts) // all of them marked: the worst case
        QVERIFY(f.watch->tellMe().setWish(ContactId(node), {When::Online}));
    QList<test::Device> devices;
    for (const QString &node : contacts)
        devices.append({node, u"timbre-1"_s, u"run"_s + node});
    if (again) {
        f.signIn(contacts);
        f.clock.advance(60'000);
        f.connection.dropLine();
        f.clock.advance(20'000);
        if (woken)
            f.watch->woke();
    }
    f.connection.bringUp();
    f.serverRoster(contacts);
    f.clock.advance(300);
    f.connection.receive(protocol::FrameType::OfflineMessagesEnd);
    const Show shows[] = {Show::Chat, Show::Away, Show::Busy, Show::Invisible};
    for (int i = 0; i < 500; ++i) {
        f.presence(i % 5 ? devices[i].answers(shows[i % 4]) : devices[i].asks(shows[i % 4]));
        if (i % 7 == 0)
            f.clock.advance(40);
        if (i % 50 == 49) { // takeover: the old line's notice beside the new presence
            f.presence(devices[i].notice());
            devices[i].resource = u"timbre-2"_s;
            devices[i].run += u"b"_s;
            f.presence(devices[i].asks(Show::Chat));
        }
        if (i % 97 == 0)
            f.presence(devices[i].notice());
    }
    f.clock.advance(120'000);
    QCOMPARE(f.toasts.size(), 0);
    QCOMPARE(f.sounds, 0);
}

void tst_AttentionWatch::afterTheSignInTheyAreNews()
{
    Fixture f;
    QVERIFY(f.watch->tellMe().setWish(ContactId(u"bob"_s), {When::Online}));
    f.signIn({u"bob"_s, u"eve"_s});
    f.clock.advance(10'000);
    test::Device bob{u"bob"_s, u"timbre-1"_s, u"run"_s};
    for (int i = 0; i < 5; ++i) { // S8: flaps 5 times in 20 s
        f.presence(bob.asks(Show::Chat));
        f.clock.advance(1'000);
        f.presence(bob.notice());
        f.clock.advance(3'000);
    }
    f.presence(bob.asks(Show::Chat));
    f.clock.advance(120'000);
    QCOMPARE(f.toasts.size(), 1);
    QCOMPARE(f.toasts.constFirst().newest.happening, Happening::Available);
    QCOMPARE(f.toasts.constFirst().newest.who, ContactId(u"bob"_s));
}

void tst_AttentionWatch::requestsAreTold()
{
    Fixture f;
    f.signIn({u"bob"_s, u"eve"_s});
    f.clock.advance(10'000);
    f.business(protocol::BusinessOp::AddFriend, u"zoe"_s, u"hello"_s);
    f.clock.advance(1'999);
    QCOMPARE(f.toasts.size(), 0); // the name is on its way
    f.clock.advance(1);
    QCOMPARE(f.toasts.size(), 1);
    QCOMPARE(f.toasts.constFirst().newest.happening, Happening::Request);
    QCOMPARE(f.toasts.constFirst().newest.text, u"hello"_s);
    f.session->decline(ContactId(u"zoe"_s));
    f.clock.advance(100);
    QCOMPARE(f.withdrawn.size(), 1);
    QCOMPARE(f.toasts.size(), 1);
}

void tst_AttentionWatch::busyHushesAndSumsUp()
{
    Fixture f;
    f.signIn({u"bob"_s, u"eve"_s});
    f.session->status().setAvailability(Availability::Busy);
    f.clock.advance(10'000);
    f.watch->messageReceived(Happening::Message, ContactId(u"bob"_s), {}, u"psst"_s, false);
    f.watch->messageReceived(Happening::Message, ContactId(u"eve"_s), {}, u"psst"_s, false);
    f.clock.advance(10'000);
    QVERIFY(f.toasts.isEmpty());
    f.session->status().setAvailability(Availability::Chat);
    f.clock.advance(100);
    QCOMPARE(f.toasts.size(), 1);
    QCOMPARE(f.toasts.constFirst().kind, Toast::Kind::Summary);
    QCOMPARE(f.toasts.constFirst().people, 2);
    QCOMPARE(f.sounds, 0);
}

void tst_AttentionWatch::whoIsAlwaysHeardIsHeardWhileBusy()
{
    Fixture f;
    QVERIFY(f.watch->tellMe().setWish(ContactId(u"bob"_s), {When::Never, false, true}));
    f.signIn({u"bob"_s, u"eve"_s});
    f.session->status().setAvailability(Availability::Busy);
    f.watch->messageReceived(Happening::Message, ContactId(u"eve"_s), {}, u"hm"_s, false);
    f.watch->messageReceived(Happening::Message, ContactId(u"bob"_s), {}, u"fire"_s, false);
    f.clock.advance(10'000);
    QCOMPARE(f.toasts.size(), 1);
    QCOMPARE(f.toasts.constFirst().newest.who, ContactId(u"bob"_s));
    QCOMPARE(f.sounds, 1);
}

void tst_AttentionWatch::onlyTheUserCanHelpIsToldOnce()
{
    Fixture f;
    f.signIn({u"bob"_s, u"eve"_s});
    f.clock.advance(10'000);
    f.connection.dropLine(); // retries by itself: nothing to do for anybody
    f.clock.advance(10'000);
    QVERIFY(f.toasts.isEmpty());
    f.connection.setState(ConnectionState::Blocked, ConnectionProblem::SignedInElsewhere);
    f.connection.setState(ConnectionState::Blocked, ConnectionProblem::SignedInElsewhere);
    f.clock.advance(10'000);
    QCOMPARE(f.toasts.size(), 1);
    QCOMPARE(f.toasts.constFirst().newest.happening, Happening::Problem);
    f.signIn({u"bob"_s, u"eve"_s});
    QCOMPARE(f.withdrawn.size(), 1);
}

QTEST_GUILESS_MAIN(tst_AttentionWatch)
#include "tst_attention_watch.moc"
