// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/announcement_label.h"
#include "gui/announcer.h"
#include "support/session_fixture.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using gui::AnnouncementLabel;
using gui::Announcer;
using protocol::Show;

// Changes of the roster for people who hear their screen: many in one sentence, none after a sign-in.
class tst_Announcer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        f = std::make_unique<SessionFixture>(names);
        announcer = std::make_unique<Announcer>(*f->session, f->clock);
        spoken.clear();
        connect(announcer.get(), &Announcer::announced, this, [this](const QString &sentence) {
            QString plain = sentence;
            spoken.append(plain.remove(QChar(0x2068)).remove(QChar(0x2069)));
        });
        announcer->setEnabled(true);
        f->signIn(names);
        f->clock.advance(6'000);
        for (const QString &name : names)
            devices.insert(name, {name, u"r"_s, u"run"_s, 0});
    }
    void cleanup()
    {
        announcer.reset();
        f.reset();
        devices.clear();
    }

    void nothingIsSaidUnlessWanted()
    {
        announcer->setEnabled(false);
        says(u"ben"_s, Show::Chat);
        f->clock.advance(60'000);
        QVERIFY(spoken.isEmpty());
        announcer->setEnabled(true); // and what was before is no news
        says(u"ben"_s, Show::Chat);
        f->clock.advance(60'000);
        QVERIFY(spoken.isEmpty());
    }

    void changesAreGatheredIntoOneSentence()
    {
        says(u"ben"_s, Show::Chat);
        f->clock.advance(10'000);
        QCOMPARE(spoken, QStringList{u"BEN came online"_s});
        spoken.clear();

        leaves(u"ben"_s);
        for (const QString &name : {u"anna"_s, u"cleo"_s, u"dora"_s})
            says(name, Show::Chat);
        f->clock.advance(1'999);
        QVERIFY(spoken.isEmpty());
        f->clock.advance(20'000);
        QCOMPARE(spoken, (QStringList{u"3 contact(s) came online"_s, u"BEN left"_s})); // leaving takes its 5 s
    }

    void fewAreNamedAndManyCounted()
    {
        says(u"anna"_s, Show::Chat);
        says(u"ben"_s, Show::Away);
        f->clock.advance(10'000);
        QVERIFY2(spoken.size() == 1 && spoken.first().contains(u"ANNA"_s) && spoken.first().contains(u" and "_s)
                     && spoken.first().endsWith(u"came online"_s),
                 qPrintable(spoken.join(u'|')));
        spoken.clear();
        says(u"anna"_s, Show::Busy);
        f->clock.advance(10'000);
        QCOMPARE(spoken, QStringList{u"ANNA is now Busy"_s});
    }

    void atMostOneSentenceInFiveSeconds()
    {
        for (int i = 0; i < 60; ++i) {
            says(names.at(i % names.size()), i / 4 % 2 ? Show::Busy : Show::Chat);
            f->clock.advance(500);
        }
        f->clock.advance(10'000);
        QVERIFY2(spoken.size() <= 7, qPrintable(QString::number(spoken.size())));
        QVERIFY(spoken.size() >= 4);
    }

    void whoCameAndLeftIsNotMentioned()
    {
        says(u"anna"_s, Show::Chat);
        f->clock.advance(100);
        says(u"anna"_s, Show::Invisible);
        f->clock.advance(60'000);
        QVERIFY(spoken.isEmpty());
    }

    void aMoodAloneIsNoNews()
    {
        says(u"anna"_s, Show::Chat);
        f->clock.advance(10'000);
        spoken.clear();
        says(u"anna"_s, Show::Chat, u"coffee"_s);
        f->clock.advance(10'000);
        QVERIFY(spoken.isEmpty());
    }

    void signingInIsQuietAndTheOwnLineIsNoNews()
    {
        says(u"anna"_s, Show::Chat);
        f->clock.advance(10'000);
        spoken.clear();
        f->connection.dropLine(); // everybody stale: nobody left
        f->clock.advance(20'000);
        f->signIn(names);
        for (int i = 0; i < 4; ++i) {
            says(names.at(i), Show::Busy);
            f->clock.advance(2'500); // never three seconds of peace
        }
        f->clock.advance(30'000);
        QVERIFY2(spoken.isEmpty(), qPrintable(spoken.join(u'|')));
        says(u"ben"_s, Show::Away);
        f->clock.advance(5'000);
        QCOMPARE(spoken, QStringList{u"BEN is now Away"_s});
    }

    void quietnessEndsThoughPresenceNeverStops()
    {
        f->connection.dropLine();
        f->signIn(names);
        for (int i = 0; i < 50; ++i) {
            says(u"anna"_s, i % 3 == 0 ? Show::Busy : i % 3 == 1 ? Show::Chat : Show::Away);
            f->clock.advance(1'000);
        }
        QVERIFY(!spoken.isEmpty());
    }

    void strangersAreNeverMentioned()
    {
        f->presence(Device{u"stranger"_s, u"r"_s, u"run"_s, 0}.says(Show::Chat));
        f->clock.advance(60'000);
        QVERIFY(spoken.isEmpty());
    }

    void theLabelIsANotificationWithTheSentence()
    {
        QWidget window;
        auto *label = new AnnouncementLabel(&window);
        window.show();
        label->say(u"Ben left"_s);
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(label);
        QVERIFY(access);
        QCOMPARE(access->role(), QAccessible::Notification);
        QCOMPARE(access->text(QAccessible::Name), u"Ben left"_s);
        QVERIFY(!access->state().invisible);
        QVERIFY(!access->state().focusable);
    }

private:
    void says(const QString &name, Show show, const QString &mood = {})
    {
        f->presence(devices[name].says(show, protocol::SubStatus::Changed, mood));
    }
    void leaves(const QString &name)
    {
        f->clock.advance(2'100); // or the notice would race with what was said just now
        f->presence(devices[name].notice());
    }

    const QStringList names{u"anna"_s, u"ben"_s, u"cleo"_s, u"dora"_s};
    std::unique_ptr<SessionFixture> f;
    std::unique_ptr<Announcer> announcer;
    QHash<QString, Device> devices;
    QStringList spoken;
};

QTEST_MAIN(tst_Announcer)
#include "tst_announcer.moc"
