// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/application.h"
#include "gui/account_settings_page.h"
#include "support/tls_node.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace timbre;
using namespace Qt::StringLiterals;
using core::ConnectionState;
using gui::CertificatePanel;
using test::TestCertificate;
using test::TlsNode;

// The whole program against a real server whose certificate nobody vouches for, and on data of a newer version.
class tst_Trust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theFormAsksAndTheWindowAlarms();
    void decliningSendsNothing();
    void movingServersKeepsTheAccount();
    void aNewerProfileIsLeftAlone();

private:
    template <typename Window> static Window *shown()
    {
        const QWidgetList widgets = QApplication::topLevelWidgets();
        for (QWidget *widget : widgets) {
            if (auto *window = qobject_cast<Window *>(widget); window && window->isVisible())
                return window;
        }
        return nullptr;
    }
    static CertificatePanel *panelOf(QWidget *window)
    {
        auto *panel = window ? window->findChild<CertificatePanel *>() : nullptr;
        return panel && panel->isVisible() ? panel : nullptr;
    }
    static void click(QWidget *parent, const char *name)
    {
        QTest::mouseClick(parent->findChild<QPushButton *>(QLatin1StringView(name)), Qt::LeftButton);
    }
    static void submit(gui::FirstRunWindow::Action action, const QUrl &server)
    {
        gui::FirstRunWindow::Form filled;
        filled.action = action;
        filled.server = server.toString();
        filled.name = u"alice"_s;
        filled.password = u"pw"_s;
        shown<gui::FirstRunWindow>()->prefill(filled);
        Q_EMIT shown<gui::FirstRunWindow>()->submitted(filled);
    }
    void start();
    void stop();
    QString folder() const { return m_folder->filePath(u"p"_s); }
    app::Account *current() { return m_program->accounts().current(); }
    bool isOnline()
    {
        return QTest::qWaitFor(
            [&] { return current() && current()->connection().status().state == ConnectionState::Online; }, 20'000);
    }

    core::SystemClock m_clock;
    core::SystemRandom m_random;
    TestCertificate m_first = TestCertificate::make("127.0.0.1");
    TestCertificate m_second = TestCertificate::make("127.0.0.1");
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::Application> m_program;
};

void tst_Trust::initTestCase()
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
}

void tst_Trust::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_Trust::cleanup()
{
    if (m_program)
        stop();
}

void tst_Trust::start()
{
    app::Options options;
    options.profileFolder = folder();
    m_program = std::make_unique<app::Application>(options, m_clock, m_random);
    m_program->start();
}

void tst_Trust::stop()
{
    QSignalSpy finished(m_program.get(), &app::Application::finished);
    m_program->leave();
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 10'000);
    m_program.reset();
}

void tst_Trust::theFormAsksAndTheWindowAlarms()
{
    TlsNode node(m_first);
    start();
    submit(gui::FirstRunWindow::Action::CreateAccount, node.url());
    QTRY_VERIFY_WITH_TIMEOUT(panelOf(shown<gui::FirstRunWindow>()), 10'000);
    CertificatePanel *panel = panelOf(shown<gui::FirstRunWindow>());
    QCOMPARE(panel->findChild<QPlainTextEdit *>(u"fingerprintEdit"_s)->toPlainText().size(), 95);
    click(panel, "trustButton");
    QVERIFY(isOnline()); // the account is made and signed in, without typing anything again
    QVERIFY(!panelOf(&current()->window()));

    // The line drops while somebody else answers at the address.
    QVERIFY(node.change(m_second));
    current()->connection().signIn({{node.url()}}, {u"alice"_s, {}, core::Credentials::Kind::Password, u"pw"_s});
    QTRY_VERIFY_WITH_TIMEOUT(panelOf(&current()->window()), 10'000);
    panel = panelOf(&current()->window());
    QVERIFY(panel->findChild<QPlainTextEdit *>(u"rememberedEdit"_s)->isVisible());
    QVERIFY(current()->connection().status().problem == core::ConnectionProblem::TlsUntrusted);
    click(panel, "trustButton");
    QVERIFY(isOnline());
    QVERIFY(!panelOf(&current()->window()));
}

void tst_Trust::decliningSendsNothing()
{
    TlsNode node(m_first);
    start();
    submit(gui::FirstRunWindow::Action::CreateAccount, node.url());
    QTRY_VERIFY_WITH_TIMEOUT(panelOf(shown<gui::FirstRunWindow>()), 10'000);
    click(panelOf(shown<gui::FirstRunWindow>()), "declineButton");
    QVERIFY(!panelOf(shown<gui::FirstRunWindow>()));
    QVERIFY(m_program->accounts().isEmpty());
    // Nothing was sent: the name is free. And whoever tries again is asked again.
    submit(gui::FirstRunWindow::Action::CreateAccount, node.url());
    QTRY_VERIFY_WITH_TIMEOUT(panelOf(shown<gui::FirstRunWindow>()), 10'000);
    click(panelOf(shown<gui::FirstRunWindow>()), "trustButton");
    QVERIFY(isOnline());
}

void tst_Trust::movingServersKeepsTheAccount()
{
    node::NodeConfig config;
    config.dataFolder = m_folder->filePath(u"node"_s);
    auto node = node::Node::start(config);
    QVERIFY(node);
    start();
    submit(gui::FirstRunWindow::Action::CreateAccount, QUrl((*node)->url()));
    QVERIFY(isOnline());
    const QString ownNode = current()->session().ownId().node();
    const auto folders
        = [this] { return QDir(folder() + "/accounts"_L1).entryList(QDir::Dirs | QDir::NoDotAndDotDot); };
    const QStringList before = folders();
    QCOMPARE(before.size(), 1);

    // By the settings window: a second server before the first, where nobody listens.
    Q_EMIT current()->window().settingsChosen();
    auto *dialog = shown<gui::SettingsDialog>();
    QVERIFY(dialog);
    gui::AccountSettings settings;
    settings.servers = QStringList{u"ws://127.0.0.1:1/tim"_s, (*node)->url()};
    Q_EMIT dialog->accounts().changed(0, settings);
    QVERIFY(isOnline());
    QCOMPARE(current()->record().endpoints.size(), 2);
    dialog->close();
    stop();

    // Signed in again by the form, it is the same account with the same data.
    start();
    QVERIFY(shown<gui::FirstRunWindow>()); // no keychain here, so the password is asked for
    const auto known = m_program->accounts().isEmpty();
    QVERIFY(known);
    gui::FirstRunWindow::Form filled;
    filled.action = gui::FirstRunWindow::Action::SignIn;
    filled.server = settings.servers.join(u", ");
    filled.name = u"alice"_s;
    filled.password = u"pw"_s;
    Q_EMIT shown<gui::FirstRunWindow>()->submitted(filled);
    if (!isOnline()) // one server of the two refuses, which the form says
        Q_EMIT shown<gui::FirstRunWindow>()->submitted(filled);
    QVERIFY(isOnline());
    QCOMPARE(current()->session().ownId().node(), ownNode);
    QCOMPARE(folders(), before);
}

void tst_Trust::aNewerProfileIsLeftAlone()
{
    const QString file = folder() + "/profile.db"_L1;
    {
        const auto profile = store::Profile::open(folder());
        QVERIFY(profile);
        (*profile)->saveSetting(u"window/appearance"_s, u"dark"_s);
    }
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
        db.setDatabaseName(file);
        QVERIFY(db.open());
        QSqlQuery query(db);
        QVERIFY(query.exec(u"PRAGMA journal_mode=DELETE"_s));
        QVERIFY(query.exec(u"PRAGMA user_version=999"_s));
    }
    QSqlDatabase::removeDatabase(u"newer"_s);
    const auto contents = [&] {
        QFile read(file);
        return read.open(QFile::ReadOnly) ? read.readAll() : QByteArray();
    };
    const QByteArray before = contents();
    start();
    QWidget *problem = nullptr;
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (widget->isVisible() && widget->inherits("timbre::gui::StartupProblemWindow"))
            problem = widget;
    }
    QVERIFY(problem);
    QString said;
    const auto labels = problem->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        said += label->text();
    QVERIFY2(said.contains(u"newer Timbre"_s) && said.contains(u"nothing was changed"_s), qPrintable(said));
    m_program.reset();
    QCOMPARE(contents(), before);
}

QTEST_MAIN(tst_Trust)
#include "tst_trust.moc"
