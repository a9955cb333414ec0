// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desk_fixture.h"

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using core::Availability;
using core::ContactId;

namespace {

const QString notifications = u"org.freedesktop.Notifications"_s;
const QString notificationsPath = u"/org/freedesktop/Notifications"_s;
const QString watcher = u"org.kde.StatusNotifierWatcher"_s;
const QString watcherPath = u"/StatusNotifierWatcher"_s;
const QString item = u"org.kde.StatusNotifierItem"_s;
const QString logind = u"org.freedesktop.login1"_s;
const QString manager = u"org.freedesktop.NetworkManager"_s;

bool isInstalled(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

} // namespace

// The whole program as a citizen of a desktop: tray, notifications, do-not-disturb, sleep, network, and the lack of
// each. Anna is Bob's contact and sees what comes of it; Zoe is nobody's and hears nothing.
class tst_DesktopLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theTrayOfTheBusShowsTheProgram();
    void aRequestIsAcceptedInItsNotification();
    void aMessageIsAnsweredInItsNotification();
    void moreMessagesReplaceTheNotification();
    void aClickBringsTheWindow();
    void theTrayMenuSetsBusyAndNothingIsShownThen();
    void aQuietDesktopMeansBusy();
    void sleepMeansAway();
    void anotherNetworkMakesItProbe();
    void theNotificationServiceMayVanishAndComeBack();
    void aVanishingTrayGivesTheWindowBack();
    void withoutAnyBusItWorks();

public Q_SLOTS:
    void onLauncher(const QString &, const QVariantMap &values) { m_badge = values.value(u"count"_s).toInt(); }

private:
    QString makeAccount(const QString &name);
    std::unique_ptr<Person> person(const QString &name);
    QString newFolder(const QString &name);
    std::unique_ptr<Program> program(const QString &name, const QString &folder, const QStringList &environment = {});
    std::unique_ptr<Helper> daemon();
    bool tell(const QString &signal, const QString &signature, const QVariantList &arguments)
    {
        return m_bus->emitSignal(notifications, notificationsPath, notifications, signal, signature, arguments);
    }
    bool activateTray();
    bool chooseInTray(const QString &row);
    void hideWindow();
    int shown() const { return m_notified ? m_notified->count(u"Notify"_s) : 0; }
    QVariantList last() const { return m_notified->last(u"Notify"_s); }

    core::SystemClock m_clock;
    core::SystemRandom m_random;
    QTemporaryDir m_folder;
    std::unique_ptr<MockBus> m_bus;
    std::unique_ptr<MockBus> m_systemBus;
    std::unique_ptr<Helper> m_screen;
    std::unique_ptr<Helper> m_windows; // the window manager
    std::unique_ptr<Helper> m_watcher;
    std::unique_ptr<Helper> m_daemon;
    std::unique_ptr<CallSpy> m_registered;
    std::unique_ptr<CallSpy> m_notified;
    std::unique_ptr<node::Node> m_node;
    std::unique_ptr<Wiretap> m_wire;
    QUrl m_url;
    std::unique_ptr<net::AccountClient> m_accounts;
    std::unique_ptr<Person> m_anna;
    std::unique_ptr<Person> m_zoe;
    std::unique_ptr<Program> m_bob;
    ContactId m_bobId;
    QString m_tray; // the bus name of the program's tray item
    int m_badge = 0;
};

QString tst_DesktopLife::makeAccount(const QString &name)
{
    QString node;
    m_accounts->registerAccount({m_url}, {name, {}, core::Credentials::Kind::Password, u"pw"_s}, this,
                                [&](const net::AccountResult &result) { node = result ? *result : u"?"_s; });
    return QTest::qWaitFor([&] { return !node.isEmpty(); }, patience) ? node : QString();
}

std::unique_ptr<Person> tst_DesktopLife::person(const QString &name)
{
    makeAccount(name);
    auto person = std::make_unique<Person>(m_url, name, m_clock, m_random);
    return QTest::qWaitFor([&] { return person->isOnline(); }, patience) ? std::move(person) : nullptr;
}

QString tst_DesktopLife::newFolder(const QString &name)
{
    QDir(m_folder.path()).mkpath(name + u"/run"_s);
    const QString folder = m_folder.filePath(name);
    QFile::setPermissions(folder + u"/run"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return folder;
}

std::unique_ptr<Program> tst_DesktopLife::program(const QString &name, const QString &folder,
                                                  const QStringList &environment)
{
    return std::make_unique<Program>(
        folder, m_wire->url(), name,
        QStringList{u"QT_QPA_PLATFORM=xcb"_s, u"XDG_RUNTIME_DIR="_s + folder + u"/run"_s, u"CANBERRA_DRIVER=null"_s}
            + environment);
}

std::unique_ptr<Helper> tst_DesktopLife::daemon()
{
    auto daemon = m_bus->mock({u"--session"_s, u"--template"_s, u"notification_daemon"_s, u"-p"_s,
                               u"{\"capabilities\": \"body body-markup actions inline-reply\"}"_s},
                              notifications);
    if (daemon)
        m_bus->addProperty(notifications, notificationsPath, notifications, u"Inhibited"_s, false);
    return daemon;
}

void tst_DesktopLife::initTestCase()
{
    m_bus = MockBus::start();
    m_systemBus = m_bus ? MockBus::start("DBUS_SYSTEM_BUS_ADDRESS") : nullptr;
    m_screen = m_bus ? startXServer() : nullptr;
    if (!m_systemBus || !m_screen || !isInstalled(u"xdotool"_s) || !isInstalled(u"openbox"_s))
        QSKIP("dbus-daemon, python3-dbusmock, Xvfb, xdotool or openbox is not installed");
    m_windows = std::make_unique<Helper>();
    m_windows->start(u"openbox"_s, {u"--sm-disable"_s});

    m_watcher = m_bus->mock({u"--session"_s, watcher, watcherPath, watcher}, watcher);
    QVERIFY(m_watcher);
    m_registered = std::make_unique<CallSpy>(*m_bus, watcher, watcherPath);
    QVERIFY(m_bus->addProperty(watcher, watcherPath, watcher, u"IsStatusNotifierHostRegistered"_s, true));
    QVERIFY(m_bus->control(watcher, watcherPath, u"AddMethod"_s,
                           {watcher, u"RegisterStatusNotifierItem"_s, u"s"_s, u""_s, u""_s}));
    m_daemon = daemon();
    QVERIFY(m_daemon);
    m_notified = std::make_unique<CallSpy>(*m_bus, notifications, notificationsPath);
    QVERIFY(m_bus->connection().connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s, this,
                                        SLOT(onLauncher(QString, QVariantMap))));

    node::NodeConfig config;
    config.dataFolder = m_folder.filePath(u"node"_s);
    auto started = node::Node::start(config);
    QVERIFY(started);
    m_node = std::move(*started);
    m_url = QUrl(u"ws://127.0.0.1:%1/tim"_s.arg(m_node->port()));
    m_wire = std::make_unique<Wiretap>(m_node->port());
    m_accounts = std::make_unique<net::AccountClient>(m_clock);
    m_anna = person(u"Anna"_s);
    m_zoe = person(u"zoe"_s);
    QVERIFY(m_anna && m_zoe);
    m_bobId = ContactId(makeAccount(u"bob"_s));

    const QString folder = newFolder(u"bob"_s);
    {
        auto profile = store::Profile::open(folder + u"/profile"_s);
        QVERIFY(profile);
        (*profile)->saveSetting(u"preferences/busy-with-desktop"_s, u"yes"_s);
    }
    m_bob = program(u"bob"_s, folder);
    QTRY_VERIFY_WITH_TIMEOUT(isWindowVisible(), patience);
}

void tst_DesktopLife::cleanupTestCase()
{
    m_bob.reset();
    if (m_zoe)
        QCOMPARE(m_zoe->heard, QStringList());
    m_anna.reset();
    m_zoe.reset();
}

bool tst_DesktopLife::activateTray()
{
    auto call = QDBusMessage::createMethodCall(m_tray, u"/StatusNotifierItem"_s, item, u"Activate"_s);
    call << 0 << 0;
    return m_bus->connection().call(call).type() == QDBusMessage::ReplyMessage;
}

bool tst_DesktopLife::chooseInTray(const QString &row)
{
    const QString menu = u"com.canonical.dbusmenu"_s;
    auto layout = QDBusMessage::createMethodCall(m_tray, u"/MenuBar"_s, menu, u"GetLayout"_s);
    layout << 0 << -1 << QStringList();
    const QDBusMessage reply = m_bus->connection().call(layout);
    if (reply.arguments().size() != 2)
        return false;
    QMap<QString, int> ids;
    readMenu(reply.arguments().at(1).value<QDBusArgument>(), ids);
    if (!ids.contains(row))
        return false;
    auto event = QDBusMessage::createMethodCall(m_tray, u"/MenuBar"_s, menu, u"Event"_s);
    event << ids.value(row) << u"clicked"_s << QVariant::fromValue(QDBusVariant(0)) << 0U;
    return m_bus->connection().call(event).type() == QDBusMessage::ReplyMessage;
}

void tst_DesktopLife::hideWindow()
{
    // The menu learns a moment later what the window does.
    QTRY_VERIFY_WITH_TIMEOUT(!isWindowVisible() || chooseInTray(u"Hide window"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!isWindowVisible(), patience);
}

void tst_DesktopLife::theTrayOfTheBusShowsTheProgram()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_registered->count(u"RegisterStatusNotifierItem"_s), 1, patience);
    m_tray = m_registered->last(u"RegisterStatusNotifierItem"_s).constFirst().toString();
    QVERIFY(activateTray()); // nothing unread: hides, shows
    QTRY_VERIFY_WITH_TIMEOUT(!isWindowVisible(), patience);
    QVERIFY(activateTray());
    QTRY_VERIFY_WITH_TIMEOUT(isWindowVisible(), patience);
    QVERIFY(m_bob->isRunning());
    hideWindow();
}

void tst_DesktopLife::aRequestIsAcceptedInItsNotification()
{
    m_anna->session.addContact(m_bobId.node(), u"It is me"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 1, patience);
    QVERIFY(last().at(3).toString().contains(u"wants to be your contact"_s));
    QCOMPARE(last().at(4).toString(), u"It is me"_s);
    QCOMPARE(qdbus_cast<QStringList>(last().at(5)),
             QStringList({u"default"_s, u""_s, u"accept"_s, u"Accept"_s, u"decline"_s, u"Decline"_s}));
    QVERIFY(tell(u"ActionInvoked"_s, u"us"_s, {1U, u"accept"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_anna->session.roster().isAccepted(m_bobId), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->sees(m_bobId), Availability::Chat, patience);
    QTRY_COMPARE(m_notified->count(u"CloseNotification"_s), 1);
}

void tst_DesktopLife::aMessageIsAnsweredInItsNotification()
{
    const int before = shown();
    m_anna->writes(m_bobId, u"<Lunch> & more?"_s);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), before + 1, patience);
    QCOMPARE(last().at(1).toUInt(), 0U);
    QVERIFY(last().at(3).toString().contains(u"Anna"_s));
    QCOMPARE(last().at(4).toString(), u"&lt;Lunch&gt; &amp; more?"_s);
    QCOMPARE(qdbus_cast<QStringList>(last().at(5)).mid(2, 2), QStringList({u"inline-reply"_s, u"Reply"_s}));
    const auto hints = qdbus_cast<QVariantMap>(last().at(6));
    QVERIFY(hints.contains(u"image-data"_s));
    QVERIFY(hints.value(u"suppress-sound"_s).toBool()); // played by us
    QTRY_COMPARE(m_badge, 1);
    QVERIFY(tell(u"NotificationReplied"_s, u"us"_s, {2U, u"At twelve."_s}));
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->heard, QStringList{u"At twelve."_s}, patience);
    QTRY_COMPARE(m_badge, 0); // answered is read
}

void tst_DesktopLife::moreMessagesReplaceTheNotification()
{
    const int before = shown();
    m_anna->writes(m_bobId, u"one"_s);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), before + 1, patience);
    for (const auto &text : {u"two"_s, u"three"_s, u"four"_s})
        m_anna->writes(m_bobId, text);
    QTRY_COMPARE_WITH_TIMEOUT(last().at(4).toString(), u"four"_s, patience);
    QVERIFY(shown() <= before + 3);
    QVERIFY(last().at(1).toUInt() != 0); // in the place of the first
    QVERIFY2(last().at(3).toString().contains(u"(4 new)"_s), qPrintable(last().at(3).toString()));
    QTRY_COMPARE(m_badge, 4);
}

void tst_DesktopLife::aClickBringsTheWindow()
{
    QVERIFY(!isWindowVisible());
    const quint32 id = last().at(1).toUInt();
    QVERIFY(tell(u"ActivationToken"_s, u"us"_s, {id, u"token"_s}));
    QVERIFY(tell(u"ActionInvoked"_s, u"us"_s, {id, u"default"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(isWindowVisible(), patience);
    hideWindow();
}

void tst_DesktopLife::theTrayMenuSetsBusyAndNothingIsShownThen()
{
    QVERIFY(chooseInTray(u"Busy"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->sees(m_bobId), Availability::Busy, patience);
    const int before = shown();
    const int unread = m_badge;
    m_anna->writes(m_bobId, u"psst"_s);
    m_anna->writes(m_bobId, u"psst again"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_badge, unread + 2, patience); // it is there
    QCOMPARE(shown(), before);
    QVERIFY(chooseInTray(u"Chat"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->sees(m_bobId), Availability::Chat, patience);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), before + 1, patience);
    QCOMPARE(last().at(3).toString(), u"While you were busy"_s);
    QVERIFY2(last().at(4).toString().startsWith(u"2 "_s), qPrintable(last().at(4).toString()));
}

void tst_DesktopLife::aQuietDesktopMeansBusy()
{
    const auto inhibit = [&](bool on) {
        return m_bus->control(notifications, notificationsPath, u"UpdateProperties"_s,
                              {notifications, QVariantMap{{u"Inhibited"_s, on}}});
    };
    QVERIFY(inhibit(true));
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->sees(m_bobId), Availability::Busy, patience);
    QVERIFY(inhibit(false));
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->sees(m_bobId), Availability::Chat, patience);
}

void tst_DesktopLife::sleepMeansAway()
{
    auto daemon = m_systemBus->mock({u"--system"_s, u"--template"_s, u"logind"_s}, logind);
    QVERIFY(daemon);
    const auto sleep = [&](bool before) {
        return m_systemBus->emitSignal(logind, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                                       u"PrepareForSleep"_s, u"b"_s, {before});
    };
    QVERIFY(sleep(true));
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->sees(m_bobId), Availability::Away, patience);
    const qint64 said = m_wire->said;
    QVERIFY(sleep(false));
    QTRY_VERIFY_WITH_TIMEOUT(m_wire->said > said, 5'000); // the line is looked at
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->sees(m_bobId), Availability::Chat, patience);
}

void tst_DesktopLife::anotherNetworkMakesItProbe()
{
    auto daemon = m_systemBus->mock({u"--system"_s, u"--template"_s, u"networkmanager"_s}, manager);
    QVERIFY(daemon);
    // Its own pings are 25 s apart: three answers within three seconds each are no chance.
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!QTest::qWaitFor([said = m_wire->said, this] { return m_wire->said > said; }, 1'500) || i > 0);
        const qint64 said = m_wire->said;
        QVERIFY(m_systemBus->control(manager, u"/org/freedesktop/NetworkManager"_s, u"SetGlobalConnectionState"_s,
                                     {i % 2 == 0 ? 20U : 70U}));
        QTRY_VERIFY_WITH_TIMEOUT(m_wire->said > said, 3'000);
    }
    QCOMPARE(m_anna->sees(m_bobId), Availability::Chat);
}

void tst_DesktopLife::theNotificationServiceMayVanishAndComeBack()
{
    m_bus->end(m_daemon, notifications);
    const int before = m_badge;
    m_anna->writes(m_bobId, u"does anybody hear me?"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_badge, before + 1, patience); // the badge does
    m_daemon = daemon();
    QVERIFY(m_daemon);
    const int calls = shown();
    QTRY_VERIFY_WITH_TIMEOUT(([&] {
                                 m_anna->writes(m_bobId, u"and now?"_s);
                                 return QTest::qWaitFor([&] { return shown() > calls; }, 3'000);
                             })(),
                             patience);
    QVERIFY(m_bob->isRunning());
}

void tst_DesktopLife::aVanishingTrayGivesTheWindowBack()
{
    hideWindow();
    m_bus->end(m_watcher, watcher);
    QTRY_VERIFY_WITH_TIMEOUT(isWindowVisible(), patience);
}

void tst_DesktopLife::withoutAnyBusItWorks()
{
    m_bob.reset();
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->sees(m_bobId), Availability::Offline, patience);
    m_bob = program(u"bob"_s, m_folder.filePath(u"bob"_s),
                    {u"DBUS_SESSION_BUS_ADDRESS=disabled:"_s, u"DBUS_SYSTEM_BUS_ADDRESS=disabled:"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->sees(m_bobId), Availability::Chat, patience);
    m_anna->writes(m_bobId, u"Still there?"_s);
    QCOMPARE(m_bob->command({u"--status"_s, u"busy"_s}), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->sees(m_bobId), Availability::Busy, patience);
    QVERIFY(m_bob->isRunning());
    QCOMPARE(m_bob->command({u"--quit"_s}), 0);
    QVERIFY(m_bob->process.waitForFinished(patience));
    QCOMPARE(m_bob->process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(tst_DesktopLife)
#include "tst_desktop_life.moc"
