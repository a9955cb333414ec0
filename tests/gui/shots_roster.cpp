// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

// Not a test: draws the roster panel as it looks in many situations, for a designer's eye.
// shots_roster DIRECTORY [ZH_QM]; run it with QT_QPA_PLATFORM=offscreen, and QT_SCALE_FACTOR=2.
#include "gui/roster_fixture.h"
#include "gui/roster_panel.h"
#include "gui/theme.h"
#include "support/fake_random.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace timbre;
using namespace Qt::StringLiterals;
using core::Availability;

namespace {

struct Person {
    QString name;
    Availability availability;
    QString mood;
    bool pinned = false;
};

const QList<Person> people = {
    {u"Ada Lovelace"_s, Availability::Busy, u"in a meeting 🎻"_s, true},
    {u"王小明"_s, Availability::Chat, u"今天天气很好 ☀️"_s, true},
    {u"Bob Tanaka"_s, Availability::Chat, {}},
    {u"Carla Ortiz"_s, Availability::Chat, u"☕☕☕"_s},
    {u"Élise d'Arc"_s, Availability::Chat, u"writing a very long mood that can not possibly fit into one line"_s},
    {u"Maximiliane Wolkenstein-Trostburg"_s, Availability::Chat, u"👩‍👩‍👧 with family"_s},
    {u"مريم العلي"_s, Availability::Away, u"في القطار"_s},
    {u"Dmitri"_s, Availability::Away, u"lunch"_s},
    {u"Frank"_s, Availability::Busy, u"<b>not bold</b>"_s},
    {u"Grace Hopper"_s, Availability::Busy, {}},
    {u"Heidi"_s, Availability::Chat, u"here & there"_s},
    {u"Ivan"_s, Availability::Offline, {}},
    {u"Judy"_s, Availability::Unknown, {}},
    {u"🎻 violin class"_s, Availability::Unknown, {}},
};

struct Scene : test::RosterFixture {
    Scene() : RosterFixture(contacts())
    {
        for (const Person &person : people) {
            const core::ContactId id(person.name.toLower());
            if (person.availability == Availability::Unknown)
                continue;
            if (person.availability == Availability::Offline) {
                hear(id, Availability::Chat);
                clock.advance(60'000);
                leave(id);
                clock.advance(6000);
            } else {
                hear(id, person.availability, person.mood);
            }
        }
        settle();
    }
    static QList<core::Contact> contacts()
    {
        QList<core::Contact> made;
        for (const Person &person : people) {
            made.append(contact(person.name));
            made.last().pinned = person.pinned;
        }
        made.append(contact(u"Oscar"_s));
        made.last().relation = core::Relation::Asked;
        made.last().account = u"oscar"_s;
        return made;
    }
};

void save(gui::RosterPanel &panel, const QString &directory, const QString &name)
{
    QCoreApplication::processEvents();
    panel.grab().save(QDir(directory).filePath(name + u".png"_s));
}

void shoot(const QString &directory, const QString &theme)
{
    Scene scene;
    gui::RosterPanel panel(scene.clock);
    panel.setModel(&*scene.model);
    panel.resize(320, 640);
    panel.show();
    auto *view = panel.findChild<QListView *>();
    auto *edit = panel.findChild<QLineEdit *>(u"filterEdit"_s);
    panel.setCurrentContact(core::ContactId(u"carla ortiz"_s));
    QTest::mouseMove(view->viewport(), QPoint(150, 60));
    save(panel, directory, theme + u"-list"_s);

    view->setFocus(Qt::TabFocusReason);
    scene.hear(core::ContactId(u"dmitri"_s), Availability::Chat, u"back"_s);
    scene.hear(core::ContactId(u"bob tanaka"_s), Availability::Away, u"brb"_s);
    scene.leave(core::ContactId(u"heidi"_s));
    scene.clock.advance(100);
    QTest::mouseMove(view->viewport(), QPoint(150, 90));
    save(panel, directory, theme + u"-waiting"_s);

    scene.presences.lineLost();
    scene.settle();
    view->scrollToBottom();
    save(panel, directory, theme + u"-stale"_s);

    QTest::keyClick(view, Qt::Key_F2);
    save(panel, directory, theme + u"-rename"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);

    edit->setText(u"ar"_s);
    save(panel, directory, theme + u"-filter"_s);
    edit->setText(u"zzz"_s);
    save(panel, directory, theme + u"-nomatch"_s);
    edit->clear();
    panel.findChild<QToolButton *>(u"showOnlineButton"_s)->click();
    scene.settle();
    save(panel, directory, theme + u"-online"_s);

    panel.findChild<QToolButton *>(u"showAllButton"_s)->click();
    test::FakeRandom random;
    core::ContactGroups groups(scene.store, scene.clock, random);
    const QString family = groups.create(u"Family"_s);
    const QString work = groups.create(u"Work & travel"_s);
    const QString choir = groups.create(u"Choir"_s);
    int next = 0;
    for (const core::Contact &contact : scene.roster->contacts()) {
        if (const QString group = QStringList{family, work, choir, QString()}.at(next++ % 4); !group.isEmpty())
            groups.setMember(group, contact.id, true);
    }
    Scene other;
    panel.setModel(&*other.model);
    other.model->setGroups(&groups);
    panel.setGroups(&groups);
    other.model->setUnread(core::ContactId(u"dmitri"_s), 3);
    other.model->setUnread(core::ContactId(u"heidi"_s), 120);
    other.settle();
    save(panel, directory, theme + u"-unread"_s);
    scene.clock.advance(11 * 60'000); // the one that the panel tells the time by
    other.clock.advance(11 * 60'000);
    other.settle();
    save(panel, directory, theme + u"-older"_s);
    other.model->setSortMode(models::RosterModel::SortMode::Groups);
    save(panel, directory, theme + u"-groups"_s);
    other.model->setCollapsedGroups({work});
    panel.setCompact(true);
    other.settle();
    save(panel, directory, theme + u"-groups-compact"_s);
    other.model->setSortMode(models::RosterModel::SortMode::Status);
    save(panel, directory, theme + u"-compact"_s);
    panel.setCompact(false);
    panel.setModel(nullptr);
    panel.setGroups(nullptr);
    other.model->setGroups(nullptr);

    test::RosterFixture nobody({test::RosterFixture::contact(u"Ivan"_s)});
    panel.setModel(&*nobody.model);
    panel.findChild<QToolButton *>(u"showOnlineButton"_s)->click();
    nobody.model->setShow(models::RosterModel::Show::Online);
    nobody.settle();
    save(panel, directory, theme + u"-nobody"_s);
    test::RosterFixture empty({});
    panel.setModel(&*empty.model);
    save(panel, directory, theme + u"-empty"_s);
    panel.setModel(nullptr);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QString directory = arguments.value(1, u"."_s);
    QDir().mkpath(directory);
    QTranslator chinese;
    if (arguments.size() > 2 && chinese.load(arguments.at(2))) {
        QLocale::setDefault(QLocale(u"zh_CN"_s));
        QApplication::installTranslator(&chinese);
    }
    for (const auto &[appearance, name] :
         {std::pair(gui::Appearance::Light, u"light"_s), std::pair(gui::Appearance::Dark, u"dark"_s)}) {
        gui::applyAppearance(app, appearance);
        shoot(directory, name);
        if (appearance == gui::Appearance::Light) {
            QApplication::setLayoutDirection(Qt::RightToLeft);
            shoot(directory, u"rtl"_s);
            QApplication::setLayoutDirection(Qt::LeftToRight);
        }
    }
    return 0;
}
