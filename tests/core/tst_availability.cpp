// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/effective_status.h"

#include <QTest>

#include <limits>

using namespace timbre;
using namespace timbre::core;
using namespace Qt::StringLiterals;

class tst_Availability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showMeansWhatDesignSays_data()
    {
        QTest::addColumn<int>("show");
        QTest::addColumn<Availability>("expected");
        QTest::newRow("absent") << -1000 << Availability::Chat;
        QTest::newRow("webtim") << 0 << Availability::Chat;
        QTest::newRow("chat") << 1 << Availability::Chat;
        QTest::newRow("invisible") << 2 << Availability::Offline;
        QTest::newRow("away") << 3 << Availability::Away;
        QTest::newRow("busy") << 4 << Availability::Busy;
        QTest::newRow("unknown number") << 5 << Availability::Chat;
        QTest::newRow("negative") << -1 << Availability::Chat;
        QTest::newRow("largest") << 32767 << Availability::Chat;
        QTest::newRow("wrapped 40000 from thrift") << -25536 << Availability::Chat;
    }
    void showMeansWhatDesignSays()
    {
        QFETCH(int, show);
        QFETCH(Availability, expected);
        const auto received = show == -1000 ? std::nullopt : std::optional(static_cast<qint16>(show));
        QCOMPARE(availabilityFromShow(received), expected);
    }

    void everyPickHasItsNumber()
    {
        QCOMPARE(showFromAvailability(Availability::Chat), protocol::Show::Chat);
        QCOMPARE(showFromAvailability(Availability::Away), protocol::Show::Away);
        QCOMPARE(showFromAvailability(Availability::Busy), protocol::Show::Busy);
        QCOMPARE(showFromAvailability(Availability::Invisible), protocol::Show::Invisible);
    }

    void effectiveStatusIsTotal()
    {
        for (int a = 0; a <= static_cast<int>(Availability::Unknown); ++a) {
            for (int c = 0; c <= static_cast<int>(ConnectionState::Blocked); ++c) {
                const auto connection = ConnectionState(c);
                StatusInputs inputs;
                inputs.manual = {Availability(a), u"mood"_s};
                inputs.connection = connection;
                const EffectiveStatus status = effectiveStatus(inputs);
                QCOMPARE(effectiveStatus(inputs), status);
                if (connection != ConnectionState::Online) {
                    QCOMPARE(status, EffectiveStatus());
                    continue;
                }
                QCOMPARE(status.reach, EffectiveStatus::Reach::Roster);
                const bool visible = isPresent(Availability(a));
                QCOMPARE(status.availability, visible ? Availability(a) : Availability::Invisible);
                QCOMPARE(status.mood, visible ? u"mood"_s : QString());
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_Availability)
#include "tst_availability.moc"
