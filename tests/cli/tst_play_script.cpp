// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "cli/play_script.h"

#include <QTest>

using namespace timbre::cli;
using namespace Qt::StringLiterals;

// The language of `timbre-cli play`.
class tst_PlayScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesBecomeSteps();
    void nonsenseNamesItsLine_data();
    void nonsenseNamesItsLine();
    void theConversationOfTheComparisonIsAScript();
};

void tst_PlayScript::linesBecomeSteps()
{
    const auto steps = parsePlayScript("# talk\n\nalice: send bob \"Hello  there\" as m1\r\n"
                                       "bob: expect message mid=<m1> text=\"Hello  there\"\n");
    QVERIFY(steps);
    QCOMPARE(steps->size(), 2);
    const PlayStep send = steps->at(0);
    QCOMPARE(send.line, 3);
    QCOMPARE(send.actor, u"alice"_s);
    QCOMPARE(send.words, QStringList({u"send"_s, u"bob"_s, u"Hello  there"_s}));
    QCOMPARE(send.variable, u"m1"_s);
    QVERIFY(!send.isExpectation());
    const PlayStep expect = steps->at(1);
    QVERIFY(expect.isExpectation());
    QCOMPARE(expect.words, QStringList({u"expect"_s, u"message"_s, u"mid=<m1>"_s, u"text=Hello  there"_s}));
}

void tst_PlayScript::nonsenseNamesItsLine_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("start");
    QTest::newRow("no-actor") << QByteArray("\nregister") << u"Line 2: "_s;
    QTest::newRow("capitals") << QByteArray("Alice: register") << u"Line 1: "_s;
    QTest::newRow("variable") << QByteArray("alice: send bob x as M-1") << u"Line 1: "_s;
    QTest::newRow("nothing") << QByteArray("# only a comment") << u"The script"_s;
    QTest::newRow("huge") << QByteArray(2 * 1024 * 1024, '#') << u"The script"_s;
    QTest::newRow("long") << QByteArray(20'000, '\n') << u"The script"_s;
    QByteArray crowd;
    for (int i = 0; i < 30; ++i)
        crowd += "a" + QByteArray::number(i) + ": register\n";
    QTest::newRow("crowd") << crowd << u"Line 27: "_s;
}

void tst_PlayScript::nonsenseNamesItsLine()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, start);
    const auto steps = parsePlayScript(script);
    QVERIFY(!steps);
    QVERIFY2(steps.error().startsWith(start), qPrintable(steps.error()));
}

void tst_PlayScript::theConversationOfTheComparisonIsAScript()
{
    QFile file(QStringLiteral(TIMBRE_TEST_DATA "/conversation.play"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(parsePlayScript(file.readAll()));
}

QTEST_GUILESS_MAIN(tst_PlayScript)
#include "tst_play_script.moc"
