// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/single_instance.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using timbre::desktop::SingleInstance;

class tst_SingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_name = u"test%1"_s.arg(++m_count); }
    void theSecondHearsThatItIsLater();
    void anotherNameIsAnotherProgram();
    void aMessageIsAnswered();
    void anEarlyCallerWaits();
    void nobodyIsRunning();
    void askingTakesNothingFromWhoeverStarts();
    void aCrashedOneLeavesNothingInTheWay();
    void anEndlessLineIsCutOff();
    void aSilentCallerDisturbsNobody();

private:
    static auto tellLater(const QString &name, const QByteArray &message)
    {
        return QtConcurrent::run([=] {
            const auto answer = SingleInstance::tell(name, message);
            return answer ? *answer : QByteArray("none");
        });
    }
    static QString socketOf(const QString &name)
    {
        return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + "/timbre-"_L1 + name;
    }

    QString m_name;
    int m_count = 0;
};

void tst_SingleInstance::theSecondHearsThatItIsLater()
{
    SingleInstance second(m_name);
    {
        SingleInstance first(m_name);
        QCOMPARE(first.claim(), SingleInstance::Role::First);
        QCOMPARE(second.claim(), SingleInstance::Role::Later);
    }
    QCOMPARE(second.claim(), SingleInstance::Role::First);
}

void tst_SingleInstance::anotherNameIsAnotherProgram()
{
    SingleInstance first(m_name);
    SingleInstance other(m_name + u"b"_s);
    QCOMPARE(first.claim(), SingleInstance::Role::First);
    QCOMPARE(other.claim(), SingleInstance::Role::First);
    other.listen([](const QByteArray &) { return QByteArray("wrong"); });
    first.listen([](const QByteArray &) { return QByteArray("right"); });
    auto answer = tellLater(m_name, "x");
    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(answer.result(), QByteArray("right"));
}

void tst_SingleInstance::aMessageIsAnswered()
{
    SingleInstance first(m_name);
    QCOMPARE(first.claim(), SingleInstance::Role::First);
    QList<QByteArray> heard;
    first.listen([&](const QByteArray &message) {
        heard.append(message);
        return "got " + message;
    });
    auto one = tellLater(m_name, "one");
    QTRY_VERIFY(one.isFinished());
    auto two = tellLater(m_name, "two");
    QTRY_VERIFY(two.isFinished());
    QCOMPARE(one.result(), QByteArray("got one"));
    QCOMPARE(two.result(), QByteArray("got two"));
    QCOMPARE(heard, (QList<QByteArray>{"one", "two"}));
}

void tst_SingleInstance::anEarlyCallerWaits()
{
    SingleInstance first(m_name);
    QCOMPARE(first.claim(), SingleInstance::Role::First);
    auto answer = tellLater(m_name, "early");
    QVERIFY(!QTest::qWaitFor([&] { return answer.isFinished(); }, 100));
    QVERIFY(first.listen([](const QByteArray &message) { return message; }));
    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(answer.result(), QByteArray("early"));
}

void tst_SingleInstance::nobodyIsRunning()
{
    const auto answer = SingleInstance::tell(m_name, "hello");
    QVERIFY(!answer);
    QCOMPARE(answer.error(), SingleInstance::TellError::NotRunning);
}

void tst_SingleInstance::askingTakesNothingFromWhoeverStarts()
{
    const auto changed
        = [] { return QFileInfo(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)).lastModified(); };
    const QDateTime before = changed();
    QVERIFY(!SingleInstance::tell(m_name, "hello"));
    QCOMPARE(changed(), before); // not even for a moment was there a lock
}

void tst_SingleInstance::aCrashedOneLeavesNothingInTheWay()
{
    QFile leftover(socketOf(m_name));
    QVERIFY(leftover.open(QIODevice::WriteOnly));
    leftover.close();
    SingleInstance first(m_name);
    QCOMPARE(first.claim(), SingleInstance::Role::First);
    first.listen([](const QByteArray &message) { return message; });
    auto answer = tellLater(m_name, "alive");
    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(answer.result(), QByteArray("alive"));
}

void tst_SingleInstance::anEndlessLineIsCutOff()
{
    SingleInstance first(m_name);
    QCOMPARE(first.claim(), SingleInstance::Role::First);
    bool called = false;
    first.listen([&](const QByteArray &) {
        called = true;
        return QByteArray();
    });
    QLocalSocket caller;
    QSignalSpy gone(&caller, &QLocalSocket::disconnected);
    caller.connectToServer(socketOf(m_name));
    caller.write(QByteArray(4 * SingleInstance::maxMessage, 'x'));
    QVERIFY(gone.count() > 0 || gone.wait());
    QVERIFY(!called);
}

void tst_SingleInstance::aSilentCallerDisturbsNobody()
{
    SingleInstance first(m_name);
    QCOMPARE(first.claim(), SingleInstance::Role::First);
    first.listen([](const QByteArray &message) { return message; });
    QLocalSocket silent;
    silent.connectToServer(socketOf(m_name));
    QTRY_COMPARE(silent.state(), QLocalSocket::ConnectedState);
    auto answer = tellLater(m_name, "still here");
    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(answer.result(), QByteArray("still here"));
    QCOMPARE(silent.state(), QLocalSocket::ConnectedState);
}

QTEST_GUILESS_MAIN(tst_SingleInstance)
#include "tst_single_instance.moc"
