// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/scripted_desk.h"
#include "support/status_fixture.h"

#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::Show;

// Busy in the place of Chat while the desktop keeps its notifications quiet.
class tst_QuietDesktop : public QObject
{
    Q_OBJECT

private:
    static Show told(const StatusFixture &f)
    {
        const auto presences = f.connection.sentPresences();
        return presences.isEmpty() ? Show::Unset : static_cast<Show>(presences.constLast().show.value_or(0));
    }

private Q_SLOTS:
    void contactsSeeBusyAndThenChatAgain()
    {
        StatusFixture f;
        f.goOnline();
        f.clock.advance(10'000);
        f.status->setDesktopQuiet(true);
        f.clock.advance(1'000);
        QCOMPARE(told(f), Show::Busy);
        QCOMPARE(f.status->effective().availability, Availability::Busy);
        QCOMPARE(f.status->effective().mood, u"hi"_s);
        QCOMPARE(f.status->manual().availability, Availability::Chat);
        QCOMPARE(f.store.manual.availability, Availability::Chat); // never saved
        const auto count = f.connection.sentPresences().size();
        f.status->setDesktopQuiet(true);
        f.clock.advance(1'000);
        QCOMPARE(f.connection.sentPresences().size(), count);
        f.status->setDesktopQuiet(false);
        f.clock.advance(1'000);
        QCOMPARE(told(f), Show::Chat);
    }

    void onlyChatGivesWay()
    {
        for (const Availability picked : {Availability::Away, Availability::Busy, Availability::Invisible}) {
            StatusFixture f;
            f.goOnline();
            f.status->setAvailability(picked);
            f.clock.advance(10'000);
            f.connection.sent.clear();
            f.status->setDesktopQuiet(true);
            f.clock.advance(10'000);
            QCOMPARE(told(f), Show::Unset);
            QCOMPARE(f.status->effective().availability, picked);
        }
    }

    void absenceIsTheTruerWord()
    {
        StatusInputs inputs;
        inputs.connection = ConnectionState::Online;
        inputs.desktopQuiet = true;
        QCOMPARE(effectiveStatus(inputs).availability, Availability::Busy);
        inputs.absence = Absence{Absence::Reason::Locked, 5};
        QCOMPARE(effectiveStatus(inputs).availability, Availability::Away);
        inputs.scheduled = ScheduledStatus{};
        inputs.scheduled->availability = Availability::Busy;
        QCOMPARE(effectiveStatus(inputs).idleSince, 0);
    }
};

QTEST_GUILESS_MAIN(tst_QuietDesktop)
#include "tst_quiet_desktop.moc"
