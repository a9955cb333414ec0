// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/application.h"
#include "gui/accounts_menu.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace timbre;
using namespace Qt::StringLiterals;
using core::Availability;
using core::ConnectionState;

// Several accounts in one program: real windows, a real server, the real profile on the disk. Whoever is nobody's
// contact here, or is the contact of the other account, sees nothing.
class tst_Accounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theSecondComesBesideTheFirst();
    void switchingKeepsTheWindowsPlace();
    void theMenuNamesThemAll();
    void oneDoesNotSeeTheContactsOfTheOther();
    void aPickHoldsForAllIfThatIsPreferred();
    void aCommandReachesAllOrTheCurrentOne();
    void signingOutOneLeavesTheOther();
    void theSameAccountTwiceIsRefusedInWords();
    void bothAreThereAgainAtTheNextStart();
    void aClosedFormLeavesTheAccountsAlone();

private:
    static gui::FirstRunWindow *form();
    app::Account *create(const QString &name);
    app::Account *addHere(const QString &name);
    void start();
    void stop();
    QAction *menuLine(app::Account &account, int index);

    core::SystemClock m_clock;
    core::SystemRandom m_random;
    QTemporaryDir m_serverFolder;
    std::unique_ptr<app::EmbeddedNode> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::Application> m_program;
    int m_serial = 0;
};

gui::FirstRunWindow *tst_Accounts::form()
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (auto *window = qobject_cast<gui::FirstRunWindow *>(widget); window && window->isVisible())
            return window;
    }
    return nullptr;
}

void tst_Accounts::initTestCase()
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    node::NodeConfig config;
    config.dataFolder = m_serverFolder.filePath(u"node"_s);
    m_server = std::make_unique<app::EmbeddedNode>(config);
    QSignalSpy started(m_server.get(), &app::EmbeddedNode::started);
    m_server->start();
    QVERIFY(started.wait(20'000));
}

void tst_Accounts::start()
{
    app::Options options;
    options.profileFolder = m_folder->filePath(u"p"_s);
    m_program = std::make_unique<app::Application>(options, m_clock, m_random);
    m_program->start();
}

void tst_Accounts::stop()
{
    QSignalSpy finished(m_program.get(), &app::Application::finished);
    m_program->leave();
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 10'000);
    m_program.reset();
}

void tst_Accounts::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    start();
    ++m_serial; // accounts of one test are nobody's in the next
}

void tst_Accounts::cleanup()
{
    stop();
}

// By the form, at the server of this test.
app::Account *tst_Accounts::create(const QString &name)
{
    if (!form() && m_program->accounts().current())
        Q_EMIT m_program->accounts().current()->window().addAccountChosen();
    gui::FirstRunWindow::Form filled;
    filled.action = gui::FirstRunWindow::Action::CreateAccount;
    filled.server = m_server->url().toString();
    filled.name = name + QString::number(m_serial);
    filled.password = u"pw"_s;
    const qsizetype before = m_program->accounts().all().size();
    if (!form())
        return nullptr;
    Q_EMIT form()->submitted(filled);
    if (!QTest::qWaitFor([&] { return m_program->accounts().all().size() > before; }, 20'000))
        return nullptr;
    app::Account *account = m_program->accounts().all().constLast();
    if (!QTest::qWaitFor([&] { return account->connection().status().state == ConnectionState::Online; }, 20'000))
        return nullptr;
    return account;
}

app::Account *tst_Accounts::addHere(const QString &name)
{
    if (!form() && m_program->accounts().current())
        Q_EMIT m_program->accounts().current()->window().addAccountChosen();
    gui::FirstRunWindow::Form filled;
    filled.action = gui::FirstRunWindow::Action::OnThisComputer;
    filled.name = name;
    const qsizetype before = m_program->accounts().all().size();
    Q_EMIT form()->submitted(filled);
    if (!QTest::qWaitFor([&] { return m_program->accounts().all().size() > before; }, 20'000))
        return nullptr;
    return m_program->accounts().all().constLast();
}

QAction *tst_Accounts::menuLine(app::Account &account, int index)
{
    const auto *menu = account.window().findChild<gui::AccountsMenu *>();
    return menu ? menu->actions().value(index) : nullptr;
}

void tst_Accounts::theSecondComesBesideTheFirst()
{
    app::Account *alice = create(u"alice"_s);
    QVERIFY(alice);
    QVERIFY(alice->window().isVisible());
    QTRY_VERIFY(!form());
    app::Account *bob = create(u"bob"_s);
    QVERIFY(bob);
    QCOMPARE(m_program->accounts().all(), (QList<app::Account *>{alice, bob}));
    QCOMPARE(m_program->accounts().current(), bob);
    QCOMPARE(alice->connection().status().state, ConnectionState::Online);
    QVERIFY(bob->window().isVisible());
    QVERIFY(!alice->window().isVisible());
    QVERIFY(alice->session().ownId() != bob->session().ownId());
}

void tst_Accounts::switchingKeepsTheWindowsPlace()
{
    app::Account *alice = create(u"alice"_s);
    app::Account *bob = create(u"bob"_s);
    QVERIFY(alice && bob);
    const QRect place(40, 30, 700, 500);
    bob->window().setGeometry(place);
    QSignalSpy changes(&m_program->accounts(), &app::Accounts::currentChanged);
    QVERIFY(menuLine(*bob, 0));
    QCOMPARE(menuLine(*bob, 0)->shortcut(), QKeySequence(u"Ctrl+Shift+1"_s));
    menuLine(*bob, 0)->trigger();
    QCOMPARE(changes.count(), 1);
    QCOMPARE(m_program->accounts().current(), alice);
    QVERIFY(alice->window().isVisible());
    QVERIFY(!bob->window().isVisible());
    QCOMPARE(alice->window().geometry(), place);
}

void tst_Accounts::theMenuNamesThemAll()
{
    app::Account *alice = create(u"alice"_s);
    app::Account *bob = create(u"bob"_s);
    QVERIFY(alice && bob);
    for (app::Account *account : {alice, bob}) {
        QVERIFY(menuLine(*account, 0)->text().contains(u"alice"_s));
        QVERIFY(menuLine(*account, 1)->text().contains(u"bob"_s));
        QVERIFY(!menuLine(*account, 0)->isChecked());
        QVERIFY(menuLine(*account, 1)->isChecked());
    }
    m_program->preferences()->set([] {
        core::Preferences own;
        own.sameStatusEverywhere = false;
        return own;
    }());
    alice->session().status().setAvailability(Availability::Busy);
    QTRY_VERIFY(menuLine(*bob, 0)->text().contains(u"Busy"_s));
    QVERIFY(!menuLine(*bob, 1)->text().contains(u"Busy"_s));
}

void tst_Accounts::oneDoesNotSeeTheContactsOfTheOther()
{
    app::Account *alice = create(u"alice"_s);
    app::Account *bob = create(u"bob"_s);
    app::Account *carol = create(u"carol"_s);
    QVERIFY(alice && bob && carol);
    carol->session().addContact(alice->record().name, u"hello"_s, {});
    QTRY_COMPARE(alice->session().roster().requests().size(), 1);
    alice->session().accept(carol->session().ownId());
    QTRY_VERIFY(carol->session().roster().isAccepted(alice->session().ownId()));
    carol->session().status().setMood(u"only for Alice"_s);
    QTRY_COMPARE(alice->session().presences().presence(carol->session().ownId()).mood, u"only for Alice"_s);
    QVERIFY(bob->session().roster().accepted().isEmpty());
    QVERIFY(bob->session().roster().requests().isEmpty());
    QCOMPARE(bob->session().presences().presence(carol->session().ownId()).availability, Availability::Unknown);
    QCOMPARE(bob->session().presences().presence(alice->session().ownId()).availability, Availability::Unknown);
}

void tst_Accounts::aPickHoldsForAllIfThatIsPreferred()
{
    app::Account *alice = create(u"alice"_s);
    app::Account *bob = create(u"bob"_s);
    QVERIFY(alice && bob);
    const core::ManualStatus lunch{Availability::Away, u"Lunch"_s, m_clock.wall() + 3'600'000};
    alice->session().status().setManual(lunch);
    QCOMPARE(bob->session().status().manual(), alice->session().status().manual());
    QCOMPARE(bob->session().status().manual().mood, u"Lunch"_s);
    bob->session().status().setAvailability(Availability::Invisible);
    QCOMPARE(alice->session().status().manual().availability, Availability::Invisible);

    core::Preferences own;
    own.sameStatusEverywhere = false;
    m_program->preferences()->set(own);
    bob->session().status().setAvailability(Availability::Chat);
    QCOMPARE(alice->session().status().manual().availability, Availability::Invisible);
}

void tst_Accounts::aCommandReachesAllOrTheCurrentOne()
{
    app::Account *alice = create(u"alice"_s);
    app::Account *bob = create(u"bob"_s);
    QVERIFY(alice && bob);
    app::InstanceCommand command;
    command.task = app::InstanceCommand::Task::SetStatus;
    command.availability = Availability::Busy;
    QCOMPARE(m_program->handle(command), QString());
    QCOMPARE(alice->session().status().manual().availability, Availability::Busy);
    QCOMPARE(bob->session().status().manual().availability, Availability::Busy);

    core::Preferences own;
    own.sameStatusEverywhere = false;
    m_program->preferences()->set(own);
    command.availability = Availability::Chat;
    QCOMPARE(m_program->handle(command), QString());
    QCOMPARE(alice->session().status().manual().availability, Availability::Busy);
    QCOMPARE(bob->session().status().manual().availability, Availability::Chat);
}

void tst_Accounts::signingOutOneLeavesTheOther()
{
    app::Account *alice = create(u"alice"_s);
    app::Account *bob = create(u"bob"_s);
    QVERIFY(alice && bob);
    Q_EMIT bob->signOutChosen();
    QTRY_COMPARE_WITH_TIMEOUT(m_program->accounts().all(), QList<app::Account *>{alice}, 10'000);
    QCOMPARE(m_program->accounts().current(), alice);
    QVERIFY(alice->window().isVisible());
    QVERIFY(!form());
    QCOMPARE(alice->connection().status().state, ConnectionState::Online);
    QVERIFY(menuLine(*alice, 0)->text().contains(u"alice"_s));
    QCOMPARE(menuLine(*alice, 1)->objectName(), u"addAccount"_s);

    // The last one is offered in the form.
    Q_EMIT alice->signOutChosen();
    QTRY_VERIFY_WITH_TIMEOUT(m_program->accounts().isEmpty(), 10'000);
    QVERIFY(form());
}

void tst_Accounts::theSameAccountTwiceIsRefusedInWords()
{
    app::Account *alice = create(u"alice"_s);
    QVERIFY(alice);
    Q_EMIT alice->window().addAccountChosen();
    gui::FirstRunWindow::Form filled;
    filled.action = gui::FirstRunWindow::Action::SignIn;
    filled.server = m_server->url().toString();
    filled.name = alice->record().name;
    filled.password = u"pw"_s;
    QVERIFY(form());
    form()->prefill(filled);
    Q_EMIT form()->submitted(filled);
    const auto *error = form()->findChild<QLabel *>(u"nameError"_s);
    QVERIFY(error);
    QVERIFY2(error->text().contains(u"signed in already"_s), qPrintable(error->text()));
    QCOMPARE(m_program->accounts().all().size(), 1);
}

void tst_Accounts::bothAreThereAgainAtTheNextStart()
{
    app::Account *alice = addHere(u"Alice"_s);
    app::Account *bob = addHere(u"Bob"_s);
    QVERIFY(alice && bob);
    for (app::Account *account : {alice, bob})
        QTRY_COMPARE_WITH_TIMEOUT(account->connection().status().state, ConnectionState::Online, 20'000);
    m_program->accounts().setCurrent(alice);
    stop();
    start();
    QVERIFY(!form());
    QCOMPARE(m_program->accounts().all().size(), 2);
    QCOMPARE(m_program->accounts().current()->record().name, u"Alice"_s);
    for (app::Account *account : m_program->accounts().all()) {
        QCOMPARE(account->window().isVisible(), account->record().name == u"Alice"_s);
        QTRY_COMPARE_WITH_TIMEOUT(account->connection().status().state, ConnectionState::Online, 20'000);
    }
}

void tst_Accounts::aClosedFormLeavesTheAccountsAlone()
{
    app::Account *alice = create(u"alice"_s);
    QVERIFY(alice);
    QSignalSpy finished(m_program.get(), &app::Application::finished);
    Q_EMIT alice->window().addAccountChosen();
    QVERIFY(form());
    form()->close();
    QTRY_VERIFY(!form());
    QCOMPARE(m_program->accounts().all().size(), 1);
    QVERIFY(alice->window().isVisible());
    QVERIFY(finished.isEmpty());
    Q_EMIT alice->window().addAccountChosen(); // and again
    QVERIFY(form());
}

QTEST_MAIN(tst_Accounts)
#include "tst_accounts.moc"
