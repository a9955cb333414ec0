// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/add_contact_dialog.h"
#include "gui/composition_guard.h"
#include "gui/inline_rename.h"
#include "gui/roster_fixture.h"
#include "gui/roster_panel.h"
#include "gui/roster_view.h"
#include "gui/status_header.h"
#include "gui/theme.h"

#include <QInputMethodEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace Qt::StringLiterals;

namespace {

void compose(QWidget *widget, const QString &halfWord)
{
    QInputMethodEvent event(halfWord, {});
    QCoreApplication::sendEvent(widget, &event);
}

void commit(QWidget *widget, const QString &word)
{
    QInputMethodEvent event;
    event.setCommitString(word);
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace

// Half-written words of input methods: Enter and Escape are theirs, everywhere.
class tst_Composition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        gui::applyAppearance(*qApp, gui::Appearance::Light);
        qApp->installEventFilter(&m_guard);
    }
    void cleanupTestCase() { qApp->removeEventFilter(&m_guard); }

    void enterDoesNotApplyAHalfWrittenMood();
    void escapeDoesNotThrowTheMoodAway();
    void enterDoesNotKeepAHalfWrittenName();
    void enterDoesNotSendARequest();
    void enterDoesNotOpenTheFirstMatchOfTheFilter();
    void typingInTheRosterComposesIntoTheFilter();
    void losingTheFocusEndsIt();

private:
    gui::CompositionGuard m_guard;
};

void tst_Composition::enterDoesNotApplyAHalfWrittenMood()
{
    gui::StatusHeader header;
    header.setConnection(core::ConnectionState::Online);
    header.show();
    QVERIFY(QTest::qWaitForWindowActive(&header));
    QSignalSpy picked(&header, &gui::StatusHeader::moodPicked);
    header.editMood();
    auto *edit = header.findChild<QLineEdit *>(u"moodEdit"_s);
    QVERIFY(edit);
    compose(edit, u"ni"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::keyClick(edit, Qt::Key_Enter);
    QCOMPARE(picked.size(), 0);
    QVERIFY(edit->isVisible());
    commit(edit, u"你"_s);
    QCOMPARE(edit->text(), u"你"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked.first().first().toString(), u"你"_s);
}

void tst_Composition::escapeDoesNotThrowTheMoodAway()
{
    gui::StatusHeader header;
    header.show();
    QVERIFY(QTest::qWaitForWindowActive(&header));
    header.editMood();
    auto *edit = header.findChild<QLineEdit *>(u"moodEdit"_s);
    edit->setText(u"lunch "_s);
    compose(edit, u"hao"_s);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(edit->isVisible());
    commit(edit, {});
    QCOMPARE(edit->text(), u"lunch "_s);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!edit->isVisible());
}

void tst_Composition::enterDoesNotKeepAHalfWrittenName()
{
    QWidget window;
    gui::InlineRename rename(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy finished(&rename, &gui::InlineRename::finished);
    rename.start(core::ContactId(u"ben"_s), u"Ben"_s, {});
    compose(&rename, u"ben"_s);
    QTest::keyClick(&rename, Qt::Key_Return);
    QCOMPARE(finished.size(), 0);
    commit(&rename, u"本"_s);
    QTest::keyClick(&rename, Qt::Key_Return);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.first().at(1).toString(), u"本"_s);
}

void tst_Composition::enterDoesNotSendARequest()
{
    gui::AddContactDialog dialog;
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *account = dialog.findChild<QLineEdit *>(u"accountEdit"_s);
    auto *message = dialog.findChild<QLineEdit *>(u"messageEdit"_s);
    QVERIFY(account && message);
    QSignalSpy wanted(&dialog, &gui::AddContactDialog::submitted);
    account->setText(u"ben"_s);
    message->setFocus();
    compose(message, u"wo shi"_s);
    QTest::keyClick(message, Qt::Key_Return);
    QCOMPARE(wanted.size(), 0);
    commit(message, u"我是"_s);
    QTest::keyClick(message, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
}

void tst_Composition::enterDoesNotOpenTheFirstMatchOfTheFilter()
{
    test::RosterFixture f({test::RosterFixture::contact(u"Wang"_s), test::RosterFixture::contact(u"Ben"_s)});
    gui::RosterPanel panel(f.clock);
    panel.setModel(&*f.model);
    panel.resize(320, 500);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    QSignalSpy opened(&panel, &gui::RosterPanel::contactActivated);
    panel.startFilter();
    auto *filter = panel.findChild<QLineEdit *>(u"filterEdit"_s);
    QVERIFY(filter && filter->hasFocus());
    compose(filter, u"wang"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(opened.size(), 0);
    commit(filter, u"wang"_s);
    f.settle();
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
}

void tst_Composition::typingInTheRosterComposesIntoTheFilter()
{
    test::RosterFixture f({test::RosterFixture::contact(u"Wang"_s), test::RosterFixture::contact(u"Ben"_s)});
    gui::RosterPanel panel(f.clock);
    panel.setModel(&*f.model);
    panel.resize(320, 500);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    QSignalSpy opened(&panel, &gui::RosterPanel::contactActivated);
    auto *view = panel.findChild<gui::RosterView *>();
    auto *filter = panel.findChild<QLineEdit *>(u"filterEdit"_s);
    view->setFocus();
    compose(view, u"wan"_s);
    QTest::keyClick(view, Qt::Key_Return); // would open the current contact
    QCOMPARE(opened.size(), 0);
    QVERIFY(filter->text().isEmpty());
    commit(view, u"王"_s);
    QCOMPARE(filter->text(), u"王"_s);
    QVERIFY(filter->hasFocus());
}

void tst_Composition::losingTheFocusEndsIt()
{
    QWidget window;
    QLineEdit first(&window);
    QLineEdit second(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first.setFocus();
    compose(&first, u"ni"_s);
    second.setFocus();
    QSignalSpy entered(&second, &QLineEdit::returnPressed);
    QTest::keyClick(&second, Qt::Key_Return);
    QCOMPARE(entered.size(), 1);
}

QTEST_MAIN(tst_Composition)
#include "tst_composition.moc"
