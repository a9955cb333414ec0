// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/first_run_window.h"
#include "gui/theme.h"
#include "gui/widget_checks.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace timbre;
using namespace Qt::StringLiterals;
using gui::FirstRunWindow;

class tst_FirstRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void onThisComputerAsksOnlyForAName();
    void keyboardAloneIsEnough();
    void anEmptyFieldIsToldBesideIt_data();
    void anEmptyFieldIsToldBesideIt();
    void padlockSpeaksWhileTyping();
    void busyEndsWithCancel();
    void errorsStandBesideTheirField();
    void anErrorOfAHiddenFieldIsStillShown();
    void startingInvisibleIsHandedOut();
    void thePasswordIsRememberedUnlessDeclined();
    void compactEncodingIsOffUntilChosen();
    void theRememberedEncodingIsShown();
    void everythingHasANameAndFits_data();
    void everythingHasANameAndFits();

private:
    template <typename T> T *find(const char *name) { return m_window->findChild<T *>(QString::fromLatin1(name)); }
    void click(const char *name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }

    std::unique_ptr<FirstRunWindow> m_window;
    QList<FirstRunWindow::Form> m_submitted;
};

void tst_FirstRun::init()
{
    m_submitted.clear();
    m_window = std::make_unique<FirstRunWindow>([](const QString &typed) {
        if (typed.startsWith(u"wss://"))
            return FirstRunWindow::Padlock::Encrypted;
        if (typed.startsWith(u"ws://127"))
            return FirstRunWindow::Padlock::LoopbackPlain;
        return typed.startsWith(u"ws://") ? FirstRunWindow::Padlock::Plain : FirstRunWindow::Padlock::Invalid;
    });
    connect(m_window.get(), &FirstRunWindow::submitted, this,
            [this](const FirstRunWindow::Form &form) { m_submitted << form; });
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_FirstRun::cleanup()
{
    m_window.reset();
}

void tst_FirstRun::onThisComputerAsksOnlyForAName()
{
    click("localCard");
    QVERIFY(!find<QWidget>("serverEdit")->isVisible());
    QVERIFY(!find<QWidget>("passwordEdit")->isVisible());
    QTest::keyClicks(find<QLineEdit>("nameEdit"), u"Alice"_s);
    click("goButton");
    QCOMPARE(m_submitted.size(), 1);
    QCOMPARE(m_submitted[0].action, FirstRunWindow::Action::OnThisComputer);
    QCOMPARE(m_submitted[0].name, u"Alice"_s);
    QCOMPARE(m_submitted[0].start, core::Availability::Chat);
}

void tst_FirstRun::keyboardAloneIsEnough()
{
    const auto key = [](Qt::Key k) { QTest::keyClick(QApplication::focusWidget(), k); };
    QCOMPARE(QApplication::focusWidget(), find<QWidget>("localCard"));
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), find<QWidget>("serverEdit"));
    QTest::keyClicks(QApplication::focusWidget(), u"wss://chat.example.org"_s);
    key(Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), u"alice"_s);
    key(Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), u"secret"_s);
    key(Qt::Key_Return);
    QCOMPARE(m_submitted.size(), 1);
    QCOMPARE(m_submitted[0].server, u"wss://chat.example.org"_s);
    QCOMPARE(m_submitted[0].name, u"alice"_s);
    QCOMPARE(m_submitted[0].password, u"secret"_s);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(find<QWidget>("signInCard")->hasFocus());
}

void tst_FirstRun::anEmptyFieldIsToldBesideIt_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("errorLabel");
    QTest::newRow("no-server") << QString() << u"a"_s << u"b"_s << u"serverError"_s;
    QTest::newRow("no-address") << u"what?"_s << u"a"_s << u"b"_s << u"serverError"_s;
    QTest::newRow("no-name") << u"wss://x"_s << u" \n"_s << u"b"_s << u"nameError"_s;
    QTest::newRow("no-password") << u"wss://x"_s << u"a"_s << QString() << u"passwordError"_s;
}

void tst_FirstRun::anEmptyFieldIsToldBesideIt()
{
    QFETCH(QString, server);
    QFETCH(QString, name);
    QFETCH(QString, password);
    QFETCH(QString, errorLabel);
    click("createCard");
    find<QLineEdit>("serverEdit")->setText(server);
    find<QLineEdit>("nameEdit")->setText(name);
    find<QLineEdit>("passwordEdit")->setText(password);
    click("goButton");
    QCOMPARE(m_submitted.size(), 0);
    for (const char *label : {"serverError", "nameError", "passwordError", "formError"})
        QCOMPARE(find<QWidget>(label)->isVisible(), QLatin1StringView(label) == errorLabel);
}

void tst_FirstRun::padlockSpeaksWhileTyping()
{
    click("signInCard");
    QLabel *words = find<QLabel>("padlockLabel");
    QVERIFY(!words->isVisible());
    QLineEdit *server = find<QLineEdit>("serverEdit");
    QStringList said;
    for (const QString &address : {u"w"_s, u"ws://example.org"_s, u"ws://127.0.0.1"_s, u"wss://example.org"_s}) {
        server->setText(address);
        QVERIFY(words->isVisible());
        QVERIFY(!said.contains(words->text()));
        said << words->text();
        QCOMPARE(server->accessibleDescription(), words->text());
    }
}

void tst_FirstRun::busyEndsWithCancel()
{
    QSignalSpy cancelled(m_window.get(), &FirstRunWindow::cancelled);
    click("localCard");
    QTest::keyClicks(find<QLineEdit>("nameEdit"), u"Alice"_s);
    m_window->setBusy(u"Starting…"_s);
    QVERIFY(!find<QWidget>("goButton")->isEnabled());
    QVERIFY(!find<QWidget>("nameEdit")->isEnabled());
    QCOMPARE(find<QLabel>("busyLabel")->text(), u"Starting…"_s);
    click("backButton");
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(find<QWidget>("goButton")->isEnabled());
    QVERIFY(!find<QWidget>("busyLabel")->isVisible());
    QVERIFY(find<QWidget>("nameEdit")->isVisible()); // still on the form, what was typed is there
    QCOMPARE(find<QLineEdit>("nameEdit")->text(), u"Alice"_s);
}

void tst_FirstRun::errorsStandBesideTheirField()
{
    click("signInCard");
    find<QLineEdit>("serverEdit")->setText(u"wss://x"_s);
    m_window->setBusy(u"Connecting…"_s);
    m_window->showError(FirstRunWindow::Field::Password, u"<b>Wrong</b>"_s);
    QLabel *error = find<QLabel>("passwordError");
    QVERIFY(error->isVisible());
    QCOMPARE(error->textFormat(), Qt::PlainText);
    QVERIFY(find<QWidget>("passwordEdit")->hasFocus());
    QCOMPARE(find<QWidget>("passwordEdit")->accessibleDescription(), u"<b>Wrong</b>"_s);
    QVERIFY(find<QWidget>("goButton")->isEnabled());
}

void tst_FirstRun::anErrorOfAHiddenFieldIsStillShown()
{
    click("localCard");
    m_window->showError(FirstRunWindow::Field::Server, u"The port is taken."_s);
    QVERIFY(find<QWidget>("formError")->isVisible());
}

void tst_FirstRun::startingInvisibleIsHandedOut()
{
    click("localCard");
    find<QLineEdit>("nameEdit")->setText(u"Alice"_s);
    const QString before = find<QLabel>("startHint")->text();
    click("startInvisible");
    QVERIFY(find<QLabel>("startHint")->text() != before);
    click("goButton");
    QCOMPARE(m_submitted.value(0).start, core::Availability::Invisible);
}

void tst_FirstRun::thePasswordIsRememberedUnlessDeclined()
{
    click("localCard");
    auto *remember = find<QCheckBox>("rememberCheck");
    QVERIFY(!remember->isVisible()); // there is no password
    click("backButton");
    click("signInCard");
    QVERIFY(remember->isVisible() && remember->isChecked());
    QVERIFY(!remember->accessibleName().isEmpty());
    find<QLineEdit>("serverEdit")->setText(u"wss://x"_s);
    find<QLineEdit>("nameEdit")->setText(u"alice"_s);
    find<QLineEdit>("passwordEdit")->setText(u"secret"_s);
    click("goButton");
    QVERIFY(m_submitted.value(0).rememberPassword);
    find<QLineEdit>("passwordEdit")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(remember->hasFocus());
    QTest::keyClick(remember, Qt::Key_Space);
    click("goButton");
    QVERIFY(!m_submitted.value(1).rememberPassword);
}

void tst_FirstRun::compactEncodingIsOffUntilChosen()
{
    click("localCard");
    auto *compact = find<QCheckBox>("compactCheck");
    QVERIFY(!compact->isVisible()); // nothing to save on this computer
    click("backButton");
    click("signInCard");
    QVERIFY(compact->isVisible());
    QVERIFY(!compact->isChecked());
    QVERIFY(!compact->accessibleName().isEmpty());
    find<QLineEdit>("serverEdit")->setText(u"wss://x"_s);
    find<QLineEdit>("nameEdit")->setText(u"alice"_s);
    find<QLineEdit>("passwordEdit")->setText(u"secret"_s);
    click("goButton");
    QVERIFY(!m_submitted.value(0).compactEncoding);
    find<QLineEdit>("serverEdit")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(compact->hasFocus());
    QTest::keyClick(compact, Qt::Key_Space);
    m_window->setBusy(u"Connecting…"_s);
    QVERIFY(!compact->isEnabled());
    m_window->showError(FirstRunWindow::Field::Password, u"Wrong."_s);
    click("goButton");
    QVERIFY(m_submitted.value(1).compactEncoding);
}

void tst_FirstRun::theRememberedEncodingIsShown()
{
    FirstRunWindow::Form form;
    form.action = FirstRunWindow::Action::SignIn;
    form.compactEncoding = true;
    m_window->prefill(form);
    QVERIFY(find<QCheckBox>("compactCheck")->isChecked());
}

void tst_FirstRun::everythingHasANameAndFits_data()
{
    QTest::addColumn<double>("factor");
    QTest::newRow("normal") << 1.0;
    QTest::newRow("twice") << 2.0;
}

void tst_FirstRun::everythingHasANameAndFits()
{
    QFETCH(double, factor);
    const test::FontFactor font(factor);
    for (const char *card : {"localCard", "signInCard", "createCard"}) {
        init();
        QTRY_COMPARE(test::clippedTexts(*m_window).join(u"; "_s), QString());
        QCOMPARE(test::unnamedControls(*m_window).join(u"; "_s), QString());
        click(card);
        m_window->showError(FirstRunWindow::Field::Password, u"Name or password is wrong."_s);
        QCoreApplication::processEvents();
        click("backButton");
        click(card);
        find<QLineEdit>("serverEdit")->setText(u"ws://chat.example.org"_s);
        QTRY_COMPARE(test::clippedTexts(*m_window).join(u"; "_s), QString());
        m_window->showError(FirstRunWindow::Field::Name,
                            u"A rather long sentence about this name that surely needs two lines of room."_s);
        QCOMPARE(test::unnamedControls(*m_window).join(u"; "_s), QString());
        QTRY_COMPARE(test::clippedTexts(*m_window).join(u"; "_s), QString());
    }
}

QTEST_MAIN(tst_FirstRun)
#include "tst_first_run.moc"
