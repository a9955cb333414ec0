// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/saved_password.h"
#include "support/private_keyring.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace timbre;

class tst_SavedPassword : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(test::startPrivateKeyring()); }
    void init();
    void isWantedUntilSomebodySaysNo();
    void belongsToOneAccountAtOneServer();
    void isForgotten();
    void neverTouchesTheProfile();

private:
    static store::AccountRecord account(const QString &name, const QString &server)
    {
        store::AccountRecord record;
        record.name = name;
        record.endpoints = {QUrl(server)};
        return record;
    }
    // The password, or nothing.
    QString load(const store::AccountRecord &record)
    {
        std::optional<QString> found;
        m_saved->load(record, this, [&](const auto &result) { found = result ? *result : QString(); });
        return QTest::qWaitFor([&] { return found.has_value(); }) ? *found : u"no answer"_s;
    }

    core::SystemClock m_clock;
    desktop::Keychain m_keychain{m_clock, u"Timbre test"_s};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Profile> m_profile;
    std::unique_ptr<app::SavedPassword> m_saved;
};

void tst_SavedPassword::init()
{
    m_saved.reset();
    m_profile.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto profile = store::Profile::open(m_folder->filePath(u"p"_s));
    QVERIFY(profile);
    m_profile = std::move(*profile);
    m_saved = std::make_unique<app::SavedPassword>(m_keychain, *m_profile);
}

void tst_SavedPassword::isWantedUntilSomebodySaysNo()
{
    QVERIFY(m_saved->isWanted());
    m_saved->setWanted(false);
    QVERIFY(!m_saved->isWanted());
    m_profile.reset();
    m_profile = store::Profile::open(m_folder->filePath(u"p"_s)).value();
    QVERIFY(!app::SavedPassword(m_keychain, *m_profile).isWanted());
}

void tst_SavedPassword::belongsToOneAccountAtOneServer()
{
    const auto alice = account(u"alice"_s, u"wss://a.example/tim"_s);
    m_saved->save(alice, u"secret of alice"_s);
    QTRY_COMPARE(load(alice), u"secret of alice"_s);
    QCOMPARE(load(account(u"bob"_s, u"wss://a.example/tim"_s)), QString());
    QCOMPARE(load(account(u"alice"_s, u"wss://b.example/tim"_s)), QString());
}

void tst_SavedPassword::isForgotten()
{
    const auto carol = account(u"carol"_s, u"wss://a.example/tim"_s);
    const auto dave = account(u"dave"_s, u"wss://a.example/tim"_s);
    m_saved->save(carol, u"one"_s);
    m_saved->save(dave, u"two"_s);
    QTRY_COMPARE(load(carol), u"one"_s);
    QVERIFY(m_saved->isSaved(carol));
    m_saved->forget(carol);
    QVERIFY(!m_saved->isSaved(carol)); // at once, whatever the keychain says
    QTRY_COMPARE(load(carol), QString());
    QCOMPARE(load(dave), u"two"_s);
}

void tst_SavedPassword::neverTouchesTheProfile()
{
    const QString secret = u"nowhere-on-the-disk-of-the-profile"_s;
    const auto alice = account(u"alice"_s, u"wss://c.example/tim"_s);
    m_profile->saveAccount(alice);
    m_saved->setWanted(true);
    m_saved->save(alice, secret);
    QTRY_COMPARE(load(alice), secret);
    m_profile->flush();
    const QDir folder(m_folder->filePath(u"p"_s));
    const auto files = folder.entryInfoList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(secret.toUtf8()), qPrintable(info.fileName()));
    }
}

QTEST_GUILESS_MAIN(tst_SavedPassword)
#include "tst_saved_password.moc"
