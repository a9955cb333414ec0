// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/appearance_portal.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusVariant>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace timbre::desktop;
using namespace Qt::StringLiterals;

namespace {

const QString python = u"/usr/bin/python3"_s; // Debian's, which has Debian's modules
const QString name = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString settings = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;
const QString gnome = u"org.gnome.desktop.interface"_s;

// The portal of a desktop, played by dbusmock on the bus of this test; ends with it.
class Portal
{
public:
    // `read` is Python that answers Read(group, key).
    explicit Portal(const QString &read)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(python, {u"-m"_s, u"dbusmock"_s, u"--session"_s, name, path, settings});
        m_isThere = QTest::qWaitFor([] { return hasOwner(); }, 10'000)
            && control(u"AddMethod"_s, {settings, u"Read"_s, u"ss"_s, u"v"_s, read});
    }
    ~Portal()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    bool isThere() const { return m_isThere; }
    bool tell(const QString &group, const QString &key, const QVariant &value)
    {
        const QVariantList arguments{QVariant::fromValue(QDBusVariant(group)), QVariant::fromValue(QDBusVariant(key)),
                                     QVariant::fromValue(QDBusVariant(value))};
        return control(u"EmitSignal"_s, {settings, u"SettingChanged"_s, u"ssv"_s, arguments});
    }

    static bool hasOwner()
    {
        auto call = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/"_s, u"org.freedesktop.DBus"_s,
                                                   u"NameHasOwner"_s);
        call << name;
        return QDBusReply<bool>(QDBusConnection::sessionBus().call(call)).value();
    }

private:
    static bool control(const QString &method, const QVariantList &arguments)
    {
        auto call = QDBusMessage::createMethodCall(name, path, u"org.freedesktop.DBus.Mock"_s, method);
        call.setArguments(arguments);
        const QDBusMessage reply = QDBusConnection::sessionBus().call(call);
        if (reply.type() == QDBusMessage::ErrorMessage)
            qWarning("%s", qPrintable(reply.errorMessage()));
        return reply.type() == QDBusMessage::ReplyMessage;
    }

    QProcess m_process;
    bool m_isThere = false;
};

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
        if (QProcess::execute(python, {u"-c"_s, u"import dbusmock"_s}) != 0)
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
        Portal mock(darkAndStill);
        QVERIFY(mock.isThere());
        AppearancePortal portal;
        portal.start();
        QTRY_COMPARE(portal.facts().dark, std::optional(true));
        QTRY_VERIFY(portal.facts().reducedMotion);
    }

    void changesAreHeard()
    {
        Portal mock(darkAndStill);
        QVERIFY(mock.isThere());
        AppearancePortal portal;
        portal.start();
        QTRY_VERIFY(portal.facts().dark && portal.facts().reducedMotion);
        QVERIFY(mock.tell(appearance, u"color-scheme"_s, 2U));
        QTRY_COMPARE(portal.facts().dark, std::optional(false));
        QVERIFY(mock.tell(gnome, u"enable-animations"_s, true));
        QTRY_VERIFY(!portal.facts().reducedMotion);
        QVERIFY(mock.tell(appearance, u"color-scheme"_s, 0U));
        QTRY_COMPARE(portal.facts().dark, std::nullopt);
    }

    void aPortalThatComesLaterIsAskedAndOneThatGoesIsForgotten()
    {
        AppearancePortal portal;
        portal.start();
        auto mock = std::make_unique<Portal>(darkAndStill);
        QVERIFY(mock->isThere());
        // It was on the bus a moment before it could answer.
        QVERIFY(mock->tell(appearance, u"color-scheme"_s, 1U));
        QTRY_COMPARE(portal.facts().dark, std::optional(true));
        mock.reset();
        QTRY_COMPARE(portal.facts(), AppearancePortal::Facts());
    }

    void nonsenseIsNoPreference()
    {
        Portal mock(u"ret = 'purple'"_s);
        QVERIFY(mock.isThere());
        AppearancePortal portal;
        portal.start();
        QVERIFY(mock.tell(appearance, u"color-scheme"_s, 1U));
        QTRY_COMPARE(portal.facts().dark, std::optional(true));
        QVERIFY(mock.tell(appearance, u"color-scheme"_s, u"purple"_s));
        QTRY_COMPARE(portal.facts().dark, std::nullopt);
        QVERIFY(mock.tell(gnome, u"enable-animations"_s, u"never"_s));
        QVERIFY(mock.tell(appearance, u"accent-color"_s, 1.5));
        QVERIFY(mock.tell(appearance, u"color-scheme"_s, 2U));
        QTRY_COMPARE(portal.facts(), (AppearancePortal::Facts{false, false}));
    }

    void aPortalThatHangsIsNotWaitedFor()
    {
        Portal mock(u"import time; time.sleep(60); ret = 1"_s);
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
