// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/text.h"
#include "gui/language.h"
#include "gui/words.h"

#include <QDateTime>
#include <QSet>
#include <QTest>

using namespace timbre;
using namespace Qt::StringLiterals;
using core::ConnectionProblem;
using core::ConnectionState;
using core::RequestProblem;

class tst_Words : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProblemHasASentenceOfItsOwn_data();
    void everyProblemHasASentenceOfItsOwn();
    void everyStateSaysWhatHappens();
    void detailsCarryTheServersCode();
    void aNameCannotTurnTheSentence();
    void ages_data();
    void ages();
    void anAgeChangesExactlyWhenItSays();
    void momentsAreTimesNotAges();
    void ends_data();
    void ends();
};

void tst_Words::everyProblemHasASentenceOfItsOwn_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("zh_CN") << u"zh_CN"_s;
}

void tst_Words::everyProblemHasASentenceOfItsOwn()
{
    QFETCH(QString, language);
    const test::Language speaks(language);
    QVERIFY(speaks.isReady());
    QSet<QString> sentences;
    QSet<QString> details;
    const int last = static_cast<int>(ConnectionProblem::BadAddress);
    for (int i = 0; i <= last; ++i) {
        core::ConnectionStatus status;
        status.state = ConnectionState::Blocked;
        status.problem = static_cast<ConnectionProblem>(i);
        const QString sentence = gui::words::connectionSentence(status, -1);
        QVERIFY(!sentence.isEmpty());
        QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
        sentences.insert(sentence);
        details.insert(gui::words::connectionDetails(status));
    }
    QCOMPARE(details.size(), last + 1);
    const int lastRequest = static_cast<int>(RequestProblem::ServerError);
    for (int i = 0; i <= lastRequest; ++i) {
        const QString sentence = gui::words::requestSentence(static_cast<RequestProblem>(i), u"bob"_s);
        QVERIFY(!sentence.isEmpty());
        QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
        sentences.insert(sentence);
    }
    if (language == u"zh_CN"_s) {
        for (const QString &sentence : std::as_const(sentences))
            QVERIFY2(sentence.at(0).unicode() >= 0x2000,
                     qPrintable(sentence)); // none is left in English
    }
}

void tst_Words::everyStateSaysWhatHappens()
{
    const test::Language speaks(u"en"_s);
    core::ConnectionStatus status;
    status.state = ConnectionState::WaitingToRetry;
    status.problem = ConnectionProblem::LineLost;
    QCOMPARE(gui::words::connectionSentence(status, 5), u"The connection was lost. Next try in 5 s."_s);
    QCOMPARE(gui::words::connectionSentence(status, -1), u"The connection was lost."_s);
    status.state = ConnectionState::Connecting;
    QCOMPARE(gui::words::connectionSentence(status, -1), u"Reconnecting…"_s);
    status.problem = ConnectionProblem::None;
    QCOMPARE(gui::words::connectionSentence(status, -1), u"Connecting…"_s);
    status.state = ConnectionState::Online;
    QVERIFY(gui::words::connectionSentence(status, -1).isEmpty());
}

void tst_Words::detailsCarryTheServersCode()
{
    core::ConnectionStatus status;
    status.problem = ConnectionProblem::WrongPassword;
    QVERIFY(!gui::words::connectionDetails(status).contains(u"("));
    status.serverCode = 4105;
    QVERIFY(gui::words::connectionDetails(status).contains(u"4105"));
    QVERIFY(!gui::words::connectionSentence(status, -1).contains(u"4105"));
}

void tst_Words::aNameCannotTurnTheSentence()
{
    const QString name = u"\u202Eevil"_s;
    const QString sentence = gui::words::requestSentence(RequestProblem::BlockedByThem, name);
    QVERIFY(sentence.contains(core::isolated(name)));
}

void tst_Words::ages_data()
{
    QTest::addColumn<QDateTime>("then");
    QTest::addColumn<QString>("age");
    const QDate today(2026, 3, 20);
    QTest::newRow("now") << QDateTime(today, {15, 0}) << u"just now"_s;
    QTest::newRow("59-seconds") << QDateTime(today, {14, 59, 1}) << u"just now"_s;
    QTest::newRow("a-minute") << QDateTime(today, {14, 59}) << u"1 minute ago"_s;
    QTest::newRow("59-minutes") << QDateTime(today, {14, 1}) << u"59 minutes ago"_s;
    QTest::newRow("an-hour") << QDateTime(today, {14, 0}) << u"today 14:00"_s;
    QTest::newRow("midnight") << QDateTime(today, {0, 0}) << u"today 00:00"_s;
    QTest::newRow("yesterday") << QDateTime(today.addDays(-1), {18, 40}) << u"yesterday 18:40"_s;
    QTest::newRow("two-days") << QDateTime(today.addDays(-2), {18, 40}) << u"18 March"_s;
    QTest::newRow("last-year") << QDateTime(QDate(2025, 12, 31), {18, 40}) << u"31 December 2025"_s;
    QTest::newRow("their-clock-is-ahead") << QDateTime(today, {15, 0, 30}) << u"just now"_s;
}

void tst_Words::ages()
{
    QFETCH(QDateTime, then);
    const test::Language speaks(u"en"_s);
    QLocale::setDefault(QLocale::c());
    const QDateTime now(QDate(2026, 3, 20), {15, 0});
    QTEST(gui::words::ago(then.toMSecsSinceEpoch(), now.toMSecsSinceEpoch()), "age");
}

void tst_Words::anAgeChangesExactlyWhenItSays()
{
    const qint64 then = QDateTime(QDate(2026, 3, 20), {13, 30, 7}).toMSecsSinceEpoch();
    qint64 now = then;
    for (int step = 0; step < 70; ++step) {
        const QString before = gui::words::ago(then, now);
        const qint64 wait = gui::words::agoChangesIn(then, now);
        QVERIFY(wait > 0);
        QCOMPARE(gui::words::ago(then, now + wait - 1), before); // not earlier
        now += wait;
    }
}

void tst_Words::momentsAreTimesNotAges()
{
    QLocale::setDefault(QLocale::c());
    const QDateTime now(QDate(2026, 3, 20), {15, 0});
    const auto moment = [&now](const QDateTime &then) {
        return gui::words::moment(then.toMSecsSinceEpoch(), now.toMSecsSinceEpoch());
    };
    QCOMPARE(moment(now.addSecs(-5)), u"14:59"_s);
    QCOMPARE(moment(now.addDays(-1)), u"yesterday 15:00"_s);
}

void tst_Words::ends_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("words");
    // The test runs in UTC; 2026-11-23 is a Monday.
    const auto row = [](const char *name, const char *now, const char *end, const QString &words) {
        QTest::newRow(name) << QString::fromLatin1(now) << QString::fromLatin1(end) << words;
    };
    row("hour", "2026-11-23T14:00:00", "2026-11-23T15:00:00", u"until 15:00"_s);
    row("over midnight", "2026-11-23T23:50:00", "2026-11-24T00:20:00", u"until 00:20"_s);
    row("under a day", "2026-11-23T14:00:00", "2026-11-24T13:59:59", u"until 13:59"_s);
    row("a day", "2026-11-23T14:00:00", "2026-11-24T14:00:00", u"until Tuesday"_s);
    row("under a week", "2026-11-23T14:00:00", "2026-11-30T13:59:59", u"until Monday"_s);
    row("a week", "2026-11-23T14:00:00", "2026-11-30T14:00:00", u"until 30 November"_s);
    row("next year", "2026-11-23T14:00:00", "2027-01-02T14:00:00", u"until 2 January 2027"_s);
}

void tst_Words::ends()
{
    QFETCH(QString, now);
    QFETCH(QString, end);
    QFETCH(QString, words);
    const auto wall = [](const QString &text) { return QDateTime::fromString(text, Qt::ISODate).toMSecsSinceEpoch(); };
    QCOMPARE(gui::words::until(wall(end), wall(now)), words);
    QCOMPARE(gui::words::stateUntil(u"Busy"_s, wall(end), wall(now)), u"Busy "_s + words);
    QCOMPARE(gui::words::stateUntil(u"Busy"_s, wall(now), wall(end)), u"Busy"_s); // it is past
    QCOMPARE(gui::words::stateUntil(u"Busy"_s, 0, wall(now)), u"Busy"_s);
}

QTEST_GUILESS_MAIN(tst_Words)
#include "tst_words.moc"
