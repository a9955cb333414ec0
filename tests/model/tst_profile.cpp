// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "model/profile_fixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace timbre;
using namespace timbre::store;
using namespace timbre::test;
using namespace Qt::StringLiterals;

// What a profile keeps over a reopening.
class tst_Profile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void startsEmptyAndClosedToOthers();
    void keepsAllOverAReopening();
    void theLastWordCounts();
    void forgetsTheAccountWithItsContacts();
    void anUnknownRelationIsNoConsent();
    void readsAStatusOfTheFirstVersion();
    void readsAnAccountOfTheSecondVersionAsJson();
    void readsAnUnknownEncodingAsJson();
    void stripsNul();
    void keepsStrangeTexts();
    void loadsTenThousandContactsSoon();

private:
    QString folder() const { return m_dir->filePath(u"profile"_s); }
    QString file() const { return m_dir->filePath(u"profile/profile.db"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_Profile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void tst_Profile::startsEmptyAndClosedToOthers()
{
    const auto profile = opened(folder());
    QVERIFY(profile);
    QCOMPARE(profile->folder(), folder());
    QVERIFY(!profile->account());
    QVERIFY(profile->contacts().isEmpty());
    QVERIFY(profile->recentMoods().isEmpty());
    QVERIFY(!profile->isRosterAdopted());
    QCOMPARE(profile->manualStatus(), core::ManualStatus());
    QCOMPARE(profile->setting(u"window/size"_s, u"none"_s), u"none"_s);
    profile->saveSetting(u"window/size"_s, u"1"_s);
    profile->flush();
    QCOMPARE(modeOf(folder()), ownerFile | QFileDevice::ExeOwner);
    for (const auto &name : {u"profile.db"_s, u"profile.db-wal"_s, u"profile.db-shm"_s})
        QCOMPARE(modeOf(folder() + u'/' + name), ownerFile);
}

void tst_Profile::keepsAllOverAReopening()
{
    core::Contact full = contact(u"n1"_s, u"Zoë 😀"_s);
    full.relation = core::Relation::Asked;
    full.account = u"zoe"_s;
    full.nickname = u"Z"_s;
    full.requestText = u"hello"_s;
    full.requestedAt = 1'800'000'000'123;
    full.pinned = true;
    AccountRecord account;
    account.home = AccountRecord::Home::ThisComputer;
    account.endpoints = {QUrl(u"ws://127.0.0.1:5080/tim"_s), QUrl(u"wss://[::1]:5081/tim"_s)};
    account.name = u"alice"_s;
    account.domain = u"example.org"_s;
    account.ownNode = u"node"_s;
    account.encoding = protocol::Encoding::ThriftCompact;
    const core::ManualStatus status{core::Availability::Invisible, u"tea"_s, 1'900'000'000'000};
    const core::ManualStatus before{core::Availability::Away, u"train"_s};
    const core::Schedule week({{0x1f, 9 * 60, 10 * 60, core::Availability::Busy, u"focus"_s}});
    const QList<core::RecentMood> moods
        = {{core::Availability::Busy, u"call"_s, 5, 2}, {core::Availability::Chat, u"tea"_s, 9, 1}};
    {
        const auto profile = opened(folder());
        QVERIFY(profile);
        profile->saveContact(full);
        profile->saveContact(contact(u"n2"_s));
        profile->saveAccount(account);
        profile->saveManualStatus(status, before);
        profile->saveRecentMoods(moods);
        profile->saveSetting(u"window/size"_s, u"300x400"_s);
        profile->saveSchedule(week);
        profile->saveDocument(u"rules"_s, "{\"a\":1}");
        profile->setRosterAdopted();
    }
    const auto profile = opened(folder());
    QVERIFY(profile);
    QCOMPARE(profile->contacts().size(), 2);
    QCOMPARE(byId(profile->contacts()).value(full.id), full);
    QCOMPARE(byId(profile->contacts()).value(core::ContactId(u"n2"_s)), contact(u"n2"_s));
    QCOMPARE(profile->account(), account);
    QCOMPARE(profile->manualStatus(), status);
    QCOMPARE(profile->statusBefore(), before);
    QCOMPARE(profile->schedule(), week);
    QCOMPARE(profile->document(u"rules"_s), "{\"a\":1}");
    QCOMPARE(profile->recentMoods(), moods);
    QCOMPARE(profile->setting(u"window/size"_s), u"300x400"_s);
    QVERIFY(profile->isRosterAdopted());
}

void tst_Profile::theLastWordCounts()
{
    {
        const auto profile = opened(folder());
        QVERIFY(profile);
        profile->saveContact(contact(u"n1"_s, u"first"_s));
        profile->saveContact(contact(u"n2"_s, u"stays"_s));
        profile->flush();
        profile->saveContact(contact(u"n1"_s, u"second"_s));
        profile->forgetContact(core::ContactId(u"n1"_s));
        profile->saveContact(contact(u"n3"_s, u"never"_s));
        profile->forgetContact(core::ContactId(u"n3"_s));
        profile->forgetContact(core::ContactId(u"n2"_s));
        profile->saveContact(contact(u"n2"_s, u"came back"_s));
        QCOMPARE(profile->contacts(), QList({contact(u"n2"_s, u"came back"_s)}));
    }
    const auto profile = opened(folder());
    QVERIFY(profile);
    QCOMPARE(profile->contacts(), QList({contact(u"n2"_s, u"came back"_s)}));
}

void tst_Profile::forgetsTheAccountWithItsContacts()
{
    AccountRecord other;
    other.name = u"bob"_s;
    {
        const auto profile = opened(folder());
        QVERIFY(profile);
        profile->saveAccount({AccountRecord::Home::Server, {}, u"alice"_s, {}, {}, protocol::Encoding::Json, {}});
        profile->saveContact(contact(u"n1"_s));
        profile->saveManualStatus({core::Availability::Busy, u"tea"_s}, {});
        profile->saveRecentMoods({{core::Availability::Busy, u"tea"_s, 1, 1}});
        profile->saveSetting(u"window/size"_s, u"1"_s);
        profile->saveDocument(u"rules"_s, "{}");
        profile->setRosterAdopted();
        profile->flush();
        profile->saveContact(contact(u"n2"_s)); // not yet written
        profile->forgetAccount();
        profile->saveAccount(other);
        profile->saveContact(contact(u"n3"_s));
    }
    const auto profile = opened(folder());
    QVERIFY(profile);
    QCOMPARE(profile->account(), other);
    QCOMPARE(profile->contacts(), QList({contact(u"n3"_s)}));
    QCOMPARE(profile->manualStatus(), core::ManualStatus());
    QCOMPARE(profile->statusBefore(), core::ManualStatus());
    QVERIFY(profile->recentMoods().isEmpty());
    QVERIFY(profile->document(u"rules"_s).isEmpty());
    QVERIFY(!profile->isRosterAdopted());
    QCOMPARE(profile->setting(u"window/size"_s), u"1"_s);
}

void tst_Profile::anUnknownRelationIsNoConsent()
{
    {
        const auto profile = opened(folder());
        QVERIFY(profile);
        profile->saveContact(contact(u"n1"_s));
        profile->saveContact(contact(u"n2"_s));
    }
    QVERIFY(execute(file(), {u"UPDATE contacts SET relation = 'best-friend' WHERE node = 'n1'"_s}));
    const auto profile = opened(folder());
    QVERIFY(profile);
    const auto found = byId(profile->contacts());
    QCOMPARE(found.value(core::ContactId(u"n1"_s)).relation, core::Relation::Unapproved);
    QCOMPARE(found.value(core::ContactId(u"n2"_s)).relation, core::Relation::Accepted);
}

void tst_Profile::readsAStatusOfTheFirstVersion()
{
    {
        const auto profile = opened(folder());
        QVERIFY(profile);
        profile->saveContact(contact(u"n1"_s));
    }
    QVERIFY(execute(file(),
                    {u"DROP TABLE manual_status"_s,
                     u"CREATE TABLE manual_status (one INTEGER PRIMARY KEY CHECK (one = 1),"
                     " availability TEXT NOT NULL, mood TEXT NOT NULL)"_s,
                     u"INSERT INTO manual_status VALUES (1, 'busy', 'tea')"_s,
                     u"ALTER TABLE account DROP COLUMN encoding"_s, u"DROP TABLE messages"_s,
                     u"PRAGMA user_version = 1"_s}));
    const auto profile = opened(folder());
    QVERIFY(profile);
    QCOMPARE(profile->manualStatus(), (core::ManualStatus{core::Availability::Busy, u"tea"_s}));
    QCOMPARE(profile->statusBefore(), core::ManualStatus());
    QCOMPARE(profile->contacts().size(), 1);
}

void tst_Profile::readsAnAccountOfTheSecondVersionAsJson()
{
    AccountRecord account;
    account.name = u"alice"_s;
    account.encoding = protocol::Encoding::ThriftCompact;
    {
        const auto profile = opened(folder());
        QVERIFY(profile);
        profile->saveAccount(account);
    }
    QVERIFY(execute(
        file(),
        {u"ALTER TABLE account DROP COLUMN encoding"_s, u"DROP TABLE messages"_s, u"PRAGMA user_version = 2"_s}));
    const auto profile = opened(folder());
    QVERIFY(profile);
    account.encoding = protocol::Encoding::Json;
    QCOMPARE(profile->account(), account);
}

void tst_Profile::readsAnUnknownEncodingAsJson()
{
    {
        const auto profile = opened(folder());
        QVERIFY(profile);
        profile->saveAccount({});
    }
    QVERIFY(execute(file(), {u"UPDATE account SET encoding = 'smoke signals'"_s}));
    const auto profile = opened(folder());
    QVERIFY(profile);
    QCOMPARE(profile->account().value_or(AccountRecord()).encoding, protocol::Encoding::Json);
}

void tst_Profile::stripsNul()
{
    const QString spoilt = u"a\0b"_s;
    QCOMPARE(spoilt.size(), 3);
    for (int opening = 0; opening < 2; ++opening) {
        const auto profile = opened(folder());
        QVERIFY(profile);
        if (opening == 0) {
            profile->saveContact(contact(u"n1"_s, spoilt));
            profile->saveManualStatus({core::Availability::Chat, spoilt}, {core::Availability::Busy, spoilt});
            profile->saveSetting(u"a/b"_s, spoilt);
        }
        QCOMPARE(profile->contacts().first().profileName, u"ab"_s);
        QCOMPARE(profile->manualStatus().mood, u"ab"_s);
        QCOMPARE(profile->statusBefore().mood, u"ab"_s);
        QCOMPARE(profile->setting(u"a/b"_s), u"ab"_s);
    }
}

void tst_Profile::keepsStrangeTexts()
{
    const QString strange = u"Robert'); DROP TABLE contacts;-- \u202e?%1 \n"_s;
    {
        const auto profile = opened(folder());
        QVERIFY(profile);
        profile->saveContact(contact(strange, strange));
        profile->saveSetting(strange, strange);
    }
    const auto profile = opened(folder());
    QVERIFY(profile);
    QCOMPARE(profile->contacts(), QList({contact(strange, strange)}));
    QCOMPARE(profile->setting(strange), strange);
}

void tst_Profile::loadsTenThousandContactsSoon()
{
    {
        const auto profile = opened(folder());
        QVERIFY(profile);
        for (int i = 0; i < 10'000; ++i)
            profile->saveContact(contact(u"node%1"_s.arg(i), u"name %1"_s.arg(i)));
    }
    QElapsedTimer timer;
    timer.start();
    const auto profile = opened(folder());
    const qint64 took = timer.elapsed();
    QVERIFY(profile);
    QCOMPARE(profile->contacts().size(), 10'000);
    qInfo("10 000 contacts in %lld ms", static_cast<long long>(took));
    QVERIFY(took < 3'000); // hangs and quadratic loading; the bench has the real figure
}

QTEST_GUILESS_MAIN(tst_Profile)

#include "tst_profile.moc"
