// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/tell_me.h"
#include "support/memory_store.h"
#include "support/presence_fixture.h"

#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace Qt::StringLiterals;
using protocol::Show;
using When = TellMeWish::When;

namespace {

class Fixture : public test::PresenceFixture
{
public:
    Fixture()
    {
        for (const auto &id : {bob, eve}) {
            Contact contact;
            contact.id = id;
            store.saveContact(contact);
        }
        make();
    }
    void make()
    {
        tell.reset();
        roster = std::make_unique<Roster>(store, clock);
        tell = std::make_unique<TellMe>(model, *roster, store, clock, [this] { return signingIn; });
        QObject::connect(tell.get(), &TellMe::reached, tell.get(), [this](const ContactId &id, When what) {
            told.append(id.node() + (what == When::Free ? u" free"_s : u" online"_s));
        });
    }
    void says(Show show)
    {
        model.apply(first.says(show), me);
        clock.advance(0);
    }
    void leaves()
    {
        model.apply(first.notice(), me);
        clock.advance(0);
    }

    test::MemoryStore store;
    std::unique_ptr<Roster> roster;
    std::unique_ptr<TellMe> tell;
    bool signingIn = false;
    QStringList told;
};

} // namespace

class tst_TellMe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAfterTenSecondsWithoutABreak();
    void fiveFlapsAreOneToast();
    void notAgainWithinTenMinutes();
    void whoIsItAlreadyIsNoNews();
    void whoIsFoundBySigningInIsNoNews();
    void freeIsChatAlone();
    void patienceIsTwoMinutes();
    void aLostLineStartsTheWaitAfresh();
    void wishesAreKept();
    void wishesOfContactsThatGoAreForgotten();
    void hostileDocuments_data();
    void hostileDocuments();
    void aNewerDocumentIsLeftAlone();
    void wishesAreBounded();
};

void tst_TellMe::onlyAfterTenSecondsWithoutABreak()
{
    Fixture f;
    QVERIFY(f.tell->setWish(f.bob, {When::Online}));
    f.says(Show::Away);
    f.model.apply(test::Device{u"eve"_s, u"x"_s, u"r"_s}.says(Show::Chat), f.me); // nobody asked for her
    f.clock.advance(9'999);
    QVERIFY(f.told.isEmpty());
    f.clock.advance(1);
    QCOMPARE(f.told, QStringList{u"bob online"_s});
    f.clock.advance(3'600'000);
    QCOMPARE(f.told.size(), 1);
}

void tst_TellMe::fiveFlapsAreOneToast()
{
    Fixture f;
    QVERIFY(f.tell->setWish(f.bob, {When::Online}));
    for (int i = 0; i < 5; ++i) { // each longer gone than the grace of a false notice
        f.says(Show::Chat);
        f.clock.advance(500);
        f.leaves();
        f.clock.advance(3'500);
    }
    QVERIFY(f.told.isEmpty());
    f.says(Show::Chat);
    f.clock.advance(60'000);
    QCOMPARE(f.told.size(), 1);
}

void tst_TellMe::notAgainWithinTenMinutes()
{
    Fixture f;
    QVERIFY(f.tell->setWish(f.bob, {When::Free}));
    f.says(Show::Chat);
    f.clock.advance(10'000);
    QCOMPARE(f.told.size(), 1);
    for (int i = 0; i < 9; ++i) {
        f.clock.advance(30'000);
        f.says(Show::Busy);
        f.clock.advance(30'000);
        f.says(Show::Chat);
    }
    QCOMPARE(f.told.size(), 1);
    f.says(Show::Busy);
    f.clock.advance(120'000);
    f.says(Show::Chat);
    f.clock.advance(10'000);
    QCOMPARE(f.told.size(), 2);
}

void tst_TellMe::whoIsItAlreadyIsNoNews()
{
    Fixture f;
    f.says(Show::Chat);
    QVERIFY(f.tell->setWish(f.bob, {When::Online}));
    f.clock.advance(60'000);
    f.says(Show::Away); // still online
    f.clock.advance(60'000);
    QVERIFY(f.told.isEmpty());
    f.says(Show::Invisible);
    f.clock.advance(1'000);
    f.says(Show::Chat);
    f.clock.advance(10'000);
    QCOMPARE(f.told.size(), 1);
}

void tst_TellMe::whoIsFoundBySigningInIsNoNews()
{
    Fixture f;
    QVERIFY(f.tell->setWish(f.bob, {When::Online}));
    f.signingIn = true;
    f.says(Show::Chat);
    f.signingIn = false;
    f.clock.advance(60'000);
    f.says(Show::Chat);
    f.clock.advance(60'000);
    QVERIFY(f.told.isEmpty());
}

void tst_TellMe::freeIsChatAlone()
{
    Fixture f;
    QVERIFY(f.tell->setWish(f.bob, {When::Free}));
    f.says(Show::Busy);
    f.clock.advance(60'000);
    f.says(Show::Chat);
    f.clock.advance(5'000);
    f.says(Show::Busy); // not yet calm
    f.clock.advance(60'000);
    QVERIFY(f.told.isEmpty());
    f.says(Show::Chat);
    f.clock.advance(10'000);
    QCOMPARE(f.told, QStringList{u"bob free"_s});
}

void tst_TellMe::patienceIsTwoMinutes()
{
    Fixture f;
    QVERIFY(f.tell->setWish(f.bob, {When::Online, true}));
    f.says(Show::Chat);
    f.clock.advance(119'999);
    QVERIFY(f.told.isEmpty());
    f.clock.advance(1);
    QCOMPARE(f.told.size(), 1);
}

void tst_TellMe::aLostLineStartsTheWaitAfresh()
{
    Fixture f;
    QVERIFY(f.tell->setWish(f.bob, {When::Online}));
    f.says(Show::Chat);
    f.clock.advance(8'000);
    f.model.lineLost();
    f.clock.advance(30'000);
    QVERIFY(f.told.isEmpty());
    f.model.lineBack();
    f.says(Show::Chat);
    f.clock.advance(9'000);
    QVERIFY(f.told.isEmpty());
    f.clock.advance(1'000);
    QCOMPARE(f.told.size(), 1);
}

void tst_TellMe::wishesAreKept()
{
    Fixture f;
    const TellMeWish wish{When::Free, true, true};
    QVERIFY(f.tell->setWish(f.bob, wish));
    f.make();
    QCOMPARE(f.tell->wish(f.bob), wish);
    QCOMPARE(f.tell->wish(f.eve), TellMeWish());
    QVERIFY(f.tell->setWish(f.bob, {}));
    f.make();
    QCOMPARE(f.tell->wish(f.bob), TellMeWish());
}

void tst_TellMe::wishesOfContactsThatGoAreForgotten()
{
    Fixture f;
    QVERIFY(f.tell->setWish(f.bob, {When::Free}));
    QVERIFY(f.tell->setWish(f.eve, {When::Online}));
    f.roster->remove(f.bob);
    f.clock.advance(0);
    QCOMPARE(f.tell->wish(f.bob), TellMeWish());
    QCOMPARE(f.tell->wish(f.eve).when, When::Online);
}

void tst_TellMe::hostileDocuments_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no json") << QByteArray("\0\xff", 2);
    QTest::newRow("array") << QByteArray("[1,2]");
    QTest::newRow("wrong types") << QByteArray(R"({"version":"x","wishes":[{}]})");
    QTest::newRow("unknown word") << QByteArray(R"({"version":1,"wishes":{"bob":{"when":"maybe","patient":7}}})");
    QTest::newRow("long name") << QByteArray(R"({"version":1,"wishes":{")" + QByteArray(100, 'b')
                                             + R"(":{"when":"free"}}})");
    QTest::newRow("too large") << QByteArray(R"({"version":1,"wishes":{"bob":{"when":"free"}},"x":")"
                                             + QByteArray(300'000, 'x') + R"("})");
}

void tst_TellMe::hostileDocuments()
{
    QFETCH(QByteArray, text);
    Fixture f;
    f.store.documents.insert(u"tell-me"_s, text);
    f.make();
    QCOMPARE(f.tell->wish(f.bob), TellMeWish());
    QVERIFY(f.tell->setWish(f.bob, {When::Free})); // and goes on working
}

void tst_TellMe::aNewerDocumentIsLeftAlone()
{
    Fixture f;
    const QByteArray newer(R"({"version":2,"wishes":{"bob":{"when":"free"}}})");
    f.store.documents.insert(u"tell-me"_s, newer);
    f.make();
    QVERIFY(f.tell->isNewer());
    QVERIFY(!f.tell->setWish(f.bob, {When::Online}));
    QCOMPARE(f.tell->wish(f.bob), TellMeWish());
    QCOMPARE(f.store.documents.value(u"tell-me"_s), newer);
}

void tst_TellMe::wishesAreBounded()
{
    Fixture f;
    for (int i = 0; i < 1'000; ++i)
        QVERIFY(f.tell->setWish(ContactId(u"c%1"_s.arg(i)), {When::Online}));
    QVERIFY(!f.tell->setWish(f.bob, {When::Online}));
    QVERIFY(f.tell->setWish(ContactId(u"c1"_s), {When::Free}));
}

QTEST_GUILESS_MAIN(tst_TellMe)
#include "tst_tell_me.moc"
