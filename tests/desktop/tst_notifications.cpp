// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/notifications.h"
#include "support/fake_clock.h"
#include "support/mock_bus.h"

#include <QDBusArgument>
#include <QElapsedTimer>
#include <QSignalSpy>

using namespace timbre;
using namespace timbre::desktop;
using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
const QString everything = u"body body-markup actions inline-reply sound"_s;

Notification hello()
{
    Notification notification;
    notification.title = u"Anna <3"_s;
    notification.body = u"<b>Lunch</b> & more?"_s;
    notification.category = u"im.received"_s;
    notification.sound = u"message-new-instant"_s;
    notification.replyLabel = u"Reply"_s;
    notification.replyHint = u"Write to Anna"_s;
    notification.actions = {{u"later"_s, u"Later"_s}};
    return notification;
}

// What Notify was called with.
struct Notified {
    quint32 replaces = 0;
    QString title;
    QString body;
    QStringList actions;
    QVariantMap hints;
};

Notified notified(const QVariantList &arguments)
{
    if (arguments.size() != 8)
        return {};
    return {arguments.at(1).toUInt(), arguments.at(3).toString(), arguments.at(4).toString(),
            qdbus_cast<QStringList>(arguments.at(5)), qdbus_cast<QVariantMap>(arguments.at(6))};
}

} // namespace

// Against a notification service that can and says what a test wants, on a bus of the test's own.
class tst_Notifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void capabilitiesDecideWhatIsSent_data();
    void capabilitiesDecideWhatIsSent();
    void aPictureGoesAsPixels();
    void oneKeyIsReplacedAndNotStacked();
    void aClickTellsKeyAndToken();
    void aReplyTellsItsText();
    void whatOthersShowIsNotOurs();
    void whatIsClosedIsNewNextTime();
    void withdrawingClosesInSilence();
    void withoutServiceTheSoundIsOurs();
    void aServiceThatComesLateIsUsedAtOnce();
    void aServiceThatVanishesTakesItsNotificationsAlong();
    void aHangingServiceIsGivenUp();
    void noBusIsANormalCase();

private:
    std::unique_ptr<test::Helper> daemon(const QString &capabilities = everything);
    bool tell(const QString &signal, const QString &signature, const QVariantList &arguments)
    {
        return m_bus->emitSignal(service, path, service, signal, signature, arguments);
    }

    std::unique_ptr<test::MockBus> m_bus;
    std::unique_ptr<test::Helper> m_daemon;
    std::unique_ptr<test::CallSpy> m_calls;
    test::FakeClock m_clock;
};

void tst_Notifications::initTestCase()
{
    m_bus = test::MockBus::start();
    if (!m_bus)
        QSKIP("dbus-daemon or python3-dbusmock is not installed");
    QVERIFY(QDBusConnection::sessionBus().isConnected());
}

void tst_Notifications::init()
{
    if (m_daemon)
        m_bus->end(m_daemon, service);
    m_calls = std::make_unique<test::CallSpy>(*m_bus, service, path);
}

std::unique_ptr<test::Helper> tst_Notifications::daemon(const QString &capabilities)
{
    return m_bus->mock({u"--session"_s, u"--template"_s, u"notification_daemon"_s, u"-p"_s,
                        u"{\"capabilities\": \"%1\"}"_s.arg(capabilities)},
                       service);
}

void tst_Notifications::capabilitiesDecideWhatIsSent_data()
{
    QTest::addColumn<QString>("capabilities");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("actions");
    QTest::addColumn<bool>("playsSound");
    const QString escaped = u"&lt;b&gt;Lunch&lt;/b&gt; &amp; more?"_s;
    const QString plain = u"<b>Lunch</b> & more?"_s;
    QTest::newRow("KDE") << everything << escaped
                         << QStringList{u"default"_s, u""_s, u"inline-reply"_s, u"Reply"_s, u"later"_s, u"Later"_s}
                         << true;
    QTest::newRow("dunst") << u"actions body body-markup"_s << escaped
                           << QStringList{u"default"_s, u""_s, u"later"_s, u"Later"_s} << false;
    QTest::newRow("plain") << u"body"_s << plain << QStringList() << false;
    QTest::newRow("none") << u""_s << plain << QStringList() << false;
}

void tst_Notifications::capabilitiesDecideWhatIsSent()
{
    QFETCH(QString, capabilities);
    QFETCH(QString, body);
    QFETCH(QStringList, actions);
    QFETCH(bool, playsSound);
    m_daemon = daemon(capabilities);
    QVERIFY(m_daemon);
    Notifications notifications(m_clock);
    QSignalSpy sounds(&notifications, &Notifications::soundWanted);
    notifications.show(u"anna"_s, hello());
    QTRY_COMPARE(m_calls->count(u"Notify"_s), 1);
    const Notified got = notified(m_calls->last(u"Notify"_s));
    QCOMPARE(got.replaces, 0U);
    QCOMPARE(got.title, u"Anna <3"_s);
    QCOMPARE(got.body, body);
    QCOMPARE(got.actions, actions);
    QCOMPARE(got.hints.value(u"urgency"_s), QVariant::fromValue(uchar(1)));
    QCOMPARE(got.hints.value(u"category"_s).toString(), u"im.received"_s);
    QCOMPARE(got.hints.value(u"desktop-entry"_s).toString(), u"io.github.timbre.Timbre"_s);
    QCOMPARE(got.hints.value(u"x-kde-reply-placeholder-text"_s).toString(), u"Write to Anna"_s);
    // The sound is played by one of the two.
    QCOMPARE(got.hints.value(u"sound-name"_s).toString(), playsSound ? u"message-new-instant"_s : QString());
    QCOMPARE(got.hints.value(u"suppress-sound"_s).toBool(), !playsSound);
    QCOMPARE(sounds.size(), playsSound ? 0 : 1);
}

void tst_Notifications::aPictureGoesAsPixels()
{
    m_daemon = daemon();
    Notifications notifications(m_clock);
    Notification notification = hello();
    notification.sound.clear();
    notification.image = QImage(3, 2, QImage::Format_RGB32);
    notification.image.fill(qRgb(1, 2, 3));
    notifications.show(u"anna"_s, notification);
    QTRY_COMPARE(m_calls->count(u"Notify"_s), 1);
    const Notified got = notified(m_calls->last(u"Notify"_s));
    QCOMPARE(got.hints.value(u"suppress-sound"_s).toBool(), true);
    const auto picture = got.hints.value(u"image-data"_s).value<QDBusArgument>();
    QCOMPARE(picture.currentSignature(), u"(iiibiiay)"_s);
    int width = 0;
    int height = 0;
    int stride = 0;
    bool alpha = false;
    int bits = 0;
    int channels = 0;
    QByteArray bytes;
    picture.beginStructure();
    picture >> width >> height >> stride >> alpha >> bits >> channels >> bytes;
    picture.endStructure();
    QCOMPARE(QList<int>({width, height, stride, bits, channels}), QList<int>({3, 2, 12, 8, 4}));
    QVERIFY(alpha);
    QCOMPARE(bytes, QByteArray("\1\2\3\xff").repeated(6));
}

void tst_Notifications::oneKeyIsReplacedAndNotStacked()
{
    m_daemon = daemon();
    Notifications notifications(m_clock);
    Notification notification = hello();
    for (int i = 0; i < 10; ++i) { // none of them answered yet
        notification.body = QString::number(i);
        notifications.show(u"anna"_s, notification);
    }
    notifications.show(u"ben"_s, notification);
    QTRY_COMPARE(m_calls->count(u"Notify"_s), 2); // all of Anna's became one while the service was asked
    notification.body = u"again"_s;
    notifications.show(u"anna"_s, notification);
    QTRY_COMPARE(m_calls->count(u"Notify"_s), 3);
    QSet<quint32> replaced;
    for (const auto &call : std::as_const(m_calls->calls)) {
        if (call.method == "Notify"_L1)
            replaced.insert(notified(call.arguments).replaces);
    }
    QCOMPARE(replaced.size(), 2); // 0 for the new ones, and Anna's
    QCOMPARE(notified(m_calls->last(u"Notify"_s)).body, u"again"_s);
    QVERIFY(notified(m_calls->last(u"Notify"_s)).replaces != 0);
}

void tst_Notifications::aClickTellsKeyAndToken()
{
    m_daemon = daemon();
    Notifications notifications(m_clock);
    QSignalSpy clicks(&notifications, &Notifications::activated);
    notifications.show(u"anna"_s, hello());
    QTRY_COMPARE(m_calls->count(u"Notify"_s), 1);
    QTRY_VERIFY(tell(u"ActivationToken"_s, u"us"_s, {1U, u"token-7"_s}));
    QVERIFY(tell(u"ActionInvoked"_s, u"us"_s, {1U, u"default"_s}));
    QTRY_COMPARE(clicks.size(), 1);
    QCOMPARE(clicks.constFirst(), QVariantList({u"anna"_s, u""_s, u"token-7"_s}));
    QVERIFY(tell(u"ActionInvoked"_s, u"us"_s, {1U, u"later"_s}));
    QTRY_COMPARE(clicks.size(), 2);
    QCOMPARE(clicks.constLast(), QVariantList({u"anna"_s, u"later"_s, u""_s})); // a token is for one use
}

void tst_Notifications::aReplyTellsItsText()
{
    m_daemon = daemon();
    Notifications notifications(m_clock);
    QSignalSpy replies(&notifications, &Notifications::replied);
    QSignalSpy clicks(&notifications, &Notifications::activated);
    notifications.show(u"anna"_s, hello());
    QTRY_COMPARE(m_calls->count(u"Notify"_s), 1);
    QVERIFY(tell(u"ActionInvoked"_s, u"us"_s, {1U, u"inline-reply"_s})); // some say that too
    QVERIFY(tell(u"NotificationReplied"_s, u"us"_s, {1U, u"  "_s}));
    QVERIFY(tell(u"NotificationReplied"_s, u"us"_s, {1U, u"At twelve."_s}));
    QTRY_COMPARE(replies.size(), 1);
    QCOMPARE(replies.constFirst(), QVariantList({u"anna"_s, u"At twelve."_s}));
    QVERIFY(tell(u"NotificationReplied"_s, u"us"_s, {1U, QString(100'000, u'x')}));
    QTRY_COMPARE(replies.size(), 2);
    QCOMPARE(replies.constLast().constLast().toString().size(), Notifications::longestReply);
    QCOMPARE(clicks.size(), 0);
}

void tst_Notifications::whatOthersShowIsNotOurs()
{
    m_daemon = daemon();
    Notifications notifications(m_clock);
    QSignalSpy replies(&notifications, &Notifications::replied);
    QSignalSpy clicks(&notifications, &Notifications::activated);
    QSignalSpy closings(&notifications, &Notifications::closed);
    notifications.show(u"anna"_s, hello());
    QTRY_COMPARE(m_calls->count(u"Notify"_s), 1);
    for (const quint32 id : {0U, 2U, 4'000'000'000U}) {
        QVERIFY(tell(u"ActionInvoked"_s, u"us"_s, {id, u"default"_s}));
        QVERIFY(tell(u"NotificationReplied"_s, u"us"_s, {id, u"hello"_s}));
        QVERIFY(tell(u"NotificationClosed"_s, u"uu"_s, {id, 2U}));
    }
    QVERIFY(tell(u"ActionInvoked"_s, u"us"_s, {1U, u"default"_s}));
    QTRY_COMPARE(clicks.size(), 1);
    QCOMPARE(replies.size(), 0);
    QCOMPARE(closings.size(), 0);
}

void tst_Notifications::whatIsClosedIsNewNextTime()
{
    m_daemon = daemon();
    Notifications notifications(m_clock);
    QSignalSpy closings(&notifications, &Notifications::closed);
    notifications.show(u"anna"_s, hello());
    QTRY_COMPARE(m_calls->count(u"Notify"_s), 1);
    QVERIFY(tell(u"NotificationClosed"_s, u"uu"_s, {1U, 2U}));
    QTRY_COMPARE(closings.size(), 1);
    notifications.show(u"anna"_s, hello());
    QTRY_COMPARE(m_calls->count(u"Notify"_s), 2);
    QCOMPARE(notified(m_calls->last(u"Notify"_s)).replaces, 0U);
}

void tst_Notifications::withdrawingClosesInSilence()
{
    m_daemon = daemon();
    Notifications notifications(m_clock);
    QSignalSpy closings(&notifications, &Notifications::closed);
    notifications.show(u"anna"_s, hello());
    QTRY_COMPARE(m_calls->count(u"Notify"_s), 1);
    notifications.show(u"anna"_s, hello()); // is being sent when it is withdrawn
    notifications.withdraw(u"anna"_s);
    QTRY_COMPARE(m_calls->count(u"CloseNotification"_s), 1);
    QCOMPARE(m_calls->last(u"CloseNotification"_s).constFirst().toInt(), 1);
    notifications.withdraw(u"nobody"_s);
    notifications.show(u"ben"_s, hello());
    QTRY_VERIFY(notified(m_calls->last(u"Notify"_s)).replaces == 0);
    QCOMPARE(closings.size(), 0);
}

void tst_Notifications::withoutServiceTheSoundIsOurs()
{
    Notifications notifications(m_clock);
    QSignalSpy missing(&notifications, &Notifications::notShown);
    QSignalSpy sounds(&notifications, &Notifications::soundWanted);
    notifications.show(u"anna"_s, hello());
    QTRY_COMPARE(missing.size(), 1);
    QCOMPARE(missing.constFirst(), QVariantList{u"anna"_s});
    QCOMPARE(sounds.size(), 1);
    notifications.show(u"anna"_s, hello()); // known by now
    QCOMPARE(missing.size(), 2);
}

void tst_Notifications::aServiceThatComesLateIsUsedAtOnce()
{
    Notifications notifications(m_clock);
    QSignalSpy missing(&notifications, &Notifications::notShown);
    notifications.show(u"anna"_s, hello());
    QTRY_COMPARE(missing.size(), 1);
    m_daemon = daemon();
    QVERIFY(m_daemon);
    QCoreApplication::processEvents();
    notifications.show(u"anna"_s, hello());
    QTRY_COMPARE(m_calls->count(u"Notify"_s), 1);
    QCOMPARE(missing.size(), 1);
}

void tst_Notifications::aServiceThatVanishesTakesItsNotificationsAlong()
{
    m_daemon = daemon();
    Notifications notifications(m_clock);
    QSignalSpy closings(&notifications, &Notifications::closed);
    QSignalSpy missing(&notifications, &Notifications::notShown);
    notifications.show(u"anna"_s, hello());
    QTRY_COMPARE(m_calls->count(u"Notify"_s), 1);
    m_bus->end(m_daemon, service);
    QTRY_COMPARE(closings.size(), 1);
    notifications.show(u"anna"_s, hello());
    QTRY_COMPARE(missing.size(), 1);
    m_daemon = daemon();
    QTRY_VERIFY(([&] {
        notifications.show(u"anna"_s, hello());
        return m_calls->count(u"Notify"_s) >= 2;
    })());
    QCOMPARE(notified(m_calls->last(u"Notify"_s)).title, u"Anna <3"_s);
}

void tst_Notifications::aHangingServiceIsGivenUp()
{
    m_daemon = m_bus->mock({u"--session"_s, service, path, service}, service);
    QVERIFY(m_daemon);
    QVERIFY(
        m_bus->control(service, path, u"AddMethod"_s,
                       {service, u"GetCapabilities"_s, u""_s, u"as"_s, u"import time; time.sleep(60); ret = []"_s}));
    Notifications notifications(m_clock);
    QSignalSpy missing(&notifications, &Notifications::notShown);
    QElapsedTimer timer;
    timer.start();
    notifications.show(u"anna"_s, hello());
    QVERIFY(timer.elapsed() < 1'000); // waits for nobody
    QTRY_COMPARE_WITH_TIMEOUT(missing.size(), 1, 20'000);
    notifications.show(u"anna"_s, hello());
    QCOMPARE(missing.size(), 2); // and does not try it again and again
    m_clock.advance(Notifications::retryTime);
    notifications.show(u"anna"_s, hello());
    QCOMPARE(missing.size(), 2);
}

void tst_Notifications::noBusIsANormalCase()
{
    m_calls.reset();
    m_bus.reset();
    QTRY_VERIFY(!QDBusConnection::sessionBus().isConnected());
    Notifications notifications(m_clock);
    QSignalSpy missing(&notifications, &Notifications::notShown);
    notifications.show(u"anna"_s, hello());
    QCOMPARE(missing.size(), 1);
    notifications.withdraw(u"anna"_s);
}

QTEST_GUILESS_MAIN(tst_Notifications)
#include "tst_notifications.moc"
