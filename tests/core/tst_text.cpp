// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/text.h"

#include <QElapsedTimer>
#include <QTest>

using namespace timbre::core;
using namespace Qt::StringLiterals;

class tst_Text : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moodIsOneCleanLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("empty", {}, {});
        row("plain", u"at lunch"_s, u"at lunch"_s);
        row("HTML stays text", u"<b>x</b> &lt;i&gt; &amp;"_s, u"<b>x</b> &lt;i&gt; &amp;"_s);
        row("line breaks", u"a\r\nb\nc\td\u2028e\u2029f\u0085g\vh"_s, u"a b c d e f g h"_s);
        row("blanks", u"  a \u00A0\u3000  b  "_s, u"a b"_s);
        row("only blanks", u" \n \u2003"_s, {});
        row("NUL and controls", u"a"_s + QChar(0) + u"\x1B[31mb\x7F\x9F"_s, u"a[31mb"_s);
        row("bidi", u"\u202Eabc\u202C \u2066x\u2069\u200F\u200E\u061C"_s, u"abc x"_s);
        row("invisible", u"a\u200B\u2060\uFEFF\u00AD\u034F\u3164\u115F\u2800b\uFFF9"_s, u"ab"_s);
        row("noncharacters", u"a\uFFFE\uFFFF\uFDD0b"_s + QString::fromUcs4(U"\U0001FFFE"), u"ab"_s);
        row("half an emoji, first", u"a"_s + QChar(0xD83D) + u"b"_s, u"ab"_s);
        row("half an emoji, last", u"a"_s + QChar(0xDE00), u"a"_s);
        row("halves swapped", QString(QChar(0xDE00)) + QChar(0xD83D), {});
        row("replacement character", u"a\uFFFDb"_s, u"a\uFFFDb"_s);
        row("webtim entity", u"&#128512; hi"_s, u"\U0001F600 hi"_s);
        row("hex entity", u"&#x1F600;"_s, u"\U0001F600"_s);
        row("entity of a control", u"a&#0;&#7;&#8238;b"_s, u"a&#0;b"_s);
        row("entity of half an emoji", u"&#55357;&#56832;"_s, u"&#55357;&#56832;"_s);
        row("no entity", u"&#; &#x; &#12a; &#99999999999; &# 65; &#65"_s,
            u"&#; &#x; &#12a; &#99999999999; &# 65; &#65"_s);
        row("entity is not decoded twice", u"&#38;#65;"_s, u"&#65;"_s);
        row("NFC", u"e\u0301"_s, u"\u00E9"_s);
        row("mark without base", u"\u0301\u0302a"_s, u"a"_s);
        row("mark after a blank", u"a \u0301b"_s, u"a b"_s);
        row("Persian keeps its joiner", u"می\u200Cخواهم"_s, u"می\u200Cخواهم"_s);
        row("joiners alone", u"\u200D\u200D\u200Ca"_s, u"a"_s);
        row("flag of Scotland", u"\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"_s,
            u"\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"_s);
        row("hidden text in tags", u"a\U000E0068\U000E0069b"_s, u"ab"_s);
        row("Arabic", u"مشغول الآن"_s, u"مشغول الآن"_s);
        row("Chinese", u"开会"_s, u"开会"_s);
    }
    void moodIsOneCleanLine()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(cleanMood(text), expected);
        QCOMPARE(cleanMood(expected), cleanMood(cleanMood(expected)));
    }

    void namesKeepEntitiesAsText()
    {
        QCOMPARE(cleanName(u"&#65; \u202Ebob"_s), u"&#65; bob"_s);
        QCOMPARE(cleanRequestText(u"&#65;\n<img src=x>"_s), u"&#65; <img src=x>"_s);
    }

    void zalgoIsLimited()
    {
        const QString pile = u"Z"_s + QString(1000, QChar(0x0332)) + u"q"_s;
        QCOMPARE(cleanMood(pile), u"Z"_s + QString(8, QChar(0x0332)) + u"q"_s);
    }

    void graphemesAreWhatPeopleSee_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("ascii") << u"abc"_s << 3;
        QTest::newRow("family") << u"\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"_s << 1;
        QTest::newRow("skin tone") << u"\U0001F44D\U0001F3FD"_s << 1;
        QTest::newRow("flag") << u"\U0001F1E9\U0001F1EA"_s << 1;
        QTest::newRow("keycap") << u"1\uFE0F\u20E3"_s << 1;
        QTest::newRow("combining") << u"q\u0303"_s << 1;
    }
    void graphemesAreWhatPeopleSee()
    {
        QFETCH(QString, text);
        QFETCH(int, count);
        QCOMPARE(graphemeCount(text), count);
        QCOMPARE(graphemeCount(cleanMood(text)), count);
    }

    void theGraphemeAfterTheLastIsCut()
    {
        QCOMPARE(cleanMood(QString(129, u'x')).size(), moodGraphemes);
        QCOMPARE(cleanName(QString(65, u'x')).size(), nameGraphemes);
        QCOMPARE(cleanRequestText(QString(201, u'x')).size(), requestTextGraphemes);
        const QString accented = u"q\u0303"_s.repeated(129);
        QCOMPARE(graphemeCount(cleanMood(accented)), moodGraphemes);
    }

    void bytesNeverCutInsideAGrapheme()
    {
        const QString family = u"\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"_s; // 25 bytes
        const QString cleaned = cleanMood(family.repeated(128));
        QCOMPARE(cleaned, family.repeated(moodBytes / 25));
        QCOMPARE(cleanMood(QString(128, QChar(0x4F1A))).toUtf8().size(), 128 * 3);
        const QString emoji = u"\U0001F600"_s.repeated(200);
        QCOMPARE(cleanName(emoji).toUtf8().size(), nameBytes);
    }

    void wireHasNoAngleBrackets()
    {
        QCOMPARE(moodForWire(u"<b>1 < 2</b>"_s), u"\u2039b\u203A1 \u2039 2\u2039/b\u203A"_s);
        const QString brackets = moodForWire(u"&#60;"_s.repeated(300));
        QVERIFY(!brackets.contains(u'<'));
        QCOMPARE(brackets.size(), moodGraphemes);
        QVERIFY(moodForWire(u"\U0001F600<"_s.repeated(64)).toUtf8().size() <= moodBytes);
    }

    void isolatesDirections() { QCOMPARE(isolated(u"שלום"), u"\u2068שלום\u2069"_s); }

    // A generous bound: with a pass over the whole of it this takes seconds.
    void sizeOfHostileTextDoesNotMatter()
    {
        QString huge(8 * 1024 * 1024, QChar(0x0332));
        huge.prepend(u'a');
        const QString entities = u"&#128512;"_s.repeated(1'000'000);
        const QString joined = u"\U0001F468\u200D"_s.repeated(4'000'000);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(cleanMood(huge).size(), 9);
            QCOMPARE(graphemeCount(cleanMood(entities)), 128);
            QVERIFY(cleanMood(joined).toUtf8().size() <= moodBytes);
        }
        QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(tst_Text)
#include "tst_text.moc"
