// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "store/account_list.h"
#include "store/profile.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace timbre;
using namespace Qt::StringLiterals;
using store::AccountRecord;

// Which accounts a profile opens: several, those of older versions, and what nobody should have written.
class tst_AccountList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAllOverAReopening();
    void readsTheOneAccountOfAnOlderVersion();
    void anOlderVersionsAccountComesFirst();
    void movedEndpointsAreNotANewAccount();
    void theLastRowStays();
    void hostileTexts_data();
    void hostileTexts();

private:
    static AccountRecord record(const QString &name, const QStringList &servers)
    {
        AccountRecord made;
        made.name = name;
        for (const QString &server : servers)
            made.endpoints.append(QUrl(server));
        made.origin = servers.constFirst();
        return made;
    }
    static std::unique_ptr<store::Profile> opened(const QTemporaryDir &folder)
    {
        auto profile = store::Profile::open(folder.filePath(u"p"_s));
        return profile ? std::move(*profile) : nullptr;
    }
};

void tst_AccountList::keepsAllOverAReopening()
{
    const QTemporaryDir folder;
    AccountRecord here;
    here.home = AccountRecord::Home::ThisComputer;
    here.name = u"Zoë 😀"_s;
    AccountRecord far = record(u"bob"_s, {u"wss://a.example/tim"_s, u"wss://b.example:4443/tim"_s});
    far.domain = u"example.org"_s;
    far.ownNode = u"node"_s;
    far.encoding = protocol::Encoding::ThriftCompact;
    opened(folder)->saveAccounts({here, far});
    QCOMPARE(opened(folder)->accounts(), (QList<AccountRecord>{here, far}));
    QCOMPARE(opened(folder)->account(), here); // for older versions
}

void tst_AccountList::readsTheOneAccountOfAnOlderVersion()
{
    const QTemporaryDir folder;
    QVERIFY(opened(folder)->accounts().isEmpty());
    opened(folder)->saveAccount(record(u"alice"_s, {u"wss://a.example/tim"_s}));
    const QList<AccountRecord> accounts = opened(folder)->accounts();
    QCOMPARE(accounts.size(), 1);
    QCOMPARE(accounts.constFirst().name, u"alice"_s);
    QCOMPARE(originOf(accounts.constFirst()), u"wss://a.example/tim"_s);
}

void tst_AccountList::anOlderVersionsAccountComesFirst()
{
    const QTemporaryDir folder;
    const AccountRecord alice = record(u"alice"_s, {u"wss://a.example/tim"_s});
    const AccountRecord bob = record(u"bob"_s, {u"wss://a.example/tim"_s});
    opened(folder)->saveAccounts({alice, bob});
    opened(folder)->saveAccount(record(u"carol"_s, {u"wss://c.example/tim"_s}));
    const QList<AccountRecord> accounts = opened(folder)->accounts();
    QCOMPARE(accounts.size(), 3);
    QCOMPARE(accounts.at(0).name, u"carol"_s);
    QCOMPARE(accounts.at(1), alice);
    QCOMPARE(accounts.at(2), bob);
}

void tst_AccountList::movedEndpointsAreNotANewAccount()
{
    const QTemporaryDir folder;
    AccountRecord alice = record(u"alice"_s, {u"wss://a.example/tim"_s, u"wss://b.example/tim"_s});
    opened(folder)->saveAccounts({alice});
    std::reverse(alice.endpoints.begin(), alice.endpoints.end());
    opened(folder)->saveAccounts({alice});
    QCOMPARE(opened(folder)->accounts(), QList<AccountRecord>{alice});
    QCOMPARE(originOf(opened(folder)->accounts().constFirst()), u"wss://a.example/tim"_s);
}

void tst_AccountList::theLastRowStays()
{
    const QTemporaryDir folder;
    const AccountRecord alice = record(u"alice"_s, {u"wss://a.example/tim"_s});
    opened(folder)->saveAccounts({alice});
    opened(folder)->saveAccounts({});
    QCOMPARE(opened(folder)->accounts().size(), 1); // to be offered in the form
    const auto profile = opened(folder);
    profile->forgetAccount();
    QVERIFY(profile->accounts().isEmpty());
}

void tst_AccountList::hostileTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("expected");
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("no-json") << QByteArray("][") << 0;
    QTest::newRow("object") << QByteArray(R"({"name":"alice"})") << 0;
    QTest::newRow("numbers") << QByteArray("[1,2,null]") << 0;
    QTest::newRow("no-name") << QByteArray(R"([{"endpoints":["wss://a/tim"]}])") << 0;
    QTest::newRow("no-server") << QByteArray(R"([{"name":"alice"}])") << 0;
    QTest::newRow("bad-server") << QByteArray(R"([{"name":"alice","endpoints":["::::"]}])") << 0;
    QTest::newRow("fine") << QByteArray(R"([{"name":"alice","endpoints":["wss://a/tim",7],"later":{"x":1}}])") << 1;
    QTest::newRow("long-name") << "[{\"endpoints\":[\"wss://a/tim\"],\"name\":\"" + QByteArray(2000, 'a') + "\"}]" << 0;
    QByteArray many = "[";
    for (int i = 0; i < 1'000; ++i)
        many += R"({"name":"a)" + QByteArray::number(i) + R"(","home":"this-computer"},)";
    many.back() = ']';
    QTest::newRow("many") << many << store::mostAccounts;
}

void tst_AccountList::hostileTexts()
{
    QFETCH(QByteArray, text);
    QFETCH(int, expected);
    QCOMPARE(store::accountsFromJson(text).size(), expected);
}

QTEST_GUILESS_MAIN(tst_AccountList)
#include "tst_account_list.moc"
