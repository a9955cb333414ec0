// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

// The roster at its design size: 100 000 contacts, real Roster and PresenceModel, the program's own
// view and delegate on the offscreen platform. Beside each figure stands what Qt's own means (a
// QSortFilterProxyModel in a QTreeView) take in the same run, and the budget (design.md 6).
#include "core/presence_model.h"
#include "core/roster.h"
#include "core/volatile_store.h"
#include "gui/roster_delegate.h"
#include "gui/roster_view.h"
#include "gui/theme.h"
#include "models/roster_model.h"

#include <QApplication>
#include <QCollator>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTimer>
#include <QTreeView>

#include <cstdio>
#include <ctime>
#include <malloc.h>

using namespace timbre;
using namespace Qt::StringLiterals;
using core::ContactId;
using models::RosterModel;

namespace {

constexpr int contacts = 100'000;
constexpr int flips = 1'000;
constexpr int stormRate = 10'000; // changes a second
constexpr int stormSeconds = 5;

QStringList makeNames()
{
    static const QStringList first = {u"Ann"_s,  u"Zoë"_s,   u"José"_s, u"Lars"_s,   u"Mei"_s,
                                      u"Ivan"_s, u"Hanna"_s, u"Omar"_s, u"李小龙"_s, u"Björn"_s};
    static const QStringList second
        = {u"Lee"_s, u"Müller"_s, u"Núñez"_s, u"Smith"_s, u"Okafor"_s, u"Ivanova"_s, u"王"_s, u"Rossi"_s};
    QRandomGenerator random(1);
    QStringList names;
    names.reserve(contacts);
    for (int i = 0; i < contacts; ++i) {
        names.append(first.at(random.bounded(int(first.size()))) + u' ' + second.at(random.bounded(int(second.size())))
                     + u' ' + QString::number(random.bounded(contacts)));
    }
    return names;
}

ContactId idOf(int i)
{
    return ContactId(u"Node%1abc"_s.arg(i, 7, 36, QChar(u'0')));
}

double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

void turn()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

// Milliseconds of `work` and of the painting that follows.
template <typename Work> double timed(const Work &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

void print(const char *what, double ours, const char *unit, double floor, const char *floorName, const char *budget)
{
    std::printf("%-44s %9.2f %-6s", what, ours, unit);
    if (floor > 0)
        std::printf(" | %s %.2f %s, ratio %.3f", floorName, floor, unit, ours / floor);
    std::printf(" | budget %s\n", budget);
    std::fflush(stdout);
}

void show(QAbstractItemView &view)
{
    view.resize(320, 900);
    view.show();
    turn();
}

// Counts the paintings of a view, so that a figure said to be "painted" is.
class Paintings final : public QObject
{
public:
    explicit Paintings(const QAbstractItemView &view) { view.viewport()->installEventFilter(this); }
    // Milliseconds of the turns of the event loop up to the next painting.
    double next()
    {
        const int before = m_count;
        QElapsedTimer timer;
        timer.start();
        while (m_count == before) {
            turn();
            if (timer.hasExpired(1000)) {
                std::puts("nothing was painted");
                std::exit(1);
            }
        }
        return double(timer.nsecsElapsed()) / 1e6;
    }
    int count() const { return m_count; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            ++m_count;
        return false;
    }

private:
    int m_count = 0;
};

// Calls `change` stormRate times a second and returns the CPU of one core used meanwhile, in
// percent.
template <typename Change> double storm(const Change &change, int *done, double *longestGap)
{
    QElapsedTimer timer;
    qint64 lastTick = 0;
    double gap = 0;
    int changes = 0;
    QTimer ticks;
    ticks.setTimerType(Qt::PreciseTimer);
    QEventLoop loop;
    QObject::connect(&ticks, &QTimer::timeout, &loop, [&] {
        const qint64 now = timer.nsecsElapsed();
        gap = std::max(gap, double(now - lastTick) / 1e6);
        lastTick = now;
        if (now >= qint64{stormSeconds} * 1'000'000'000) {
            loop.quit();
            return;
        }
        // A model that cannot follow is not asked for more than one second's worth at once.
        const auto due = int(now * stormRate / 1'000'000'000);
        for (int i = 0; changes < due && i < stormRate / 10; ++i, ++changes)
            change();
    });
    const double cpu = cpuSeconds();
    timer.start();
    ticks.start(1);
    loop.exec();
    const double used = cpuSeconds() - cpu;
    *done = changes;
    *longestGap = gap;
    return 100 * used / (double(timer.nsecsElapsed()) / 1e9);
}

// What one would write with Qt's own means: a list that tells of each change, sorted by a proxy.
class PlainModel final : public QAbstractListModel
{
public:
    struct Row {
        int rank;
        QCollatorSortKey key;
        QString name;
    };
    explicit PlainModel(const QStringList &names)
    {
        QCollator collator(QLocale(QLocale::English));
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        for (const QString &name : names)
            rows.push_back({3, collator.sortKey(name), name});
    }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(rows.size()); }
    QVariant data(const QModelIndex &at, int role) const override
    {
        if (role == Qt::DisplayRole)
            return rows[size_t(at.row())].name;
        return {};
    }
    void setRank(int row, int rank)
    {
        rows[size_t(row)].rank = rank;
        Q_EMIT dataChanged(index(row), index(row), {Qt::UserRole});
    }
    std::vector<Row> rows;
};

class PlainProxy final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex &a, const QModelIndex &b) const override
    {
        const auto &rows = static_cast<PlainModel *>(sourceModel())->rows;
        const auto &left = rows[size_t(a.row())];
        const auto &right = rows[size_t(b.row())];
        return left.rank != right.rank ? left.rank < right.rank : left.key.compare(right.key) < 0;
    }
};

class Ours
{
public:
    explicit Ours(const QStringList &names)
    {
        for (int i = 0; i < contacts; ++i) {
            core::Contact contact;
            contact.id = idOf(i);
            contact.profileName = names.at(i);
            store.saveContact(contact);
            ids.append(contact.id);
        }
        roster.emplace(store, clock);
        presences.emplace(clock);
        presences->setContacts(roster->accepted());
        const size_t before = mallinfo2().uordblks;
        loadMs = timed([&] { model = std::make_unique<RosterModel>(*roster, *presences, clock); });
        bytesPerRow = double(mallinfo2().uordblks - before) / contacts;
    }
    void say(int who, qint16 show, const QString &mood = {})
    {
        frame.fromTid.emplace();
        frame.fromTid->node = ids.at(who).node();
        frame.fromTid->resource = u"r"_s;
        frame.subStatus = qint8{4};
        frame.show = show;
        frame.status = mood.isEmpty() ? std::nullopt : std::optional(mood);
        presences->apply(frame, me);
    }

    core::SystemClock clock;
    core::VolatileStore store;
    QList<ContactId> ids;
    std::optional<core::Roster> roster;
    std::optional<core::PresenceModel> presences;
    std::unique_ptr<RosterModel> model;
    protocol::Presence frame;
    ContactId me{u"me"_s};
    double loadMs = 0;
    double bytesPerRow = 0;
};

void benchFlips(Ours &ours, Paintings &view, PlainModel &plain, Paintings &plainView)
{
    QRandomGenerator random(5);
    double best = 1e9;
    double worst = 0;
    double core = 0;
    for (int round = 0; round < 7; ++round) {
        const qint16 show = round % 2 ? 3 : 1; // chat and away: other sections
        core = timed([&] {
            for (int i = 0; i < flips; ++i)
                ours.say(random.bounded(contacts), show);
        });
        const double model = timed([&] {
            QCoreApplication::sendPostedEvents(); // core tells
            ours.model->applyPendingOrder();
            view.next(); // lays out and paints
        });
        best = std::min(best, model);
        worst = std::max(worst, model);
    }
    const double proxy = timed([&] {
        for (int i = 0; i < flips; ++i)
            plain.setRank(random.bounded(contacts), 1);
        plainView.next();
    });
    print("1 000 presences that move rows, best", best, "ms", proxy, "proxy", "16 ms");
    print("  worst of 7", worst, "ms", proxy, "proxy", "16 ms");
    print("  PresenceModel taking the 1 000 frames", core, "ms", 0, "", "-");
}

void benchFilter(Ours &ours, Paintings &view, const QStringList &names)
{
    double floor = 1e9;
    for (int round = 0; round < 3; ++round) {
        int hits = 0;
        floor = std::min(floor, timed([&] {
                             for (const QString &name : names)
                                 hits += name.contains(u"an"_s, Qt::CaseInsensitive) ? 1 : 0;
                         }));
        if (hits == 0)
            std::abort();
    }
    double worst = 0;
    const QStringList typed
        = {u"a"_s,    u"an"_s, u"ann"_s,  u"ann l"_s, u"ann"_s, u"an"_s,   u"a"_s, QString(),   u"z"_s,   u"zo"_s,
           QString(), u"王"_s, QString(), u"1"_s,     u"12"_s,  QString(), u"n"_s, u"nobody"_s, QString()};
    for (const QString &text : typed) {
        const double set = timed([&] { ours.model->setFilter(text); });
        const double shown = set + view.next();
        worst = std::max(worst, shown);
        std::printf("  filter %-10s %7d rows  set %6.2f ms  painted %6.2f ms\n", qPrintable(u'"' + text + u'"'),
                    ours.model->rowCount(), set, shown);
    }
    print("worst keystroke to painted", worst, "ms", floor, "bare contains()", "16 ms");
}

void benchStorm(Ours &ours, gui::RosterView &view, const Paintings &paintings, PlainModel &plain, QTreeView &plainView)
{
    QRandomGenerator random(9);
    int done = 0;
    double gap = 0;
    const auto any
        = [&] { ours.say(random.bounded(contacts), qint16(random.bounded(3) == 0 ? 2 : 1 + random.bounded(4))); };
    // In the middle of the list every announcement touches the rows on the screen.
    for (QAbstractItemView *list :
         {static_cast<QAbstractItemView *>(&view), static_cast<QAbstractItemView *>(&plainView)})
        list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum() / 2);
    turn();
    const int before = paintings.count();
    const double withView = storm(any, &done, &gap);
    const int painted = paintings.count() - before;
    const int ourDone = done;
    const double ourGap = gap;

    view.setModel(nullptr);
    ours.model.reset(); // core's share of it
    const double core = storm(any, &done, &gap);

    plainView.show();
    const double proxy = storm([&] { plain.setRank(random.bounded(contacts), random.bounded(4)); }, &done, &gap);
    std::printf("storm %d/s for %d s: ours took %d changes in %d paintings, longest gap %.1f ms; "
                "proxy took %d, longest gap %.1f ms\n",
                stormRate, stormSeconds, ourDone, painted, ourGap, done, gap);
    print("storm: all of it, CPU of one core", withView, "%", proxy, "proxy", "12 %");
    print("  of that PresenceModel and the driver", core, "%", 0, "", "-");
    print("  RosterModel and the view", withView - core, "%", proxy, "proxy", "12 %");
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    gui::applyAppearance(app, gui::Appearance::Light);
    const QStringList names = makeNames();

    Ours ours(names);
    print("load 100 000 rows", ours.loadMs, "ms", 0, "", "-");
    print("memory per row", ours.bytesPerRow, "B", 0, "", "-");
    gui::RosterDelegate delegate(ours.clock);
    gui::RosterView view;
    view.setItemDelegate(&delegate);
    view.setModel(ours.model.get());
    Paintings paintings(view);
    show(view);
    for (int i = 0; i < contacts; ++i) // everybody is somewhere
        ours.say(i, qint16(1 + i % 4));
    turn();
    ours.model->applyPendingOrder();
    turn();

    PlainModel plain(names);
    PlainProxy proxy;
    proxy.setSourceModel(&plain);
    proxy.sort(0);
    QTreeView plainView;
    plainView.setModel(&proxy);
    plainView.setUniformRowHeights(true);
    plainView.setRootIsDecorated(false);
    plainView.setHeaderHidden(true);
    Paintings plainPaintings(plainView);
    show(plainView);

    const QStringList wanted = QCoreApplication::arguments().mid(1); // flips, filter, storm
    const auto isWanted = [&](const QString &what) { return wanted.isEmpty() || wanted.contains(what); };
    if (isWanted(u"flips"_s))
        benchFlips(ours, paintings, plain, plainPaintings);
    plainView.hide();
    if (isWanted(u"filter"_s))
        benchFilter(ours, paintings, names);
    if (isWanted(u"storm"_s))
        benchStorm(ours, view, paintings, plain, plainView);
    return 0;
}
