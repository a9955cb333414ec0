// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/bus_idle_reader.h"
#include "desktop/desk_watch.h"
#include "desktop/screen_idle_reader.h"
#include "support/fake_clock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace timbre;
using namespace timbre::desktop;
using namespace Qt::StringLiterals;

namespace {

const QString python = u"/usr/bin/python3"_s; // Debian's, which has Debian's modules
constexpr auto mockInterface = "org.freedesktop.DBus.Mock"_L1;

// A program of the test; ends with it.
class Helper : public QProcess
{
public:
    ~Helper() override
    {
        kill();
        waitForFinished();
    }
};

// A reader that answers what and when the test says.
class ScriptedReader final : public IdleReader
{
public:
    explicit ScriptedReader(std::optional<qint64> answer = {}, bool hangs = false) :
        m_answer(answer),
        m_hangs(hangs) { }
    void read(Done done) override
    {
        ++reads;
        if (!m_hangs)
            done(m_answer);
        else
            waiting = std::move(done);
    }

    int reads = 0;
    Done waiting;

private:
    std::optional<qint64> m_answer;
    bool m_hangs;
};

} // namespace

class tst_DeskWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFirstThatAnswersIsUsed();
    void aHangingReaderMakesWay();
    void withoutAnySourceItAsksAgainAfterAMinute();
    void mutterTellsTheIdleTime();
    void aScreenSaverThatAlwaysSaysZeroIsNotBelieved();
    void aHangingServiceIsGivenUp();
    void logindTellsLockAndSleep();
    void aScreenSaverTellsItsLock();
    void theScreenTellsItsIdleTime();
    void noBusIsANormalCase();

private:
    std::unique_ptr<Helper> startBus(const char *variable);
    std::unique_ptr<Helper> mock(const QStringList &arguments, const QString &service, bool system = false);
    bool control(const QString &service, const QString &path, const QString &method, const QVariantList &arguments,
                 bool system = false);
    static std::optional<qint64> readOnce(IdleReader &reader, bool *answered);

    std::unique_ptr<Helper> m_sessionBus;
    std::unique_ptr<Helper> m_systemBus;
    bool m_hasMock = false;
};

std::unique_ptr<Helper> tst_DeskWatch::startBus(const char *variable)
{
    auto bus = std::make_unique<Helper>();
    bus->start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (!bus->waitForStarted() || !bus->waitForReadyRead())
        return nullptr;
    qputenv(variable, bus->readLine().trimmed());
    return bus;
}

void tst_DeskWatch::initTestCase()
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
        return;
    m_sessionBus = startBus("DBUS_SESSION_BUS_ADDRESS");
    m_systemBus = startBus("DBUS_SYSTEM_BUS_ADDRESS");
    QVERIFY(m_sessionBus && m_systemBus);
    QVERIFY(QDBusConnection::sessionBus().isConnected());
    QVERIFY(QDBusConnection::systemBus().isConnected());
    m_hasMock = QProcess::execute(python, {u"-c"_s, u"import dbusmock"_s}) == 0;
}

std::unique_ptr<Helper> tst_DeskWatch::mock(const QStringList &arguments, const QString &service, bool system)
{
    auto program = std::make_unique<Helper>();
    program->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program->start(python, QStringList{u"-m"_s, u"dbusmock"_s, system ? u"--system"_s : u"--session"_s} + arguments);
    const QDBusConnection bus = system ? QDBusConnection::systemBus() : QDBusConnection::sessionBus();
    const auto isThere = [&] {
        auto call = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/"_s, u"org.freedesktop.DBus"_s,
                                                   u"NameHasOwner"_s);
        call << service;
        return QDBusReply<bool>(bus.call(call)).value();
    };
    return QTest::qWaitFor(isThere, 10'000) ? std::move(program) : nullptr;
}

bool tst_DeskWatch::control(const QString &service, const QString &path, const QString &method,
                            const QVariantList &arguments, bool system)
{
    auto call = QDBusMessage::createMethodCall(service, path, mockInterface, method);
    call.setArguments(arguments);
    const QDBusConnection bus = system ? QDBusConnection::systemBus() : QDBusConnection::sessionBus();
    const QDBusMessage reply = bus.call(call);
    if (reply.type() == QDBusMessage::ErrorMessage)
        qWarning("%s", qPrintable(reply.errorMessage()));
    return reply.type() == QDBusMessage::ReplyMessage;
}

std::optional<qint64> tst_DeskWatch::readOnce(IdleReader &reader, bool *answered)
{
    std::optional<qint64> result;
    *answered = false;
    reader.read([&](std::optional<qint64> idleFor) {
        result = idleFor;
        *answered = true;
    });
    *answered = QTest::qWaitFor([&] { return *answered; }, 10'000);
    return result;
}

void tst_DeskWatch::theFirstThatAnswersIsUsed()
{
    test::FakeClock clock;
    std::vector<std::unique_ptr<IdleReader>> readers;
    readers.push_back(std::make_unique<ScriptedReader>());
    auto second = std::make_unique<ScriptedReader>(5'000);
    auto third = std::make_unique<ScriptedReader>(7'000);
    const ScriptedReader &used = *second;
    const ScriptedReader &bystander = *third;
    readers.push_back(std::move(second));
    readers.push_back(std::move(third));
    DeskWatch desk(std::move(readers), clock);
    QSignalSpy changed(&desk, &core::IdleSource::factsChanged);
    desk.poll();
    QCOMPARE(desk.facts().idleFor, std::optional<qint64>(5'000));
    QCOMPARE(desk.facts().readAt, clock.monotonic());
    clock.advance(1'000);
    desk.poll();
    QCOMPARE(desk.facts().readAt, clock.monotonic());
    QCOMPARE(used.reads, 2);
    QCOMPARE(bystander.reads, 0);
    QCOMPARE(changed.size(), 2);
}

void tst_DeskWatch::aHangingReaderMakesWay()
{
    test::FakeClock clock;
    std::vector<std::unique_ptr<IdleReader>> readers;
    auto first = std::make_unique<ScriptedReader>(std::nullopt, true);
    ScriptedReader &hanging = *first;
    readers.push_back(std::move(first));
    readers.push_back(std::make_unique<ScriptedReader>(5'000));
    DeskWatch desk(std::move(readers), clock);
    desk.poll();
    desk.poll(); // still asking
    QCOMPARE(hanging.reads, 1);
    QVERIFY(!desk.facts().idleFor);
    clock.advance(3'000);
    QCOMPARE(desk.facts().idleFor, std::optional<qint64>(5'000));
    hanging.waiting(1); // too late
    QCOMPARE(desk.facts().idleFor, std::optional<qint64>(5'000));
}

void tst_DeskWatch::withoutAnySourceItAsksAgainAfterAMinute()
{
    test::FakeClock clock;
    std::vector<std::unique_ptr<IdleReader>> readers;
    auto only = std::make_unique<ScriptedReader>();
    const ScriptedReader &reader = *only;
    readers.push_back(std::move(only));
    DeskWatch desk(std::move(readers), clock);
    for (int i = 0; i < 10; ++i) {
        desk.poll();
        clock.advance(5'000);
    }
    QVERIFY(!desk.facts().idleFor);
    QCOMPARE(reader.reads, 1);
    clock.advance(10'000);
    desk.poll();
    QCOMPARE(reader.reads, 2);
}

void tst_DeskWatch::mutterTellsTheIdleTime()
{
    if (!m_hasMock)
        QSKIP("python3-dbusmock is not installed");
    BusIdleReader reader(BusIdleReader::Service::Mutter);
    bool answered = false;
    QCOMPARE(readOnce(reader, &answered), std::nullopt); // nobody there
    QVERIFY(answered);
    const QString name = u"org.gnome.Mutter.IdleMonitor"_s;
    const QString path = u"/org/gnome/Mutter/IdleMonitor/Core"_s;
    const auto mutter = mock({name, path, name}, name);
    QVERIFY(mutter);
    QVERIFY(control(name, path, u"AddMethod"_s, {name, u"GetIdletime"_s, u""_s, u"t"_s, u"ret = 123456"_s}));
    QCOMPARE(readOnce(reader, &answered), std::optional<qint64>(123'456));
    QVERIFY(control(name, path, u"AddMethod"_s, {name, u"GetIdletime"_s, u""_s, u"s"_s, u"ret = 'soon'"_s}));
    QCOMPARE(readOnce(reader, &answered), std::nullopt);
    QVERIFY(answered);
    QVERIFY(control(name, path, u"AddMethod"_s, {name, u"GetIdletime"_s, u""_s, u"t"_s, u"ret = 2**64 - 1"_s}));
    QCOMPARE(readOnce(reader, &answered), std::nullopt);
    QVERIFY(control(name, path, u"AddMethod"_s, {name, u"GetIdletime"_s, u""_s, u"t"_s, u"ret = 0"_s}));
    QCOMPARE(readOnce(reader, &answered), std::optional<qint64>(0));
}

void tst_DeskWatch::aScreenSaverThatAlwaysSaysZeroIsNotBelieved()
{
    if (!m_hasMock)
        QSKIP("python3-dbusmock is not installed");
    const QString name = u"org.freedesktop.ScreenSaver"_s;
    const QString path = u"/org/freedesktop/ScreenSaver"_s;
    const auto saver = mock({name, path, name}, name);
    QVERIFY(saver);
    BusIdleReader reader(BusIdleReader::Service::ScreenSaver);
    bool answered = false;
    QVERIFY(control(name, path, u"AddMethod"_s, {name, u"GetSessionIdleTime"_s, u""_s, u"u"_s, u"ret = 0"_s}));
    QCOMPARE(readOnce(reader, &answered), std::nullopt);
    QVERIFY(answered);
    QVERIFY(control(name, path, u"AddMethod"_s, {name, u"GetSessionIdleTime"_s, u""_s, u"u"_s, u"ret = 4000"_s}));
    QCOMPARE(readOnce(reader, &answered), std::optional<qint64>(4'000));
    QVERIFY(control(name, path, u"AddMethod"_s, {name, u"GetSessionIdleTime"_s, u""_s, u"u"_s, u"ret = 0"_s}));
    QCOMPARE(readOnce(reader, &answered), std::optional<qint64>(0)); // it knows
}

void tst_DeskWatch::aHangingServiceIsGivenUp()
{
    if (!m_hasMock)
        QSKIP("python3-dbusmock is not installed");
    const QString name = u"org.gnome.Mutter.IdleMonitor"_s;
    const QString path = u"/org/gnome/Mutter/IdleMonitor/Core"_s;
    const auto mutter = mock({name, path, name}, name);
    QVERIFY(mutter);
    QVERIFY(control(name, path, u"AddMethod"_s,
                    {name, u"GetIdletime"_s, u""_s, u"t"_s, u"import time; time.sleep(60); ret = 1"_s}));
    BusIdleReader reader(BusIdleReader::Service::Mutter);
    bool answered = false;
    QElapsedTimer timer;
    timer.start();
    reader.read([&](std::optional<qint64> idleFor) { answered = !idleFor; });
    QVERIFY(timer.elapsed() < 500); // waits for nobody
    QTRY_VERIFY_WITH_TIMEOUT(answered, 10'000);
}

void tst_DeskWatch::logindTellsLockAndSleep()
{
    if (!m_hasMock)
        QSKIP("python3-dbusmock is not installed");
    const QString name = u"org.freedesktop.login1"_s;
    const auto logind = mock({u"--template"_s, u"logind"_s}, name, true);
    QVERIFY(logind);
    const QString path = u"/org/freedesktop/login1/session/auto"_s;
    const QString session = u"org.freedesktop.login1.Session"_s;
    QVERIFY(control(name, u"/org/freedesktop/login1"_s, u"AddSession"_s, {u"auto"_s, u"seat0"_s, 500U, u"joe"_s, true},
                    true));
    const auto setHint = [&](bool locked) {
        return control(name, path, u"UpdateProperties"_s, {session, QVariantMap{{u"LockedHint"_s, locked}}}, true);
    };
    const auto sleep = [&](bool before) {
        return control(name, u"/org/freedesktop/login1"_s, u"EmitSignal"_s,
                       {u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, u"b"_s,
                        QVariantList{QVariant::fromValue(QDBusVariant(before))}},
                       true);
    };
    auto add = QDBusMessage::createMethodCall(name, path, mockInterface, u"AddProperty"_s);
    add << session << u"LockedHint"_s << QVariant::fromValue(QDBusVariant(false));
    QDBusConnection::systemBus().call(add); // newer templates have it
    test::FakeClock clock;
    DeskWatch desk({}, clock);
    QVERIFY(!desk.facts().seesLock);
    desk.poll();
    QTRY_VERIFY(desk.facts().seesLock);
    QVERIFY(!desk.facts().locked);
    QVERIFY(setHint(true));
    QTRY_VERIFY(desk.facts().locked);
    QVERIFY(setHint(false));
    QTRY_VERIFY(!desk.facts().locked);
    QVERIFY(sleep(true));
    QTRY_VERIFY(desk.facts().asleep);
    QVERIFY(sleep(false));
    QTRY_VERIFY(!desk.facts().asleep);
}

void tst_DeskWatch::aScreenSaverTellsItsLock()
{
    if (!m_sessionBus)
        QSKIP("dbus-daemon is not installed");
    test::FakeClock clock;
    DeskWatch desk({}, clock);
    desk.poll();
    const auto tell = [](bool active) {
        auto signal
            = QDBusMessage::createSignal(u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s);
        signal << active;
        return QDBusConnection::sessionBus().send(signal);
    };
    QVERIFY(tell(true));
    QTRY_VERIFY(desk.facts().locked);
    QVERIFY(tell(false));
    QTRY_VERIFY(!desk.facts().locked);
}

void tst_DeskWatch::theScreenTellsItsIdleTime()
{
    if (QStandardPaths::findExecutable(u"Xvfb"_s).isEmpty())
        QSKIP("Xvfb is not installed");
    Helper server;
    server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"100x100x24"_s, u"-nolisten"_s, u"tcp"_s});
    QVERIFY(server.waitForStarted() && server.waitForReadyRead(20'000));
    qputenv("DISPLAY", ":" + server.readLine().trimmed());
    const auto restore = qScopeGuard([] { qunsetenv("DISPLAY"); });
    ScreenIdleReader reader;
    bool answered = false;
    const std::optional<qint64> first = readOnce(reader, &answered);
    QVERIFY(first && *first >= 0 && *first < 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(readOnce(reader, &answered).value_or(0) > *first, 5'000); // nobody touches it
    {
        qputenv("WAYLAND_DISPLAY", "wayland-0");
        const auto unset = qScopeGuard([] { qunsetenv("WAYLAND_DISPLAY"); });
        ScreenIdleReader underWayland;
        QCOMPARE(readOnce(underWayland, &answered), std::nullopt);
        QVERIFY(answered);
    }
    server.kill();
    QVERIFY(server.waitForFinished());
    QCOMPARE(readOnce(reader, &answered), std::nullopt); // and this program lives on
    QVERIFY(answered);
}

void tst_DeskWatch::noBusIsANormalCase()
{
    // What happens at the end of a session: both buses are gone.
    m_sessionBus.reset();
    m_systemBus.reset();
    QTRY_VERIFY(!QDBusConnection::sessionBus().isConnected());
    qunsetenv("DISPLAY");
    test::FakeClock clock;
    DeskWatch desk(clock);
    desk.poll();
    clock.advance(10'000);
    QCOMPARE(desk.facts(), core::DeskFacts());
}

QTEST_GUILESS_MAIN(tst_DeskWatch)
#include "tst_desk_watch.moc"
