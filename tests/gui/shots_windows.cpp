// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

// Not a test: draws every window in many situations, for a designer's eye.
// shots_windows DIRECTORY [QM]; run it with QT_QPA_PLATFORM=offscreen, and QT_SCALE_FACTOR=2.
#include "gui/first_run_window.h"
#include "gui/status_menu.h"
#include "gui/theme.h"
#include "gui/window_fixture.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace timbre;
using namespace Qt::StringLiterals;
using core::Availability;
using core::ConnectionProblem;
using core::ConnectionState;

namespace {

QString directory;
QString prefix;

// The window with whatever popup stands over it, as a person sees both.
void save(QWidget &window, const QString &name)
{
    for (int pass = 0; pass < 3; ++pass) // layouts in layouts
        QCoreApplication::processEvents();
    QPixmap picture = window.grab();
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top == &window || !top->isVisible() || top->windowType() == Qt::ToolTip)
            continue;
        QPainter painter(&picture);
        painter.drawPixmap(top->pos() - window.geometry().topLeft(), top->grab());
    }
    picture.save(QDir(directory).filePath(prefix + u'-' + name + u".png"_s));
}

struct Person {
    QString name;
    Availability availability;
    QString mood;
    bool pinned = false;
};

const QList<Person> people = {
    {u"Ada Lovelace"_s, Availability::Busy, u"in a meeting 🎻"_s, true},
    {u"王小明"_s, Availability::Chat, u"今天天气很好 ☀️"_s, true},
    {u"Bob Tanaka"_s, Availability::Chat, u"☕ Here until five, then on the train home with a very long book"_s},
    {u"Carla Ortiz"_s, Availability::Chat, u"☕☕☕"_s},
    {u"Élise d'Arc"_s, Availability::Chat, {}},
    {u"مريم العلي"_s, Availability::Away, u"في القطار"_s},
    {u"Dmitri"_s, Availability::Away, u"lunch"_s},
    {u"Frank"_s, Availability::Busy, u"<b>not bold</b>"_s},
    {u"Ivan"_s, Availability::Offline, {}},
    {u"Judy"_s, Availability::Unknown, {}},
};

core::ContactId idOf(const QString &name)
{
    return core::ContactId(name.toLower());
}

struct Scene : test::WindowFixture {
    explicit Scene(bool empty = false)
    {
        if (!empty) {
            for (const Person &person : people) {
                const core::ContactId id = add(person.name);
                store.saved[id].pinned = person.pinned;
            }
            store.moods = {{Availability::Busy, u"🗓 Writing the report"_s, 3, 3},
                           {Availability::Away, u"🍜 Lunch with Ada & Bob"_s, 2, 2},
                           {Availability::Chat, u"☕"_s, 1, 1}};
        }
        store.manual.mood = empty ? QString() : u"☕ Coffee and code"_s;
        make();
        session->setOwnName(u"Alice Liddell"_s);
        window->setAccountLabel(u"alice"_s, u"on this computer"_s);
        goOnline(u"8j2kd0QxLm3"_s);
        if (!empty) {
            for (const Person &person : people) {
                if (person.availability == Availability::Unknown)
                    continue;
                if (person.availability == Availability::Offline) {
                    hear(idOf(person.name), Availability::Chat);
                    clock.advance(60'000);
                    leave(idOf(person.name));
                    clock.advance(6000);
                } else {
                    hear(idOf(person.name), person.availability, person.mood);
                }
            }
        }
        settle();
        window->show();
        settle();
    }
    QListView *view() { return window->findChild<QListView *>(u"rosterView"_s); }
    void select(const QString &name)
    {
        view()->setCurrentIndex(roster->indexOf(idOf(name)));
        settle();
    }
    template <typename T> T *find(const char *name) { return window->findChild<T *>(QString::fromLatin1(name)); }
};

void shootConversation()
{
    Scene scene;
    const core::ContactId ada = idOf(u"Ada Lovelace"_s);
    qint64 mid = 0;
    const auto say = [&](bool mine, const QString &text, qint64 minutesAgo) {
        protocol::Message message;
        message.msType = 2;
        message.odType = 1;
        message.mid = ++mid;
        message.fromTid.emplace().node = mine ? u"8j2kd0QxLm3"_s : ada.node();
        message.toTid.emplace().node = mine ? ada.node() : u"8j2kd0QxLm3"_s;
        message.dataString = text;
        message.timestamp = (scene.clock.wall() - minutesAgo * 60'000) * 1'000'000;
        scene.connection.receive(protocol::FrameType::Message, message);
    };
    scene.hear(ada, Availability::Busy, u"in a meeting 🎻"_s,
               {{u"until"_s, QString::number(scene.clock.wall() / 1000 + 3'600)}});
    say(false, u"Good evening! Did the engine arrive?"_s, 2'000);
    say(true, u"It did. Two of the wheels are bent, the rest is fine."_s, 1'995);
    say(false, u"مرحبا، كيف حالك؟"_s, 70);
    say(false, u"今天天气很好 ☀️"_s, 69);
    say(true,
        u"A longer one, which needs more than a line in any window of a sensible width, so that one sees how it"
        " breaks and where the time goes.\nAnd a second paragraph: <b>not bold</b> https://example.org/"_s,
        60);
    say(false, u"👍"_s, 2);
    protocol::Message revoke;
    revoke.msType = 2;
    revoke.odType = 2;
    revoke.mid = 4;
    revoke.fromTid.emplace().node = ada.node();
    scene.connection.receive(protocol::FrameType::Message, revoke);
    scene.select(u"Ada Lovelace"_s);
    scene.session->conversations().send(ada, u"This one is refused"_s);
    protocol::Ack refusal;
    refusal.timType = static_cast<qint8>(protocol::FrameType::Message);
    refusal.error = protocol::Error{4105, {}};
    scene.connection.receive(protocol::FrameType::Ack, refusal);
    scene.session->conversations().send(ada, u"and this one waits"_s);
    scene.settle();
    save(*scene.window, u"30-conversation"_s);
    scene.select(u"Judy"_s);
    save(*scene.window, u"31-conversation-empty"_s);
    scene.connection.dropLine();
    scene.settle();
    scene.select(u"Ada Lovelace"_s);
    save(*scene.window, u"32-conversation-no-line"_s);
    scene.window->resize(400, 640);
    scene.window->openConversation(ada);
    scene.settle();
    save(*scene.window, u"33-conversation-narrow"_s);
}

void shootMain()
{
    shootConversation();
    {
        Scene scene;
        save(*scene.window, u"01-own-card"_s);
        scene.window->resize(660, 660);
        scene.settle();
        save(*scene.window, u"01-own-card-660"_s);
        scene.window->resize(780, 660);
        scene.settle();
        scene.clock.advance(4 * 60'000);
        scene.select(u"Bob Tanaka"_s);
        save(*scene.window, u"02-contact"_s);
        QTest::mouseClick(scene.find<QAbstractButton>("stateButton"), Qt::LeftButton);
        auto *menu = scene.window->findChild<gui::StatusMenu *>();
        QTest::mouseMove(menu, menu->actionGeometry(menu->actions().at(2)).center());
        save(*scene.window, u"03-status-menu"_s);
        auto *presets = menu->findChild<QMenu *>(u"moodPresetsMenu"_s);
        menu->setActiveAction(presets->menuAction());
        presets->popup(menu->mapToGlobal(menu->actionGeometry(presets->menuAction()).topRight()));
        save(*scene.window, u"04-presets"_s);
        presets->close();
        menu->close();
        QTest::mouseClick(scene.find<QAbstractButton>("moodButton"), Qt::LeftButton);
        auto *edit = scene.find<QLineEdit>("moodEdit");
        edit->setText(QString(118, u'x'));
        save(*scene.window, u"05-mood-editor"_s);
        QTest::keyClick(edit, Qt::Key_Escape);
        scene.session->status().setAvailability(Availability::Busy);
        save(*scene.window, u"06-pending"_s);
        scene.settle();
        scene.session->status().setManual({Availability::Busy, u"📅 In a meeting"_s}, core::ClearAfter::Hour);
        scene.hear(idOf(u"Ada Lovelace"_s), Availability::Busy, u"in a meeting 🎻"_s,
                   {{u"until"_s, QString::number(scene.clock.wall() / 1000 + 3000)}});
        scene.hear(idOf(u"Frank"_s), Availability::Busy, u"<b>not bold</b>"_s,
                   {{u"until"_s, QString::number(scene.clock.wall() / 1000 + 4 * 86400)}});
        scene.select(u"Ada Lovelace"_s);
        save(*scene.window, u"06b-until-and-undo"_s);
        QTest::mouseClick(scene.find<QAbstractButton>("endButton"), Qt::LeftButton);
        save(*scene.window, u"06c-clear-after"_s);
        scene.find<QMenu>("clearAfterMenu")->close();
        scene.find<QAction>("actionChooseEnd")->trigger();
        auto *question = scene.find<QDialog>("EndDialog");
        scene.settle();
        question->grab().save(QDir(directory).filePath(prefix + u"-06d-choose-end.png"_s));
        question->close();
        scene.window->activateWindow();
        (void)QTest::qWaitForWindowActive(&*scene.window);
        QTest::mouseClick(scene.find<QAbstractButton>("stateButton"), Qt::LeftButton);
        QTest::mouseMove(menu, menu->actionGeometry(menu->actions().at(10)).center());
        menu->setActiveAction(menu->actions().at(10));
        save(*scene.window, u"06e-forget-mood"_s);
        menu->close();
        scene.select(u"Bob Tanaka"_s);
        scene.session->status().setManual({Availability::Chat, u"☕ Coffee and code"_s});
        scene.desk.setLocked(true);
        scene.clock.advance(20'000);
        QTest::mouseClick(scene.find<QAbstractButton>("stateButton"), Qt::LeftButton);
        save(*scene.window, u"06f-away-by-itself"_s);
        menu->close();
        scene.session->status().setSchedule(
            core::Schedule({{0x1f, 9 * 60, 11 * 60, Availability::Busy, u"🎧 Focusing"_s},
                            {0x7f, 12 * 60, 13 * 60, Availability::Away, {}}}));
        scene.find<QAction>("actionSchedule")->trigger();
        auto *week = scene.find<QDialog>("ScheduleDialog");
        scene.settle();
        week->grab().save(QDir(directory).filePath(prefix + u"-06g-schedule.png"_s));
        week->close();
        scene.find<QAction>("actionMyAccount")->trigger();
        save(*scene.window, u"06h-plan"_s);
        scene.select(u"Ada Lovelace"_s);
        scene.select(u"Bob Tanaka"_s);
        scene.window->activateWindow();
        (void)QTest::qWaitForWindowActive(&*scene.window);
        scene.desk.setLocked(false);
        scene.clock.advance(10'000);
        QTest::mouseClick(scene.find<QAbstractButton>("removeButton"), Qt::LeftButton);
        save(*scene.window, u"07-remove"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTest::mouseClick(scene.find<QAbstractButton>("renameButton"), Qt::LeftButton);
        save(*scene.window, u"08-rename"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTest::mouseClick(scene.find<QAbstractButton>("copyButton"), Qt::LeftButton);
        scene.window->setNotice(u"The disk is full. New contacts and moods are kept only until Timbre ends."_s);
        save(*scene.window, u"09-notices"_s);
        scene.window->setNotice({});
        scene.settle();
        scene.settle();
        scene.find<QToolButton>("menuButton")
            ->menu()
            ->popup(scene.find<QToolButton>("menuButton")->mapToGlobal(QPoint(-120, 32)));
        save(*scene.window, u"10-menu"_s);
        scene.find<QToolButton>("menuButton")->menu()->close();
        scene.session->roster().requestReceived(
            core::ContactId(u"eve"_s), u"Hi Alice, I am <i>Eve</i> from the chess club. https://example.org"_s);
        scene.session->roster().requestReceived(
            core::ContactId(u"Mallory-with-an-extremely-long-account-name-0123456789"_s), {});
        scene.settle();
        save(*scene.window, u"11-requests"_s);
        for (int i = 0; i < 9; ++i)
            scene.session->roster().requestReceived(core::ContactId(u"person%1"_s.arg(i)), u"Hello"_s);
        scene.settle();
        save(*scene.window, u"12-many-requests"_s);
        scene.window->resize(360, 660);
        scene.settle();
        save(*scene.window, u"13-narrow"_s);
    }
    {
        Scene scene;
        scene.window->resize(360, 660);
        scene.select(u"Ada Lovelace"_s);
        QTest::keyClick(scene.view(), Qt::Key_Return);
        save(*scene.window, u"14-narrow-card"_s);
        QTest::mouseClick(scene.find<QAbstractButton>("backButton"), Qt::LeftButton);
        scene.window->resize(780, 660);
        scene.connection.dropLine();
        scene.clock.advance(4000);
        scene.select(u"Ada Lovelace"_s);
        save(*scene.window, u"15-reconnecting"_s);
        scene.clock.advance(70'000);
        scene.find<QAbstractButton>("detailsButton")->click();
        save(*scene.window, u"16-long-offline"_s);
        scene.find<QAbstractButton>("detailsButton")->click();
        scene.connection.setState(ConnectionState::Blocked, ConnectionProblem::WrongPassword);
        save(*scene.window, u"17-wrong-password"_s);
        scene.connection.setState(ConnectionState::Blocked, ConnectionProblem::SignedInElsewhere);
        save(*scene.window, u"18-elsewhere"_s);
    }
    {
        Scene scene(true);
        save(*scene.window, u"19-empty"_s);
        QTest::keyClick(&*scene.window, Qt::Key_N, Qt::ControlModifier);
        auto *dialog = QApplication::activeWindow();
        save(*dialog, u"20-add"_s);
        scene.session->addContact(u"nobody"_s, {}, {});
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"accountEdit"_s), u"8j2kd0QxLm3"_s);
        dialog->findChild<QAbstractButton *>(u"sendButton"_s)->click();
        save(*dialog, u"21-add-error"_s);
        dialog->close();
        for (const auto &[action, name] :
             {std::pair("actionSchedule", u"23-schedule"_s), std::pair("actionChooseEnd", u"24-end"_s)}) {
            if (auto *found = scene.find<QAction>(action)) {
                found->trigger();
                for (auto *opened : scene.window->findChildren<QDialog *>()) {
                    if (!opened->isVisible())
                        continue;
                    save(*opened, name);
                    opened->close();
                }
            }
        }
        scene.session->status().setAvailability(Availability::Invisible);
        scene.settle();
        save(*scene.window, u"22-invisible"_s);
    }
}

void shootFirstRun()
{
    using gui::FirstRunWindow;
    FirstRunWindow window([](const QString &typed) {
        if (typed.startsWith(u"wss://"))
            return FirstRunWindow::Padlock::Encrypted;
        if (typed.startsWith(u"ws://127"))
            return FirstRunWindow::Padlock::LoopbackPlain;
        return typed.startsWith(u"ws://") ? FirstRunWindow::Padlock::Plain : FirstRunWindow::Padlock::Invalid;
    });
    window.show();
    save(window, u"30-first-run"_s);
    auto click
        = [&window](const char *name) { window.findChild<QAbstractButton *>(QString::fromLatin1(name))->click(); };
    click("localCard");
    save(window, u"31-this-computer"_s);
    click("backButton");
    click("signInCard");
    auto *server = window.findChild<QLineEdit *>(u"serverEdit"_s);
    server->setText(u"wss://chat.example.org"_s);
    window.findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"alice"_s);
    click("startInvisible");
    save(window, u"32-sign-in"_s);
    window.setBusy(u"Connecting to chat.example.org…"_s);
    save(window, u"33-busy"_s);
    window.showError(FirstRunWindow::Field::Password, u"Name or password is wrong."_s);
    save(window, u"34-error"_s);
    click("backButton");
    click("createCard");
    server->setText(u"ws://chat.example.org"_s);
    save(window, u"35-create-plain"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    directory = arguments.value(1, u"."_s);
    QDir().mkpath(directory);
    QTranslator translator;
    if (arguments.size() > 2 && translator.load(arguments.at(2))) {
        QLocale::setDefault(QLocale(translator.language()));
        QApplication::installTranslator(&translator);
    }
    for (const auto &[appearance, name] :
         {std::pair(gui::Appearance::Light, u"light"_s), std::pair(gui::Appearance::Dark, u"dark"_s)}) {
        gui::applyAppearance(app, appearance);
        prefix = name;
        shootMain();
        shootFirstRun();
        if (appearance == gui::Appearance::Light) {
            prefix = u"rtl"_s;
            QApplication::setLayoutDirection(Qt::RightToLeft);
            shootMain();
            shootFirstRun();
            QApplication::setLayoutDirection(Qt::LeftToRight);
            prefix = u"bigfont"_s;
            const QFont before = QApplication::font();
            QFont big = before;
            big.setPointSizeF(before.pointSizeF() * 2);
            QApplication::setFont(big);
            shootMain();
            shootFirstRun();
            QApplication::setFont(before);
        }
    }
    return 0;
}
