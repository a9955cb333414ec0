// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/look_keeper.h"
#include "support/mock_portal.h"

#include <QApplication>
#include <QTest>
#include <QWidget>

using namespace timbre;
using namespace Qt::StringLiterals;
using app::LookKeeper;
using test::MockPortal;

// An open window follows what the user chose and what the desktop says. Runs on a private bus (see CMakeLists.txt).
class tst_LookKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        preferences = std::make_unique<core::PreferencesKeeper>([](const QString &) { return QString(); },
                                                                [](const QString &, const QString &) {});
        window = std::make_unique<QWidget>();
        window->show();
    }
    void cleanup() { window.reset(); }

    void anOpenWindowFollowsTheDesktop()
    {
        if (!MockPortal::canBePlayed())
            QSKIP("python3-dbusmock is not installed");
        MockPortal portal(u"ret = dbus.UInt32(1, variant_level=2) if args[1] == 'color-scheme' "
                          "else dbus.Boolean(False, variant_level=2)"_s);
        QVERIFY(portal.isThere());
        LookKeeper look;
        look.follow(*preferences);
        look.start(gui::Appearance::System);
        QTRY_VERIFY(isDark());
        QTRY_VERIFY(gui::isMotionReduced());
        QVERIFY(portal.tell(MockPortal::appearance, u"color-scheme"_s, 2U));
        QTRY_VERIFY(!isDark());
        QVERIFY(portal.tell(MockPortal::appearance, u"color-scheme"_s, 1U));
        QTRY_VERIFY(isDark());
        look.choose(gui::Appearance::Light); // chosen here: stronger
        QVERIFY(!isDark());
        QVERIFY(portal.tell(MockPortal::gnome, u"enable-animations"_s, true));
        QTRY_VERIFY(!gui::isMotionReduced());
        QVERIFY(!isDark());
    }

    void preferencesCountWithoutADesktop()
    {
        LookKeeper look;
        look.follow(*preferences);
        look.start(gui::Appearance::Light);
        QVERIFY(!gui::themeOf(window->palette()).plainShapes);
        core::Preferences changed;
        changed.highContrastShapes = true;
        changed.motion = core::Preferences::Motion::Reduced;
        preferences->set(changed);
        QVERIFY(gui::themeOf(window->palette()).plainShapes);
        QVERIFY(gui::isMotionReduced());
        preferences->set({});
        QVERIFY(!gui::themeOf(window->palette()).plainShapes);
        QVERIFY(!gui::isMotionReduced());
    }

private:
    bool isDark() const { return gui::themeOf(window->palette()).dark; }

    std::unique_ptr<core::PreferencesKeeper> preferences;
    std::unique_ptr<QWidget> window;
};

QTEST_MAIN(tst_LookKeeper)
#include "tst_look_keeper.moc"
