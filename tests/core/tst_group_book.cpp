// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/contact_groups.h"
#include "support/fake_clock.h"
#include "support/fake_random.h"
#include "support/memory_store.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 now = 1'800'000'000'000;
const ContactId bob(u"bob"_s);
const ContactId eve(u"eve"_s);

QStringList names(const GroupBook &book)
{
    QStringList list;
    for (const ContactGroup &group : book.groups()) {
        QStringList members;
        for (const ContactId &id : group.members)
            members.append(id.node());
        list.append(group.name + u':' + members.join(u','));
    }
    return list;
}

GroupBook reread(const GroupBook &book, qsizetype limit = GroupBook::longestText)
{
    return GroupBook::fromJson(book.toJson(limit)).book;
}

GroupBook randomBook(QRandomGenerator &random)
{
    GroupBook book;
    for (int i = 0; i < 30; ++i) {
        const QString group = u"g%1"_s.arg(random.bounded(4));
        const qint64 at = now + random.bounded(20);
        switch (random.bounded(5)) {
        case 0:
            book.removeGroup(group, at);
            break;
        case 1:
            book.setGroup(group, u"name %1"_s.arg(random.bounded(3)), at);
            break;
        case 2:
            book.placeGroup(group, random.bounded(5), at);
            break;
        default:
            book.setMember(group, ContactId(u"n%1"_s.arg(random.bounded(5))), random.bounded(3) > 0, random.bounded(3),
                           at);
            break;
        }
    }
    return book;
}

} // namespace

class tst_GroupBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSaidIsThere();
    void newerFactsHoldAndNothingLocalIsLost();
    void anOlderCopyChangesNothing();
    void mergingGivesTheSameWhateverTheOrder();
    void aFactFromTheFarFutureDoesNotLastForever();
    void survivesItsText();
    void hostileTextIsNoBook_data();
    void hostileTextIsNoBook();
    void whatDoesNotFitIsLeftOutNewestFirst();
    void factsAreBounded();

    void groupsAreKeptWithTheAccount();
    void namesAreUniqueAndCleaned();
    void orderByHand();
    void whatANewerProgramWroteStays();
    void mergesWithTheServerAndKeepsWhatOthersWroteThere();
};

void tst_GroupBook::whatIsSaidIsThere()
{
    GroupBook book;
    book.setGroup(u"b"_s, u"Work"_s, now);
    book.placeGroup(u"b"_s, 2, now);
    book.setGroup(u"a"_s, u"Home"_s, now);
    book.placeGroup(u"a"_s, 1, now);
    book.setMember(u"b"_s, eve, true, 0, now);
    book.setMember(u"b"_s, bob, true, 0, now);
    book.setMember(u"a"_s, bob, true, 0, now);
    QCOMPARE(names(book), QStringList({u"Home:bob"_s, u"Work:bob,eve"_s}));
    QVERIFY(!book.groups().at(1).isOrdered);
    book.setMember(u"b"_s, bob, true, 20, now);
    book.setMember(u"b"_s, eve, true, 10, now);
    QCOMPARE(names(book).at(1), u"Work:eve,bob"_s);
    QVERIFY(book.groups().at(1).isOrdered);
    book.setMember(u"b"_s, bob, false, 0, now);
    book.removeGroup(u"a"_s, now);
    QCOMPARE(names(book), QStringList({u"Work:eve"_s}));
}

void tst_GroupBook::newerFactsHoldAndNothingLocalIsLost()
{
    GroupBook here;
    here.setGroup(u"a"_s, u"Home"_s, now);
    here.setMember(u"a"_s, bob, true, 0, now);
    GroupBook there = here;
    here.setMember(u"a"_s, eve, true, 0, now + 10); // said without a line
    here.setGroup(u"b"_s, u"Work"_s, now + 10);
    there.setGroup(u"a"_s, u"Family"_s, now + 20);
    there.setMember(u"a"_s, bob, false, 0, now + 20);
    QVERIFY(here.merge(there, now + 30));
    QCOMPARE(names(here), QStringList({u"Family:eve"_s, u"Work:"_s}));
    QVERIFY(!here.merge(there, now + 30));
}

void tst_GroupBook::anOlderCopyChangesNothing()
{
    GroupBook here;
    here.setGroup(u"a"_s, u"Home"_s, now);
    const GroupBook old = here;
    here.setGroup(u"a"_s, u"Family"_s, now - 1000); // the clock went back; what is picked last still holds
    here.setMember(u"a"_s, bob, true, 0, now - 1000);
    QVERIFY(!here.merge(old, now));
    QCOMPARE(names(here), QStringList({u"Family:bob"_s}));
    QVERIFY(!here.merge(GroupBook(), now));
}

void tst_GroupBook::mergingGivesTheSameWhateverTheOrder()
{
    QRandomGenerator random(4);
    for (int round = 0; round < 500; ++round) {
        const GroupBook a = randomBook(random);
        const GroupBook b = randomBook(random);
        const GroupBook c = randomBook(random);
        GroupBook one = a;
        one.merge(b, now);
        one.merge(c, now);
        GroupBook two = c;
        two.merge(a, now);
        two.merge(b, now);
        QCOMPARE(names(one), names(two));
        GroupBook again = one;
        QVERIFY(!again.merge(b, now));
        QVERIFY(!again.merge(one, now));
    }
}

void tst_GroupBook::aFactFromTheFarFutureDoesNotLastForever()
{
    GroupBook evil;
    evil.setGroup(u"a"_s, u"Forever"_s, 999'999'999'999'999);
    GroupBook here;
    here.setGroup(u"a"_s, u"Home"_s, now);
    here.merge(evil, now);
    here.setGroup(u"a"_s, u"Mine"_s, now + 1); // a pick here holds at once all the same
    QCOMPARE(names(here), QStringList({u"Mine:"_s}));
    GroupBook other; // and a machine that never saw the evil one can say something newer after a day
    other.setGroup(u"a"_s, u"Later"_s, now + 2LL * 24 * 3600 * 1000);
    here.merge(other, now + 2LL * 24 * 3600 * 1000);
    QCOMPARE(names(here), QStringList({u"Later:"_s}));
}

void tst_GroupBook::survivesItsText()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 100; ++round) {
        const GroupBook book = randomBook(random);
        QCOMPARE(names(reread(book)), names(book));
    }
    GroupBook book;
    book.setGroup(u"a"_s, u"\"quotes\", [brackets] 😀"_s, now);
    QCOMPARE(reread(book), book);
}

void tst_GroupBook::hostileTextIsNoBook_data()
{
    using Result = GroupBook::Read::Result;
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("result");
    QTest::addColumn<int>("groups");
    const auto row = [](const char *name, const QByteArray &json, Result result, int groups) {
        QTest::newRow(name) << json << static_cast<int>(result) << groups;
    };
    row("empty", {}, Result::Empty, 0);
    row("no json", "hello", Result::Unreadable, 0);
    row("array", "[1,2]", Result::Unreadable, 0);
    row("no version", R"({"groups":[["a","A",1,1,1]]})", Result::Unreadable, 0);
    row("newer", R"({"v":2,"groups":[["a","A",1,1,1]]})", Result::Newer, 0);
    row("good", R"({"v":1,"groups":[["a","A",1,1,1]],"members":[["a","bob",0,1,1]]})", Result::Ok, 1);
    row("wrong types", R"({"v":1,"groups":[1,null,{},["a"],[2,3],["UP","A",1,1,1],["a","A","x",[],1]],"members":7})",
        Result::Ok, 1);
    row("numbers out of range", R"({"v":1,"groups":[["a","A",-1e300,1e300,1],["b","B",1e99,-5,1]]})", Result::Ok, 2);
    row("members of nobody", R"({"v":1,"groups":[],"members":[["a","bob",0,1,1]]})", Result::Ok, 0);
    row("nameless", R"({"v":1,"groups":[["a","\u202e\u0000 ",1,1,1]]})", Result::Ok, 0);
    row("too large", QByteArray(GroupBook::longestText + 1, ' '), Result::Unreadable, 0);
    row("deep", QByteArray(100'000, '['), Result::Unreadable, 0);
    QByteArray many = R"({"v":1,"groups":[)";
    for (int i = 0; i < 20'000; ++i)
        many += (i ? ",[\"g" : "[\"g") + QByteArray::number(i) + "\",\"G\",1,1,1]";
    row("very many", many + "]}", Result::Ok, GroupBook::mostGroups);
}

void tst_GroupBook::hostileTextIsNoBook()
{
    QFETCH(const QByteArray, json);
    QFETCH(const int, result);
    QFETCH(const int, groups);
    const GroupBook::Read read = GroupBook::fromJson(json);
    QCOMPARE(static_cast<int>(read.result), result);
    QCOMPARE(read.book.groups().size(), groups);
}

void tst_GroupBook::whatDoesNotFitIsLeftOutNewestFirst()
{
    GroupBook book;
    book.setGroup(u"a"_s, u"Home"_s, now);
    for (int i = 0; i < 1000; ++i)
        book.setMember(u"a"_s, ContactId(u"n%1"_s.arg(i)), true, 0, now + i);
    const QByteArray json = book.toJson(4096);
    QVERIFY(json.size() <= 4096);
    GroupBook half = reread(book, 4096);
    QVERIFY(half.groups().at(0).members.contains(ContactId(u"n999"_s)));
    QVERIFY(!half.groups().at(0).members.contains(ContactId(u"n0"_s)));
    QVERIFY(!book.merge(half, now)); // and what was left out is not taken for a removal
    half.merge(book, now);
    QCOMPARE(names(half), names(book));
}

void tst_GroupBook::factsAreBounded()
{
    GroupBook book;
    book.setGroup(u"a"_s, u"Home"_s, now);
    book.setMember(u"a"_s, bob, true, 0, now);
    for (int i = 0; i < GroupBook::mostFacts + 100; ++i)
        book.setMember(u"a"_s, ContactId(u"n%1"_s.arg(i)), false, 0, now + i);
    QVERIFY(book.toJson(GroupBook::longestText).count('[') <= GroupBook::mostFacts + 2);
    QCOMPARE(names(book), QStringList({u"Home:bob"_s}));
}

void tst_GroupBook::groupsAreKeptWithTheAccount()
{
    test::MemoryStore store;
    test::FakeClock clock;
    test::FakeRandom random;
    QString work;
    {
        ContactGroups groups(store, clock, random);
        QSignalSpy changed(&groups, &ContactGroups::groupsChanged);
        work = groups.create(u"Work"_s);
        QCOMPARE(changed.size(), 1);
        groups.setMember(work, bob, true);
        groups.setMember(work, bob, true);
        QCOMPARE(changed.size(), 2);
        const QString home = groups.create(u"Home"_s);
        groups.setMember(home, bob, true);
        QCOMPARE(groups.groupsOf(bob), QStringList({work, home}));
        groups.moveGroup(home, work);
        QCOMPARE(groups.groupsOf(bob), QStringList({home, work}));
    }
    ContactGroups groups(store, clock, random);
    QCOMPARE(groups.groups().size(), 2);
    QCOMPARE(groups.groupsOf(bob).size(), 2);
    QCOMPARE(groups.groupsOf(bob).last(), work);
    QVERIFY(groups.groupsOf(eve).isEmpty());
    groups.remove(work);
    QCOMPARE(groups.groupsOf(bob).size(), 1);
}

void tst_GroupBook::namesAreUniqueAndCleaned()
{
    test::MemoryStore store;
    test::FakeClock clock;
    test::FakeRandom random;
    ContactGroups groups(store, clock, random);
    const QString work = groups.create(u"  Work\u202e\n "_s);
    QCOMPARE(groups.group(work)->name, u"Work"_s);
    QCOMPARE(groups.create(u"Work"_s), work);
    QVERIFY(groups.create(u" \n"_s).isEmpty());
    const QString home = groups.create(u"Home"_s);
    QVERIFY(!groups.rename(home, u"Work"_s));
    QVERIFY(!groups.rename(home, QString()));
    QVERIFY(groups.rename(home, u"Family"_s));
    for (int i = 0; i < 200; ++i)
        groups.create(u"G%1"_s.arg(i));
    QCOMPARE(groups.groups().size(), GroupBook::mostGroups);
}

void tst_GroupBook::orderByHand()
{
    test::MemoryStore store;
    test::FakeClock clock;
    test::FakeRandom random;
    ContactGroups groups(store, clock, random);
    const QString work = groups.create(u"Work"_s);
    const ContactId zoe(u"zoe"_s);
    groups.setMember(work, zoe, true);
    groups.setMember(work, bob, true);
    groups.place(work, zoe, bob);
    QCOMPARE(groups.group(work)->members, QList<ContactId>({zoe, bob}));
    QVERIFY(groups.group(work)->isOrdered);
    groups.setMember(work, eve, true); // a newcomer goes to the end
    QCOMPARE(groups.group(work)->members, QList<ContactId>({zoe, bob, eve}));
    groups.place(work, eve, zoe);
    groups.place(work, zoe, {});
    QCOMPARE(groups.group(work)->members, QList<ContactId>({eve, bob, zoe}));
}

void tst_GroupBook::whatANewerProgramWroteStays()
{
    test::MemoryStore store;
    test::FakeClock clock;
    test::FakeRandom random;
    store.documents.insert(u"groups"_s, R"({"v":9,"shiny":true})");
    {
        ContactGroups groups(store, clock, random);
        QCOMPARE(groups.trouble(), ContactGroups::Trouble::NewerHere);
        groups.create(u"Work"_s);
        QCOMPARE(store.documents.value(u"groups"_s), QByteArray(R"({"v":9,"shiny":true})"));
        QVERIFY(!groups.forServer());
    }
    test::MemoryStore other;
    ContactGroups groups(other, clock, random);
    groups.create(u"Work"_s);
    QVERIFY(!groups.mergeFromServer(protocol::TextMap{{u"timbre.groups"_s, u"{\"v\":9}"_s}}));
    QCOMPARE(groups.trouble(), ContactGroups::Trouble::NewerOnServer);
    QVERIFY(!groups.forServer());
    QCOMPARE(groups.groups().size(), 1);
}

void tst_GroupBook::mergesWithTheServerAndKeepsWhatOthersWroteThere()
{
    test::MemoryStore store;
    test::MemoryStore otherStore;
    test::FakeClock clock;
    test::FakeRandom random;
    ContactGroups here(store, clock, random);
    ContactGroups there(otherStore, clock, random);
    const QString work = there.create(u"Work"_s);
    there.setMember(work, bob, true);
    protocol::TextMap server{{u"their.key"_s, u"x"_s}};
    QVERIFY(there.mergeFromServer(server));
    server = there.forServer().value();
    QCOMPARE(server.value(u"their.key"_s), u"x"_s);
    QVERIFY(!there.mergeFromServer(server));

    QVERIFY(!here.mergeFromServer(server)); // it has all we know
    QCOMPARE(here.groupsOf(bob), QStringList({work}));
    here.setMember(work, eve, true);
    QVERIFY(here.mergeFromServer(server));
    there.mergeFromServer(here.forServer());
    QCOMPARE(there.groups(), here.groups());
    // Nothing, or rubbish, on the server takes nothing from us; with nothing known there is nothing to write.
    QVERIFY(here.mergeFromServer(protocol::TextMap{{u"timbre.groups"_s, u"rubbish"_s}}));
    QVERIFY(here.mergeFromServer(std::nullopt));
    QCOMPARE(here.groups().size(), 1);
    test::MemoryStore empty;
    ContactGroups fresh(empty, clock, random);
    QVERIFY(!fresh.mergeFromServer(std::nullopt));
}

QTEST_GUILESS_MAIN(tst_GroupBook)

#include "tst_group_book.moc"
