// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/application_service.h"

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using timbre::desktop::ApplicationService;

// The program as a desktop calls it, on a bus of the test's own, by GLib's tool: the same library desktops use.
class tst_ApplicationService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isActivated();
    void opensLinks();
    void doesActions();
    void tooMuchIsLeftOut();
    void theNameIsOnesOwn();

private:
    bool call(const QString &method, const QStringList &arguments)
    {
        QProcess process;
        process.start(m_gdbus,
                      QStringList{u"call"_s, u"--session"_s, u"--dest"_s,
                                  QLatin1StringView(ApplicationService::busName), u"--object-path"_s,
                                  QLatin1StringView(ApplicationService::objectPath), u"--method"_s,
                                  "org.freedesktop.Application."_L1 + method}
                          + arguments);
        const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 10'000);
        return ended && process.exitCode() == 0;
    }

    QString m_gdbus;
    ApplicationService m_service;
};

void tst_ApplicationService::initTestCase()
{
    m_gdbus = QStandardPaths::findExecutable(u"gdbus"_s);
    QVERIFY2(!m_gdbus.isEmpty(), "gdbus (libglib2.0-bin) is in scripts/packages.txt");
    QVERIFY(m_service.offer());
}

void tst_ApplicationService::isActivated()
{
    QSignalSpy activated(&m_service, &ApplicationService::activated);
    QVERIFY(call(u"Activate"_s, {u"{'activation-token': <'token-1'>}"_s}));
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.constFirst().constFirst().toString(), u"token-1"_s);
    QVERIFY(call(u"Activate"_s, {u"{'desktop-startup-id': <'id-2'>}"_s}));
    QCOMPARE(activated.constLast().constFirst().toString(), u"id-2"_s);
    QVERIFY(call(u"Activate"_s, {u"{}"_s}));
    QCOMPARE(activated.count(), 3);
}

void tst_ApplicationService::opensLinks()
{
    QSignalSpy opened(&m_service, &ApplicationService::linkOpened);
    QVERIFY(call(u"Open"_s, {u"['tim:alice', 'tim:bob']"_s, u"{}"_s}));
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened.constLast().constFirst().toString(), u"tim:bob"_s);
}

void tst_ApplicationService::doesActions()
{
    QSignalSpy chosen(&m_service, &ApplicationService::actionChosen);
    QVERIFY(call(u"ActivateAction"_s, {u"busy"_s, u"[]"_s, u"{}"_s}));
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.constFirst().constFirst().toString(), u"busy"_s);
}

void tst_ApplicationService::tooMuchIsLeftOut()
{
    QSignalSpy opened(&m_service, &ApplicationService::linkOpened);
    QStringList links;
    for (int i = 0; i < 100; ++i)
        links.append(u"tim:a%1"_s.arg(i));
    m_service.Open(links, {});
    QCOMPARE(opened.count(), ApplicationService::mostLinks);
    m_service.Open({QString(1'000'000, u'a')}, {});
    QCOMPARE(opened.count(), ApplicationService::mostLinks);
    QSignalSpy chosen(&m_service, &ApplicationService::actionChosen);
    m_service.ActivateAction(QString(1'000'000, u'a'), {}, {});
    QCOMPARE(chosen.count(), 0);
}

void tst_ApplicationService::theNameIsOnesOwn()
{
    ApplicationService second;
    QVERIFY(!second.offer());
}

QTEST_GUILESS_MAIN(tst_ApplicationService)
#include "tst_application_service.moc"
