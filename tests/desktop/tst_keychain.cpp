// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/keychain.h"
#include "support/fake_clock.h"
#include "support/private_keyring.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace timbre;
using desktop::Keychain;
using desktop::KeychainError;

// Against a real Secret Service: the test runs in a private D-Bus session (see CMakeLists.txt) with gnome-keyring in
// it.
class tst_Keychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(test::startPrivateKeyring()); }
    void whatWasWrittenIsRead();
    void anotherKeySeesNothing();
    void whatWasRemovedIsNotFound();
    void nobodyIsCalledAfterTheAskerIsGone();
    void aKeychainThatHangsIsGivenUp();

private:
    using Result = std::optional<Expected<QString, KeychainError>>;
    static auto into(Result &result)
    {
        return [&result](const Expected<QString, KeychainError> &answer) { result = answer; };
    }

    core::SystemClock m_clock;
    Keychain m_keychain{m_clock, u"timbre-test"_s};
};

void tst_Keychain::whatWasWrittenIsRead()
{
    Result written;
    m_keychain.write(u"alice@server"_s, u"pässword 密码"_s, this, into(written));
    QVERIFY(!written); // never from inside the call
    QTRY_VERIFY(written);
    QVERIFY(*written);
    Result read;
    m_keychain.read(u"alice@server"_s, this, into(read));
    QTRY_VERIFY(read);
    QVERIFY(*read);
    QCOMPARE(**read, u"pässword 密码"_s);
}

void tst_Keychain::anotherKeySeesNothing()
{
    Result read;
    m_keychain.read(u"bob@server"_s, this, into(read));
    QTRY_VERIFY(read);
    QVERIFY(!*read);
    QCOMPARE(read->error(), KeychainError::NotFound);
}

void tst_Keychain::whatWasRemovedIsNotFound()
{
    Result removed;
    m_keychain.remove(u"alice@server"_s, this, into(removed));
    QTRY_VERIFY(removed);
    QVERIFY(*removed);
    Result read;
    m_keychain.read(u"alice@server"_s, this, into(read));
    QTRY_VERIFY(read);
    QCOMPARE(read->error(), KeychainError::NotFound);
}

void tst_Keychain::nobodyIsCalledAfterTheAskerIsGone()
{
    bool called = false;
    {
        QObject asker;
        m_keychain.read(u"alice@server"_s, &asker, [&](const auto &) { called = true; });
    }
    Result after; // requests are answered in their order
    m_keychain.read(u"alice@server"_s, this, into(after));
    QTRY_VERIFY(after);
    QVERIFY(!called);
}

void tst_Keychain::aKeychainThatHangsIsGivenUp()
{
    test::FakeClock clock;
    Keychain impatient(clock, u"timbre-test"_s);
    Result read;
    impatient.read(u"alice@server"_s, this, into(read));
    clock.advance(Keychain::limit - core::Milliseconds(1));
    QVERIFY(!read);
    clock.advance(1);
    QVERIFY(read);
    QCOMPARE(read->error(), KeychainError::TimedOut);
}

QTEST_GUILESS_MAIN(tst_Keychain)
#include "tst_keychain.moc"
