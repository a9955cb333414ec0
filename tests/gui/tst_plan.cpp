// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/plan_dialog.h"
#include "gui/plan_strip.h"
#include "gui/theme.h"
#include "gui/widget_checks.h"
#include "gui/window_fixture.h"

#include <QComboBox>
#include <QDateTime>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimeEdit>

using namespace Qt::StringLiterals;
using namespace timbre;
using core::Availability;
using core::DayPlan;
using gui::PlanDialog;
using gui::PlanStrip;
using test::WindowFixture;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;

qint64 at(int hours, int minutes = 0)
{
    return QDateTime(QDate(2027, 1, 15), QTime(hours, minutes)).toMSecsSinceEpoch();
}

DayPlan example()
{
    return {
        at(12),
        {{Availability::Away, u"lunch"_s, at(13)}, {Availability::Busy, {}, at(15)}, {Availability::Chat, {}, at(16)}}};
}

template <typename T> T *find(QWidget &parent, const char *name)
{
    return parent.findChild<T *>(QLatin1StringView(name));
}

} // namespace

// Today's plan: by dialog, by keyboard, by hand.
class tst_Plan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { gui::applyAppearance(*qApp, gui::Appearance::Light); }
    void dialogMakesAPlan();
    void dialogKeepsWhatItWasGiven();
    void aTimeThatIsNotAfterTheBeginningIsTomorrows();
    void endsAreDragged_data();
    void endsAreDragged();
    void endsStayBetweenTheirNeighbours();
    void endsAreMovedByKey();
    void menuDialogCardAndStatusAgree();
    void everyControlHasANameAndRoom();
};

void tst_Plan::dialogMakesAPlan()
{
    PlanDialog dialog({}, at(11, 50));
    QSignalSpy picked(&dialog, &PlanDialog::picked);
    find<QPushButton>(dialog, "addButton")->click();
    QCOMPARE(find<QTimeEdit>(dialog, "fromEdit")->time(), QTime(12, 0)); // the next quarter
    find<QComboBox>(dialog, "stateBox")->setCurrentIndex(1);
    find<QLineEdit>(dialog, "moodEdit")->setText(u"lunch"_s);
    find<QPushButton>(dialog, "addButton")->click();
    QVERIFY(!find<QTimeEdit>(dialog, "fromEdit")->isEnabled()); // it begins where lunch ends
    find<QTimeEdit>(dialog, "toEdit")->setTime(QTime(15, 0));
    find<QPushButton>(dialog, "addButton")->click();
    find<QComboBox>(dialog, "stateBox")->setCurrentIndex(0);
    QCOMPARE(find<QListWidget>(dialog, "partList")->item(1)->text(), u"13:00 to 15:00: Busy"_s);
    find<QPushButton>(dialog, "saveButton")->click();
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked.first().first().value<DayPlan>(), example());
}

void tst_Plan::dialogKeepsWhatItWasGiven()
{
    PlanDialog dialog(example(), at(12, 30));
    QSignalSpy picked(&dialog, &PlanDialog::picked);
    auto *list = find<QListWidget>(dialog, "partList");
    for (int row = 0; row < list->count(); ++row)
        list->setCurrentRow(row); // looking changes nothing
    find<QPushButton>(dialog, "saveButton")->click();
    QCOMPARE(picked.first().first().value<DayPlan>(), example());
    // A plan that is over is none.
    PlanDialog later(example(), at(17));
    QCOMPARE(find<QListWidget>(later, "partList")->count(), 0);
}

void tst_Plan::aTimeThatIsNotAfterTheBeginningIsTomorrows()
{
    PlanDialog dialog({at(22), {{Availability::Busy, {}, at(23)}}}, at(21));
    QSignalSpy picked(&dialog, &PlanDialog::picked);
    find<QTimeEdit>(dialog, "toEdit")->setTime(QTime(1, 0));
    find<QPushButton>(dialog, "saveButton")->click();
    QCOMPARE(picked.first().first().value<DayPlan>().parts().first().until, at(23) + 2 * hour);
}

void tst_Plan::endsAreDragged_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void tst_Plan::endsAreDragged()
{
    QFETCH(Qt::LayoutDirection, direction);
    PlanStrip strip;
    strip.setLayoutDirection(direction);
    strip.resize(424, strip.sizeHint().height()); // 400 for four hours
    strip.setPlan(example());
    strip.show();
    QSignalSpy changed(&strip, &PlanStrip::planChanged);
    const int x = strip.xOfEnd(0);
    const int halfAnHour = direction == Qt::LeftToRight ? 50 : -50;
    QTest::mousePress(&strip, Qt::LeftButton, {}, {x, 15});
    QTest::mouseMove(&strip, {x + halfAnHour / 2, 15});
    strip.setPlan(example()); // a minute passes under the hand
    QTest::mouseMove(&strip, {x + halfAnHour, 15});
    QVERIFY(changed.isEmpty());
    QTest::mouseRelease(&strip, Qt::LeftButton, {}, {x + halfAnHour, 15});
    QCOMPARE(changed.size(), 1);
    DayPlan expected(at(12),
                     {{Availability::Away, u"lunch"_s, at(13, 30)},
                      {Availability::Busy, {}, at(15)},
                      {Availability::Chat, {}, at(16)}});
    QCOMPARE(changed.first().first().value<DayPlan>(), expected);
    // A press beside every end moves nothing.
    QTest::mousePress(&strip, Qt::LeftButton, {}, {strip.xOfEnd(0) + 30, 15});
    QTest::mouseMove(&strip, {strip.xOfEnd(0) + 60, 15});
    QTest::mouseRelease(&strip, Qt::LeftButton, {}, {strip.xOfEnd(0) + 60, 15});
    QCOMPARE(changed.size(), 1);
}

void tst_Plan::endsStayBetweenTheirNeighbours()
{
    PlanStrip strip;
    strip.resize(424, strip.sizeHint().height());
    strip.setPlan(example());
    strip.show();
    QSignalSpy changed(&strip, &PlanStrip::planChanged);
    const int x = strip.xOfEnd(1);
    QTest::mousePress(&strip, Qt::LeftButton, {}, {x, 15});
    QTest::mouseMove(&strip, {2'000, 15});
    QTest::mouseRelease(&strip, Qt::LeftButton, {}, {2'000, 15});
    QCOMPARE(changed.takeFirst().first().value<DayPlan>().parts().at(1).until, at(15, 55));
    QTest::mousePress(&strip, Qt::LeftButton, {}, {strip.xOfEnd(1), 15});
    QTest::mouseMove(&strip, {-2'000, 15});
    QTest::mouseRelease(&strip, Qt::LeftButton, {}, {-2'000, 15});
    QCOMPARE(changed.takeFirst().first().value<DayPlan>().parts().at(1).until, at(13, 5));
}

void tst_Plan::endsAreMovedByKey()
{
    PlanStrip strip;
    strip.resize(424, strip.sizeHint().height());
    strip.setPlan(example());
    QSignalSpy changed(&strip, &PlanStrip::planChanged);
    QSignalSpy edit(&strip, &PlanStrip::editChosen);
    QTest::keyClick(&strip, Qt::Key_Right);
    QTest::keyClick(&strip, Qt::Key_Up);
    QTest::keyClick(&strip, Qt::Key_Up);
    QTest::keyClick(&strip, Qt::Key_Down);
    QCOMPARE(changed.size(), 3);
    QCOMPARE(changed.last().first().value<DayPlan>().parts().at(1).until, at(15, 5));
    QVERIFY(strip.accessibleDescription().contains(u"13:00 to 15:05: Busy"));
    QTest::keyClick(&strip, Qt::Key_Return);
    QCOMPARE(edit.size(), 1);
}

void tst_Plan::menuDialogCardAndStatusAgree()
{
    WindowFixture f;
    f.make();
    f.goOnline();
    f.window->show();
    auto *strip = f.window->findChild<PlanStrip *>();
    QVERIFY(strip->isHidden());
    f.window->findChild<QAction *>(u"actionPlan"_s)->trigger();
    auto *dialog = f.window->findChild<PlanDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    find<QPushButton>(*dialog, "addButton")->click();
    find<QPushButton>(*dialog, "saveButton")->click();
    QCOMPARE(f.session->status().plan().parts().size(), 1);
    QVERIFY(strip->isVisibleTo(f.window.operator->()));
    const qint64 end = f.session->status().plan().parts().first().until;
    QTest::keyClick(strip, Qt::Key_Up);
    QCOMPARE(f.session->status().plan().parts().first().until, end + PlanStrip::step);
    f.clock.advance(f.session->status().plan().from() - f.clock.wall() + minute);
    QCOMPARE(f.session->status().effective().availability, Availability::Busy);
}

void tst_Plan::everyControlHasANameAndRoom()
{
    for (const double factor : {1.0, 1.75}) {
        const test::FontFactor larger(factor);
        PlanDialog dialog(example(), at(12));
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QCOMPARE(test::unnamedControls(dialog), QStringList());
        QCOMPARE(test::clippedTexts(dialog).join(u"; "_s), QString());
    }
}

QTEST_MAIN(tst_Plan)
#include "tst_plan.moc"
