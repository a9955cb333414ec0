// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/reveal_bar.h"
#include "gui/roster_panel.h"
#include "gui/see_me_as.h"
#include "gui/theme.h"
#include "gui/widget_checks.h"
#include "gui/window_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTest>

using namespace timbre;
using namespace Qt::StringLiterals;
using core::Availability;
using core::ContactId;
using core::Face;
using protocol::BusinessOp;
using protocol::FrameType;

// Who sees which face, as the window shows and changes it.
class tst_GuiVisibility : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::WindowFixture> f;
    ContactId m_anna;
    ContactId m_bob;

    template <typename T> T *find(const char *name) { return f->window->findChild<T *>(QString::fromLatin1(name)); }
    core::VisibilityKeeper &keeper() { return f->session->visibility(); }
    void start(Availability availability, bool strict, bool online = true)
    {
        f->store.manual.availability = availability;
        f->make();
        keeper().setStrictByDefault(strict);
        f->session->setOwnName(u"Alice"_s);
        f->window->resize(900, 800);
        f->window->show();
        if (online)
            f->goOnline();
        f->settle();
    }
    std::unique_ptr<QMenu> menuOf(const ContactId &id)
    {
        auto menu = std::make_unique<QMenu>();
        Q_EMIT f->window->findChild<gui::RosterPanel *>()->contactMenuOpens(menu.get(), id);
        return menu;
    }
    static QAction *actionOf(QMenu &menu, const char *name)
    {
        return menu.findChild<QAction *>(QString::fromLatin1(name));
    }
    void ask(const QString &node)
    {
        protocol::Message message;
        message.msType = static_cast<qint8>(protocol::MsType::User);
        message.odType = static_cast<qint8>(protocol::OdType::Business);
        message.bnType = static_cast<qint32>(BusinessOp::AddFriend);
        message.fromTid.emplace().node = node;
        message.id = 7;
        f->connection.receive(FrameType::Message, message);
        f->settle();
    }
    int accepted(const QString &node) const
    {
        int count = 0;
        for (const auto &request : f->connection.sentOf<protocol::Request>(FrameType::Business))
            count += request.rtype == static_cast<qint32>(BusinessOp::AddFriend) && request.node == node;
        return count;
    }
    QDialog *openDialog()
    {
        find<QAction>("actionVisibility")->trigger();
        f->settle();
        return find<QDialog>("VisibilityDialog");
    }
    QString hint() { return find<QLabel>("invisibleHint")->text(); }
    QString seen() { return find<QLabel>("seenState")->text(); }

private Q_SLOTS:
    void initTestCase() { gui::applyAppearance(*qApp, gui::Appearance::Light); }
    void init()
    {
        f = std::make_unique<test::WindowFixture>();
        m_anna = f->add(u"Anna"_s);
        m_bob = f->add(u"Bob"_s);
    }
    void cleanup() { f.reset(); }

    void contactMenuGivesAFace()
    {
        start(Availability::Chat, false);
        f->connection.sent.clear();
        {
            const auto menu = menuOf(m_anna);
            QVERIFY(!actionOf(*menu, "actionLooksOffline")->isEnabled()); // she has seen us
            QVERIFY(actionOf(*menu, "actionWhyNot"));
            QVERIFY(actionOf(*menu, "actionNoRule")->isChecked());
            auto *faces = menu->findChild<QMenu *>(u"faceMenu"_s);
            for (QAction *action : faces->actions()) {
                if (action->text() == u"Busy"_s)
                    action->trigger();
            }
        }
        f->settle();
        QVERIFY(keeper().rules().contacts.value(m_anna) == Face::Busy);
        QCOMPARE(f->connection.sentPresences().size(), 1);
        QCOMPARE(f->connection.sentPresences().first().show, qint16(4));
        QCOMPARE(*f->connection.sentPresences().first().toList, QList<QString>{u"anna"_s});
        const auto again = menuOf(m_anna);
        QVERIFY(!actionOf(*again, "actionNoRule")->isChecked());
        actionOf(*again, "actionNoRule")->trigger();
        QVERIFY(keeper().rules().contacts.isEmpty());
    }

    void lookingOfflineIsOfferedToWhoHasNotSeenUs()
    {
        start(Availability::Chat, false, false);
        const auto menu = menuOf(m_anna);
        QVERIFY(actionOf(*menu, "actionLooksOffline")->isEnabled());
        QVERIFY(!actionOf(*menu, "actionWhyNot"));
        actionOf(*menu, "actionLooksOffline")->trigger();
        f->goOnline();
        f->connection.sent.clear();
        f->session->status().setAvailability(Availability::Busy);
        f->settle();
        for (const auto &presence : f->connection.sentPresences())
            QCOMPARE(*presence.toList, QList<QString>{u"bob"_s});
        // The rule in force can always be seen as the one that is.
        QVERIFY(actionOf(*menuOf(m_anna), "actionLooksOffline")->isEnabled());
    }

    void contactMenuAllows()
    {
        start(Availability::Invisible, true);
        actionOf(*menuOf(m_bob), "actionAllowed")->trigger();
        QVERIFY(keeper().rules().allowed.contains(m_bob));
        f->settle();
        QVERIFY(hint().contains(u"Bob"_s));
        actionOf(*menuOf(m_bob), "actionAllowed")->trigger();
        QVERIFY(!keeper().rules().allowed.contains(m_bob));
        QVERIFY(menuOf(ContactId(u"stranger"_s))->isEmpty());
    }

    void dialogMakesRules()
    {
        start(Availability::Chat, false, false);
        const QString group = f->session->groups().create(u"Work & play"_s);
        QDialog *dialog = openDialog();
        QVERIFY(dialog && dialog->isVisible());
        auto *list = dialog->findChild<QListWidget *>(u"ruleList"_s);
        auto *target = dialog->findChild<QComboBox *>(u"targetBox"_s);
        auto *face = dialog->findChild<QComboBox *>(u"faceBox"_s);
        QCOMPARE(list->count(), 1); // everyone
        target->setCurrentIndex(target->findData(group));
        dialog->findChild<QPushButton *>(u"addButton"_s)->click();
        face->setCurrentIndex(face->findData(static_cast<int>(Face::OfflineLooking)));
        target->setCurrentIndex(target->findData(m_anna.node()));
        dialog->findChild<QPushButton *>(u"addButton"_s)->click();
        face->setCurrentIndex(face->findData(static_cast<int>(Face::Away)));
        QCOMPARE(list->count(), 3);
        QCOMPARE(list->currentRow(), 0); // the strongest first
        auto *allowed = dialog->findChild<QListWidget *>(u"allowedList"_s);
        QCOMPARE(allowed->item(1)->text(), u"Bob"_s);
        allowed->item(1)->setCheckState(Qt::Checked);
        dialog->findChild<QCheckBox *>(u"strictCheck"_s)->click();
        f->settle();
        QCOMPARE(test::unnamedControls(*dialog).join(u"; "_s), QString());
        QCOMPARE(test::clippedTexts(*dialog).join(u"; "_s), QString());
        dialog->findChild<QPushButton *>(u"saveButton"_s)->click();
        core::VisibilityRules expected;
        expected.groups = {{group, Face::OfflineLooking}};
        expected.contacts = {{m_anna, Face::Away}};
        expected.allowed = {m_bob};
        expected.strict = true;
        QCOMPARE(keeper().rules(), expected);
    }

    void dialogGreysWhatCannotBe()
    {
        start(Availability::Chat, false);
        QDialog *dialog = openDialog();
        auto *face = dialog->findChild<QComboBox *>(u"faceBox"_s);
        const int offline = face->findData(static_cast<int>(Face::OfflineLooking));
        QVERIFY(!qobject_cast<QStandardItemModel *>(face->model())->item(offline)->isEnabled());
        QVERIFY(dialog->findChild<QLabel *>(u"seenLabel"_s)->isVisible());
        dialog->reject();
        QCOMPARE(keeper().rules(), core::VisibilityRules());
    }

    void damagedRulesAreSaid()
    {
        f->store.documents.insert(u"visibility"_s, "?");
        start(Availability::Chat, false);
        QVERIFY(f->connection.sentPresences().isEmpty());
        QVERIFY(find<QLabel>("invisibleHint")->isVisible());
        QDialog *dialog = openDialog();
        QVERIFY(dialog->findChild<QLabel *>(u"troubleLabel"_s)->isVisible());
    }

    void acceptingAsksFirst()
    {
        start(Availability::Invisible, true);
        ask(u"mallory"_s);
        auto *accept = find<QPushButton>("acceptButton");
        QVERIFY(!accept->icon().isNull()); // the eye is there before the click
        auto *bar = f->window->findChild<gui::RevealBar *>();
        QVERIFY(!bar->isVisible());
        accept->click();
        QVERIFY(bar->isVisible());
        QCOMPARE(accepted(u"mallory"_s), 0);
        QTest::keyClick(find<QPushButton>("safeButton"), Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QCOMPARE(accepted(u"mallory"_s), 0);
        accept->click();
        find<QPushButton>("firstButton")->click();
        QCOMPARE(accepted(u"mallory"_s), 1);
        f->settle();
        QVERIFY(hint().contains(u"mallory"_s));
    }

    void visibleNeedsNoQuestion()
    {
        start(Availability::Chat, true);
        ask(u"mallory"_s);
        auto *accept = find<QPushButton>("acceptButton");
        QVERIFY(accept->icon().isNull());
        accept->click();
        QCOMPARE(accepted(u"mallory"_s), 1);
    }

    void seeMeAsShowsWhatWasTold()
    {
        start(Availability::Chat, false);
        auto *seeMe = f->window->findChild<gui::SeeMeAs *>();
        QVERIFY(seeMe->isVisible());
        seeMe->choose(m_anna);
        QCOMPARE(seen(), u"Chat"_s);
        keeper().setFace(m_anna, Face::Busy);
        f->settle();
        QCOMPARE(seen(), u"Busy"_s);
        f->session->status().setAvailability(Availability::Away);
        f->settle();
        QCOMPARE(seen(), u"Busy"_s);
        seeMe->choose(m_bob);
        QCOMPARE(seen(), u"Away"_s);
        f->session->status().setAvailability(Availability::Invisible);
        f->settle();
        QCOMPARE(seen(), u"Offline"_s);
        f->connection.dropLine();
        f->settle();
        QVERIFY2(seen().startsWith(u"Offline as of "_s), qPrintable(seen()));
    }

    void hiddenFromWhoNeverHeardOfUs()
    {
        start(Availability::Invisible, true);
        f->window->findChild<gui::SeeMeAs *>()->choose(m_anna);
        QCOMPARE(seen(), u"Unknown"_s);
    }

    void remindsOfALongInvisibility()
    {
        start(Availability::Invisible, false);
        auto *bar = f->window->findChild<gui::RevealBar *>();
        f->clock.advance(core::Reveals::reminderTime);
        QVERIFY(bar->isVisible());
        find<QPushButton>("firstButton")->click();
        QCOMPARE(f->session->status().manual().availability, Availability::Chat);
    }

    void everyControlHasAName()
    {
        start(Availability::Invisible, true);
        ask(u"mallory"_s);
        find<QPushButton>("acceptButton")->click();
        QCOMPARE(test::unnamedControls(*f->window), QStringList());
        QCOMPARE(test::clippedTexts(*f->window), QStringList());
    }
};

QTEST_MAIN(tst_GuiVisibility)
#include "tst_visibility.moc"
