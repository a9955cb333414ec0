// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/text.h"
#include "gui/status_header.h"
#include "gui/status_menu.h"
#include "gui/theme.h"

#include <QAbstractButton>
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

QTEST_MAIN(tst_StatusHeader)
#include "tst_status_header.moc"
