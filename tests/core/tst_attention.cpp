// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/attention.h"
#include "core/quiet_window.h"
#include "support/fake_clock.h"

#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace Qt::StringLiterals;
using Focus = Situation::Focus;

namespace {

// "TSBF": toast, sound, badge, flash; "-" for what it does not get.
QString letters(const Attention &attention)
{
    return QString(attention.toast ? u'T' : u'-') + (attention.sound ? u'S' : u'-') + (attention.badge ? u'B' : u'-')
        + (attention.flash ? u'F' : u'-');
}

constexpr std::pair<Happening, const char *> happenings[]
    = {{Happening::Message, "message"}, {Happening::Mention, "mention"},     {Happening::RoomMessage, "room message"},
       {Happening::Request, "request"}, {Happening::Available, "available"}, {Happening::Problem, "problem"}};

} // namespace

// The matrix of features.md S6: what happens x what we are, and everything that changes it.
class tst_Attention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownStatusDecides_data();
    void ownStatusDecides();
    void circumstancesDecide_data();
    void circumstancesDecide();
    void breakingThroughIsAsIfNotBusy();
    void preferencesDecide();
    void quietWindowLastsAsLongAsPeopleAreHeard();
};

void tst_Attention::ownStatusDecides_data()
{
    QTest::addColumn<Happening>("happening");
    QTest::addColumn<Availability>("own");
    QTest::addColumn<QString>("gets");
    constexpr Availability own[]
        = {Availability::Chat, Availability::Away, Availability::Busy, Availability::Invisible};
    constexpr const char *expected[][4] = {
        //  Chat    Away    Busy    Invisible
        {"TSBF", "TSBF", "--B-", "TSBF"}, // message
        {"TSBF", "TSBF", "--B-", "TSBF"}, // mention
        {"T-B-", "T-B-", "--B-", "T-B-"}, // room message
        {"TSBF", "TSBF", "--B-", "TSBF"}, // request
        {"TS--", "TS--", "----", "TS--"}, // a contact is online
        {"T---", "T---", "----", "T---"}, // problem
    };
    for (int row = 0; row < 6; ++row) {
        for (int column = 0; column < 4; ++column) {
            QTest::addRow("%s, %s", happenings[row].second, qPrintable(wordOf(own[column])))
                << happenings[row].first << own[column] << QString::fromLatin1(expected[row][column]);
        }
    }
}

void tst_Attention::ownStatusDecides()
{
    QFETCH(Happening, happening);
    QFETCH(Availability, own);
    QFETCH(QString, gets);
    Situation situation;
    situation.own = own;
    QCOMPARE(letters(attentionFor(happening, situation)), gets);
}

void tst_Attention::circumstancesDecide_data()
{
    QTest::addColumn<Happening>("happening");
    QTest::addColumn<Situation>("situation");
    QTest::addColumn<QString>("gets");
    Situation here;
    here.focus = Focus::Here;
    Situation ownWindow;
    ownWindow.focus = Focus::OwnWindow;
    Situation signingIn;
    signingIn.signingIn = true;
    Situation desktopQuiet;
    desktopQuiet.desktopQuiet = true;
    Situation muted;
    muted.muted = true;
    muted.breaksThrough = true; // the mute is the later word
    const struct {
        const char *name;
        Situation situation;
        const char *gets[6]; // in the order of `happenings`
    } rows[] = {
        {"here", here, {"----", "----", "----", "----", "----", "----"}},
        {"own window", ownWindow, {"-SB-", "-SB-", "--B-", "-SB-", "TS--", "----"}},
        {"signing in", signingIn, {"TSBF", "TSBF", "T-B-", "TSBF", "----", "T---"}},
        {"desktop quiet", desktopQuiet, {"T-B-", "T-B-", "T-B-", "T-B-", "----", "T---"}},
        {"muted", muted, {"--B-", "--B-", "--B-", "--B-", "----", "----"}},
    };
    for (const auto &row : rows) {
        for (int i = 0; i < 6; ++i) {
            QTest::addRow("%s, %s", row.name, happenings[i].second)
                << happenings[i].first << row.situation << QString::fromLatin1(row.gets[i]);
        }
    }
}

void tst_Attention::circumstancesDecide()
{
    QFETCH(Happening, happening);
    QFETCH(Situation, situation);
    QFETCH(QString, gets);
    QCOMPARE(letters(attentionFor(happening, situation)), gets);
}

void tst_Attention::breakingThroughIsAsIfNotBusy()
{
    Situation busy;
    busy.own = Availability::Busy;
    busy.breaksThrough = true;
    for (const auto &[happening, name] : happenings)
        QCOMPARE(attentionFor(happening, busy), attentionFor(happening, Situation()));
}

void tst_Attention::preferencesDecide()
{
    Situation silent;
    silent.preferences.sounds = false;
    QCOMPARE(letters(attentionFor(Happening::Message, silent)), u"T-BF"_s);
    Situation noMessages;
    noMessages.preferences.notifyMessages = false;
    QCOMPARE(letters(attentionFor(Happening::Message, noMessages)), u"--B-"_s);
    QCOMPARE(letters(attentionFor(Happening::RoomMessage, noMessages)), u"--B-"_s);
    QCOMPARE(letters(attentionFor(Happening::Request, noMessages)), u"TSBF"_s);
    Situation noRequests;
    noRequests.preferences.notifyRequests = false;
    QCOMPARE(letters(attentionFor(Happening::Request, noRequests)), u"--B-"_s);
    QCOMPARE(letters(attentionFor(Happening::Message, noRequests)), u"TSBF"_s);
}

void tst_Attention::quietWindowLastsAsLongAsPeopleAreHeard()
{
    test::FakeClock clock;
    QuietWindow window(clock);
    QVERIFY(!window.isOpen());
    window.presenceHeard();
    QVERIFY(!window.isOpen()); // opens nothing

    window.open(); // nobody is heard: 5 s
    clock.advance(4'999);
    QVERIFY(window.isOpen());
    clock.advance(1);
    QVERIFY(!window.isOpen());

    window.open(); // until 3 s after the last
    for (int i = 0; i < 4; ++i) {
        clock.advance(2'500);
        window.presenceHeard();
    }
    clock.advance(2'999);
    QVERIFY(window.isOpen());
    clock.advance(1);
    QVERIFY(!window.isOpen());
    window.presenceHeard();
    QVERIFY(!window.isOpen());

    window.open(); // a storm without end: 30 s
    for (int i = 0; i < 299; ++i) {
        clock.advance(100);
        window.presenceHeard();
    }
    clock.advance(99);
    QVERIFY(window.isOpen());
    clock.advance(1);
    QVERIFY(!window.isOpen());
}

Q_DECLARE_METATYPE(timbre::core::Situation)
QTEST_GUILESS_MAIN(tst_Attention)
#include "tst_attention.moc"
