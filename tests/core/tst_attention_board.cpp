// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/attention_board.h"
#include "support/fake_clock.h"

#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace Qt::StringLiterals;

namespace {

struct Shown {
    qint64 at;
    Toast toast;
};

class Fixture
{
public:
    Fixture()
    {
        QObject::connect(&board, &AttentionBoard::show, &board, [this](const Toast &toast) {
            shown.append({clock.monotonic() - start, toast});
            sounds += toast.sound ? 1 : 0;
        });
        QObject::connect(&board, &AttentionBoard::withdraw, &board, [this](const QString &key) { withdrawn += key; });
        QObject::connect(&board, &AttentionBoard::soundWanted, &board, [this] { ++sounds; });
    }
    Attention write(const QString &from, const QString &text = u"hello"_s, const Situation &situation = {},
                    bool waited = false)
    {
        return board.happened({Happening::Message, u"me"_s, ContactId(from), {}, text, waited}, situation);
    }
    void happen(Happening happening, const QString &who)
    {
        board.happened({happening, u"me"_s, ContactId(who), {}, {}, false}, {});
    }
    QString key(const QString &who) const { return AttentionBoard::keyOf(Happening::Message, u"me"_s, ContactId(who)); }

    test::FakeClock clock;
    const qint64 start = clock.monotonic();
    AttentionBoard board{clock};
    QList<Shown> shown;
    QStringList withdrawn;
    int sounds = 0;
};

Situation busy()
{
    Situation situation;
    situation.own = Availability::Busy;
    return situation;
}

} // namespace

class tst_AttentionBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageIsShownAtOnce();
    void oneConversationIsOneToastReplacedNotStacked();
    void neverMoreThanOneASecond();
    void moreThanThreeAreOne();
    void whatWaitedIsOneToastPerConversationAndOneSound();
    void aLongBatchDoesNotWaitForEver();
    void lookingTakesItBack();
    void aClosedToastCountsFromOneAgain();
    void afterBusyOneSummary();
    void whatWasReadWhileBusyIsNotInTheSummary();
    void insistenceBreaksThroughWhereItMay();
    void muteLastsAnHour();
    void aFocusedWindowGetsOnlyTheSound();
    void aThousandRequestsAreFewToasts();
    void aForgottenAccountLeavesTheOthersAlone();
};

void tst_AttentionBoard::aMessageIsShownAtOnce()
{
    Fixture f;
    f.write(u"anna"_s);
    f.clock.advance(0);
    QCOMPARE(f.shown.size(), 1);
    const Toast toast = f.shown.constFirst().toast;
    QCOMPARE(toast.kind, Toast::Kind::One);
    QCOMPARE(toast.key, f.key(u"anna"_s));
    QCOMPARE(toast.newest.who, ContactId(u"anna"_s));
    QCOMPARE(toast.newest.text, u"hello"_s);
    QCOMPARE(toast.messages, 1);
    QVERIFY(toast.sound);
    f.clock.advance(60'000);
    QCOMPARE(f.shown.size(), 1);
    QCOMPARE(f.clock.activeTimers(), 0);
}

void tst_AttentionBoard::oneConversationIsOneToastReplacedNotStacked()
{
    Fixture f;
    for (int i = 1; i <= 100; ++i) { // ten a second
        f.write(u"anna"_s, QString::number(i));
        f.clock.advance(100);
    }
    f.clock.advance(10'000);
    QVERIFY2(f.shown.size() >= 5 && f.shown.size() <= 6, qPrintable(QString::number(f.shown.size())));
    for (qsizetype i = 0; i < f.shown.size(); ++i) {
        QCOMPARE(f.shown.at(i).toast.key, f.key(u"anna"_s));
        if (i > 0)
            QVERIFY(f.shown.at(i).at - f.shown.at(i - 1).at >= 2'000);
    }
    QCOMPARE(f.shown.constLast().toast.messages, 100);
    QCOMPARE(f.shown.constLast().toast.newest.text, u"100"_s);
    QVERIFY(f.sounds <= 3);
}

void tst_AttentionBoard::neverMoreThanOneASecond()
{
    Fixture f;
    for (const auto &name : {u"anna"_s, u"ben"_s, u"cleo"_s})
        f.write(name);
    f.clock.advance(10'000);
    QCOMPARE(f.shown.size(), 3);
    QCOMPARE(f.shown.at(1).at - f.shown.at(0).at, 1'000);
    QCOMPARE(f.shown.at(2).at - f.shown.at(1).at, 1'000);
    QCOMPARE(f.sounds, 1);
}

void tst_AttentionBoard::moreThanThreeAreOne()
{
    Fixture f;
    for (int i = 0; i < 10; ++i) {
        f.write(u"c%1"_s.arg(i));
        f.write(u"c%1"_s.arg(i));
    }
    f.clock.advance(10'000);
    QCOMPARE(f.shown.size(), 1);
    QCOMPARE(f.shown.constFirst().toast.kind, Toast::Kind::Group);
    QCOMPARE(f.shown.constFirst().toast.messages, 20);
    QCOMPARE(f.shown.constFirst().toast.people, 10);
    QCOMPARE(f.sounds, 1);

    // One after the other: the fourth within five seconds starts the group, the fifth joins it.
    Fixture g;
    for (int i = 0; i < 5; ++i) {
        g.write(u"c%1"_s.arg(i));
        g.clock.advance(1'100);
    }
    g.clock.advance(10'000);
    QCOMPARE(g.shown.size(), 5);
    QCOMPARE(g.shown.at(2).toast.kind, Toast::Kind::One);
    QCOMPARE(g.shown.at(3).toast.kind, Toast::Kind::Group);
    QCOMPARE(g.shown.at(4).toast.key, g.shown.at(3).toast.key);
    QCOMPARE(g.shown.at(4).toast.people, 2);
    // Much later one is one again.
    g.write(u"late"_s);
    g.clock.advance(0);
    QCOMPARE(g.shown.constLast().toast.kind, Toast::Kind::One);
}

void tst_AttentionBoard::whatWaitedIsOneToastPerConversationAndOneSound()
{
    Fixture f;
    for (int i = 0; i < 300; ++i) {
        f.write(i % 3 == 0 ? u"anna"_s : i % 3 == 1 ? u"ben"_s : u"cleo"_s, QString::number(i), {}, true);
        f.clock.advance(10);
    }
    f.clock.advance(20'000);
    QCOMPARE(f.shown.size(), 3);
    QCOMPARE(f.sounds, 1);
    QSet<QString> keys;
    for (const Shown &one : std::as_const(f.shown)) {
        QCOMPARE(one.toast.messages, 100);
        keys.insert(one.toast.key);
    }
    QCOMPARE(keys.size(), 3);
}

void tst_AttentionBoard::aLongBatchDoesNotWaitForEver()
{
    Fixture f;
    for (int i = 0; i < 150; ++i) {
        f.write(u"anna"_s, QString::number(i), {}, true);
        f.clock.advance(100);
    }
    QVERIFY(!f.shown.isEmpty());
    QVERIFY(f.shown.constFirst().at >= 9'900 && f.shown.constFirst().at <= 10'100);
}

void tst_AttentionBoard::lookingTakesItBack()
{
    Fixture f;
    f.write(u"anna"_s);
    f.write(u"ben"_s);
    f.clock.advance(0);
    f.board.seen(Happening::Message, u"me"_s, ContactId(u"anna"_s));
    QCOMPARE(f.withdrawn, QStringList{f.key(u"anna"_s)});
    f.board.seen(Happening::Message, u"me"_s, ContactId(u"ben"_s)); // not shown yet, and now never
    f.clock.advance(10'000);
    QCOMPARE(f.shown.size(), 1);
    QCOMPARE(f.withdrawn.size(), 1);
}

void tst_AttentionBoard::aClosedToastCountsFromOneAgain()
{
    Fixture f;
    f.write(u"anna"_s);
    f.clock.advance(0);
    f.board.gone(f.key(u"anna"_s));
    f.clock.advance(10'000);
    f.write(u"anna"_s);
    f.clock.advance(0);
    QCOMPARE(f.shown.constLast().toast.messages, 1);
}

void tst_AttentionBoard::afterBusyOneSummary()
{
    Fixture f;
    for (int i = 0; i < 7; ++i) {
        const Attention got = f.write(u"c%1"_s.arg(i % 3), {}, busy());
        QVERIFY(got.badge && !got.toast && !got.sound && !got.flash);
        f.clock.advance(20'000);
    }
    QVERIFY(f.shown.isEmpty());
    f.board.leftBusy(u"somebody else"_s);
    QVERIFY(f.shown.isEmpty());
    f.board.leftBusy(u"me"_s);
    QCOMPARE(f.shown.size(), 1);
    QCOMPARE(f.shown.constFirst().toast.kind, Toast::Kind::Summary);
    QCOMPARE(f.shown.constFirst().toast.messages, 7);
    QCOMPARE(f.shown.constFirst().toast.people, 3);
    QCOMPARE(f.sounds, 0);
    f.board.leftBusy(u"me"_s);
    QCOMPARE(f.shown.size(), 1);
}

void tst_AttentionBoard::whatWasReadWhileBusyIsNotInTheSummary()
{
    Fixture f;
    f.write(u"anna"_s, {}, busy());
    f.board.seen(Happening::Message, u"me"_s, ContactId(u"anna"_s));
    f.board.leftBusy(u"me"_s);
    QVERIFY(f.shown.isEmpty());
}

void tst_AttentionBoard::insistenceBreaksThroughWhereItMay()
{
    for (const bool allowed : {false, true}) {
        Fixture f;
        Preferences preferences;
        preferences.insistentBreaksThrough = allowed;
        f.board.setPreferences(preferences);
        f.write(u"ben"_s, {}, busy()); // one of a bystander
        f.write(u"anna"_s, {}, busy());
        f.clock.advance(200'000);
        f.write(u"anna"_s, {}, busy());
        f.clock.advance(101'000); // 301 s after the first
        f.write(u"anna"_s, {}, busy());
        f.clock.advance(0);
        QCOMPARE(f.shown.size(), 0);
        f.write(u"anna"_s, {}, busy());
        f.clock.advance(0);
        QCOMPARE(f.shown.size(), allowed ? 1 : 0);
    }
}

void tst_AttentionBoard::muteLastsAnHour()
{
    Fixture f;
    f.board.setMuted(true);
    f.write(u"anna"_s);
    f.clock.advance(3'599'999);
    QVERIFY(f.board.isMuted());
    QVERIFY(f.shown.isEmpty());
    f.clock.advance(1);
    QVERIFY(!f.board.isMuted());
    f.write(u"anna"_s);
    f.clock.advance(0);
    QCOMPARE(f.shown.size(), 1);
}

void tst_AttentionBoard::aFocusedWindowGetsOnlyTheSound()
{
    Fixture f;
    Situation ownWindow;
    ownWindow.focus = Situation::Focus::OwnWindow;
    for (int i = 0; i < 10; ++i)
        f.write(u"anna"_s, {}, ownWindow);
    f.clock.advance(10'000);
    QVERIFY(f.shown.isEmpty());
    QCOMPARE(f.sounds, 1);
    Situation here;
    here.focus = Situation::Focus::Here;
    QCOMPARE(f.write(u"anna"_s, {}, here), Attention());
    QCOMPARE(f.sounds, 1);
}

void tst_AttentionBoard::aThousandRequestsAreFewToasts()
{
    Fixture f;
    for (int i = 0; i < 1'000; ++i) {
        f.happen(Happening::Request, u"stranger%1"_s.arg(i));
        f.clock.advance(10);
    }
    f.clock.advance(10'000);
    QVERIFY2(f.shown.size() <= 12, qPrintable(QString::number(f.shown.size())));
    QSet<QString> keys;
    for (const Shown &one : std::as_const(f.shown))
        keys.insert(one.toast.key);
    QVERIFY(keys.size() <= 3);
    QVERIFY(f.shown.constLast().toast.requests >= 990);
    QVERIFY(f.sounds <= 3);
}

void tst_AttentionBoard::aForgottenAccountLeavesTheOthersAlone()
{
    Fixture f;
    f.write(u"anna"_s);
    f.clock.advance(0);
    f.board.happened({Happening::Message, u"other"_s, ContactId(u"anna"_s), {}, {}, false}, {});
    f.clock.advance(5'000);
    QCOMPARE(f.shown.size(), 2);
    f.board.forget(u"me"_s);
    QCOMPARE(f.withdrawn, QStringList{f.key(u"anna"_s)});
}

QTEST_GUILESS_MAIN(tst_AttentionBoard)
#include "tst_attention_board.moc"
