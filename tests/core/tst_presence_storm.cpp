// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
// Random interleavings of what many contacts do, each frame late by its own amount, against what
// each device said last.
#include "core/presence_model.h"
#include "support/fake_clock.h"
#include "support/fake_random.h"
#include "support/presence_frames.h"

#include <QTest>

#include <map>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::Show;

namespace {

constexpr qint64 longestDelay = 900; // ms: below the 2 s that the model takes for a race

// What a contact is in truth, and how it behaves.
struct Truth {
    Device device;
    Show show = Show::Unset; // Unset = signed out
    int starts = 0;
};

class Storm
{
public:
    Storm(quint64 seed, int contacts) : random(seed)
    {
        QSet<ContactId> ids;
        for (int i = 0; i < contacts; ++i) {
            truths.append({Device{u"c%1"_s.arg(i), {}, {}}, Show::Unset, 0});
            ids.insert(ContactId(truths.last().device.node));
        }
        model.setContacts(ids);
        QObject::connect(&model, &PresenceModel::askNeeded, &model, [this](const ContactId &id) {
            Truth &truth = truths[id.node().mid(1).toInt()];
            if (truth.show != Show::Unset)
                deliver(truth.device.answers(truth.show), 250 + upTo(250));
        });
    }

    qint64 upTo(qint64 limit) { return static_cast<qint64>(random.uniform() * static_cast<double>(limit)); }
    void deliver(const protocol::Presence &presence, qint64 delay)
    {
        wire.emplace(clock.monotonic() + delay, presence);
    }
    void act()
    {
        Truth &truth = truths[upTo(truths.size())];
        const Show shows[] = {Show::Chat, Show::Invisible, Show::Away, Show::Busy};
        const double dice = random.uniform();
        if (truth.show == Show::Unset || dice < 0.15) { // sign in, or take over with a new start
            if (truth.show != Show::Unset && random.uniform() < 0.9)
                deliver(truth.device.notice(), upTo(longestDelay)); // else the server forgets it
            ++truth.starts;
            truth.device.resource = u"r%1"_s.arg(truth.starts);
            truth.device.run = u"run%1"_s.arg(random.bits());
            truth.device.seq = 0;
            truth.show = shows[upTo(4)];
            deliver(truth.device.asks(truth.show), upTo(longestDelay));
        } else if (dice < 0.25) { // last words, then gone
            if (random.uniform() < 0.5)
                deliver(truth.device.says(shows[upTo(4)]), upTo(longestDelay));
            deliver(truth.device.notice(), upTo(longestDelay));
            truth.show = Show::Unset;
        } else {
            truth.show = shows[upTo(4)];
            deliver(truth.device.says(truth.show), upTo(longestDelay));
        }
    }
    void run(qint64 time)
    {
        const qint64 end = clock.monotonic() + time;
        while (clock.monotonic() < end) {
            clock.advance(std::min<qint64>(10, end - clock.monotonic()));
            while (!wire.empty() && wire.begin()->first <= clock.monotonic()) {
                const protocol::Presence presence = wire.begin()->second;
                wire.erase(wire.begin());
                model.apply(presence, ContactId(u"me"_s));
            }
        }
    }

    FakeClock clock;
    FakeRandom random;
    PresenceModel model{clock};
    QList<Truth> truths;
    std::multimap<qint64, protocol::Presence> wire;
};

} // namespace

class tst_PresenceStorm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void truthWinsAfterTheStorm_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 30; ++seed)
            QTest::addRow("seed %llu", seed) << seed;
    }
    void truthWinsAfterTheStorm()
    {
        QFETCH(quint64, seed);
        Storm storm(seed, 40);
        for (int i = 0; i < 2'000; ++i) {
            storm.act();
            storm.run(storm.upTo(60));
        }
        storm.run(60'000);
        QVERIFY(storm.wire.empty());
        for (const Truth &truth : std::as_const(storm.truths)) {
            const ContactPresence shown = storm.model.presence(ContactId(truth.device.node));
            const QString where = u"%1 start %2 seq %3 shown %4 true %5"_s.arg(truth.device.node)
                                      .arg(truth.starts)
                                      .arg(truth.device.seq)
                                      .arg(static_cast<int>(shown.availability))
                                      .arg(static_cast<int>(truth.show));
            if (truth.show == Show::Unset) {
                QVERIFY2(!isPresent(shown.availability), qPrintable(where));
            } else {
                const auto show = static_cast<qint16>(truth.show);
                QVERIFY2(shown.availability == availabilityFromShow(show), qPrintable(where));
                QCOMPARE(shown.freshness, Freshness::Live);
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_PresenceStorm)
#include "tst_presence_storm.moc"
