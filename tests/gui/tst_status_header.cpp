// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/text.h"
#include "gui/clear_after_menu.h"
#include "gui/end_dialog.h"
#include "gui/mood_presets.h"
#include "gui/status_header.h"
#include "gui/status_menu.h"
#include "gui/theme.h"

#include <QAbstractButton>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace timbre;
using namespace Qt::StringLiterals;
using core::Availability;
using core::ConnectionState;
using core::ManualStatus;
using gui::StatusHeader;
using gui::StatusMenu;

class tst_StatusHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void twoClicksReachEveryState_data();
    void twoClicksReachEveryState();
    void menuHasTheSameRowsInTheSamePlaceInEveryState();
    void menuRowsAreHighEnoughAndUnderTheHeader();
    void menuTicksTheCurrentStateAndMood();
    void rightClickEditsTheMoodForThatState();
    void moodIsEditedInPlace();
    void escapeAndLeavingKeepTheMood();
    void the129thCharacterIsRefused();
    void aPastedNovelIsCut();
    void counterAppearsAtTwenty();
    void offlineSaysWhatWillBe();
    void waitingIsSaidToScreenReaders();
    void hostileTextsStayText();
    void theEndStandsInTheLine();
    void theEndHasItsMenu();
    void theEndMayBeChosen();
    void presetsBringTheirEnd();
    void undoMovesNothing();
    void absenceIsSaidWithTheWayBack();
    void oneRecentMoodIsForgotten_data();
    void oneRecentMoodIsForgotten();

private:
    template <typename T> T *find(const char *name) { return m_header->findChild<T *>(QString::fromLatin1(name)); }
    StatusMenu *openMenu()
    {
        QTest::mouseClick(find<QAbstractButton>("stateButton"), Qt::LeftButton);
        return m_header->menu();
    }

    std::unique_ptr<StatusHeader> m_header;
};

void tst_StatusHeader::initTestCase()
{
    gui::applyAppearance(*qApp, gui::Appearance::Light);
}

void tst_StatusHeader::init()
{
    m_header = std::make_unique<StatusHeader>();
    m_header->resize(340, 72);
    m_header->setConnection(ConnectionState::Online);
    m_header->setPerson(core::ContactId(u"me"_s), u"Alice"_s, u"alice"_s);
    m_header->setStatus({Availability::Chat, u"coffee"_s});
    m_header->show();
    QVERIFY(QTest::qWaitForWindowActive(m_header.get()));
}

void tst_StatusHeader::cleanup()
{
    m_header.reset();
}

void tst_StatusHeader::twoClicksReachEveryState_data()
{
    QTest::addColumn<Availability>("from");
    QTest::addColumn<Availability>("to");
    const Availability states[] = {Availability::Chat, Availability::Away, Availability::Busy, Availability::Invisible};
    for (const Availability from : states) {
        for (const Availability to : states)
            QTest::addRow("%d-to-%d", static_cast<int>(from), static_cast<int>(to)) << from << to;
    }
}

void tst_StatusHeader::twoClicksReachEveryState()
{
    QFETCH(Availability, from);
    QFETCH(Availability, to);
    m_header->setStatus({from, {}});
    QSignalSpy picked(m_header.get(), &StatusHeader::availabilityPicked);
    StatusMenu *menu = openMenu();
    QVERIFY(menu->isVisible());
    QAction *row = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->data().value<Availability>() == to && action->isCheckable() && !row)
            row = action;
    }
    QVERIFY(row);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(row).center());
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked[0][0].value<Availability>(), to);
    QVERIFY(!menu->isVisible());
}

void tst_StatusHeader::menuHasTheSameRowsInTheSamePlaceInEveryState()
{
    m_header->setRecentMoods({{Availability::Busy, u"report"_s, 2, 1}, {Availability::Away, u"lunch"_s, 1, 1}});
    QList<QRect> first;
    QPoint place;
    for (const ConnectionState line : {ConnectionState::Online, ConnectionState::WaitingToRetry}) {
        for (const Availability state :
             {Availability::Chat, Availability::Away, Availability::Busy, Availability::Invisible}) {
            m_header->setConnection(line);
            m_header->setStatus({state, u"lunch"_s});
            StatusMenu *menu = openMenu();
            QList<QRect> rows;
            for (QAction *action : menu->actions())
                rows << menu->actionGeometry(action);
            if (first.isEmpty()) {
                first = rows;
                place = menu->pos();
            }
            QCOMPARE(rows, first);
            QCOMPARE(menu->pos(), place);
            menu->close();
        }
    }
}

void tst_StatusHeader::menuRowsAreHighEnoughAndUnderTheHeader()
{
    StatusMenu *menu = openMenu();
    QVERIFY(menu->geometry().top() >= m_header->mapToGlobal(QPoint(0, m_header->height() - 1)).y());
    for (QAction *action : menu->actions()) {
        if (!action->isSeparator())
            QVERIFY2(menu->actionGeometry(action).height() >= 28, qPrintable(action->text()));
    }
}

void tst_StatusHeader::menuTicksTheCurrentStateAndMood()
{
    m_header->setRecentMoods({{Availability::Busy, u"report"_s, 2, 1}, {Availability::Away, u"report"_s, 1, 1}});
    m_header->setStatus({Availability::Busy, u"report"_s});
    QStringList ticked;
    for (QAction *action : m_header->menu()->actions()) {
        if (action->isChecked())
            ticked << action->text();
    }
    QCOMPARE(ticked, QStringList({u"Busy"_s, u"report"_s}));
}

void tst_StatusHeader::rightClickEditsTheMoodForThatState()
{
    QSignalSpy statusPicked(m_header.get(), &StatusHeader::statusPicked);
    QSignalSpy availabilityPicked(m_header.get(), &StatusHeader::availabilityPicked);
    StatusMenu *menu = openMenu();
    QTest::mouseClick(menu, Qt::RightButton, {}, menu->actionGeometry(menu->actions().at(2)).center());
    QCOMPARE(availabilityPicked.size(), 0);
    auto *edit = find<QLineEdit>("moodEdit");
    QVERIFY(edit->isVisible());
    QCOMPARE(edit->text(), u"coffee"_s);
    QTest::keyClicks(edit, u"report"_s); // the old text is selected
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(statusPicked.size(), 1);
    QCOMPARE(statusPicked[0][0].value<ManualStatus>(), (ManualStatus{Availability::Busy, u"report"_s}));
}

void tst_StatusHeader::moodIsEditedInPlace()
{
    QSignalSpy picked(m_header.get(), &StatusHeader::moodPicked);
    const int height = m_header->height();
    QTest::mouseClick(find<QAbstractButton>("moodButton"), Qt::LeftButton);
    auto *edit = find<QLineEdit>("moodEdit");
    QVERIFY(edit->hasFocus());
    QCOMPARE(edit->selectedText(), u"coffee"_s);
    QTest::keyClicks(edit, u"tea"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked[0][0].toString(), u"tea"_s);
    QVERIFY(!edit->isVisible());
    QVERIFY(find<QWidget>("moodButton")->hasFocus());
    QCOMPARE(m_header->height(), height);
}

void tst_StatusHeader::escapeAndLeavingKeepTheMood()
{
    QSignalSpy picked(m_header.get(), &StatusHeader::moodPicked);
    auto *edit = find<QLineEdit>("moodEdit");
    m_header->editMood();
    QTest::keyClicks(edit, u"tea"_s);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!edit->isVisible());
    m_header->editMood();
    QTest::keyClicks(edit, u"tea"_s);
    find<QWidget>("avatarView")->setFocus();
    QVERIFY(!edit->isVisible());
    QCOMPARE(picked.size(), 0);
    QCOMPARE(find<QAbstractButton>("moodButton")->text(), u"coffee"_s);
}

void tst_StatusHeader::the129thCharacterIsRefused()
{
    m_header->editMood();
    auto *edit = find<QLineEdit>("moodEdit");
    edit->setText(QString(126, u'x'));
    edit->setCursorPosition(3);
    const QString family = u"👨‍👩‍👧‍👦"_s; // one person to a reader, 11 UTF-16 units
    edit->insert(family);
    edit->insert(u"a"_s);
    QCOMPARE(core::graphemeCount(edit->text()), 128);
    const QString full = edit->text();
    edit->insert(u"b"_s);
    QCOMPARE(edit->text(), full); // nothing at the end gave way
    QTest::keyClick(edit, Qt::Key_C);
    QCOMPARE(edit->text(), full);
}

void tst_StatusHeader::aPastedNovelIsCut()
{
    m_header->editMood();
    auto *edit = find<QLineEdit>("moodEdit");
    edit->setText(u"ab"_s);
    edit->setCursorPosition(1);
    edit->insert(u"one\ntwo "_s + QString(4000, u'é'));
    QVERIFY(edit->text().startsWith(u"aone two é"_s));
    QVERIFY(edit->text().endsWith(u"éb"_s)); // what stood behind the cursor is kept
    QCOMPARE(core::graphemeCount(edit->text()), 128);
    QVERIFY(edit->text().toUtf8().size() <= core::moodBytes);
}

void tst_StatusHeader::counterAppearsAtTwenty()
{
    m_header->editMood();
    auto *edit = find<QLineEdit>("moodEdit");
    auto *counter = find<QLabel>("counterLabel");
    edit->setText(QString(107, u'x'));
    QVERIFY(!counter->isVisible());
    edit->setText(QString(108, u'x'));
    QVERIFY(counter->isVisible());
    QCOMPARE(counter->text(), u"20"_s);
}

void tst_StatusHeader::offlineSaysWhatWillBe()
{
    m_header->setStatus({Availability::Busy, {}});
    auto *state = find<QAbstractButton>("stateButton");
    QCOMPARE(state->text(), u"Busy"_s);
    m_header->setConnection(ConnectionState::WaitingToRetry);
    QCOMPARE(state->text(), u"Offline — will be Busy"_s);
    QCoreApplication::processEvents();
    QVERIFY(state->width() >= state->sizeHint().width()); // the mood gives way, the state does not
}

void tst_StatusHeader::waitingIsSaidToScreenReaders()
{
    auto *state = find<QAbstractButton>("stateButton");
    QCOMPARE(state->accessibleName(), u"My status: Chat"_s);
    m_header->setPending(true);
    QCOMPARE(state->accessibleName(), u"My status: Chat, not sent yet"_s);
    m_header->setPending(false);
    QCOMPARE(state->accessibleName(), u"My status: Chat"_s);
}

void tst_StatusHeader::hostileTextsStayText()
{
    const QString hostile = u"<b>&amp;</b> <img src=x> & more"_s;
    m_header->setStatus({Availability::Chat, hostile});
    m_header->setPerson(core::ContactId(u"me"_s), hostile, hostile);
    m_header->setRecentMoods({{Availability::Chat, hostile, 1, 1}});
    QCOMPARE(find<QAbstractButton>("moodButton")->text(), hostile);
    QCOMPARE(find<QLabel>("nameLabel")->textFormat(), Qt::PlainText);
    QVERIFY(!find<QLabel>("nameLabel")->toolTip().contains(u'<'));
    bool shown = false;
    for (QAction *action : m_header->menu()->actions())
        shown = shown || action->text().contains(u"&&amp;"_s); // & is no mnemonic
    QVERIFY(shown);
    QVERIFY(!m_header->grab().isNull());
}

void tst_StatusHeader::theEndStandsInTheLine()
{
    const qint64 now = QDateTime(QDate(2026, 11, 23), QTime(14, 0), Qt::UTC).toMSecsSinceEpoch();
    constexpr qint64 hour = 3'600'000;
    auto *end = find<QAbstractButton>("endButton");
    m_header->setStatus({Availability::Busy, u"report"_s}, now);
    QVERIFY(!end->isVisible());
    for (const auto &[until, words] :
         {std::pair(now + hour, u"until 15:00"_s), std::pair(now + 23 * hour, u"until 13:00"_s),
          std::pair(now + 50 * hour, u"until Wednesday"_s), std::pair(now + 24 * 30 * hour, u"until 23 December"_s)}) {
        m_header->setStatus({Availability::Busy, u"report"_s, until}, now);
        QVERIFY(end->isVisible());
        QCOMPARE(end->text(), words);
        QVERIFY(find<QAbstractButton>("stateButton")->accessibleName().endsWith(words));
    }
    m_header->setStatus({Availability::Busy, QString(60, u'w'), now + hour}, now);
    QCoreApplication::processEvents();
    QVERIFY(end->width() >= end->sizeHint().width()); // the mood gives way, the end does not
    m_header->setStatus({Availability::Busy, u"report"_s, now}, now); // not told yet that it is over
    QVERIFY(!end->isVisible());
}

void tst_StatusHeader::theEndHasItsMenu()
{
    const qint64 now = QDateTime(QDate(2026, 11, 23), QTime(14, 0), Qt::UTC).toMSecsSinceEpoch();
    m_header->setStatus({Availability::Busy, {}, now + 60'000}, now);
    QSignalSpy picked(m_header.get(), &StatusHeader::clearAfterPicked);
    QTest::mouseClick(find<QAbstractButton>("endButton"), Qt::LeftButton);
    gui::ClearAfterMenu *menu = m_header->menu()->clearAfterMenu();
    QVERIFY(menu->isVisible());
    QStringList rows;
    for (const QAction *action : menu->actions())
        rows << action->text();
    QCOMPARE(rows,
             (QStringList{u"Don’t clear"_s,
                          u"30 minutes\t14:30"_s,
                          u"1 hour\t15:00"_s,
                          u"4 hours\t18:00"_s,
                          u"Today\t23:59"_s,
                          u"Tomorrow morning\t08:00"_s,
                          u"This week\tSunday"_s,
                          {},
                          u"Choose…\tuntil 14:01"_s}));
    QVERIFY(!menu->actions().first()->isChecked());
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().at(2)).center());
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked[0][0].value<core::ClearAfter>(), core::ClearAfter::Hour);
    menu->actions().first()->trigger();
    QCOMPARE(picked.size(), 2);
    QVERIFY(!menu->actions().first()->isChecked()); // ticked when it is true
    m_header->setStatus({Availability::Busy, {}}, now);
    QVERIFY(menu->actions().first()->isChecked());
    // The same rows are in the status menu, between states and moods.
    QCOMPARE(m_header->menu()->actions().at(6), menu->menuAction());
}

void tst_StatusHeader::theEndMayBeChosen()
{
    const qint64 now = QDateTime(QDate(2026, 11, 23), QTime(14, 3, 20), Qt::UTC).toMSecsSinceEpoch();
    gui::EndDialog dialog(0, now);
    QSignalSpy picked(&dialog, &gui::EndDialog::picked);
    auto *edit = dialog.findChild<QDateTimeEdit *>();
    QCOMPARE(edit->dateTime().toUTC(), QDateTime(QDate(2026, 11, 23), QTime(15, 15), Qt::UTC));
    edit->setDateTime(QDateTime(QDate(2020, 1, 1), QTime(0, 0)));
    QVERIFY(edit->dateTime().toMSecsSinceEpoch() > now); // nothing past
    edit->setDateTime(QDateTime(QDate(2026, 12, 24), QTime(18, 0), Qt::UTC));
    dialog.findChild<QAbstractButton *>(u"setButton"_s)->click();
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked[0][0].toLongLong(), QDateTime(QDate(2026, 12, 24), QTime(18, 0), Qt::UTC).toMSecsSinceEpoch());
}

void tst_StatusHeader::presetsBringTheirEnd()
{
    QSignalSpy picked(m_header.get(), &StatusHeader::presetPicked);
    auto *presets = m_header->menu()->findChild<QMenu *>(u"moodPresetsMenu"_s);
    const QList<gui::MoodPreset> own = gui::ownMoodPresets();
    for (qsizetype i = 0; i < own.size(); ++i) {
        presets->actions().at(i)->trigger();
        QCOMPARE(picked.last()[0].value<ManualStatus>(), (ManualStatus{*own[i].availability, own[i].mood}));
        QCOMPARE(picked.last()[1].value<core::ClearAfter>(), own[i].after);
    }
    QCOMPARE(presets->actions().at(1)->text(), u"🍜 Lunch\t1 hour"_s);
}

void tst_StatusHeader::undoMovesNothing()
{
    auto *undo = find<QAbstractButton>("undoButton");
    QVERIFY(!undo->isVisible());
    QVERIFY(!m_header->undoAction()->isEnabled());
    const auto places = [this] {
        QCoreApplication::processEvents();
        QList<QRect> list{m_header->geometry()};
        for (const char *name : {"stateButton", "moodButton", "addButton", "menuButton", "avatarView"})
            list << QRect(find<QWidget>(name)->mapTo(m_header.get(), QPoint()), find<QWidget>(name)->size());
        return list;
    };
    const QList<QRect> before = places();
    QSignalSpy chosen(m_header.get(), &StatusHeader::undoChosen);
    m_header->setCanUndo(true);
    QVERIFY(undo->isVisible());
    QCOMPARE(places(), before);
    undo->click();
    QCOMPARE(chosen.size(), 1);
    undo->setFocus();
    m_header->setCanUndo(false);
    QVERIFY(find<QWidget>("stateButton")->hasFocus());
    QCOMPARE(places(), before);
}

void tst_StatusHeader::absenceIsSaidWithTheWayBack()
{
    const qint64 now = QDateTime(QDate(2026, 11, 23), QTime(14, 12), Qt::UTC).toMSecsSinceEpoch();
    const core::Absence idle{core::Absence::Reason::Idle, now - 10 * 60'000};
    auto *state = find<QAbstractButton>("stateButton");
    auto *why = find<QAbstractButton>("endButton");
    auto *row = find<QAction>("actionAutomatic");
    m_header->setStatus({Availability::Chat, u"coffee"_s, now + 3'600'000}, now);
    QCOMPARE(row->text(), u"No automatic Away on this desktop"_s); // never pretended
    QVERIFY(!row->isEnabled());
    m_header->setAbsence({}, false, true);
    QCOMPARE(row->text(), u"Away by itself only when locked"_s);
    m_header->setAbsence({}, true, true);
    QVERIFY(row->text().startsWith(u"Away by itself after 10 minute"_s));
    QCOMPARE(state->text(), u"Chat"_s);

    m_header->setAbsence(idle, true, true);
    QCOMPARE(state->text(), u"Away"_s);
    QCOMPARE(why->text(), u"idle since 14:02"_s);
    QCOMPARE(row->text(), u"Away, idle since 14:02 – I am here"_s);
    QVERIFY(row->isEnabled());
    QCOMPARE(state->accessibleName(), u"My status: Away, idle since 14:02"_s);
    QSignalSpy here(m_header.get(), &StatusHeader::hereChosen);
    QTest::mouseClick(why, Qt::LeftButton);
    QCOMPARE(here.size(), 1);
    row->trigger();
    QCOMPARE(here.size(), 2);
    m_header->setAbsence({}, true, true);
    QCOMPARE(state->text(), u"Chat"_s);
    QCOMPARE(why->text(), u"until 15:12"_s);
}

void tst_StatusHeader::oneRecentMoodIsForgotten_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("Delete") << true;
    QTest::newRow("cross") << false;
}

void tst_StatusHeader::oneRecentMoodIsForgotten()
{
    QFETCH(bool, byKey);
    QList<core::RecentMood> moods{{Availability::Busy, u"report"_s, 2, 1}, {Availability::Away, u"lunch"_s, 1, 1}};
    m_header->setRecentMoods(moods);
    QStringList forgotten;
    connect(m_header.get(), &StatusHeader::moodForgotten, m_header.get(), [&](const QString &mood) {
        forgotten << mood;
        moods.removeIf([&](const core::RecentMood &recent) { return recent.mood == mood; });
        m_header->setRecentMoods(moods);
    });
    QSignalSpy picked(m_header.get(), &StatusHeader::statusPicked);
    StatusMenu *menu = openMenu();
    QAction *row = nullptr;
    for (QAction *action : menu->actions())
        row = action->text() == u"report"_s ? action : row;
    QVERIFY(row);
    const QRect place = menu->actionGeometry(row);
    if (byKey) {
        menu->setActiveAction(row);
        QTest::keyClick(menu, Qt::Key_Delete);
    } else {
        QTest::mouseMove(menu, place.center());
        QTest::mouseClick(menu, Qt::LeftButton, {}, QPoint(place.right() - 16, place.center().y()));
    }
    QCOMPARE(forgotten, QStringList{u"report"_s});
    QCOMPARE(picked.size(), 0);
    QVERIFY(menu->isVisible()); // for the next one
    menu->setActiveAction(menu->actions().first());
    QTest::keyClick(menu, Qt::Key_Delete); // a state is not forgotten
    QCOMPARE(forgotten.size(), 1);
}

QTEST_MAIN(tst_StatusHeader)
#include "tst_status_header.moc"
