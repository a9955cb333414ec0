// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/launcher_badge.h"
#include "desktop/online_watch.h"
#include "desktop/quiet_watch.h"
#include "desktop/sounds.h"
#include "desktop/tray_watch.h"
#include "support/fake_clock.h"
#include "support/mock_bus.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace timbre;
using namespace timbre::desktop;
using namespace Qt::StringLiterals;
using Tray = TrayWatch::Tray;

namespace {

const QString notifications = u"org.freedesktop.Notifications"_s;
const QString notificationsPath = u"/org/freedesktop/Notifications"_s;
const QString watcher = u"org.kde.StatusNotifierWatcher"_s;
const QString watcherPath = u"/StatusNotifierWatcher"_s;

} // namespace

// What a desktop shows or says of itself: its do-not-disturb, its tray, its dock, its sounds; and the lack of each.
class tst_DesktopSigns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void doNotDisturbIsReadAndFollowed_data();
    void doNotDisturbIsReadAndFollowed();
    void gnomesSwitchIsReadThroughThePortal();
    void nonsenseIsNoAnswer();
    void theTrayOfTheBusIsSeenComingAndGoing();
    void theTrayOfTheScreenIsSeenComingAndGoing();
    void theDockIsToldTheNumber();
    void anotherWayToTheNetIsToldOnce();
    void soundsBlockNobody_data();
    void soundsBlockNobody();
    void noBusIsANormalCase();

public Q_SLOTS:
    void onLauncher(const QString &uri, const QVariantMap &values) { m_launcher.append({uri, values}); }

private:
    std::unique_ptr<test::MockBus> m_bus;
    std::unique_ptr<test::MockBus> m_systemBus;
    QList<std::pair<QString, QVariantMap>> m_launcher;
};

void tst_DesktopSigns::initTestCase()
{
    m_bus = test::MockBus::start();
    if (!m_bus)
        QSKIP("dbus-daemon or python3-dbusmock is not installed");
    m_systemBus = test::MockBus::start("DBUS_SYSTEM_BUS_ADDRESS");
    QVERIFY(m_systemBus);
    QVERIFY(QDBusConnection::sessionBus().isConnected());
    QVERIFY(QDBusConnection::systemBus().isConnected());
}

void tst_DesktopSigns::doNotDisturbIsReadAndFollowed_data()
{
    QTest::addColumn<QString>("interface");
    QTest::addColumn<QString>("property");
    QTest::newRow("KDE") << notifications << u"Inhibited"_s;
    QTest::newRow("dunst") << u"org.dunstproject.cmd0"_s << u"paused"_s;
}

void tst_DesktopSigns::doNotDisturbIsReadAndFollowed()
{
    QFETCH(QString, interface);
    QFETCH(QString, property);
    QuietWatch quiet;
    QSignalSpy changes(&quiet, &QuietWatch::changed);
    quiet.start();
    QCOMPARE(quiet.isQuiet(), std::nullopt);
    auto daemon = m_bus->mock({u"--session"_s, notifications, notificationsPath, notifications}, notifications);
    QVERIFY(daemon);
    QVERIFY(m_bus->addProperty(notifications, notificationsPath, interface, property, false));
    const auto set = [&](bool on) {
        return m_bus->control(notifications, notificationsPath, u"UpdateProperties"_s,
                              {interface, QVariantMap{{property, on}}});
    };
    QVERIFY(set(true));
    QTRY_COMPARE(quiet.isQuiet(), std::optional(true));
    QVERIFY(set(false));
    QTRY_COMPARE(quiet.isQuiet(), std::optional(false));
    QVERIFY(set(true));
    QTRY_COMPARE(quiet.isQuiet(), std::optional(true));

    QuietWatch later; // reads what holds already
    later.start();
    QTRY_COMPARE(later.isQuiet(), std::optional(true));
    m_bus->end(daemon, notifications);
    QTRY_COMPARE(quiet.isQuiet(), std::nullopt); // with the service its silence ends
    QVERIFY(changes.size() >= 4);
}

void tst_DesktopSigns::gnomesSwitchIsReadThroughThePortal()
{
    const QString portal = u"org.freedesktop.portal.Desktop"_s;
    const QString path = u"/org/freedesktop/portal/desktop"_s;
    const QString settings = u"org.freedesktop.portal.Settings"_s;
    auto daemon = m_bus->mock({u"--session"_s, portal, path, settings}, portal);
    QVERIFY(daemon);
    QVERIFY(m_bus->control(
        portal, path, u"AddMethod"_s,
        {settings, u"Read"_s, u"ss"_s, u"v"_s,
         u"ret = dbus.Boolean(tuple(args) != ('org.gnome.desktop.notifications', 'show-banners'), variant_level=1)"_s}));
    QuietWatch quiet;
    quiet.start();
    QTRY_COMPARE(quiet.isQuiet(), std::optional(true));
    const auto say = [&](const QString &group, bool shows) {
        return m_bus->emitSignal(portal, path, settings, u"SettingChanged"_s, u"ssv"_s,
                                 {group, u"show-banners"_s, QVariant::fromValue(QDBusVariant(shows))});
    };
    QVERIFY(say(u"org.gnome.desktop.notifications"_s, true));
    QTRY_COMPARE(quiet.isQuiet(), std::optional(false));
    QVERIFY(say(u"org.example"_s, false)); // somebody else's
    QVERIFY(say(u"org.gnome.desktop.notifications"_s, false));
    QTRY_COMPARE(quiet.isQuiet(), std::optional(true));
}

void tst_DesktopSigns::nonsenseIsNoAnswer()
{
    auto daemon = m_bus->mock({u"--session"_s, notifications, notificationsPath, notifications}, notifications);
    QVERIFY(m_bus->addProperty(notifications, notificationsPath, notifications, u"Inhibited"_s, u"yes, please"_s));
    QuietWatch quiet;
    quiet.start();
    QVERIFY(m_bus->control(notifications, notificationsPath, u"UpdateProperties"_s,
                           {notifications, QVariantMap{{u"Inhibited"_s, 7}}}));
    QVERIFY(m_bus->addProperty(notifications, notificationsPath, u"org.dunstproject.cmd0"_s, u"paused"_s, false));
    QVERIFY(m_bus->control(notifications, notificationsPath, u"UpdateProperties"_s,
                           {u"org.dunstproject.cmd0"_s, QVariantMap{{u"paused"_s, false}}}));
    QTRY_COMPARE(quiet.isQuiet(), std::optional(false)); // dunst's word, the only one
}

void tst_DesktopSigns::theTrayOfTheBusIsSeenComingAndGoing()
{
    TrayWatch tray;
    QCOMPARE(tray.tray(), Tray::Unknown);
    tray.start();
    QTRY_COMPARE(tray.tray(), Tray::None);
    auto daemon = m_bus->mock({u"--session"_s, watcher, watcherPath, watcher}, watcher);
    QVERIFY(daemon);
    QVERIFY(m_bus->addProperty(watcher, watcherPath, watcher, u"IsStatusNotifierHostRegistered"_s, false));
    QVERIFY(m_bus->emitSignal(watcher, watcherPath, watcher, u"StatusNotifierHostUnregistered"_s, u""_s, {}));
    QCOMPARE(tray.tray(), Tray::None); // a watcher alone shows nothing
    QVERIFY(m_bus->control(watcher, watcherPath, u"UpdateProperties"_s,
                           {watcher, QVariantMap{{u"IsStatusNotifierHostRegistered"_s, true}}}));
    QVERIFY(m_bus->emitSignal(watcher, watcherPath, watcher, u"StatusNotifierHostRegistered"_s, u""_s, {}));
    QTRY_COMPARE(tray.tray(), Tray::StatusNotifier);
    m_bus->end(daemon, watcher);
    QTRY_COMPARE(tray.tray(), Tray::None);
}

void tst_DesktopSigns::theTrayOfTheScreenIsSeenComingAndGoing()
{
    if (QStandardPaths::findExecutable(u"trayer"_s).isEmpty())
        QSKIP("trayer is not installed");
    auto server = test::startXServer();
    if (!server)
        QSKIP("Xvfb is not installed");
    TrayWatch tray;
    tray.start();
    QTRY_COMPARE(tray.tray(), Tray::None);
    test::Helper trayer;
    trayer.start(u"trayer"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(tray.tray(), Tray::Embedded, 20'000);
    TrayWatch later;
    later.start();
    QTRY_COMPARE(later.tray(), Tray::Embedded);
    trayer.kill();
    QTRY_COMPARE(tray.tray(), Tray::None);
    trayer.waitForFinished();
    trayer.start(u"trayer"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(tray.tray(), Tray::Embedded, 20'000);
    server.reset();
    QTRY_COMPARE(tray.tray(), Tray::None); // and this program lives on
    qunsetenv("DISPLAY");
}

void tst_DesktopSigns::theDockIsToldTheNumber()
{
    QVERIFY(m_bus->connection().connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s, this,
                                        SLOT(onLauncher(QString, QVariantMap))));
    setLauncherBadge(3);
    setLauncherBadge(0);
    QTRY_COMPARE(m_launcher.size(), 2);
    QCOMPARE(m_launcher.at(0).first, u"application://io.github.timbre.Timbre.desktop"_s);
    QCOMPARE(m_launcher.at(0).second, (QVariantMap{{u"count"_s, qint64(3)}, {u"count-visible"_s, true}}));
    QCOMPARE(m_launcher.at(1).second, (QVariantMap{{u"count"_s, qint64(0)}, {u"count-visible"_s, false}}));
}

void tst_DesktopSigns::anotherWayToTheNetIsToldOnce()
{
    const QString manager = u"org.freedesktop.NetworkManager"_s;
    const QString path = u"/org/freedesktop/NetworkManager"_s;
    auto daemon = m_systemBus->mock({u"--system"_s, u"--template"_s, u"networkmanager"_s}, manager);
    QVERIFY(daemon);
    test::FakeClock clock;
    OnlineWatch online(clock);
    QSignalSpy changes(&online, &OnlineWatch::changed);
    online.start();
    QVERIFY(m_systemBus->control(manager, path, u"SetGlobalConnectionState"_s, {20U}));
    QVERIFY(m_systemBus->control(manager, path, u"SetGlobalConnectionState"_s, {70U}));
    QTRY_COMPARE(clock.activeTimers(), 1);
    clock.advance(OnlineWatch::settleTime);
    QCOMPARE(changes.size(), 1);
    const auto tell = [&](const QVariantMap &values) {
        return m_systemBus->emitSignal(manager, path, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s,
                                       u"sa{sv}as"_s, {manager, values, QStringList{u"none"_s}});
    };
    // A VPN.
    QVERIFY(tell({{u"PrimaryConnection"_s, QVariant::fromValue(QDBusObjectPath(u"/vpn"_s))}}));
    QTRY_COMPARE(clock.activeTimers(), 1);
    clock.advance(OnlineWatch::settleTime);
    QCOMPARE(changes.size(), 2);
    QVERIFY(tell({{u"WirelessEnabled"_s, false}}));
    QVERIFY(m_systemBus->control(manager, path, u"SetConnectivity"_s, {4U}));
    QTRY_COMPARE(clock.activeTimers(), 1);
    clock.advance(OnlineWatch::settleTime);
    QCOMPARE(changes.size(), 3);
}

void tst_DesktopSigns::soundsBlockNobody_data()
{
    QTest::addColumn<QByteArray>("driver");
    QTest::newRow("null") << QByteArray("null"); // plays to nobody
    QTest::newRow("none") << QByteArray("there-is-no-such-driver");
}

void tst_DesktopSigns::soundsBlockNobody()
{
    QFETCH(QByteArray, driver);
    qputenv("CANBERRA_DRIVER", driver);
    QElapsedTimer timer;
    timer.start();
    {
        Sounds sounds;
        for (int i = 0; i < 100; ++i)
            sounds.play(u"message-new-instant"_s);
    }
    QVERIFY(timer.elapsed() < 1'000);
    qunsetenv("CANBERRA_DRIVER");
}

void tst_DesktopSigns::noBusIsANormalCase()
{
    m_bus.reset();
    m_systemBus.reset();
    QTRY_VERIFY(!QDBusConnection::sessionBus().isConnected());
    QTRY_VERIFY(!QDBusConnection::systemBus().isConnected());
    qunsetenv("DISPLAY");
    QuietWatch quiet;
    quiet.start();
    QCOMPARE(quiet.isQuiet(), std::nullopt);
    TrayWatch tray;
    tray.start();
    QCOMPARE(tray.tray(), Tray::None);
    setLauncherBadge(1);
    test::FakeClock clock;
    OnlineWatch online(clock);
    online.start();
}

QTEST_GUILESS_MAIN(tst_DesktopSigns)
#include "tst_desktop_signs.moc"
