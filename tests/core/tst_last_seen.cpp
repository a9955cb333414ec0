// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/last_seen.h"
#include "support/session_fixture.h"

#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace Qt::StringLiterals;

namespace {

// A LastSeen with the contacts bob and eve.
class Subject
{
public:
    explicit Subject(const QByteArray &document = {}, qint64 later = 0)
    {
        clock.jumpWall(later);
        for (const QString &node : {u"bob"_s, u"eve"_s}) {
            Contact contact;
            contact.id = ContactId(node);
            store.saveContact(contact);
        }
        store.documents.insert(u"last-seen"_s, document);
        roster.emplace(store, clock);
        presences.setContacts(roster->accepted());
        seen.emplace(presences, *roster, store, clock);
    }
    void say(qint16 show)
    {
        protocol::Presence presence;
        presence.fromTid.emplace().node = u"bob"_s;
        presence.show = show;
        presence.subStatus = qint8{4};
        presences.apply(presence, ContactId(u"me"_s));
        clock.advance(3'000);
    }
    void notice()
    {
        protocol::Presence presence;
        presence.fromTid.emplace().node = u"bob"_s;
        presence.offline = true;
        presences.apply(presence, ContactId(u"me"_s));
    }
    QByteArray document() const { return store.documents.value(u"last-seen"_s); }

    const ContactId bob{u"bob"_s};
    test::FakeClock clock;
    test::MemoryStore store;
    std::optional<Roster> roster;
    PresenceModel presences{clock};
    std::optional<LastSeen> seen;
};

} // namespace

class tst_LastSeen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoLeavesWasSeen();
    void offlineOfSomebodyNotBelievedThereChangesNothing();
    void comingBackWithinTheGraceChangesNothing();
    void isKeptWithTheAccount();
    void whoIsThereAtTheEndWasSeenThen();
    void canBeSwitchedOff();
    void hostileDocumentsAreNothing_data();
    void hostileDocumentsAreNothing();
    void whatANewerProgramWroteStays();
    void removedContactsAreForgotten();
    void isNeverSent();
};

void tst_LastSeen::whoLeavesWasSeen()
{
    Subject f;
    f.say(1);
    QCOMPARE(f.seen->of(f.bob), LastSeen::Fact());
    f.clock.advance(60'000);
    const qint64 left = f.clock.wall();
    f.notice();
    f.clock.advance(6'000);
    QCOMPARE(f.seen->of(f.bob).at, left);
    QVERIFY(f.seen->of(f.bob).isLeft);
    QCOMPARE(f.seen->of(ContactId(u"eve"_s)), LastSeen::Fact());
}

void tst_LastSeen::offlineOfSomebodyNotBelievedThereChangesNothing()
{
    Subject f(R"({"v":1,"seen":{"bob":1799999000}})");
    const LastSeen::Fact before{1'799'999'000'000, false};
    QCOMPARE(f.seen->of(f.bob), before);
    f.notice();
    f.clock.advance(10'000);
    f.say(2); // invisible
    f.notice();
    f.clock.advance(10'000);
    QCOMPARE(f.seen->of(f.bob), before);
}

void tst_LastSeen::comingBackWithinTheGraceChangesNothing()
{
    Subject f;
    f.say(1);
    f.clock.advance(60'000);
    f.notice();
    f.clock.advance(4'900);
    f.say(1);
    f.clock.advance(60'000);
    QCOMPARE(f.seen->of(f.bob), LastSeen::Fact());
}

void tst_LastSeen::isKeptWithTheAccount()
{
    Subject f;
    f.say(1);
    f.notice();
    f.clock.advance(6'000);
    const qint64 at = f.seen->of(f.bob).at;
    f.clock.advance(LastSeen::saveAfter);
    QVERIFY(!f.document().isEmpty());
    const Subject next(f.document(), 7'200'000);
    QCOMPARE(next.seen->of(f.bob), (LastSeen::Fact{at / 1'000 * 1'000, false})); // not seen leaving in this run
}

void tst_LastSeen::whoIsThereAtTheEndWasSeenThen()
{
    Subject f;
    f.say(1);
    f.clock.advance(3'600'000 - 100'000); // a crash forgets at most ten minutes
    QVERIFY(!f.document().isEmpty());
    const qint64 now = f.clock.wall();
    f.say(1);
    f.seen.reset();
    const Subject next(f.document(), 7'200'000);
    QVERIFY(next.seen->of(f.bob).at >= now / 1'000 * 1'000);
}

void tst_LastSeen::canBeSwitchedOff()
{
    Subject f(R"({"v":1,"seen":{"bob":1799999000}})");
    f.seen->setRemembered(false);
    QVERIFY(f.document().isEmpty());
    QCOMPARE(f.seen->of(f.bob), LastSeen::Fact());
    f.say(1);
    f.notice();
    f.clock.advance(3'600'000);
    QVERIFY(f.seen->of(f.bob).isLeft); // for this run
    f.seen.reset();
    QVERIFY(f.document().isEmpty());
}

void tst_LastSeen::hostileDocumentsAreNothing_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("rubbish") << QByteArray("rubbish");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("future") << QByteArray(R"({"v":1,"seen":{"bob":99999999999999}})");
    QTest::newRow("negative") << QByteArray(R"({"v":1,"seen":{"bob":-5}})");
    QTest::newRow("text") << QByteArray(R"({"v":1,"seen":{"bob":"x"}})");
    QTest::newRow("huge") << QByteArray(R"({"v":1,"seen":{"bob":1e308}})");
    QTest::newRow("stranger") << QByteArray(R"({"v":1,"seen":{"mallory":1799999000}})");
}

void tst_LastSeen::hostileDocumentsAreNothing()
{
    QFETCH(const QByteArray, json);
    const Subject f(json);
    QCOMPARE(f.seen->of(f.bob), LastSeen::Fact());
    QCOMPARE(f.seen->of(ContactId(u"mallory"_s)), LastSeen::Fact());
}

void tst_LastSeen::whatANewerProgramWroteStays()
{
    const QByteArray newer = R"({"v":2,"seen":[]})";
    Subject f(newer);
    f.say(1);
    f.notice();
    f.clock.advance(3'600'000);
    f.seen.reset();
    QCOMPARE(f.document(), newer);
}

void tst_LastSeen::removedContactsAreForgotten()
{
    Subject f(R"({"v":1,"seen":{"bob":1799999000}})");
    f.roster->remove(f.bob);
    f.clock.advance(0);
    QCOMPARE(f.seen->of(f.bob), LastSeen::Fact());
}

void tst_LastSeen::isNeverSent()
{
    test::SessionFixture f({u"bob"_s});
    f.signIn({u"bob"_s});
    QVERIFY(&f.session->lastSeen() != nullptr);
    f.connection.sent.clear();
    protocol::Presence presence;
    presence.fromTid.emplace().node = u"bob"_s;
    presence.show = qint16{1};
    f.presence(presence);
    f.clock.advance(5'000);
    presence.show.reset();
    presence.offline = true;
    f.presence(presence);
    f.clock.advance(30'000);
    QVERIFY(f.session->lastSeen().of(ContactId(u"bob"_s)).at > 0);
    for (const auto &one : f.connection.sent) {
        if (const auto *told = std::get_if<protocol::Presence>(&one.frame.payload))
            QVERIFY(!told->extend || !told->extend->contains(u"seen"_s));
    }
}

QTEST_GUILESS_MAIN(tst_LastSeen)

#include "tst_last_seen.moc"
