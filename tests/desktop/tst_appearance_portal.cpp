// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/appearance_portal.h"
#include "support/mock_portal.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace timbre::desktop;
using namespace Qt::StringLiterals;
using timbre::test::MockPortal;

namespace {

// As the portal does it: a variant in a variant.
const QString darkAndStill = u"ret = dbus.UInt32(1, variant_level=2) if args[1] == 'color-scheme' "
                             "else dbus.Boolean(False, variant_level=2)"_s;

} // namespace

// Light or dark and what may move, as the desktop tells it. Runs on a private bus (see CMakeLists.txt).
class tst_AppearancePortal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!MockPortal::canBePlayed())
            QSKIP("python3-dbusmock is not installed");
        QVERIFY(QDBusConnection::sessionBus().isConnected());
    }

    void withoutAPortalNothingIsSaid()
    {
        AppearancePortal portal;
        QSignalSpy changed(&portal, &AppearancePortal::changed);
        portal.start();
        QVERIFY(!changed.wait(300));
        QCOMPARE(portal.facts(), AppearancePortal::Facts());
    }

    void theDesktopIsDarkAndStill()
    {
        MockPortal mock(darkAndStill);
        QVERIFY(mock.isThere());
        AppearancePortal portal;
        portal.start();
        QTRY_COMPARE(portal.facts().dark, std::optional(true));
        QTRY_VERIFY(portal.facts().reducedMotion);
    }

    void changesAreHeard()
    {
        MockPortal mock(darkAndStill);
        QVERIFY(mock.isThere());
        AppearancePortal portal;
        portal.start();
        QTRY_VERIFY(portal.facts().dark && portal.facts().reducedMotion);
        QVERIFY(mock.tell(MockPortal::appearance, u"color-scheme"_s, 2U));
        QTRY_COMPARE(portal.facts().dark, std::optional(false));
        QVERIFY(mock.tell(MockPortal::gnome, u"enable-animations"_s, true));
        QTRY_VERIFY(!portal.facts().reducedMotion);
        QVERIFY(mock.tell(MockPortal::appearance, u"color-scheme"_s, 0U));
        QTRY_COMPARE(portal.facts().dark, std::nullopt);
    }

    void aPortalThatComesLaterIsAskedAndOneThatGoesIsForgotten()
    {
        AppearancePortal portal;
        portal.start();
        auto mock = std::make_unique<MockPortal>(darkAndStill);
        QVERIFY(mock->isThere());
        // It was on the bus a moment before it could answer.
        QVERIFY(mock->tell(MockPortal::appearance, u"color-scheme"_s, 1U));
        QTRY_COMPARE(portal.facts().dark, std::optional(true));
        mock.reset();
        QTRY_COMPARE(portal.facts(), AppearancePortal::Facts());
    }

    void nonsenseIsNoPreference()
    {
        MockPortal mock(u"ret = 'purple'"_s);
        QVERIFY(mock.isThere());
        AppearancePortal portal;
        portal.start();
        QVERIFY(mock.tell(MockPortal::appearance, u"color-scheme"_s, 1U));
        QTRY_COMPARE(portal.facts().dark, std::optional(true));
        QVERIFY(mock.tell(MockPortal::appearance, u"color-scheme"_s, u"purple"_s));
        QTRY_COMPARE(portal.facts().dark, std::nullopt);
        QVERIFY(mock.tell(MockPortal::gnome, u"enable-animations"_s, u"never"_s));
        QVERIFY(mock.tell(MockPortal::appearance, u"accent-color"_s, 1.5));
        QVERIFY(mock.tell(MockPortal::appearance, u"color-scheme"_s, 2U));
        QTRY_COMPARE(portal.facts(), (AppearancePortal::Facts{false, false}));
    }

    void aPortalThatHangsIsNotWaitedFor()
    {
        MockPortal mock(u"import time; time.sleep(60); ret = 1"_s);
        QVERIFY(mock.isThere());
        AppearancePortal portal;
        QElapsedTimer timer;
        timer.start();
        portal.start();
        QVERIFY(timer.elapsed() < 500);
        QCOMPARE(portal.facts(), AppearancePortal::Facts());
    }
};

QTEST_GUILESS_MAIN(tst_AppearancePortal)
#include "tst_appearance_portal.moc"
