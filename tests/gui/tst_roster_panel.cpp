// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/roster_delegate.h"
#include "gui/roster_fixture.h"
#include "gui/roster_freeze.h"
#include "gui/roster_panel.h"
#include "gui/roster_view.h"
#include "gui/seen_words.h"
#include "gui/theme.h"
#include "support/fake_random.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>

using namespace timbre;
using namespace Qt::StringLiterals;
using core::Availability;
using core::ContactId;
using models::RosterModel;

namespace {

QList<core::Contact> named(const QStringList &names)
{
    QList<core::Contact> made;
    for (const QString &name : names)
        made.append(test::RosterFixture::contact(name));
    return made;
}

QStringList crowd(int size)
{
    QStringList names;
    for (int i = 0; i < size; ++i)
        names.append(u"Person %1"_s.arg(i, 3, 10, QLatin1Char('0')));
    return names;
}

ContactId idOf(const QString &name)
{
    return ContactId(name.toLower());
}

struct PanelFixture : test::RosterFixture {
    explicit PanelFixture(const QStringList &names) : RosterFixture(named(names)), panel(clock)
    {
        model->setGroups(&groups);
        panel.setGroups(&groups);
        panel.setModel(&*model);
        panel.resize(300, 500);
        panel.show();
        view = panel.findChild<gui::RosterView *>();
        edit = panel.findChild<QLineEdit *>(u"filterEdit"_s);
        settle();
    }

    template <typename T> T *child(const QString &name) const { return panel.findChild<T *>(name); }
    QPoint placeOf(const ContactId &id) const { return view->visualRect(model->indexOf(id)).center(); }
    void mouse(QEvent::Type type, const QPoint &at, Qt::MouseButton button = Qt::LeftButton)
    {
        const bool down = type == QEvent::MouseButtonPress || type == QEvent::MouseButtonDblClick;
        QMouseEvent event(type, at, view->viewport()->mapToGlobal(at),
                          type == QEvent::MouseMove ? Qt::NoButton : button, down ? button : Qt::NoButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(view->viewport(), &event);
    }
    void doubleClick(const QPoint &at)
    {
        mouse(QEvent::MouseButtonPress, at);
        mouse(QEvent::MouseButtonRelease, at);
        mouse(QEvent::MouseButtonDblClick, at);
        mouse(QEvent::MouseButtonRelease, at);
    }
    void leavePointer()
    {
        QEvent event(QEvent::Leave);
        QCoreApplication::sendEvent(view->viewport(), &event);
    }

    test::FakeRandom random;
    core::ContactGroups groups{store, clock, random};
    gui::RosterPanel panel;
    gui::RosterView *view = nullptr;
    QLineEdit *edit = nullptr;
};

// Remembers what a person would see: which contact was painted where.
class WitnessDelegate : public gui::RosterDelegate
{
public:
    using RosterDelegate::RosterDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QRect rect = option.rect;
        seen.removeIf([&](const auto &row) { return row.first.intersects(rect); });
        seen.append({rect, index.data(RosterModel::IdRole).value<ContactId>()});
        painter->fillRect(rect, Qt::white); // the looks do not matter, and this is fast
    }
    ContactId at(const QPoint &point) const
    {
        for (const auto &[rect, id] : seen) {
            if (rect.contains(point))
                return id;
        }
        return {};
    }

    mutable QList<std::pair<QRect, ContactId>> seen;
};

} // namespace

class tst_RosterPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { gui::applyAppearance(*qApp, gui::Appearance::Light); }

    // Places.
    void rowsStandUnderEachOther();
    void placesAgreeWithAPlainSum();
    void aHundredThousandRowsAreNotReadToBePlaced();
    void keysStepOverHeaders();
    void everyRowIsPaintedAndDiffersByState();
    void rightToLeftMirrorsTheRow();
    void largeFontsGetLargerRows();

    // Freeze and clicks.
    void orderWaitsWhileThePointerMoves();
    void orderWaits_data();
    void orderWaits();
    void pendingButtonAppliesTheOrder();
    void doubleClickOpensTheContact();
    void releaseElsewhereOpensNobody();
    void secondPressOnSomeoneElseOpensNobody();
    void clickNeverLandsOnSomeoneElse_data();
    void clickNeverLandsOnSomeoneElse();
    void groupsFoldByClickAndByKey();
    void aDragMovesBetweenGroupsAndMakesAnOrder();
    void theMenuTicksGroupsAndMakesNewOnes();
    void lowRowsAreOneLineAndKeepTheirPlace();
    void whoMustNotBeHiddenIsNot();
    void phrasesWakeUpOnceForEachChange();
    void selectionStaysWithTheContact();
    void scrollStaysOnTheFirstVisibleRow();
    void topOfTheListStaysTheTop();

    // Filter.
    void typingInTheListFilters();
    void composedTextFilters();
    void enterOpensTheBestMatch();
    void arrowsWalkFromTheFilter();
    void escapeClearsThenReturnsToTheList();
    void selectionComesBackAfterTheFilter();
    void onlineHidesAndFooterShows();
    void onlineKeepsWhomOneLooksAt();
    void emptyStatesSayWhatToDo();

    // Picks.
    void renameIsInlineAndBelongsToTheContact();
    void escapeLeavesTheNameAlone();
    void deleteKeyAsksToRemove();
    void menuOffersWhatFitsTheContact();
    void headersHaveNoMenu();

    // What is said and shown.
    void screenReaderHearsASentencePerRow();
    void textOfOthersIsPlain();
    void changeIsToldWhenPainted();
    void ageIsShownWhereItMatters();
    void panelOutlivesItsModel();
};

void tst_RosterPanel::rowsStandUnderEachOther()
{
    PanelFixture f(crowd(20));
    f.hear(idOf(u"Person 003"_s), Availability::Chat);
    f.hear(idOf(u"Person 004"_s), Availability::Busy);
    f.settle();
    int y = 0;
    int headers = 0;
    for (int row = 0; row < f.model->rowCount(); ++row) {
        const QRect rect = f.view->visualRect(f.model->index(row));
        const bool header = f.view->geometryOfRows().isHeader(row);
        headers += header ? 1 : 0;
        QCOMPARE(rect.top(), y);
        QCOMPARE(rect.height(), header ? gui::metrics::sectionHeight : gui::metrics::rowHeight);
        QCOMPARE(f.view->indexAt(rect.center()).row(),
                 f.view->viewport()->rect().contains(rect.center()) ? row : f.view->indexAt(rect.center()).row());
        y = rect.bottom() + 1;
    }
    QCOMPARE(headers, 3);
    QCOMPARE(f.view->verticalScrollBar()->maximum(), y - f.view->viewport()->height());
}

void tst_RosterPanel::placesAgreeWithAPlainSum()
{
    PanelFixture f(crowd(60));
    QRandomGenerator random(7);
    for (int round = 0; round < 20; ++round) {
        for (int i = 0; i < 20; ++i)
            f.hear(idOf(u"Person %1"_s.arg(random.bounded(60), 3, 10, QLatin1Char('0'))),
                   static_cast<Availability>(random.bounded(3)));
        f.settle();
        const gui::RosterGeometry &rows = f.view->geometryOfRows();
        int y = 0;
        for (int row = 0; row < f.model->rowCount(); ++row) {
            const bool header = f.model->index(row).data(RosterModel::KindRole).value<RosterModel::RowKind>()
                == RosterModel::RowKind::Header;
            QCOMPARE(rows.isHeader(row), header);
            QCOMPARE(rows.top(row), y);
            QCOMPARE(rows.rowAt(y), row);
            y += rows.height(row);
            QCOMPARE(rows.rowAt(y - 1), row);
        }
        QCOMPARE(rows.total(), y);
        QCOMPARE(rows.rowAt(y), -1);
        QCOMPARE(rows.rowAt(-1), -1);
    }
}

// A model that counts how often it is read.
class CountingModel : public QAbstractListModel
{
public:
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 100'004; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        ++reads;
        const bool header = index.row() % 25'001 == 0;
        switch (role) {
        case RosterModel::KindRole:
            return QVariant::fromValue(header ? RosterModel::RowKind::Header : RosterModel::RowKind::Contact);
        case RosterModel::CountRole:
            return header ? 25'000 : 0;
        default:
            return {};
        }
    }
    mutable int reads = 0;
};

void tst_RosterPanel::aHundredThousandRowsAreNotReadToBePlaced()
{
    CountingModel model;
    gui::RosterGeometry rows;
    rows.setHeights(52, 28);
    rows.read(&model);
    QVERIFY2(model.reads <= 12, qPrintable(QString::number(model.reads)));
    QCOMPARE(rows.total(), 100'000 * 52 + 4 * 28);
    QCOMPARE(rows.rowAt(rows.top(77'777)), 77'777);

    gui::RosterView view;
    view.setModel(&model);
    view.resize(300, 600);
    view.show();
    QCoreApplication::processEvents();
    model.reads = 0;
    Q_EMIT model.dataChanged(model.index(90'000), model.index(90'010));
    Q_EMIT model.layoutAboutToBeChanged();
    Q_EMIT model.layoutChanged();
    QCoreApplication::processEvents();
    QVERIFY2(model.reads < 2000, qPrintable(QString::number(model.reads)));
}

void tst_RosterPanel::keysStepOverHeaders()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s});
    f.hear(idOf(u"Bob"_s), Availability::Chat);
    f.settle();
    QCOMPARE(f.model->rowCount(), 4); // two sections of one
    f.view->setFocus(Qt::TabFocusReason);
    QCOMPARE(f.panel.currentContact(), idOf(u"Bob"_s));
    QTest::keyClick(f.view, Qt::Key_Down);
    QCOMPARE(f.panel.currentContact(), idOf(u"Ada"_s));
    QTest::keyClick(f.view, Qt::Key_Down);
    QCOMPARE(f.panel.currentContact(), idOf(u"Ada"_s));
    QTest::keyClick(f.view, Qt::Key_Home);
    QCOMPARE(f.panel.currentContact(), idOf(u"Bob"_s));
    QTest::keyClick(f.view, Qt::Key_End);
    QCOMPARE(f.panel.currentContact(), idOf(u"Ada"_s));
}

void tst_RosterPanel::everyRowIsPaintedAndDiffersByState()
{
    PanelFixture f({u"Ada"_s});
    QList<QImage> pictures;
    const auto picture = [&] {
        f.settle();
        QImage image(300, 52, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.initFrom(f.view);
        option.rect = image.rect();
        f.view->itemDelegate()->paint(&painter, option, f.model->indexOf(idOf(u"Ada"_s)));
        return image;
    };
    pictures.append(picture()); // Unknown
    for (const Availability state : {Availability::Chat, Availability::Away, Availability::Busy}) {
        f.hear(idOf(u"Ada"_s), state);
        pictures.append(picture());
    }
    f.presences.lineLost();
    pictures.append(picture()); // Stale
    for (int a = 0; a < pictures.size(); ++a) {
        for (int b = a + 1; b < pictures.size(); ++b)
            QVERIFY2(pictures[a] != pictures[b], qPrintable(u"%1 = %2"_s.arg(a).arg(b)));
    }
}

void tst_RosterPanel::rightToLeftMirrorsTheRow()
{
    const QFont font;
    const QRect row(0, 0, 300, 52);
    const QRect left = gui::RosterDelegate::nameRect(row, font, Qt::LeftToRight);
    const QRect right = gui::RosterDelegate::nameRect(row, font, Qt::RightToLeft);
    QVERIFY(left.left() > gui::metrics::rowAvatar);
    QCOMPARE(right.left(), row.right() - left.right());
    QCOMPARE(right.width(), left.width());
}

void tst_RosterPanel::largeFontsGetLargerRows()
{
    PanelFixture f({u"Ada"_s});
    const int before = f.view->geometryOfRows().rowHeight();
    QFont font = f.view->font();
    font.setPointSizeF(font.pointSizeF() * 2);
    f.view->setFont(font);
    f.settle();
    QVERIFY(f.view->geometryOfRows().rowHeight() >= before * 19 / 10);
    QVERIFY(QFontMetrics(gui::metrics::nameFont(font)).height() + QFontMetrics(gui::metrics::secondFont(font)).height()
            <= f.view->geometryOfRows().rowHeight());
}

void tst_RosterPanel::orderWaitsWhileThePointerMoves()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s, u"Cleo"_s});
    f.mouse(QEvent::MouseMove, QPoint(100, 60));
    const int row = f.model->indexOf(idOf(u"Cleo"_s)).row();
    f.hear(idOf(u"Cleo"_s), Availability::Chat);
    f.clock.advance(4900);
    QCOMPARE(f.model->indexOf(idOf(u"Cleo"_s)).row(), row);
    // Data is not order: the state shows at once.
    QCOMPARE(f.model->indexOf(idOf(u"Cleo"_s)).data(RosterModel::AvailabilityRole).value<Availability>(),
             Availability::Chat);
    f.clock.advance(3000); // at rest for 5 s
    QCOMPARE(f.model->indexOf(idOf(u"Cleo"_s)).row(), 1);
}

void tst_RosterPanel::orderWaits_data()
{
    QTest::addColumn<QString>("why");
    for (const char *why : {"button", "key", "rename", "menu", "tooltip"})
        QTest::newRow(why) << QString::fromLatin1(why);
}

void tst_RosterPanel::orderWaits()
{
    QFETCH(QString, why);
    PanelFixture f({u"Ada"_s, u"Bob"_s, u"Cleo"_s});
    gui::RosterFreeze freeze(f.clock);
    freeze.watch(f.view);
    QSignalSpy changes(&freeze, &gui::RosterFreeze::frozenChanged);
    qint64 rest = 0; // ms after the end of it
    if (why == u"button") {
        f.mouse(QEvent::MouseButtonPress, {100, 60});
        f.clock.advance(60'000);
        QVERIFY(freeze.isFrozen());
        f.mouse(QEvent::MouseButtonRelease, {100, 60});
        rest = 5000;
    } else if (why == u"key") {
        QTest::keyClick(f.view, Qt::Key_Down);
        rest = 3000;
    } else if (why == u"rename" || why == u"menu") {
        const auto hold = why == u"menu" ? gui::RosterFreeze::Hold::Menu : gui::RosterFreeze::Hold::Rename;
        freeze.setHeld(hold, true);
        f.clock.advance(60'000);
        QVERIFY(freeze.isFrozen());
        freeze.setHeld(hold, false);
    } else {
        QHelpEvent tooltip(QEvent::ToolTip, {100, 60}, f.view->mapToGlobal(QPoint(100, 60)));
        QCoreApplication::sendEvent(f.view->viewport(), &tooltip);
        rest = 10'000;
    }
    if (rest > 0) {
        f.clock.advance(rest - 10);
        QVERIFY(freeze.isFrozen());
        f.clock.advance(20);
    }
    QVERIFY(!freeze.isFrozen());
    QCOMPARE(changes.size(), 2); // once frozen, once thawed
}

void tst_RosterPanel::pendingButtonAppliesTheOrder()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s, u"Cleo"_s});
    auto *button = f.child<QPushButton>(u"pendingButton"_s);
    auto *list = f.child<QWidget>(u"stack"_s);
    QVERIFY(!button->isVisible());
    const QRect before = list->geometry();
    f.mouse(QEvent::MouseMove, QPoint(100, 60));
    f.hear(idOf(u"Cleo"_s), Availability::Chat);
    f.clock.advance(1000);
    QVERIFY(button->isVisible());
    QVERIFY(button->text().startsWith(u"1 "_s));
    QCoreApplication::processEvents();
    QCOMPARE(list->geometry(), before); // nothing slid under the pointer
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(f.model->indexOf(idOf(u"Cleo"_s)).row(), 1);
    QVERIFY(!button->isVisible());
}

void tst_RosterPanel::doubleClickOpensTheContact()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s, u"Cleo"_s});
    QSignalSpy opened(&f.panel, &gui::RosterPanel::contactActivated);
    const QPoint at = f.placeOf(idOf(u"Bob"_s));
    f.mouse(QEvent::MouseButtonPress, at);
    f.mouse(QEvent::MouseButtonRelease, at);
    QCOMPARE(opened.size(), 0);
    QCOMPARE(f.panel.currentContact(), idOf(u"Bob"_s));
    f.mouse(QEvent::MouseButtonDblClick, at);
    f.mouse(QEvent::MouseButtonRelease, at);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].value<ContactId>(), idOf(u"Bob"_s));
    f.view->setFocus();
    QTest::keyClick(f.view, Qt::Key_Return);
    QCOMPARE(opened.size(), 2);
}

void tst_RosterPanel::releaseElsewhereOpensNobody()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s, u"Cleo"_s});
    QSignalSpy opened(&f.panel, &gui::RosterPanel::contactActivated);
    const QPoint at = f.placeOf(idOf(u"Bob"_s));
    f.mouse(QEvent::MouseButtonPress, at);
    f.mouse(QEvent::MouseButtonRelease, at);
    f.mouse(QEvent::MouseButtonDblClick, at);
    f.mouse(QEvent::MouseButtonRelease, f.placeOf(idOf(u"Cleo"_s)));
    QCOMPARE(opened.size(), 0);
}

void tst_RosterPanel::secondPressOnSomeoneElseOpensNobody()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s, u"Cleo"_s});
    QSignalSpy opened(&f.panel, &gui::RosterPanel::contactActivated);
    const QPoint at = f.placeOf(idOf(u"Ada"_s));
    f.mouse(QEvent::MouseButtonPress, at);
    f.mouse(QEvent::MouseButtonRelease, at);
    f.roster->setPinned(idOf(u"Bob"_s), true); // one's own picks move rows at once
    f.settle();
    f.view->viewport()->repaint();
    QVERIFY(f.view->idOf(f.view->indexAt(at)) != idOf(u"Ada"_s));
    f.mouse(QEvent::MouseButtonDblClick, at);
    f.mouse(QEvent::MouseButtonRelease, at);
    QCOMPARE(opened.size(), 0);
}

void tst_RosterPanel::clickNeverLandsOnSomeoneElse_data()
{
    QTest::addColumn<bool>("freeze");
    QTest::addColumn<bool>("grouped");
    QTest::newRow("with-the-freeze") << true << false;
    QTest::newRow("by-the-guard-alone") << false << false;
    QTest::newRow("groups-with-the-freeze") << true << true;
    QTest::newRow("groups-by-the-guard-alone") << false << true;
}

void tst_RosterPanel::clickNeverLandsOnSomeoneElse()
{
    QFETCH(bool, freeze);
    QFETCH(bool, grouped);
    constexpr int people = 40;
    PanelFixture f(crowd(people));
    if (grouped) { // who is hidden and shown again comes and goes in the midst of others
        f.model->setSortMode(RosterModel::SortMode::Groups);
        f.model->setShow(RosterModel::Show::Reachable);
        for (int i = 0; i < people; ++i) {
            const QString group = f.groups.create(u"Group %1"_s.arg(i % 4));
            const ContactId id = idOf(u"Person %1"_s.arg(i, 3, 10, QLatin1Char('0')));
            f.groups.setMember(group, id, i % 5 > 0);
            f.hear(id, Availability::Chat);
        }
        f.settle();
    }
    WitnessDelegate witness(f.clock);
    f.view->setItemDelegate(&witness);
    f.view->viewport()->repaint();
    QList<ContactId> ids;
    for (int i = 0; i < people; ++i)
        ids.append(idOf(u"Person %1"_s.arg(i, 3, 10, QLatin1Char('0'))));

    QRandomGenerator random(11);
    const auto storm = [&] {
        // 50 changes a second.
        const int pause = random.bounded(700);
        for (int i = pause / 20; i > 0; --i)
            f.hear(ids.at(random.bounded(people)), static_cast<Availability>(random.bounded(3)));
        f.clock.advance(pause);
        if (!freeze)
            f.model->setOrderFrozen(false); // as if there were no RosterFreeze
        if (random.bounded(2))
            QCoreApplication::processEvents(); // else the screen is behind the model
    };
    QSignalSpy opened(&f.panel, &gui::RosterPanel::contactActivated);
    int right = 0;
    int refused = 0;
    for (int click = 0; click < 10'000; ++click) {
        const QPoint at(random.bounded(300), random.bounded(f.view->viewport()->height()));
        if (freeze)
            f.mouse(QEvent::MouseMove, at);
        storm();
        const ContactId seen = witness.at(at);
        f.mouse(QEvent::MouseButtonPress, at);
        storm();
        f.mouse(QEvent::MouseButtonRelease, at);
        const ContactId seenAgain = witness.at(at);
        f.mouse(QEvent::MouseButtonDblClick, at);
        storm();
        f.mouse(QEvent::MouseButtonRelease, at);
        if (opened.isEmpty()) {
            refused += seen.isEmpty() ? 0 : 1;
            continue;
        }
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<ContactId>(), seen);
        QCOMPARE(opened[0][0].value<ContactId>(), seenAgain);
        opened.clear();
        ++right;
    }
    QVERIFY2(right > 1000, qPrintable(QString::number(right)));
    if (freeze)
        QVERIFY2(right > refused * 4, qPrintable(u"%1 of %2"_s.arg(right).arg(right + refused)));
    else
        QVERIFY2(refused > 100, qPrintable(QString::number(refused))); // the guard had work
}

void tst_RosterPanel::groupsFoldByClickAndByKey()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s, u"Cleo"_s});
    f.groups.setMember(f.groups.create(u"Work"_s), idOf(u"Bob"_s), true);
    f.model->setSortMode(RosterModel::SortMode::Groups);
    f.hear(idOf(u"Bob"_s), Availability::Chat);
    f.settle();
    QCOMPARE(f.model->rowCount(), 5); // Work, Bob; in no group, Ada, Cleo
    const QModelIndex work = f.model->index(0);
    QCOMPARE(work.data(RosterModel::TitleRole).toString(), u"Work"_s);
    QCOMPARE(work.data(RosterModel::OnlineRole).toInt(), 1);
    const QPoint at = f.view->visualRect(work).center();
    f.mouse(QEvent::MouseButtonPress, at);
    QCOMPARE(f.model->rowCount(), 5);
    f.mouse(QEvent::MouseButtonRelease, at);
    QCOMPARE(f.model->rowCount(), 4);
    QVERIFY(!f.model->indexOf(idOf(u"Bob"_s)).isValid());
    QCOMPARE(f.model->index(0).data(RosterModel::TotalRole).toInt(), 1);
    f.model->setUnread(idOf(u"Bob"_s), 3);
    QCOMPARE(f.model->index(0).data(RosterModel::UnreadRole).toInt(), 3);
    QVERIFY(f.model->collapsedGroups().contains(f.groups.groups().at(0).id));

    f.view->setFocus(Qt::TabFocusReason);
    f.view->setCurrentIndex(f.model->index(0));
    QTest::keyClick(f.view, Qt::Key_Right);
    QCOMPARE(f.model->rowCount(), 5);
    QTest::keyClick(f.view, Qt::Key_Right); // is open
    QCOMPARE(f.model->rowCount(), 5);
    QTest::keyClick(f.view, Qt::Key_Down);
    QCOMPARE(f.panel.currentContact(), idOf(u"Bob"_s));
    QTest::keyClick(f.view, Qt::Key_Up);
    QTest::keyClick(f.view, Qt::Key_Left);
    QCOMPARE(f.model->rowCount(), 4);
    QTest::keyClick(f.view, Qt::Key_Return);
    QCOMPARE(f.model->rowCount(), 5);
}

void tst_RosterPanel::aDragMovesBetweenGroupsAndMakesAnOrder()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s, u"Cleo"_s, u"Dora"_s});
    const QString work = f.groups.create(u"Work"_s);
    const QString home = f.groups.create(u"Home"_s);
    for (const QString &name : {u"Ada"_s, u"Bob"_s, u"Cleo"_s})
        f.groups.setMember(work, idOf(name), true);
    f.model->setSortMode(RosterModel::SortMode::Groups);
    f.settle();
    const auto drop = [&](const QString &name, const QModelIndex &target, const QString &before) {
        Q_EMIT f.view->dropped(idOf(name), target, before.isEmpty() ? ContactId() : idOf(before));
        f.settle();
    };
    drop(u"Cleo"_s, f.model->indexOf(idOf(u"Ada"_s)), u"Ada"_s);
    QCOMPARE(f.groups.group(work)->members, QList<ContactId>({idOf(u"Cleo"_s), idOf(u"Ada"_s), idOf(u"Bob"_s)}));
    QVERIFY(f.model->indexOf(idOf(u"Cleo"_s)).row() < f.model->indexOf(idOf(u"Ada"_s)).row());
    drop(u"Bob"_s, f.model->index(4), {}); // the header of Home
    QCOMPARE(f.model->index(3).data(RosterModel::TitleRole).toString(), u"Home"_s);
    QCOMPARE(f.groups.groupsOf(idOf(u"Bob"_s)), QStringList({home}));
    QVERIFY(!f.groups.group(home)->isOrdered);
    drop(u"Dora"_s, f.model->indexOf(idOf(u"Ada"_s)), {}); // from no group to the end of an ordered one
    QCOMPARE(f.groups.group(work)->members.last(), idOf(u"Dora"_s));
    QSignalSpy pins(&f.panel, &gui::RosterPanel::pinChosen);
    f.roster->setPinned(idOf(u"Ada"_s), true);
    f.settle();
    QCOMPARE(f.model->indexOf(idOf(u"Ada"_s)).row(), 1); // pinned stays on top
    drop(u"Bob"_s, f.model->indexOf(idOf(u"Ada"_s)), {});
    QCOMPARE(pins.size(), 1);
    QCOMPARE(pins[0][0].value<ContactId>(), idOf(u"Bob"_s));
}

void tst_RosterPanel::theMenuTicksGroupsAndMakesNewOnes()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s});
    const QString work = f.groups.create(u"R&D"_s);
    f.panel.setCurrentContact(idOf(u"Ada"_s));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {5, 5}, f.view->mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(f.view, &event);
    auto *menu = f.panel.findChild<QMenu *>(u"contactMenu"_s);
    QVERIFY(menu);
    auto *groups = menu->findChild<QMenu *>(u"groupMenu"_s);
    QVERIFY(groups);
    QAction *tick = groups->actions().constFirst();
    QCOMPARE(tick->text(), u"R&&D"_s);
    QVERIFY(tick->isCheckable() && !tick->isChecked());
    tick->trigger();
    QCOMPARE(f.groups.groupsOf(idOf(u"Ada"_s)), QStringList({work}));
    auto *field = groups->findChild<QLineEdit *>(u"menuField"_s);
    QVERIFY(field && !field->accessibleName().isEmpty());
    QTest::keyClicks(field, u"Choir"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(f.groups.groups().size(), 2);
    QCOMPARE(f.groups.groupsOf(idOf(u"Ada"_s)).size(), 2);
    QVERIFY(f.groups.groupsOf(idOf(u"Bob"_s)).isEmpty());
    menu->close();
}

void tst_RosterPanel::lowRowsAreOneLineAndKeepTheirPlace()
{
    PanelFixture f(crowd(60));
    f.view->verticalScrollBar()->setValue(28 + 52 * 20);
    const ContactId first = idOf(u"Person 020"_s);
    f.panel.setCompact(true);
    f.settle();
    QCOMPARE(f.view->visualRect(f.model->indexOf(first)).height(), 28);
    QCOMPARE(f.view->visualRect(f.model->indexOf(first)).top(), 0);
    QImage image(300, 28, QImage::Format_RGB32);
    image.fill(Qt::white);
    const auto picture = [&] {
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.initFrom(f.view);
        option.rect = image.rect();
        f.view->itemDelegate()->paint(&painter, option, f.model->indexOf(first));
        return image.copy();
    };
    const QImage before = picture();
    f.model->setUnread(first, 120);
    QVERIFY(picture() != before);
    const QRect left = gui::RosterDelegate::nameRect(image.rect(), f.view->font(), Qt::LeftToRight);
    const QRect right = gui::RosterDelegate::nameRect(image.rect(), f.view->font(), Qt::RightToLeft);
    QCOMPARE(right.left(), image.width() - 1 - left.right());
    f.panel.setCompact(false);
    f.settle();
    QCOMPARE(f.view->visualRect(f.model->indexOf(first)).height(), 52);
}

void tst_RosterPanel::whoMustNotBeHiddenIsNot()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s, u"Cleo"_s, u"Dora"_s, u"Emil"_s});
    f.roster->setPinned(idOf(u"Bob"_s), true);
    f.model->setUnread(idOf(u"Cleo"_s), 1);
    f.panel.setCurrentContact(idOf(u"Dora"_s));
    f.hear(idOf(u"Emil"_s), Availability::Chat);
    f.settle();
    f.child<QToolButton>(u"showOnlineButton"_s)->click();
    f.settle();
    QCOMPARE(f.model->hiddenContacts(), 1);
    QVERIFY(!f.model->indexOf(idOf(u"Ada"_s)).isValid());
    QVERIFY(f.child<QPushButton>(u"footerButton"_s)->isVisible());
    f.leave(idOf(u"Emil"_s));
    f.clock.advance(4'500);
    QVERIFY(f.model->indexOf(idOf(u"Emil"_s)).isValid()); // in grace
    f.clock.advance(8'000);
    QVERIFY(!f.model->indexOf(idOf(u"Emil"_s)).isValid());
    f.child<QToolButton>(u"showUnreadButton"_s)->click();
    f.settle();
    QVERIFY(f.model->indexOf(idOf(u"Cleo"_s)).isValid());
    QVERIFY(!f.model->indexOf(idOf(u"Bob"_s)).isValid());
    QTest::mouseClick(f.child<QPushButton>(u"footerButton"_s), Qt::LeftButton);
    QCOMPARE(f.model->show(), RosterModel::Show::All);
}

void tst_RosterPanel::phrasesWakeUpOnceForEachChange()
{
    PanelFixture f({u"Ada"_s});
    core::LastSeen seen(f.presences, *f.roster, f.store, f.clock);
    f.model->setLastSeen(&seen);
    f.hear(idOf(u"Ada"_s), Availability::Chat);
    f.settle();
    f.presences.lineLost();
    f.presences.lineBack();
    f.clock.advance(11'000); // silent: Unknown, last seen when heard last
    f.view->viewport()->repaint();
    QCoreApplication::processEvents();
    struct Counter : QObject {
        int paints = 0;
        bool eventFilter(QObject *, QEvent *event) override
        {
            paints += event->type() == QEvent::Paint ? 1 : 0;
            return false;
        }
    } counter;
    f.view->viewport()->installEventFilter(&counter);
    const auto sentence
        = [&] { return f.model->data(f.model->indexOf(idOf(u"Ada"_s)), Qt::AccessibleTextRole).toString(); };
    int changes = 0;
    QString before = sentence();
    for (int second = 0; second < 3 * 3600; ++second) {
        f.clock.advance(1'000);
        QCoreApplication::processEvents();
        if (const QString now = sentence(); now != before) {
            ++changes;
            before = now;
        }
    }
    QVERIFY2(changes >= 59, qPrintable(QString::number(changes)));
    QVERIFY2(std::abs(counter.paints - changes) <= 2, qPrintable(u"%1 for %2"_s.arg(counter.paints).arg(changes)));
}

void tst_RosterPanel::selectionStaysWithTheContact()
{
    PanelFixture f(crowd(10));
    QSignalSpy current(&f.panel, &gui::RosterPanel::currentContactChanged);
    f.panel.setCurrentContact(idOf(u"Person 005"_s));
    QCOMPARE(current.size(), 1);
    f.hear(idOf(u"Person 005"_s), Availability::Chat);
    f.hear(idOf(u"Person 009"_s), Availability::Chat);
    f.settle();
    QCOMPARE(f.panel.currentContact(), idOf(u"Person 005"_s));
    QCOMPARE(f.view->selectionModel()->selectedIndexes().value(0).row(), 1);
    QCOMPARE(current.size(), 1);
}

void tst_RosterPanel::scrollStaysOnTheFirstVisibleRow()
{
    PanelFixture f(crowd(50));
    f.view->verticalScrollBar()->setValue(28 + 52 * 20 + 10);
    const ContactId first = idOf(u"Person 020"_s);
    QCOMPARE(f.view->visualRect(f.model->indexOf(first)).top(), -10);
    for (int i = 30; i < 40; ++i) // they leave from below the first visible row and come in above it
        f.hear(idOf(u"Person %1"_s.arg(i, 3, 10, QLatin1Char('0'))), Availability::Chat);
    f.settle();
    QVERIFY(f.model->indexOf(first).row() > 30);
    QCOMPARE(f.view->visualRect(f.model->indexOf(first)).top(), -10);

    // A selected row that is visible stays in preference.
    const ContactId selected = idOf(u"Person 022"_s);
    f.view->selectionModel()->setCurrentIndex(f.model->indexOf(selected), QItemSelectionModel::ClearAndSelect);
    const int y = f.view->visualRect(f.model->indexOf(selected)).top();
    f.hear(first, Availability::Chat); // the first visible row itself goes up
    f.settle();
    QCOMPARE(f.view->visualRect(f.model->indexOf(selected)).top(), y);
}

void tst_RosterPanel::topOfTheListStaysTheTop()
{
    PanelFixture f(crowd(50));
    QCOMPARE(f.view->verticalScrollBar()->value(), 0);
    f.hear(idOf(u"Person 040"_s), Availability::Chat);
    f.settle();
    QCOMPARE(f.view->verticalScrollBar()->value(), 0);
    QCOMPARE(f.model->indexOf(idOf(u"Person 040"_s)).row(), 1);
}

void tst_RosterPanel::typingInTheListFilters()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s, u"Barbara"_s});
    f.view->setFocus();
    QTest::keyClicks(f.view, u"b"_s);
    QCOMPARE(f.edit->text(), u"b"_s);
    QVERIFY(f.edit->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), u"a"_s);
    QCOMPARE(f.edit->text(), u"ba"_s);
    QCOMPARE(f.model->rowCount(), 1);
    QCOMPARE(f.panel.currentContact(), idOf(u"Barbara"_s));
    QCOMPARE(f.child<QLabel>(u"summaryLabel"_s)->text(), u"1 found"_s);
    // Chords are no text.
    f.edit->clear();
    f.view->setFocus();
    QTest::keyClick(f.view, Qt::Key_B, Qt::AltModifier);
    QVERIFY(f.edit->text().isEmpty());
}

void tst_RosterPanel::composedTextFilters()
{
    PanelFixture f({u"王小明"_s, u"Bob"_s});
    f.view->setFocus();
    QVERIFY(f.view->testAttribute(Qt::WA_InputMethodEnabled));
    QInputMethodEvent composing(u"wang"_s, {});
    QCoreApplication::sendEvent(f.view, &composing);
    QVERIFY(f.view->hasFocus()); // moving the focus would end the composition
    QCOMPARE(f.model->rowCount(), 3); // nothing committed yet: both, under a header
    QInputMethodEvent done;
    done.setCommitString(u"王"_s);
    QCoreApplication::sendEvent(f.view, &done);
    QCOMPARE(f.edit->text(), u"王"_s);
    QVERIFY(f.edit->hasFocus());
    QCOMPARE(f.model->rowCount(), 1);
}

void tst_RosterPanel::enterOpensTheBestMatch()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s, u"Barbara"_s});
    QSignalSpy opened(&f.panel, &gui::RosterPanel::contactActivated);
    f.panel.startFilter(u"bob"_s);
    QTest::keyClick(f.edit, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].value<ContactId>(), idOf(u"Bob"_s));
    QVERIFY(f.edit->text().isEmpty());
    QCOMPARE(f.panel.currentContact(), idOf(u"Bob"_s));
    f.panel.startFilter(u"nobody"_s);
    QTest::keyClick(f.edit, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
}

void tst_RosterPanel::arrowsWalkFromTheFilter()
{
    PanelFixture f({u"Ada"_s, u"Ann"_s, u"Bob"_s});
    f.panel.startFilter(u"a"_s);
    const ContactId first = f.panel.currentContact();
    QTest::keyClick(f.edit, Qt::Key_Down);
    QVERIFY(f.panel.currentContact() != first);
    QTest::keyClick(f.edit, Qt::Key_Up);
    QCOMPARE(f.panel.currentContact(), first);
    QVERIFY(f.edit->hasFocus());
}

void tst_RosterPanel::escapeClearsThenReturnsToTheList()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s});
    f.panel.startFilter(u"bo"_s);
    QTest::keyClick(f.edit, Qt::Key_Escape);
    QVERIFY(f.edit->text().isEmpty());
    QVERIFY(f.edit->hasFocus());
    QTest::keyClick(f.edit, Qt::Key_Escape);
    QVERIFY(f.view->hasFocus());
    // From the list as well.
    f.edit->setText(u"bo"_s);
    f.view->setFocus();
    QTest::keyClick(f.view, Qt::Key_Escape);
    QVERIFY(f.edit->text().isEmpty());
}

void tst_RosterPanel::selectionComesBackAfterTheFilter()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s, u"Cleo"_s});
    f.panel.setCurrentContact(idOf(u"Ada"_s));
    f.edit->setText(u"cleo"_s);
    QCOMPARE(f.panel.currentContact(), idOf(u"Cleo"_s));
    f.edit->clear();
    QCOMPARE(f.panel.currentContact(), idOf(u"Ada"_s));
}

void tst_RosterPanel::onlineHidesAndFooterShows()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s, u"Cleo"_s});
    f.hear(idOf(u"Bob"_s), Availability::Away);
    f.settle();
    auto *footer = f.child<QPushButton>(u"footerButton"_s);
    QVERIFY(!footer->isVisible());
    f.child<QToolButton>(u"showOnlineButton"_s)->click();
    f.settle();
    QVERIFY(f.model->indexOf(idOf(u"Bob"_s)).isValid());
    QVERIFY(!f.model->indexOf(idOf(u"Ada"_s)).isValid());
    QVERIFY(footer->isVisible());
    QVERIFY2(footer->text().startsWith(u"2 "_s), qPrintable(footer->text()));
    footer->click();
    QVERIFY(f.child<QToolButton>(u"showAllButton"_s)->isChecked());
    QVERIFY(f.model->indexOf(idOf(u"Ada"_s)).isValid());
    QVERIFY(!footer->isVisible());
}

void tst_RosterPanel::onlineKeepsWhomOneLooksAt()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s, u"Cleo"_s});
    for (const QString &name : {u"Ada"_s, u"Bob"_s, u"Cleo"_s})
        f.hear(idOf(name), Availability::Chat);
    f.settle();
    f.child<QToolButton>(u"showOnlineButton"_s)->click();
    f.panel.setCurrentContact(idOf(u"Bob"_s));
    f.settle();
    f.clock.advance(10'000);
    f.leave(idOf(u"Bob"_s));
    f.leave(idOf(u"Cleo"_s)); // the bystander goes
    f.clock.advance(10'000);
    f.settle();
    QVERIFY(!f.model->indexOf(idOf(u"Cleo"_s)).isValid());
    QVERIFY(f.model->indexOf(idOf(u"Bob"_s)).isValid());
    QCOMPARE(f.panel.currentContact(), idOf(u"Bob"_s));
    f.panel.setCurrentContact(idOf(u"Ada"_s));
    f.settle();
    QVERIFY(!f.model->indexOf(idOf(u"Bob"_s)).isValid());
}

void tst_RosterPanel::emptyStatesSayWhatToDo()
{
    PanelFixture f({u"Ada"_s});
    auto *stack = f.child<QStackedWidget>(u"stack"_s);
    auto *emptyPage = f.child<QWidget>(u"emptyPage"_s);
    auto *primary = f.child<QPushButton>(u"emptyPrimaryButton"_s);
    auto *second = f.child<QPushButton>(u"emptySecondButton"_s);
    auto *title = f.child<QLabel>(u"emptyTitle"_s);
    auto *text = f.child<QLabel>(u"emptyText"_s);
    QVERIFY(stack->currentWidget() != emptyPage);

    f.edit->setText(u"<b>zzz</b>"_s);
    QCOMPARE(stack->currentWidget(), emptyPage);
    QVERIFY(text->text().contains(u"<b>zzz</b>"_s));
    QCOMPARE(text->textFormat(), Qt::PlainText);
    QVERIFY(!second->isVisible());
    primary->click();
    QVERIFY(f.edit->text().isEmpty());
    QVERIFY(stack->currentWidget() != emptyPage);

    f.child<QToolButton>(u"showOnlineButton"_s)->click();
    f.settle();
    QCOMPARE(stack->currentWidget(), emptyPage);
    const QString nobody = title->text();
    primary->click();
    QVERIFY(stack->currentWidget() != emptyPage);
    QVERIFY(f.model->indexOf(idOf(u"Ada"_s)).isValid());

    f.roster->remove(idOf(u"Ada"_s));
    f.settle();
    QCOMPARE(stack->currentWidget(), emptyPage);
    QVERIFY(title->text() != nobody);
    QSignalSpy add(&f.panel, &gui::RosterPanel::addContactChosen);
    QSignalSpy account(&f.panel, &gui::RosterPanel::showMyAccountChosen);
    primary->click();
    second->click();
    QCOMPARE(add.size(), 1);
    QCOMPARE(account.size(), 1);
}

void tst_RosterPanel::renameIsInlineAndBelongsToTheContact()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s, u"Cleo"_s});
    QSignalSpy renamed(&f.panel, &gui::RosterPanel::renameChosen);
    f.panel.setCurrentContact(idOf(u"Cleo"_s));
    f.view->setFocus();
    QTest::keyClick(f.view, Qt::Key_F2);
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(line && line != f.edit);
    QCOMPARE(line->text(), u"Cleo"_s);
    QVERIFY(f.model->isOrderFrozen());
    f.roster->setPinned(idOf(u"Cleo"_s), true); // the row moves at once; the line goes with it
    f.settle();
    QVERIFY(f.view->visualRect(f.model->indexOf(idOf(u"Cleo"_s))).contains(line->geometry().center()));
    line->setText(u"  Cleo\u202E from work "_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(renamed.size(), 1);
    QCOMPARE(renamed[0][0].value<ContactId>(), idOf(u"Cleo"_s));
    QCOMPARE(renamed[0][1].toString(), u"Cleo from work"_s);
    QVERIFY(!line->isVisible());
    QVERIFY(f.view->hasFocus());
}

void tst_RosterPanel::escapeLeavesTheNameAlone()
{
    PanelFixture f({u"Ada"_s});
    QSignalSpy renamed(&f.panel, &gui::RosterPanel::renameChosen);
    f.panel.setCurrentContact(idOf(u"Ada"_s));
    f.view->setFocus();
    QTest::keyClick(f.view, Qt::Key_F2);
    QTest::keyClicks(QApplication::focusWidget(), u"other"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTest::keyClick(f.view, Qt::Key_F2);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // unchanged
    QCOMPARE(renamed.size(), 0);
}

void tst_RosterPanel::deleteKeyAsksToRemove()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s});
    QSignalSpy removed(&f.panel, &gui::RosterPanel::removeChosen);
    f.panel.setCurrentContact(idOf(u"Bob"_s));
    f.view->setFocus();
    QTest::keyClick(f.view, Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed[0][0].value<ContactId>(), idOf(u"Bob"_s));
    QCOMPARE(f.model->totalContacts(), 2); // only said, not done
}

void tst_RosterPanel::menuOffersWhatFitsTheContact()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s});
    f.roster->setPinned(idOf(u"Bob"_s), true);
    f.settle();
    QSignalSpy pinned(&f.panel, &gui::RosterPanel::pinChosen);
    f.panel.setCurrentContact(idOf(u"Bob"_s));
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(f.view->viewport(), &byKey);
    auto *menu = f.child<QMenu>(u"contactMenu"_s);
    QVERIFY(menu);
    QVERIFY(f.model->isOrderFrozen());
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts.append(action->text());
    QCOMPARE(texts,
             (QStringList{u"Show card"_s, {}, u"Rename"_s, u"Unpin"_s, u"Groups"_s, {}, u"Remove…"_s, u"Block…"_s}));
    menu->actions().at(3)->trigger();
    QCOMPARE(pinned.size(), 1);
    QCOMPARE(pinned[0][0].value<ContactId>(), idOf(u"Bob"_s));
    QCOMPARE(pinned[0][1].toBool(), false);
    menu->close();
    f.clock.advance(10'000);
    QVERIFY(!f.model->isOrderFrozen());
}

void tst_RosterPanel::headersHaveNoMenu()
{
    PanelFixture f({u"Ada"_s});
    const QPoint at(50, 5);
    QVERIFY(f.view->geometryOfRows().isHeader(f.view->indexAt(at).row()));
    f.mouse(QEvent::MouseButtonPress, at, Qt::RightButton);
    QContextMenuEvent byMouse(QContextMenuEvent::Mouse, at, f.view->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(f.view->viewport(), &byMouse);
    QVERIFY(!f.child<QMenu>(u"contactMenu"_s));
}

void tst_RosterPanel::screenReaderHearsASentencePerRow()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s});
    f.hear(idOf(u"Bob"_s), Availability::Busy, u"in a meeting"_s);
    f.settle();
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(f.view);
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), u"Contacts"_s);
    QCOMPARE(list->childCount(), f.model->rowCount());
    QStringList heard;
    for (int i = 0; i < list->childCount(); ++i) {
        heard.append(list->child(i)->text(QAccessible::Name).remove(QChar(0x2068)).remove(QChar(0x2069)));
        QCOMPARE(list->child(i)->rect().height(), f.view->visualRect(f.model->index(i)).height());
    }
    QCOMPARE(heard,
             (QStringList{u"Away or busy: 1 contact(s)"_s, u"Bob: Busy. in a meeting"_s, u"Offline: 1 contact(s)"_s,
                          u"Ada: No status received yet"_s}));
}

void tst_RosterPanel::textOfOthersIsPlain()
{
    PanelFixture f({u"<b>Ada</b>"_s});
    f.hear(idOf(u"<b>Ada</b>"_s), Availability::Chat, u"<img src=x>"_s);
    f.settle();
    const QModelIndex index = f.model->indexOf(idOf(u"<b>Ada</b>"_s));
    const auto contact = index.data(RosterModel::ContactRole).value<core::Contact>();
    const auto presence = index.data(RosterModel::PresenceRole).value<core::ContactPresence>();
    QVERIFY(gui::RosterDelegate(f.clock).secondLine(contact, presence).endsWith(u"<img src=x>"_s));
    f.panel.grab();
    const QString name(100'000, u'W'); // nor does a long one cost anything or push the row apart
    f.roster->rename(contact.id, name);
    f.settle();
    QVERIFY(f.panel.grab().width() <= 300 * f.panel.devicePixelRatioF());
}

void tst_RosterPanel::changeIsToldWhenPainted()
{
    PanelFixture f({u"Ada"_s, u"Bob"_s});
    QSignalSpy painted(&f.panel, &gui::RosterPanel::contactPainted);
    f.hear(idOf(u"Ada"_s), Availability::Busy);
    f.settle();
    QTRY_COMPARE(painted.size(), 1);
    QCOMPARE(painted[0][0].value<ContactId>(), idOf(u"Ada"_s));
    QCOMPARE(painted[0][1].value<Availability>(), Availability::Busy);
    f.view->viewport()->repaint(); // nothing new
    QCOMPARE(painted.size(), 1);
}

void tst_RosterPanel::ageIsShownWhereItMatters()
{
    using Fact = core::LastSeen::Fact;
    test::FakeClock clock;
    const qint64 now = clock.wall();
    core::ContactPresence presence;
    const auto says = [&](const Fact &seen = {}) { return gui::words::absenceOf(presence, seen, now); };
    presence.heardAt = presence.since = now - 60'000;
    presence.availability = Availability::Busy;
    QCOMPARE(says(), QString());
    presence.freshness = core::Freshness::Stale;
    QVERIFY(says().startsWith(u"Busy, as of "_s));
    presence.freshness = core::Freshness::Live;
    presence.availability = Availability::Offline;
    QVERIFY(says({now - 60'000, true}).startsWith(u"Offline, left "_s));
    QCOMPARE(says({now - 60'000, false}), u"Offline, last seen 1 minute(s) ago"_s); // no language is loaded
    QCOMPARE(says(), u"Offline"_s);
    presence.availability = Availability::Unknown;
    QCOMPARE(says(), u"No status received yet"_s);
    QVERIFY(says({now - 3 * 3'600'000, false}).startsWith(u"No status, last seen 3 hour"_s));
    QVERIFY(says({now - 20LL * 24 * 3'600'000, false}).startsWith(u"No status, last seen "_s));
    // Twelve hours and no longer; the end of a step is when it reads differently.
    for (const qint64 age : {qint64{1}, qint64{59'999}, qint64{60'000}, qint64{3'599'999}, qint64{3'600'000},
                             qint64{43'199'999}, qint64{43'200'000}, qint64{90'000'000}}) {
        const qint64 then = now - age;
        const qint64 next = gui::words::seenChangesIn(then, now);
        QVERIFY(next > 0);
        QCOMPARE(gui::words::seen(then, now + next - 1), gui::words::seen(then, now));
        QCOMPARE(gui::words::seen(then, now).contains(u"hour"_s), age >= 3'600'000 && age < 43'200'000);
    }
}

void tst_RosterPanel::panelOutlivesItsModel()
{
    gui::RosterPanel panel;
    panel.show();
    {
        test::RosterFixture f(named({u"Ada"_s}));
        panel.setModel(&*f.model);
        panel.setCurrentContact(idOf(u"Ada"_s));
        f.settle();
        panel.setModel(nullptr);
    }
    QCOMPARE(panel.currentContact(), ContactId());
    panel.startFilter(u"x"_s);
    panel.grab();
}

QTEST_MAIN(tst_RosterPanel)
#include "tst_roster_panel.moc"
