// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/text.h"
#include "gui/conversation_input.h"
#include "gui/conversation_pane.h"
#include "gui/conversation_view.h"
#include "gui/row_list_view.h"
#include "gui/widget_checks.h"
#include "gui/window_fixture.h"
#include "models/conversation_model.h"
#include "support/chat_frames.h"

#include <QAction>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>

using namespace timbre;
using namespace timbre::core;
using namespace Qt::StringLiterals;
using gui::ConversationInput;
using gui::ConversationPane;
using gui::ConversationView;
using models::ConversationModel;
using protocol::FrameType;

// The conversation in its window: what one sees, writes and reads.
class tst_ConversationPane : public QObject
{
    Q_OBJECT

private:
    template <typename T> T *find(const char *name)
    {
        return m_fixture->window->findChild<T *>(QString::fromLatin1(name));
    }
    ConversationPane *pane() { return find<ConversationPane>("conversationPane"); }
    ConversationInput *input() { return find<ConversationInput>("input"); }
    ConversationView *list() { return find<ConversationView>("messageList"); }
    Conversations &conversations() { return m_fixture->session->conversations(); }
    protocol::Message stamped(protocol::Message message)
    {
        message.timestamp = m_fixture->clock.wall() * 1'000'000;
        return message;
    }
    void hear(const ContactId &from, const QString &text)
    {
        m_fixture->connection.receive(FrameType::Message,
                                      stamped(test::chatBetween(from.node(), u"8j2kd0QxLm3"_s, text, ++m_mid)));
    }
    QList<protocol::Message> sent() { return m_fixture->connection.sentOf<protocol::Message>(FrameType::Message); }
    void echo(const protocol::Message &one)
    {
        protocol::Message message = stamped(one);
        message.fromTid.emplace().node = u"8j2kd0QxLm3"_s;
        message.mid = ++m_mid;
        m_fixture->connection.receive(FrameType::Message, message);
    }
    void select(const ContactId &id)
    {
        m_fixture->window->findChild<gui::RowListView *>()->setCurrentIndex(m_fixture->roster->indexOf(id));
        m_fixture->settle();
    }
    QString spoken(int row) { return list()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); }
    void type(const QString &text)
    {
        input()->setFocus();
        QTest::keyClicks(input(), text);
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
    ContactId m_anna;
    ContactId m_ben;
    qint64 m_mid = 0;

private Q_SLOTS:
    void init()
    {
        m_mid = 0;
        m_fixture = std::make_unique<test::WindowFixture>();
        m_anna = m_fixture->add(u"Anna"_s);
        m_ben = m_fixture->add(u"Ben"_s);
        m_fixture->make();
        m_fixture->window->show();
        m_fixture->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&*m_fixture->window));
        m_fixture->goOnline();
        m_fixture->connection.sent.clear();
    }
    void cleanup() { m_fixture.reset(); }

    void choosingAContactShowsTheConversationAndItsCardIsOneClickAway()
    {
        QVERIFY(!pane()->isVisible());
        select(m_anna);
        QVERIFY(pane()->isVisible());
        QCOMPARE(pane()->peer(), m_anna);
        QCOMPARE(pane()->findChild<QLabel *>(u"nameLabel"_s)->text(), u"Anna"_s);
        QVERIFY(find<QLabel>("emptyLabel")->text().contains(u"Anna"_s));
        QTest::mouseClick(find<QToolButton>("cardButton"), Qt::LeftButton);
        QVERIFY(find<QWidget>("contactCard")->isVisible());
        auto *back = find<QWidget>("contactCard")->findChild<QToolButton *>(u"backButton"_s);
        QVERIFY(back->isVisible());
        QTest::mouseClick(back, Qt::LeftButton);
        QVERIFY(pane()->isVisible());
        QCOMPARE(test::unnamedControls(*m_fixture->window).join(u", "_s), QString());
        QCOMPARE(test::clippedTexts(*m_fixture->window).join(u"; "_s), QString());
    }

    void enterSendsAndShiftEnterBreaksTheLine()
    {
        select(m_anna);
        QTest::keyClick(m_fixture->window->findChild<gui::RowListView *>(), Qt::Key_Return);
        QVERIFY(input()->hasFocus());
        const int oneLine = input()->height();
        type(u"hello"_s);
        QTest::keyClick(input(), Qt::Key_Return, Qt::ShiftModifier);
        type(u"world"_s);
        QVERIFY(input()->height() > oneLine);
        QVERIFY(sent().isEmpty());
        QTest::keyClick(input(), Qt::Key_Return);
        QCOMPARE(sent().size(), 1);
        QCOMPARE(sent().constFirst().dataString, u"hello\nworld"_s);
        QCOMPARE(sent().constFirst().toTid->node, m_anna.node());
        QVERIFY(input()->toPlainText().isEmpty());
        QCOMPARE(input()->height(), oneLine);
        QCOMPARE(list()->model()->rowCount(), 1);
        QVERIFY(spoken(0).contains(u"hello\nworld"_s));
        QVERIFY(spoken(0).contains(u"waiting"_s));
        echo(sent().constFirst());
        QVERIFY(!spoken(0).contains(u"waiting"_s));
        QTest::keyClick(input(), Qt::Key_Return); // nothing to send
        QCOMPARE(sent().size(), 1);
    }

    void inputMethodKeepsItsEnter()
    {
        select(m_anna);
        input()->setFocus();
        QInputMethodEvent composing(u"ni hao"_s, {});
        QCoreApplication::sendEvent(input(), &composing);
        QTest::keyClick(input(), Qt::Key_Return);
        QVERIFY(sent().isEmpty());
        QInputMethodEvent done;
        done.setCommitString(u"你好"_s);
        QCoreApplication::sendEvent(input(), &done);
        QTest::keyClick(input(), Qt::Key_Return);
        QCOMPARE(sent().size(), 1);
        QCOMPARE(sent().constFirst().dataString, u"你好"_s);
    }

    void fieldGrowsToSixLinesOnly()
    {
        select(m_anna);
        input()->setPlainText(QString(u"line\n"_s).repeated(5) + u"line"_s);
        const int six = input()->height();
        input()->setPlainText(QString(u"line\n"_s).repeated(50));
        QCOMPARE(input()->height(), six);
    }

    void tooLongATextIsCountedAndNotSent()
    {
        select(m_anna);
        auto *counter = find<QLabel>("counterLabel");
        input()->setPlainText(QString(core::longestMessage - ConversationPane::counterFrom, u'x'));
        QVERIFY(!counter->isVisible());
        input()->setPlainText(QString(core::longestMessage, u'x'));
        QCOMPARE(counter->text(), u"0"_s);
        QVERIFY(counter->isVisible() && find<QPushButton>("sendMessageButton")->isEnabled());
        input()->setPlainText(QString(core::longestMessage + 1, u'x'));
        QVERIFY(!find<QPushButton>("sendMessageButton")->isEnabled());
        QTest::keyClick(input(), Qt::Key_Return);
        QVERIFY(sent().isEmpty());
        QVERIFY(!input()->toPlainText().isEmpty());
    }

    void draftsStayWithTheirConversation()
    {
        select(m_anna);
        type(u"for Anna"_s);
        select(m_ben);
        QVERIFY(input()->toPlainText().isEmpty());
        type(u"for Ben"_s);
        select(m_anna);
        QCOMPARE(input()->toPlainText(), u"for Anna"_s);
        QTest::keyClick(input(), Qt::Key_Return);
        select(m_ben);
        QCOMPARE(input()->toPlainText(), u"for Ben"_s);
        QCOMPARE(sent().size(), 1);
    }

    void whatIsSeenForAMomentIsRead()
    {
        hear(m_anna, u"hello"_s);
        QCOMPARE(conversations().unread(m_anna), 1);
        select(m_ben);
        QCOMPARE(conversations().unread(m_anna), 1);
        m_fixture->window->findChild<gui::RowListView *>()->setCurrentIndex(m_fixture->roster->indexOf(m_anna));
        m_fixture->clock.advance(ConversationPane::seenAfter - Milliseconds(1));
        QCOMPARE(conversations().unread(m_anna), 1);
        QVERIFY(list()->model()->index(0, 0).data(ConversationModel::BeginsUnreadRole).toBool());
        m_fixture->clock.advance(Milliseconds(1));
        QCOMPARE(conversations().unread(m_anna), 0);
        hear(m_anna, u"again"_s); // while looking
        QCOMPARE(conversations().unread(m_anna), 0);
        QVERIFY(!list()->model()->index(1, 0).data(ConversationModel::BeginsUnreadRole).toBool());
        hear(m_ben, u"not for you"_s);
        QCOMPARE(conversations().unread(m_ben), 1);
    }

    void nothingIsReadBehindTheBack()
    {
        select(m_anna);
        QWidget other;
        other.show();
        other.activateWindow();
        QTRY_VERIFY(!m_fixture->window->isActiveWindow());
        hear(m_anna, u"hello"_s);
        m_fixture->settle();
        QCOMPARE(conversations().unread(m_anna), 1);
        m_fixture->window->activateWindow();
        QTRY_VERIFY(m_fixture->window->isActiveWindow());
        m_fixture->settle();
        QCOMPARE(conversations().unread(m_anna), 0);
    }

    void newsBelowAreNotReadBeforeTheyAreScrolledTo()
    {
        select(m_anna);
        for (int i = 0; i < 60; ++i)
            hear(m_anna, u"message %1"_s.arg(i));
        m_fixture->settle();
        QVERIFY(list()->isAtEnd());
        QCOMPARE(conversations().unread(m_anna), 0);
        list()->verticalScrollBar()->setValue(0);
        const int before = list()->verticalScrollBar()->value();
        hear(m_anna, u"new"_s);
        m_fixture->settle();
        QCOMPARE(list()->verticalScrollBar()->value(), before);
        list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->maximum());
        m_fixture->settle();
        QCOMPARE(conversations().unread(m_anna), 0);
    }

    void olderMessagesComeWhenScrolledUpAndNothingJumps()
    {
        for (int i = 0; i < 600; ++i)
            hear(m_anna, u"message %1"_s.arg(i));
        select(m_anna);
        m_fixture->settle();
        list()->scrollToEnd();
        const int held = list()->model()->rowCount();
        QVERIFY(held <= Conversations::mostHeld + 60);
        QScrollBar *bar = list()->verticalScrollBar();
        bar->setValue(0);
        const QString top = list()->indexAt({40, 60}).data(Qt::DisplayRole).toString();
        QTRY_VERIFY(list()->model()->rowCount() > held);
        QCOMPARE(list()->indexAt({40, 60}).data(Qt::DisplayRole).toString(), top);
        QCOMPARE(list()->model()->index(0, 0).data(Qt::DisplayRole).toString(),
                 u"message %1"_s.arg(600 - list()->model()->rowCount()));
    }

    void busyAndNoConnectionAreSaidBesideTheField()
    {
        select(m_anna);
        auto *hint = pane()->findChild<QLabel *>(u"hintLabel"_s);
        QVERIFY(!hint->isVisible());
        const qint64 until = m_fixture->clock.wall() + 3'600'000;
        m_fixture->hear(m_anna, Availability::Busy, {}, {{u"until"_s, QString::number(until / 1'000)}});
        m_fixture->settle();
        QVERIFY(hint->isVisible());
        QVERIFY2(hint->text().contains(u"busy"_s) && hint->text().contains(u"Anna"_s), qPrintable(hint->text()));
        m_fixture->connection.dropLine();
        m_fixture->settle();
        QVERIFY(hint->text().contains(u"No connection"_s));
        type(u"later"_s);
        QTest::keyClick(input(), Qt::Key_Return);
        QVERIFY(spoken(0).contains(u"waiting"_s));
    }

    void whatFailedCanBeSentAgainOrDeleted()
    {
        select(m_anna);
        type(u"hello"_s);
        QTest::keyClick(input(), Qt::Key_Return);
        auto *bar = find<QWidget>("failedBar");
        QVERIFY(!bar->isVisible());
        const auto refuse = [this] {
            protocol::Ack ack;
            ack.timType = static_cast<qint8>(FrameType::Message);
            ack.error = protocol::Error{4105, {}};
            m_fixture->connection.receive(FrameType::Ack, ack);
        };
        refuse();
        QVERIFY(bar->isVisible());
        QVERIFY(spoken(0).contains(u"Not sent"_s));
        QTest::mouseClick(find<QPushButton>("retryButton"), Qt::LeftButton);
        QCOMPARE(sent().size(), 2);
        QVERIFY(!bar->isVisible());
        refuse();
        QTest::mouseClick(find<QPushButton>("discardButton"), Qt::LeftButton);
        QCOMPARE(list()->model()->rowCount(), 0);
        QVERIFY(!bar->isVisible());
    }

    void whoIsHiddenIsAskedBeforeWriting()
    {
        select(m_anna);
        m_fixture->session->visibility().setStrict(true);
        m_fixture->session->status().setManual({Availability::Invisible, {}, 0});
        m_fixture->settle();
        auto *bar = find<QWidget>("revealBar");
        const auto write = [&] {
            type(u"hello"_s);
            QTest::keyClick(input(), Qt::Key_Return);
        };
        QVERIFY(m_fixture->session->reveals().wouldReveal(m_anna));
        write();
        QVERIFY(bar->isVisible() && sent().isEmpty());
        QTest::mouseClick(find<QPushButton>("revealCancelButton"), Qt::LeftButton);
        QVERIFY(!bar->isVisible() && !input()->toPlainText().isEmpty());
        QTest::keyClick(input(), Qt::Key_Return);
        QTest::mouseClick(find<QPushButton>("revealOnceButton"), Qt::LeftButton);
        QVERIFY(!bar->isVisible() && input()->toPlainText().isEmpty());
        QCOMPARE(conversations().recent(ConversationId::with(m_anna), 9).size(), 1);
        write(); // she knows
        QVERIFY(!bar->isVisible());
        QCOMPARE(conversations().recent(ConversationId::with(m_anna), 9).size(), 2);
    }

    void keysGoToWhatIsUnread()
    {
        hear(m_ben, u"first"_s);
        hear(m_anna, u"second"_s);
        QTest::keyClick(&*m_fixture->window, Qt::Key_2, Qt::AltModifier);
        QCOMPARE(pane()->peer(), m_anna);
        QVERIFY(input()->hasFocus());
        m_fixture->settle();
        QTest::keyClick(input(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(pane()->peer(), m_ben);
        m_fixture->settle();
        QTest::keyClick(input(), Qt::Key_Tab, Qt::ControlModifier); // nothing left
        QCOMPARE(pane()->peer(), m_ben);
        QTest::keyClick(input(), Qt::Key_Escape);
        QVERIFY(m_fixture->window->findChild<gui::RowListView *>()->hasFocus());
    }

    void strangersAreSaidToBeStrangersAndStayText()
    {
        const ContactId stranger(u"mallory"_s);
        hear(stranger, u"<b>click</b> http://evil.example/ <img src=x>"_s);
        QTest::keyClick(&*m_fixture->window, Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(pane()->peer(), stranger);
        QVERIFY(find<QWidget>("strangerBar")->isVisible());
        QVERIFY(spoken(0).contains(u"<b>click</b>"_s));
        QVERIFY(!find<QToolButton>("cardButton")->isVisible());
        select(m_anna);
        QVERIFY(!find<QWidget>("strangerBar")->isVisible());
    }

    void rowsReadAsSentencesAndAreCopied()
    {
        select(m_anna);
        hear(m_anna, u"hello"_s);
        QVERIFY2(spoken(0).contains(u"Anna"_s) && spoken(0).endsWith(u": hello"_s), qPrintable(spoken(0)));
        QVERIFY(spoken(0).startsWith(u"Today"_s));
        list()->setFocus();
        list()->setCurrentIndex(list()->model()->index(0, 0));
        QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"hello"_s);
        protocol::Message revoke = test::chatBetween(m_anna.node(), u"8j2kd0QxLm3"_s, {}, m_mid);
        revoke.odType = 2;
        m_fixture->connection.receive(FrameType::Message, revoke);
        QVERIFY(spoken(0).contains(u"taken back"_s));
    }

    void narrowWindowsTakeTurns()
    {
        m_fixture->window->resize(360, 600);
        m_fixture->settle();
        select(m_anna);
        QTest::keyClick(m_fixture->window->findChild<gui::RowListView *>(), Qt::Key_Return);
        QVERIFY(pane()->isVisible() && !find<QWidget>("leftPane")->isVisible());
        QVERIFY(input()->hasFocus());
        m_fixture->settle();
        QTest::mouseClick(pane()->findChild<QToolButton *>(u"backButton"_s), Qt::LeftButton);
        QVERIFY(!pane()->isVisible() && find<QWidget>("leftPane")->isVisible());
    }

    void rowsBreakAnewWhenTheWidthChanges()
    {
        select(m_anna);
        hear(m_anna, QString(u"word "_s).repeated(60));
        hear(m_anna, u"below"_s);
        m_fixture->window->resize(780, 660);
        m_fixture->settle();
        const int wide = list()->visualRect(list()->model()->index(0, 0)).height();
        m_fixture->window->resize(640, 660);
        m_fixture->settle();
        QTRY_VERIFY(list()->visualRect(list()->model()->index(0, 0)).height() > wide);
    }

    void stormOfMessagesIsPaintedInTime()
    {
        select(m_anna);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 2'000; ++i)
            hear(m_anna, u"message %1 of a storm that has a little more text than one line can hold in here"_s.arg(i));
        m_fixture->settle();
        qInfo() << "2 000 messages in" << timer.elapsed() << "ms";
        QVERIFY(timer.elapsed() < 20'000);
        QVERIFY(list()->isAtEnd());
    }
};

QTEST_MAIN(tst_ConversationPane)
#include "tst_conversation_pane.moc"
