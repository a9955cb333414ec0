// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/account_settings_page.h"
#include "gui/panel_style.h"
#include "gui/settings_dialog.h"
#include "gui/widget_checks.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace timbre;
using namespace Qt::StringLiterals;
using gui::AccountSettings;
using gui::AccountSettingsPage;
using gui::SettingsDialog;

// The settings window by mouse and keys: each control changes its one preference at once, and shows what others change.
class tst_SettingsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void everySwitchIsOnePreference_data();
    void everySwitchIsOnePreference();
    void changesFromElsewhereAreShown();
    void minutesUntilAway();
    void theListIsWalkedByKeys();
    void escapeClosesAndKeeps();
    void saysWhatTheDesktopTells();
    void appearanceAndLoginAreTold();
    void everythingHasAName();
    void nothingIsClipped_data();
    void nothingIsClipped();
    void serversAreAddedMovedAndRemoved();
    void theLastServerStays();
    void aBadAddressIsSaidAndNotTold();
    void aProxyIsToldWhenComplete();
    void anAccountOfThisComputerHasNothingToSet();
    void passwordsAndCertificatesAreForgotten();

private:
    template <typename Widget> Widget *find(const char *name)
    {
        return m_dialog->findChild<Widget *>(QLatin1StringView(name));
    }
    static AccountSettings alice()
    {
        AccountSettings settings;
        settings.label = u"alice@example.org"_s;
        settings.servers = QStringList{u"wss://tim1.example.org:443/tim"_s, u"wss://tim2.example.org:443/tim"_s};
        settings.passwordSaved = true;
        return settings;
    }
    QListWidget &serverList() { return *find<QListWidget>("serverList"); }
    void click(const char *name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void showAccounts(const QList<AccountSettings> &accounts)
    {
        m_dialog->accounts().setAccounts(accounts);
        m_dialog->showPage(SettingsDialog::Page::Accounts);
    }

    std::unique_ptr<core::PreferencesKeeper> m_keeper;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void tst_SettingsDialog::initTestCase()
{
    gui::applyAppearance(*qApp, gui::Appearance::Light);
}

void tst_SettingsDialog::init()
{
    m_dialog.reset();
    m_keeper = std::make_unique<core::PreferencesKeeper>([](const QString &) { return QString(); },
                                                         [](const QString &, const QString &) {});
    m_dialog = std::make_unique<SettingsDialog>(*m_keeper);
    m_dialog->accounts().setAddressCheck([](const QString &typed) {
        return typed.startsWith(u"wss://"_s) ? gui::FirstRunWindow::Padlock::Encrypted
                                             : gui::FirstRunWindow::Padlock::Invalid;
    });
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void tst_SettingsDialog::everySwitchIsOnePreference_data()
{
    using core::Preferences;
    QTest::addColumn<QString>("box");
    QTest::addColumn<int>("page");
    QTest::addColumn<bool Preferences::*>("member");
    const auto row = [](const char *box, SettingsDialog::Page page, bool Preferences::*member) {
        QTest::newRow(box) << QString::fromLatin1(box) << static_cast<int>(page) << member;
    };
    using Page = SettingsDialog::Page;
    row("keepRunningCheck", Page::General, &Preferences::keepRunning);
    row("rememberLastSeenCheck", Page::General, &Preferences::rememberLastSeen);
    row("awayWhenLockedCheck", Page::Status, &Preferences::awayWhenLocked);
    row("busyWithDesktopCheck", Page::Status, &Preferences::busyWithDesktop);
    row("rememberMoodsCheck", Page::Status, &Preferences::rememberMoods);
    row("sameStatusCheck", Page::Status, &Preferences::sameStatusEverywhere);
    row("strictInvisibleCheck", Page::Status, &Preferences::strictInvisible);
    row("notifyMessagesCheck", Page::Notifications, &Preferences::notifyMessages);
    row("notifyRequestsCheck", Page::Notifications, &Preferences::notifyRequests);
    row("showMessageTextCheck", Page::Notifications, &Preferences::showMessageText);
    row("soundsCheck", Page::Notifications, &Preferences::sounds);
    row("insistentCheck", Page::Notifications, &Preferences::insistentBreaksThrough);
    row("compactRowsCheck", Page::Appearance, &Preferences::compactRows);
    row("highContrastCheck", Page::Appearance, &Preferences::highContrastShapes);
    row("announceCheck", Page::Appearance, &Preferences::announceChanges);
}

void tst_SettingsDialog::everySwitchIsOnePreference()
{
    QFETCH(QString, box);
    QFETCH(int, page);
    using Member = bool core::Preferences::*;
    QFETCH(Member, member);
    auto *check = find<QCheckBox>(qPrintable(box));
    QVERIFY(check);
    m_dialog->showPage(static_cast<SettingsDialog::Page>(page));
    QVERIFY(check->isVisible());
    core::Preferences expected = m_keeper->preferences();
    QCOMPARE(check->isChecked(), expected.*member);
    check->setFocus();
    QTest::keyClick(check, Qt::Key_Space);
    expected.*member = !(expected.*member);
    QVERIFY(m_keeper->preferences() == expected); // this one and no other
}

void tst_SettingsDialog::changesFromElsewhereAreShown()
{
    core::Preferences changed;
    changed.sounds = false;
    changed.awayAfterMinutes = 0;
    changed.motion = core::Preferences::Motion::Reduced;
    m_keeper->set(changed);
    QVERIFY(!find<QCheckBox>("soundsCheck")->isChecked());
    QVERIFY(find<QCheckBox>("reducedMotionCheck")->isChecked());
    QCOMPARE(find<QSpinBox>("awaySpin")->text(), u"never"_s);
    QVERIFY(m_keeper->preferences() == changed);
}

void tst_SettingsDialog::minutesUntilAway()
{
    m_dialog->showPage(SettingsDialog::Page::Status);
    auto *spin = find<QSpinBox>("awaySpin");
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, u"25"_s);
    QTest::keyClick(spin, Qt::Key_Tab);
    QCOMPARE(m_keeper->preferences().awayAfterMinutes, 25);
}

void tst_SettingsDialog::theListIsWalkedByKeys()
{
    auto *list = find<QListWidget>("pageList");
    QCOMPARE(list->count(), 5);
    list->setFocus();
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(list, Qt::Key_Down);
    QVERIFY(m_dialog->accounts().isVisible());
    QTest::keyClick(list, Qt::Key_Home);
    QVERIFY(find<QCheckBox>("keepRunningCheck")->isVisible());
}

void tst_SettingsDialog::escapeClosesAndKeeps()
{
    m_dialog->showPage(SettingsDialog::Page::Notifications);
    QTest::keyClick(find<QCheckBox>("soundsCheck"), Qt::Key_Space);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(!m_keeper->preferences().sounds);
}

void tst_SettingsDialog::saysWhatTheDesktopTells()
{
    const auto *hint = find<QLabel>("idleHint");
    QVERIFY2(hint->text().contains(u"only when you pick it"_s), qPrintable(hint->text()));
    m_dialog->setIdleSource(SettingsDialog::IdleSource::Both);
    QVERIFY(hint->text().contains(u"nobody touches it"_s));
    m_dialog->setAutostart(SettingsDialog::Autostart::Impossible);
    QVERIFY(!find<QCheckBox>("autostartCheck")->isEnabled());
    QVERIFY(find<QLabel>("autostartHint")->text().contains(u"did not let"_s));
}

void tst_SettingsDialog::appearanceAndLoginAreTold()
{
    QSignalSpy looks(m_dialog.get(), &SettingsDialog::appearanceChosen);
    QSignalSpy logins(m_dialog.get(), &SettingsDialog::autostartChosen);
    m_dialog->setAppearance(gui::Appearance::Dark);
    m_dialog->setAutostart(SettingsDialog::Autostart::On);
    QCOMPARE(looks.count() + logins.count(), 0); // showing is no choosing
    m_dialog->showPage(SettingsDialog::Page::Appearance);
    QTest::keyClick(find<QWidget>("lightRadio"), Qt::Key_Space);
    QCOMPARE(looks.constFirst().constFirst().toInt(), static_cast<int>(gui::Appearance::Light));
    QTest::keyClick(find<QCheckBox>("autostartCheck"), Qt::Key_Space);
    QCOMPARE(logins.constFirst().constFirst().toBool(), false);
}

void tst_SettingsDialog::everythingHasAName()
{
    AccountSettings proxied = alice();
    proxied.proxy = AccountSettings::Proxy::Socks5;
    proxied.proxyHost = u"proxy.example.org"_s;
    m_dialog->accounts().setAccounts({proxied, alice()});
    m_dialog->accounts().setCertificates({{u"tim.example.org:443"_s, u"AB:CD"_s}});
    for (int page = 0; page < 5; ++page) {
        m_dialog->showPage(static_cast<SettingsDialog::Page>(page));
        QCOMPARE(test::unnamedControls(*m_dialog), QStringList());
    }
}

void tst_SettingsDialog::nothingIsClipped_data()
{
    QTest::addColumn<double>("factor");
    QTest::newRow("usual") << 1.0;
    QTest::newRow("double") << 2.0;
}

void tst_SettingsDialog::nothingIsClipped()
{
    QFETCH(double, factor);
    const test::FontFactor font(factor);
    m_dialog->accounts().setAccounts({alice()});
    m_dialog->resize(gui::defaultSize(*m_dialog, {720, 600}));
    for (int page = 0; page < 5; ++page) {
        m_dialog->showPage(static_cast<SettingsDialog::Page>(page));
        QCoreApplication::processEvents();
        QCOMPARE(test::clippedTexts(*m_dialog), QStringList());
    }
}

void tst_SettingsDialog::serversAreAddedMovedAndRemoved()
{
    showAccounts({alice()});
    QSignalSpy changes(&m_dialog->accounts(), &AccountSettingsPage::changed);
    const auto servers = [&] { return changes.constLast().at(1).value<AccountSettings>().servers; };
    QCOMPARE(serverList().count(), 2);
    serverList().setCurrentRow(1);
    click("upButton");
    QCOMPARE(servers().constFirst(), alice().servers.constLast());
    QVERIFY(!find<QPushButton>("upButton")->isEnabled());
    click("downButton");
    QCOMPARE(servers(), alice().servers);

    auto *edit = find<QLineEdit>("serverEdit");
    QTest::keyClicks(edit, u"wss://tim3.example.org"_s);
    QVERIFY(find<QLabel>("padlockLabel")->text().contains(u"Encrypted"_s));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(m_dialog->isVisible()); // Return adds, it does not close
    QCOMPARE(servers().size(), 3);
    QCOMPARE(edit->text(), QString());

    serverList().setFocus();
    QTest::keyClick(&serverList(), Qt::Key_Delete);
    QCOMPARE(servers(), alice().servers);
}

void tst_SettingsDialog::theLastServerStays()
{
    AccountSettings one = alice();
    one.servers = QStringList{u"wss://tim1.example.org:443/tim"_s};
    showAccounts({one});
    QVERIFY(!find<QPushButton>("removeButton")->isEnabled());
    serverList().setFocus();
    QTest::keyClick(&serverList(), Qt::Key_Delete);
    QCOMPARE(serverList().count(), 1);
}

void tst_SettingsDialog::aBadAddressIsSaidAndNotTold()
{
    showAccounts({alice()});
    QSignalSpy changes(&m_dialog->accounts(), &AccountSettingsPage::changed);
    auto *edit = find<QLineEdit>("serverEdit");
    QTest::keyClicks(edit, u"ftp://nowhere"_s);
    click("addButton");
    QVERIFY(find<QLabel>("serverError")->isVisible());
    QCOMPARE(changes.count(), 0);
    QTest::keyClick(edit, Qt::Key_Backspace);
    QVERIFY(!find<QLabel>("serverError")->isVisible());
}

void tst_SettingsDialog::aProxyIsToldWhenComplete()
{
    showAccounts({alice()});
    QSignalSpy changes(&m_dialog->accounts(), &AccountSettingsPage::changed);
    QSignalSpy passwords(&m_dialog->accounts(), &AccountSettingsPage::proxyPasswordEntered);
    QVERIFY(!find<QWidget>("proxyFields")->isVisible());
    auto *box = find<QComboBox>("proxyBox");
    box->setCurrentIndex(2);
    QVERIFY(find<QWidget>("proxyFields")->isVisible());
    QCOMPARE(find<QSpinBox>("proxyPortSpin")->value(), 1080);
    QCOMPARE(changes.count(), 0); // no host yet
    auto *host = find<QLineEdit>("proxyHostEdit");
    host->setFocus();
    QTest::keyClicks(host, u"proxy.example.org"_s);
    QTest::keyClick(host, Qt::Key_Tab);
    QCOMPARE(changes.count(), 1);
    const auto told = changes.constLast().at(1).value<AccountSettings>();
    QCOMPARE(told.proxy, AccountSettings::Proxy::Socks5);
    QCOMPARE(told.proxyHost, u"proxy.example.org"_s);
    QCOMPARE(told.proxyPort, quint16(1080));
    auto *password = find<QLineEdit>("proxyPasswordEdit");
    password->setFocus();
    QTest::keyClicks(password, u"open"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QVERIFY(passwords.count() >= 1);
    QCOMPARE(passwords.constFirst().at(1).toString(), u"open"_s);
    box->setCurrentIndex(0);
    QCOMPARE(changes.constLast().at(1).value<AccountSettings>().proxy, AccountSettings::Proxy::System);
    QCOMPARE(changes.constLast().at(1).value<AccountSettings>().proxyHost, QString());
}

void tst_SettingsDialog::anAccountOfThisComputerHasNothingToSet()
{
    AccountSettings local;
    local.label = u"Alice"_s;
    local.onThisComputer = true;
    showAccounts({local, alice()});
    QVERIFY(find<QLabel>("localHint")->isVisible());
    QVERIFY(!find<QWidget>("serverPart")->isVisible());
    m_dialog->accounts().showAccount(1);
    QVERIFY(find<QWidget>("serverPart")->isVisible());
    showAccounts({});
    QVERIFY(find<QLabel>("noneHint")->isVisible());
}

void tst_SettingsDialog::passwordsAndCertificatesAreForgotten()
{
    showAccounts({alice()});
    m_dialog->accounts().setCertificates({{u"a.example.org:443"_s, u"AB"_s}, {u"b.example.org:443"_s, u"CD"_s}});
    QSignalSpy passwords(&m_dialog->accounts(), &AccountSettingsPage::forgetPasswordChosen);
    QSignalSpy certificates(&m_dialog->accounts(), &AccountSettingsPage::forgetCertificateChosen);
    click("forgetPasswordButton");
    QCOMPARE(passwords.count(), 1);
    QVERIFY(!find<QPushButton>("forgetCertificateButton")->isEnabled());
    find<QListWidget>("certificateList")->setCurrentRow(1);
    click("forgetCertificateButton");
    QCOMPARE(certificates.constFirst().constFirst().toString(), u"b.example.org:443"_s);
    m_dialog->accounts().setCertificates({});
    QVERIFY(!find<QListWidget>("certificateList")->isVisible());
}

QTEST_MAIN(tst_SettingsDialog)
#include "tst_settings_dialog.moc"
