// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/elided_button.h"
#include "gui/language.h"
#include "gui/roster_delegate.h"
#include "gui/theme.h"
#include "gui/widget_checks.h"
#include "gui/window_fixture.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QListWidget>
#include <QMenu>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QTimeEdit>
#include <QTimeZone>
#include <QToolButton>

using namespace timbre;
using namespace Qt::StringLiterals;
using core::Availability;
using core::ConnectionProblem;
using core::ConnectionState;
using core::ContactId;
using core::Relation;
using protocol::BusinessOp;
using protocol::FrameType;

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void keyboardAloneReachesBusy();
    void shortcutsPickStates();
    void headerChangesBeforeAnyPacket();
    void aPickWhileOfflineIsKeptAndMarked();
    void aStatusEndsAndUndoTakesBack();
    void awayByItselfIsShownAndTakenBack();
    void theWeekIsMadeAndHolds();
    void contactsEndsAreInOurTime_data();
    void contactsEndsAreInOurTime();
    void stripWaitsThreeSeconds();
    void stripTellsEachBlockWithItsButton_data();
    void stripTellsEachBlockWithItsButton();
    void stripTakesThePassword();
    void stayingSignedOutIsAnAnswer();
    void longOfflineNamesTheTime();
    void receivedRequests_data();
    void receivedRequests();
    void aRequestArrivingTakesNoFocus();
    void aRequestThatFailsSaysSoInItsCard();
    void requestTextIsPlain();
    void manyRequestsFoldAway();
    void removingAsksOnceAndCanBeCancelled();
    void removingCanAlsoBlock();
    void blockingSaysWhatTheOtherLearns();
    void ownCardIsShownUntilSomeoneIsChosen();
    void quickMoodsAreElidedNotCut();
    void cardFollowsTheContact();
    void hostileNamesAndMoodsStayText();
    void narrowWindowsTakeTurns();
    void addingTellsErrorsBesideTheField();
    void addingClosesOnSuccess();
    void everyControlHasAName();
    void nothingIsClipped_data();
    void nothingIsClipped();
    void chineseLeavesNoEnglish();

private:
    template <typename T> T *find(const char *name)
    {
        return m_fixture->window->findChild<T *>(QString::fromLatin1(name));
    }
    void click(const char *name)
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void ask(const QString &node, const QString &text)
    {
        protocol::Message message;
        message.msType = static_cast<qint8>(protocol::MsType::User);
        message.odType = static_cast<qint8>(protocol::OdType::Business);
        message.bnType = static_cast<qint32>(BusinessOp::AddFriend);
        message.fromTid = protocol::Tid{node, {}, {}, {}, {}};
        message.dataString = text;
        message.id = ++m_lastId;
        m_fixture->connection.receive(FrameType::Message, message);
        m_fixture->settle();
    }
    bool sentBusiness(BusinessOp op, const ContactId &id) const
    {
        for (const auto &request : m_fixture->connection.sentOf<protocol::Request>(FrameType::Business)) {
            if (request.rtype == static_cast<qint32>(op) && request.node == id.node())
                return true;
        }
        return false;
    }
    Relation relationOf(const QString &name) const
    {
        const auto contact = m_fixture->session->roster().contact(ContactId(name));
        return contact ? contact->relation : Relation::Blocked;
    }
    void select(const ContactId &id)
    {
        find<QWidget>("rosterPanel")->findChild<QAbstractItemView *>()->setCurrentIndex(m_fixture->roster->indexOf(id));
        m_fixture->settle();
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
    ContactId m_bob;
    qint64 m_lastId = 1000;
};

void tst_MainWindow::initTestCase()
{
    gui::applyAppearance(*qApp, gui::Appearance::Light);
}

void tst_MainWindow::init()
{
    m_fixture = std::make_unique<test::WindowFixture>();
    m_bob = m_fixture->add(u"Bob"_s);
    m_fixture->add(u"Carla"_s); // the bystander
    m_fixture->make();
    m_fixture->goOnline();
    m_fixture->window->show();
    QVERIFY(QTest::qWaitForWindowActive(&*m_fixture->window));
}

void tst_MainWindow::cleanup()
{
    m_fixture.reset();
}

void tst_MainWindow::keyboardAloneReachesBusy()
{
    auto *state = find<QAbstractButton>("stateButton");
    for (int i = 0; i < 40 && !state->hasFocus(); ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(state->hasFocus());
    QTest::keyClick(state, Qt::Key_Space);
    auto *menu = find<QMenu>("statusMenu");
    QVERIFY(menu->isVisible());
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(m_fixture->session->status().manual().availability, Availability::Busy);
    QCOMPARE(state->text(), u"Busy"_s);
}

void tst_MainWindow::shortcutsPickStates()
{
    const std::pair<Qt::Key, Availability> keys[] = {{Qt::Key_2, Availability::Away},
                                                     {Qt::Key_3, Availability::Busy},
                                                     {Qt::Key_4, Availability::Invisible},
                                                     {Qt::Key_1, Availability::Chat}};
    for (const auto &[key, availability] : keys) {
        QTest::keyClick(&*m_fixture->window, key, Qt::ControlModifier);
        QCOMPARE(m_fixture->session->status().manual().availability, availability);
    }
    QTest::keyClick(&*m_fixture->window, Qt::Key_M, Qt::ControlModifier);
    QVERIFY(find<QWidget>("moodEdit")->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTest::keyClick(&*m_fixture->window, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(find<QWidget>("filterEdit")->hasFocus());
}

void tst_MainWindow::headerChangesBeforeAnyPacket()
{
    const auto before = m_fixture->connection.sentPresences().size();
    auto *state = find<QAbstractButton>("stateButton");
    const QImage chat = state->grab().toImage();
    QTest::keyClick(&*m_fixture->window, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(m_fixture->connection.sentPresences().size(), before); // nothing has left
    QCOMPARE(state->text(), u"Busy"_s);
    QVERIFY(state->grab().toImage() != chat);
    QVERIFY(state->property("pending").toBool());
    m_fixture->settle();
    QCOMPARE(m_fixture->connection.sentPresences().size(), before + 1);
    QVERIFY(!state->property("pending").toBool());
}

void tst_MainWindow::aPickWhileOfflineIsKeptAndMarked()
{
    m_fixture->connection.dropLine();
    m_fixture->connection.sent.clear();
    QTest::keyClick(&*m_fixture->window, Qt::Key_3, Qt::ControlModifier);
    auto *state = find<QAbstractButton>("stateButton");
    QCOMPARE(state->text(), u"Offline — will be Busy"_s);
    QVERIFY(state->property("pending").toBool());
    m_fixture->settle();
    QVERIFY(m_fixture->connection.sentPresences().isEmpty());
    m_fixture->goOnline();
    int broadcasts = 0;
    for (const auto &presence : m_fixture->connection.sentPresences()) {
        QCOMPARE(presence.show, std::optional<qint16>(4));
        broadcasts += presence.toList ? 0 : 1;
    }
    QCOMPARE(broadcasts, 1);
    QCOMPARE(state->text(), u"Busy"_s);
    QVERIFY(!state->property("pending").toBool());
}

void tst_MainWindow::aStatusEndsAndUndoTakesBack()
{
    const core::StatusController &status = m_fixture->session->status();
    m_fixture->desk.seesIdle = false; // nobody touches it for an hour
    auto *end = find<QAbstractButton>("endButton");
    QVERIFY(!end->isVisible());
    find<QMenu>("moodPresetsMenu")->actions().at(1)->trigger(); // lunch
    QCOMPARE(status.manual().until, m_fixture->clock.wall() + 3'600'000);
    QVERIFY(end->isVisible());
    auto *quick = find<QAbstractButton>("quickMoodButton");
    quick->setFocus();
    m_fixture->clock.advance(10'000);
    m_fixture->session->status().reconsider();
    QVERIFY(find<QAbstractButton>("quickMoodButton")->hasFocus()); // looking at the clock rebuilds nothing
    find<QMenu>("clearAfterMenu")->actions().at(3)->trigger(); // 4 hours
    QCOMPARE(status.manual().until, m_fixture->clock.wall() + 4 * 3'600'000);
    QVERIFY(find<QWidget>("undoButton")->isVisible());
    QTest::keyClick(&*m_fixture->window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(status.manual().until, m_fixture->clock.wall() + 3'600'000 - 10'000);
    QVERIFY(!find<QWidget>("undoButton")->isVisible());
    QTest::keyClick(&*m_fixture->window, Qt::Key_Z, Qt::ControlModifier); // no further
    QCOMPARE(status.manual().availability, Availability::Away);
    m_fixture->clock.advance(3'600'000);
    QCOMPARE(status.manual(), (core::ManualStatus{Availability::Chat, {}}));
    QVERIFY(!end->isVisible());
    QCOMPARE(find<QAbstractButton>("stateButton")->text(), u"Chat"_s);
}

void tst_MainWindow::awayByItselfIsShownAndTakenBack()
{
    m_fixture->settle();
    auto *state = find<QAbstractButton>("stateButton");
    QCOMPARE(state->text(), u"Chat"_s);
    m_fixture->connection.sent.clear();
    m_fixture->clock.advance(11 * 60'000);
    QCOMPARE(state->text(), u"Away"_s);
    QVERIFY(find<QAbstractButton>("endButton")->text().startsWith(u"idle since "_s));
    QVERIFY(find<QAbstractButton>("chatButton")->isChecked()); // still what was picked
    QCOMPARE(m_fixture->store.manual.availability, Availability::Chat);
    click("endButton");
    QCOMPARE(state->text(), u"Chat"_s);
    m_fixture->clock.advance(1'000);
    QCOMPARE(m_fixture->connection.sentPresences().last().show, std::optional<qint16>(1));
}

void tst_MainWindow::theWeekIsMadeAndHolds()
{
    m_fixture->desk.seesIdle = false;
    QVERIFY(!find<QWidget>("planLabel")->isVisible());
    find<QAction>("actionSchedule")->trigger();
    auto *dialog = find<QDialog>("ScheduleDialog");
    QVERIFY(dialog && dialog->isVisible());
    const auto in
        = [dialog](const char *name) { return dialog->findChild<QAbstractButton *>(QLatin1StringView(name)); };
    QVERIFY(!dialog->findChild<QWidget *>(u"fields"_s)->isEnabled()); // nothing to edit yet
    in("addButton")->click();
    in("day6")->click();
    in("day7")->click(); // all days
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_fixture->clock.wall(), Qt::UTC);
    const QTime from(now.time().hour(), 0);
    dialog->findChild<QTimeEdit *>(u"fromEdit"_s)->setTime(from);
    dialog->findChild<QTimeEdit *>(u"toEdit"_s)->setTime(from.addSecs(7200));
    dialog->findChild<QLineEdit *>(u"moodEdit"_s)->setText(u"<b>focus</b>"_s);
    auto *list = dialog->findChild<QListWidget *>();
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().startsWith(u"Every day, "_s + from.toString(u"HH:mm"_s)));
    in("addButton")->click();
    in("removeButton")->click();
    QCOMPARE(list->count(), 1);
    in("saveButton")->click();
    QCOMPARE(m_fixture->store.week.rules().size(), 1);
    QCOMPARE(find<QAbstractButton>("stateButton")->text(), u"Busy"_s);
    QCOMPARE(find<QAbstractButton>("moodButton")->text(), u"<b>focus</b>"_s);
    QVERIFY(find<QAbstractButton>("endButton")->text().startsWith(u"until "_s));
    QVERIFY(find<QLabel>("planLabel")->isVisible());
    QVERIFY(find<QLabel>("planLabel")->text().contains(u"Busy"_s));
    QCOMPARE(m_fixture->store.manual.availability, Availability::Chat);
    QTest::keyClick(&*m_fixture->window, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(find<QAbstractButton>("stateButton")->text(), u"Chat"_s);
    QVERIFY(!find<QAbstractButton>("endButton")->isVisible());
}

void tst_MainWindow::contactsEndsAreInOurTime_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::newRow("UTC") << QByteArray("UTC");
    QTest::newRow("Shanghai") << QByteArray("Asia/Shanghai");
}

void tst_MainWindow::contactsEndsAreInOurTime()
{
    QFETCH(QByteArray, zone);
    const auto restore = qScopeGuard([before = qgetenv("TZ")] { qputenv("TZ", before); });
    qputenv("TZ", zone);
    const qint64 until = m_fixture->clock.wall() + 3'600'000;
    m_fixture->hear(m_bob, Availability::Busy, u"report"_s, {{u"until"_s, QString::number(until / 1000)}});
    m_fixture->settle();
    const QString time
        = QDateTime::fromMSecsSinceEpoch(until / 1000 * 1000).toTimeZone(QTimeZone(zone)).toString(u"HH:mm"_s);
    const QModelIndex row = m_fixture->roster->indexOf(m_bob);
    const gui::RosterDelegate delegate(m_fixture->clock);
    QCOMPARE(delegate.secondLine(row.data(models::RosterModel::ContactRole).value<core::Contact>(),
                                 row.data(models::RosterModel::PresenceRole).value<core::ContactPresence>()),
             u"Busy until %1 · report"_s.arg(time));
    QVERIFY(delegate.sentence(row).endsWith(u"(until %1)"_s.arg(time)));
    select(m_bob);
    click("cardButton");
    const auto *state = find<QWidget>("contactCard")->findChild<QLabel *>(u"stateLabel"_s);
    QCOMPARE(state->text(), u"Busy until %1"_s.arg(time));
    m_fixture->clock.advance(3'600'000); // their word is not kept longer than it holds
    QVERIFY(!state->text().contains(u"until"_s));
    m_fixture->hear(m_bob, Availability::Away, {},
                    {{u"idle"_s, QString::number(m_fixture->clock.wall() / 1000 - 600)}});
    m_fixture->settle();
    QVERIFY(state->text().startsWith(u"Away, idle since "_s));
}

void tst_MainWindow::stripWaitsThreeSeconds()
{
    auto *strip = find<QWidget>("connectionStrip");
    QVERIFY(!strip->isVisible());
    m_fixture->connection.dropLine();
    m_fixture->clock.advance(2999);
    QVERIFY(!strip->isVisible());
    m_fixture->clock.advance(1);
    QVERIFY(strip->isVisible());
    QVERIFY(find<QWidget>("actionButton")->isVisible());
    QVERIFY(!find<QWidget>("passwordEdit")->isVisible());
    m_fixture->goOnline();
    QVERIFY(!strip->isVisible());
}

void tst_MainWindow::stripTellsEachBlockWithItsButton_data()
{
    QTest::addColumn<ConnectionProblem>("problem");
    QTest::addColumn<QString>("button");
    QTest::addColumn<bool>("second");
    QTest::addColumn<bool>("password");
    QTest::newRow("elsewhere") << ConnectionProblem::SignedInElsewhere << u"Use here"_s << true << false;
    QTest::newRow("kicked") << ConnectionProblem::Kicked << u"Sign in again"_s << false << false;
    QTest::newRow("token") << ConnectionProblem::TokenRefused << u"Sign in again"_s << false << false;
    QTest::newRow("password") << ConnectionProblem::WrongPassword << u"Sign in again"_s << false << true;
}

void tst_MainWindow::stripTellsEachBlockWithItsButton()
{
    QFETCH(ConnectionProblem, problem);
    QFETCH(bool, second);
    QFETCH(bool, password);
    m_fixture->connection.setState(ConnectionState::Blocked, problem);
    QVERIFY(find<QWidget>("connectionStrip")->isVisible()); // at once: only the user can help
    QVERIFY(!find<QLabel>("sentenceLabel")->text().isEmpty());
    QTEST(find<QAbstractButton>("actionButton")->text(), "button");
    QCOMPARE(find<QWidget>("secondButton")->isVisible(), second);
    QCOMPARE(find<QWidget>("passwordEdit")->isVisible(), password);
    QVERIFY(!find<QWidget>("detailsLabel")->isVisible());
    click("detailsButton");
    QVERIFY(find<QWidget>("detailsLabel")->isVisible());
}

void tst_MainWindow::stripTakesThePassword()
{
    QSignalSpy entered(&*m_fixture->window, &gui::MainWindow::passwordEntered);
    m_fixture->connection.setState(ConnectionState::Blocked, ConnectionProblem::WrongPassword);
    auto *edit = find<QLineEdit>("passwordEdit");
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    click("actionButton");
    QCOMPARE(entered.size(), 0); // empty: it asks for one
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"secret"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(entered.size(), 1);
    QCOMPARE(entered[0][0].toString(), u"secret"_s);
    QVERIFY(edit->text().isEmpty());
}

void tst_MainWindow::stayingSignedOutIsAnAnswer()
{
    m_fixture->connection.setState(ConnectionState::Blocked, ConnectionProblem::SignedInElsewhere);
    const QString question = find<QLabel>("sentenceLabel")->text();
    click("secondButton");
    QVERIFY(!find<QWidget>("secondButton")->isVisible());
    QVERIFY(find<QLabel>("sentenceLabel")->text() != question);
    QVERIFY(find<QWidget>("actionButton")->isVisible()); // the way back stays
}

void tst_MainWindow::longOfflineNamesTheTime()
{
    m_fixture->connection.dropLine();
    m_fixture->clock.advance(59'000);
    QVERIFY(!find<QLabel>("sentenceLabel")->text().contains(u"since"_s));
    m_fixture->clock.advance(2'000);
    QVERIFY(find<QLabel>("sentenceLabel")->text().startsWith(u"No connection since"_s));
}

void tst_MainWindow::receivedRequests_data()
{
    QTest::addColumn<bool>("unapproved");
    QTest::addColumn<QString>("button");
    QTest::addColumn<BusinessOp>("sent");
    QTest::addColumn<bool>("becomesContact");
    QTest::newRow("accept") << false << u"acceptButton"_s << BusinessOp::AddFriend << true;
    QTest::newRow("decline") << false << u"declineButton"_s << BusinessOp::RemoveFriend << false;
    QTest::newRow("block") << false << u"blockButton"_s << BusinessOp::BlockUser << false;
    QTest::newRow("keep") << true << u"acceptButton"_s << BusinessOp::AddFriend << true;
    QTest::newRow("remove") << true << u"declineButton"_s << BusinessOp::RemoveFriend << false;
    QTest::newRow("block-unapproved") << true << u"blockButton"_s << BusinessOp::BlockUser << false;
}

void tst_MainWindow::receivedRequests()
{
    QFETCH(bool, unapproved);
    QFETCH(QString, button);
    QFETCH(BusinessOp, sent);
    QFETCH(bool, becomesContact);
    const ContactId eve(u"eve"_s);
    if (unapproved)
        m_fixture->session->roster().setServerRoster({u"bob"_s, u"carla"_s, u"eve"_s});
    else
        ask(u"eve"_s, u"Hi"_s);
    m_fixture->settle();
    auto *card = find<QWidget>("requestCard");
    QVERIFY(card && card->isVisible());
    QCOMPARE(find<QLabel>("badgeLabel")->text(), u"1"_s);
    m_fixture->connection.sent.clear();
    auto *pressed = card->findChild<QAbstractButton *>(button);
    QVERIFY(pressed->isVisible());
    QTest::mouseClick(pressed, Qt::LeftButton);
    if (sent == BusinessOp::BlockUser) {
        QVERIFY(!sentBusiness(sent, eve)); // blocking a stranger is asked first
        click("confirmButton");
    }
    QVERIFY(sentBusiness(sent, eve));
    m_fixture->settle();
    QVERIFY(!find<QWidget>("requestsPanel")->isVisible());
    QCOMPARE(m_fixture->session->roster().isAccepted(eve), becomesContact);
    QVERIFY(m_fixture->session->roster().isAccepted(m_bob));
    QVERIFY(!sentBusiness(sent, m_bob));
}

void tst_MainWindow::aRequestArrivingTakesNoFocus()
{
    QTest::keyClick(&*m_fixture->window, Qt::Key_M, Qt::ControlModifier);
    QWidget *edit = QApplication::focusWidget();
    QTest::keyClicks(edit, u"typing"_s);
    ask(u"eve"_s, u"Hi"_s);
    QVERIFY(find<QWidget>("requestsPanel")->isVisible());
    QCOMPARE(QApplication::focusWidget(), edit);
    // Nor does one more move the card that is there from under a click.
    auto *card = find<QWidget>("requestCard");
    const QPoint place = card->mapTo(&*m_fixture->window, QPoint());
    m_fixture->clock.advance(1000);
    ask(u"mallory"_s, u"Hi"_s);
    QCOMPARE(card->mapTo(&*m_fixture->window, QPoint()), place);
}

void tst_MainWindow::aRequestThatFailsSaysSoInItsCard()
{
    ask(u"eve"_s, u"Hi"_s);
    m_fixture->connection.dropLine();
    auto *card = find<QWidget>("requestCard");
    QTest::mouseClick(card->findChild<QAbstractButton *>(u"acceptButton"_s), Qt::LeftButton);
    auto *error = card->findChild<QLabel *>(u"errorLabel"_s);
    QVERIFY(error->isVisible());
    QVERIFY(error->text().contains(u"not connected"_s));
    QCOMPARE(relationOf(u"eve"_s), Relation::AsksUs);
}

void tst_MainWindow::requestTextIsPlain()
{
    ask(u"eve"_s, u"<a href='x'>click</a> https://example.org"_s);
    auto *text = find<QWidget>("requestCard")->findChild<QLabel *>(u"textLabel"_s);
    QCOMPARE(text->textFormat(), Qt::PlainText);
    QVERIFY(text->text().contains(u"<a href"_s));
    QCOMPARE(text->textInteractionFlags() & Qt::LinksAccessibleByMouse, Qt::NoTextInteraction);
}

void tst_MainWindow::manyRequestsFoldAway()
{
    for (int i = 0; i < 1'000; ++i) {
        m_fixture->session->roster().requestReceived(ContactId(u"n%1"_s.arg(i)), {});
        m_fixture->clock.advance(1);
    }
    m_fixture->settle();
    const auto cards = [this] {
        int count = 0;
        for (QWidget *card : m_fixture->window->findChildren<QWidget *>(u"requestCard"_s))
            count += card->isHidden() ? 0 : 1;
        return count;
    };
    QVERIFY(cards() <= 5);
    QVERIFY(find<QPushButton>("moreButton")->text().contains(u"997"_s));
    click("moreButton");
    QCOMPARE(cards(), 53);
    for (int i = 0; i < 3; ++i)
        click("moreButton");
    QCOMPARE(cards(), 200);
    QVERIFY(find<QWidget>("rosterPanel")->height() > 100); // the roster keeps its place
    QVERIFY(find<QPushButton>("moreButton")->text().contains(u"800"_s));
    QCOMPARE(m_fixture->session->roster().requests().size(), 1'000); // nothing is lost
    click("declineAllButton");
    QCOMPARE(m_fixture->session->roster().requests().size(), 1'000); // asked once more
    click("declineAllButton");
    m_fixture->settle();
    QCOMPARE(m_fixture->session->roster().requests().size(), 0);
    QVERIFY(m_fixture->session->roster().isAccepted(m_bob));
}

void tst_MainWindow::removingAsksOnceAndCanBeCancelled()
{
    select(m_bob);
    click("cardButton");
    m_fixture->connection.sent.clear();
    click("removeButton");
    QVERIFY(find<QWidget>("confirmBar")->isVisible());
    QCOMPARE(QApplication::activeModalWidget(), nullptr);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!find<QWidget>("confirmBar")->isVisible());
    QVERIFY(find<QWidget>("removeButton")->hasFocus());
    QVERIFY(!sentBusiness(BusinessOp::RemoveFriend, m_bob));
    click("removeButton");
    click("confirmButton");
    QVERIFY(sentBusiness(BusinessOp::RemoveFriend, m_bob));
    QVERIFY(!m_fixture->session->roster().isAccepted(m_bob));
    QVERIFY(m_fixture->session->roster().isAccepted(ContactId(u"carla"_s)));
}

void tst_MainWindow::removingCanAlsoBlock()
{
    select(m_bob);
    click("cardButton");
    click("removeButton");
    find<QCheckBox>("blockCheck")->click();
    click("confirmButton");
    QVERIFY(sentBusiness(BusinessOp::BlockUser, m_bob));
    QVERIFY(!sentBusiness(BusinessOp::BlockUser, ContactId(u"carla"_s)));
}

void tst_MainWindow::blockingSaysWhatTheOtherLearns()
{
    ask(u"eve"_s, u"Hi"_s);
    QTest::mouseClick(find<QWidget>("requestCard")->findChild<QAbstractButton *>(u"blockButton"_s), Qt::LeftButton);
    auto *bar = find<QWidget>("confirmBar");
    QVERIFY(bar->findChild<QLabel *>(u"sentenceLabel"_s)->text().contains(u"tells them"_s));
}

void tst_MainWindow::ownCardIsShownUntilSomeoneIsChosen()
{
    QVERIFY(find<QWidget>("ownCard")->isVisible());
    QVERIFY(find<QWidget>("rosterPanel")->findChild<QAbstractItemView *>()->hasFocus());
    click("awayButton");
    QCOMPARE(m_fixture->session->status().manual().availability, Availability::Away);
    QVERIFY(find<QAbstractButton>("awayButton")->isChecked());
    QVERIFY(!find<QAbstractButton>("chatButton")->isChecked());
    select(m_bob);
    QVERIFY(!find<QWidget>("ownCard")->isVisible());
    find<QAction>("actionMyAccount")->trigger();
    QVERIFY(find<QWidget>("ownCard")->isVisible());
}

void tst_MainWindow::quickMoodsAreElidedNotCut()
{
    const QString mood = u"In a meeting about R&D budgets"_s;
    m_fixture->session->status().setMood(mood);
    m_fixture->settle();
    const auto shown = [this] {
        auto *button = find<gui::ElidedButton>("quickMoodButton");
        return button ? button->shownText() : QString();
    };
    m_fixture->window->resize(660, 660);
    m_fixture->settle();
    auto *button = find<gui::ElidedButton>("quickMoodButton");
    QVERIFY(button && button->isVisible());
    QVERIFY2(shown().endsWith(u'…') && shown().startsWith(u"In a"), qPrintable(shown()));
    QVERIFY(button->fontMetrics().horizontalAdvance(shown()) < button->width());
    QCOMPARE(button->toolTip(), mood.toHtmlEscaped());
    QVERIFY(button->accessibleName().contains(mood));
    button->resize(900, button->height());
    QCOMPARE(shown(), mood);
}

void tst_MainWindow::cardFollowsTheContact()
{
    select(m_bob);
    click("cardButton");
    auto *card = find<QWidget>("contactCard");
    QVERIFY(card->isVisible());
    QCOMPARE(card->findChild<QLabel *>(u"nameLabel"_s)->text(), u"Bob"_s);
    m_fixture->hear(m_bob, Availability::Busy, u"writing"_s);
    m_fixture->settle();
    QVERIFY(card->findChild<QLabel *>(u"stateLabel"_s)->text().startsWith(u"Busy"_s));
    QCOMPARE(card->findChild<QLabel *>(u"moodLabel"_s)->text(), u"writing"_s);
    m_fixture->hear(ContactId(u"carla"_s), Availability::Away);
    m_fixture->settle();
    QVERIFY(card->findChild<QLabel *>(u"stateLabel"_s)->text().startsWith(u"Busy"_s));
    QTest::mouseClick(card->findChild<QAbstractButton *>(u"copyButton"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), u"bob"_s);
    click("renameButton");
    QTest::keyClicks(QApplication::focusWidget(), u"Bobby"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    m_fixture->settle();
    QCOMPARE(card->findChild<QLabel *>(u"nameLabel"_s)->text(), u"Bobby"_s);
}

void tst_MainWindow::hostileNamesAndMoodsStayText()
{
    select(m_bob);
    m_fixture->hear(m_bob, Availability::Chat, u"<h1>big</h1><img src='http://x'>"_s + QString(300, u'W'));
    m_fixture->session->roster().rename(m_bob, u"<b>"_s + QString(60, u'W'));
    m_fixture->settle();
    for (QLabel *label : m_fixture->window->findChildren<QLabel *>()) {
        if (label->text().contains(u'<'))
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
        QVERIFY2(!label->toolTip().contains(u"<b>"_s), qPrintable(label->objectName()));
    }
    QVERIFY(m_fixture->window->minimumSizeHint().width() < 620); // no text pushes the window apart
    QCOMPARE(test::clippedTexts(*m_fixture->window).join(u"; "_s), QString());
}

void tst_MainWindow::narrowWindowsTakeTurns()
{
    m_fixture->window->resize(360, 600);
    m_fixture->settle();
    QVERIFY(find<QWidget>("leftPane")->isVisible());
    QVERIFY(!find<QWidget>("rightPane")->isVisible());
    select(m_bob);
    QTest::keyClick(find<QWidget>("rosterPanel")->findChild<QAbstractItemView *>(), Qt::Key_Return);
    QVERIFY(!find<QWidget>("leftPane")->isVisible());
    auto *back = find<QWidget>("conversationPane")->findChild<QAbstractButton *>(u"backButton"_s);
    QVERIFY(back->isVisible());
    m_fixture->settle();
    QTest::mouseClick(back, Qt::LeftButton);
    QVERIFY(find<QWidget>("leftPane")->isVisible());
    QVERIFY(!find<QWidget>("rightPane")->isVisible());
}

void tst_MainWindow::addingTellsErrorsBesideTheField()
{
    QTest::keyClick(&*m_fixture->window, Qt::Key_N, Qt::ControlModifier);
    auto *dialog = find<QWidget>("AddContactDialog");
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!dialog->isModal());
    QTRY_VERIFY(find<QWidget>("accountEdit")->hasFocus());
    QVERIFY(find<QLineEdit>("messageEdit")->text().contains(u"alice"_s));
    auto *error = find<QLabel>("accountError");
    click("sendButton");
    QVERIFY(error->isVisible());
    find<QLineEdit>("accountEdit")->setText(u"8j2kd0QxLm3"_s); // oneself
    click("sendButton");
    QVERIFY(error->text().contains(u"own account"_s));

    // A refusal of the server comes after the request has left.
    find<QLineEdit>("accountEdit")->setText(u"nobody"_s);
    click("sendButton");
    QVERIFY(!find<QWidget>("sendButton")->isEnabled());
    protocol::Ack ack;
    ack.ok = false;
    ack.timType = static_cast<qint8>(FrameType::Business);
    ack.error = protocol::Error{};
    ack.error->code = 4106;
    m_fixture->connection.receive(FrameType::Ack, ack);
    QVERIFY(dialog->isVisible());
    QVERIFY(error->isVisible());
    QVERIFY(error->text().contains(u"nobody"_s));
    QVERIFY(find<QWidget>("sendButton")->isEnabled());
}

void tst_MainWindow::addingClosesOnSuccess()
{
    QTest::keyClick(&*m_fixture->window, Qt::Key_N, Qt::ControlModifier);
    find<QLineEdit>("accountEdit")->setText(u"dora"_s);
    click("sendButton");
    m_fixture->clock.advance(1000);
    QVERIFY(!find<QWidget>("AddContactDialog")->isVisible());
    auto *result = find<QWidget>("resultBar");
    QVERIFY(result->isVisible());
    QVERIFY(result->accessibleName().contains(u"dora"_s));
    m_fixture->clock.advance(10'000);
    QVERIFY(!result->isVisible());
}

void tst_MainWindow::everyControlHasAName()
{
    ask(u"eve"_s, u"Hi"_s);
    select(m_bob);
    m_fixture->connection.setState(ConnectionState::Blocked, ConnectionProblem::WrongPassword);
    m_fixture->window->setNotice(u"The disk is full."_s);
    QTest::keyClick(&*m_fixture->window, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(test::unnamedControls(*m_fixture->window).join(u"; "_s), QString());
}

void tst_MainWindow::nothingIsClipped_data()
{
    QTest::addColumn<double>("factor");
    QTest::newRow("normal") << 1.0;
    QTest::newRow("twice") << 2.0;
}

void tst_MainWindow::nothingIsClipped()
{
    QFETCH(double, factor);
    const test::FontFactor font(factor);
    init();
    QCOMPARE(test::clippedTexts(*m_fixture->window).join(u"; "_s), QString());
    select(m_bob);
    m_fixture->hear(m_bob, Availability::Busy, u"a mood that is long enough to need more than one line of the card"_s);
    m_fixture->settle();
    QTest::keyClick(find<QWidget>("rosterPanel")->findChild<QAbstractItemView *>(),
                    Qt::Key_Return); // takes turns at twice the font
    m_fixture->settle();
    QCOMPARE(test::clippedTexts(*m_fixture->window).join(u"; "_s), QString());
    click("cardButton");
    m_fixture->settle();
    QCOMPARE(test::clippedTexts(*m_fixture->window).join(u"; "_s), QString());
    click("removeButton");
    m_fixture->settle();
    QCOMPARE(test::clippedTexts(*find<QWidget>("confirmBar")).join(u"; "_s), QString());
    QTest::keyClick(&*m_fixture->window, Qt::Key_N, Qt::ControlModifier);
    click("sendButton");
    m_fixture->settle();
    QCOMPARE(test::clippedTexts(*find<QWidget>("AddContactDialog")).join(u"; "_s), QString());
}

void tst_MainWindow::chineseLeavesNoEnglish()
{
    QStringList english;
    const auto texts = [this] {
        QStringList list;
        for (QWidget *widget : m_fixture->window->findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            if (auto *label = qobject_cast<QLabel *>(widget))
                list << label->text();
            else if (auto *button = qobject_cast<QAbstractButton *>(widget))
                list << button->text();
            else if (auto *edit = qobject_cast<QLineEdit *>(widget))
                list << edit->placeholderText();
            list << widget->accessibleName() << widget->toolTip();
        }
        for (QAction *action : m_fixture->window->findChildren<QAction *>())
            list << action->text();
        return list;
    };
    const auto prepare = [this] {
        ask(u"eve"_s, u"你好"_s);
        select(m_bob);
        click("cardButton");
        m_fixture->connection.setState(ConnectionState::Blocked, ConnectionProblem::WrongPassword);
    };
    // Letters that are no words of ours: names, ids, keys, the product.
    static const QRegularExpression foreign(
        u"8j2kd0QxLm3|Timbre|[Bb]ob|Carla|alice|eve|webtim|tim|Ctrl\\+?|[AEBC] ?|&[A-Z]|\\([^)]*\\)"_s);
    static const QRegularExpression word(u"[A-Za-z]{3,}"_s);
    const auto leftovers = [&texts] {
        QStringList list;
        for (QString text : texts()) {
            const QString whole = text;
            if (text.remove(foreign).contains(word) && !list.contains(whole))
                list << whole;
        }
        return list;
    };
    prepare();
    QVERIFY(leftovers().size() > 20); // it would notice
    const test::Language speaks(u"zh_CN"_s);
    QVERIFY(speaks.isReady());
    m_fixture->settle();
    QCOMPARE(leftovers().join(u"; "_s), QString()); // changed while running
    init();
    prepare();
    QCOMPARE(leftovers().join(u"; "_s), QString()); // and from the start
}

QTEST_MAIN(tst_MainWindow)
#include "tst_main_window.moc"
