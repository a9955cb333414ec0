// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

// Not a test: draws the settings window, the question about a certificate and the account menu, for a designer's eye.
// shots_settings DIRECTORY [QM]; run it with QT_QPA_PLATFORM=offscreen, and QT_SCALE_FACTOR=2.
#include "gui/account_settings_page.h"
#include "gui/accounts_menu.h"
#include "gui/first_run_window.h"
#include "gui/settings_dialog.h"
#include "gui/startup_problem_window.h"
#include "gui/window_fixture.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QTranslator>

using namespace timbre;
using namespace Qt::StringLiterals;
using gui::AccountSettings;
using gui::CertificateQuestion;
using gui::SettingsDialog;

namespace {

QString directory;
QString prefix;

void save(QWidget &window, const QString &name)
{
    for (int pass = 0; pass < 3; ++pass) // layouts in layouts
        QCoreApplication::processEvents();
    window.grab().save(QDir(directory).filePath(prefix + u'-' + name + u".png"_s));
}

gui::FirstRunWindow::Padlock check(const QString &typed)
{
    return typed.startsWith(u"wss://"_s) ? gui::FirstRunWindow::Padlock::Encrypted
                                         : gui::FirstRunWindow::Padlock::Plain;
}

CertificateQuestion question(CertificateQuestion::Kind kind)
{
    CertificateQuestion made;
    made.kind = kind;
    made.server = u"tim.example.org:443"_s;
    made.fingerprint = u"3F:A2:11:90:"_s + QStringList(28, u"C4"_s).join(u':');
    made.remembered = u"81:0B:77:5D:"_s + QStringList(28, u"E9"_s).join(u':');
    made.subject = u"somebody.example.net"_s;
    made.otherName = kind == CertificateQuestion::Kind::Unknown;
    return made;
}

void shootSettings()
{
    core::PreferencesKeeper keeper([](const QString &) { return QString(); }, [](const QString &, const QString &) {});
    SettingsDialog dialog(keeper);
    dialog.setIdleSource(SettingsDialog::IdleSource::Both);
    dialog.setAutostart(SettingsDialog::Autostart::On);
    dialog.setAppearance(gui::Appearance::System);
    AccountSettings alice;
    alice.label = u"alice@example.org"_s;
    alice.servers = QStringList{u"wss://tim1.example.org:443/tim"_s, u"wss://tim2.example.org:443/tim"_s};
    alice.passwordSaved = true;
    AccountSettings bob = alice;
    bob.label = u"bob@example.org"_s;
    bob.proxy = AccountSettings::Proxy::Socks5;
    bob.proxyHost = u"proxy.example.org"_s;
    bob.proxyPort = 1080;
    bob.proxyUser = u"bob"_s;
    dialog.accounts().setAddressCheck(check);
    dialog.accounts().setAccounts({alice, bob});
    dialog.accounts().setCertificates(
        {{u"tim1.example.org:443"_s, question(CertificateQuestion::Kind::Changed).fingerprint}});
    dialog.show();
    const QStringList names{u"1-general"_s, u"2-status"_s, u"3-notifications"_s, u"4-appearance"_s, u"5-accounts"_s};
    for (int page = 0; page < names.size(); ++page) {
        dialog.showPage(static_cast<SettingsDialog::Page>(page));
        save(dialog, names.at(page));
    }
    dialog.accounts().showAccount(1);
    dialog.resize(dialog.width(), 820);
    save(dialog, u"6-accounts-proxy"_s);
}

void shootQuestions()
{
    test::WindowFixture scene;
    scene.add(u"Bob Tanaka"_s);
    scene.make();
    scene.window->setAccounts({{u"alice@example.org"_s, core::Availability::Chat, 0, true},
                               {u"bob@example.org"_s, core::Availability::Busy, 3, false},
                               {u"Carol"_s, core::Availability::Offline, 0, false}});
    scene.window->show();
    scene.window->askCertificate(question(CertificateQuestion::Kind::Unknown));
    save(*scene.window, u"7-unknown"_s);
    scene.window->askCertificate(question(CertificateQuestion::Kind::Changed));
    save(*scene.window, u"8-alarm"_s);
    auto *menu = scene.window->findChild<gui::AccountsMenu *>();
    menu->popup(QPoint());
    save(*menu, u"9-accounts-menu"_s);
    menu->close();

    gui::FirstRunWindow form(check);
    form.show();
    gui::FirstRunWindow::Form filled;
    filled.action = gui::FirstRunWindow::Action::SignIn;
    filled.server = u"wss://tim1.example.org, wss://tim2.example.org:5081"_s;
    filled.name = u"alice"_s;
    filled.password = u"secret"_s;
    form.prefill(filled);
    form.askCertificate(question(CertificateQuestion::Kind::Unknown));
    save(form, u"10-form"_s);
    gui::StartupProblemWindow problem(
        u"The data in /home/alice/.local/share/timbre/timbre/default/profile.db was written by a newer Timbre. Please "
        "start that one; nothing was changed."_s);
    problem.show();
    save(problem, u"11-newer-profile"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    directory = arguments.value(1, u"."_s);
    QDir().mkpath(directory);
    QTranslator translator;
    if (arguments.size() > 2 && translator.load(arguments.at(2)))
        QApplication::installTranslator(&translator);
    for (const auto &[appearance, name] :
         {std::pair(gui::Appearance::Light, u"light"_s), std::pair(gui::Appearance::Dark, u"dark"_s)}) {
        gui::applyAppearance(app, appearance);
        prefix = name;
        shootSettings();
        shootQuestions();
    }
    prefix = u"rtl"_s;
    gui::applyAppearance(app, gui::Appearance::Light);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    shootSettings();
    shootQuestions();
    QApplication::setLayoutDirection(Qt::LeftToRight);
    prefix = u"bigfont"_s;
    QFont big = QApplication::font();
    big.setPointSizeF(big.pointSizeF() * 2);
    QApplication::setFont(big);
    shootSettings();
    shootQuestions();
}
