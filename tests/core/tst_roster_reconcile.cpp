// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
// The server's roster against our own list: it is no consent, and it may be late.
#include "core/roster.h"
#include "support/fake_clock.h"
#include "support/memory_store.h"

#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;

namespace {

const ContactId bob(u"bob"_s);
const ContactId eve(u"eve"_s);

struct Fixture {
    FakeClock clock;
    MemoryStore store;
    std::unique_ptr<Roster> roster = std::make_unique<Roster>(store, clock);

    void restart() { roster = std::make_unique<Roster>(store, clock); }
    std::optional<Relation> relation(const ContactId &id) const
    {
        const auto contact = roster->contact(id);
        return contact ? std::optional(contact->relation) : std::nullopt;
    }
};

} // namespace

class tst_RosterReconcile : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Fixture> f;

private Q_SLOTS:
    void init() { f = std::make_unique<Fixture>(); }
    void cleanup() { f.reset(); }

    void freshProfileAdoptsTheServersRoster()
    {
        QSignalSpy accepted(f->roster.get(), &Roster::acceptedChanged);
        f->roster->setServerRoster({u"bob"_s, u"eve"_s, u"bob"_s, {}});
        QCOMPARE(f->roster->accepted(), (QSet<ContactId>{bob, eve}));
        QCOMPARE(accepted.size(), 1);
        QVERIFY(f->roster->requests().isEmpty());
    }

    void laterStrangersAreUnapproved()
    {
        f->roster->setServerRoster({u"eve"_s});
        f->restart();
        f->roster->setServerRoster({u"eve"_s, u"bob"_s});
        QCOMPARE(f->roster->accepted(), QSet<ContactId>{eve});
        QCOMPARE(f->relation(bob), Relation::Unapproved);
        QCOMPARE(f->roster->requests().size(), 1);
        f->roster->accept(bob);
        QVERIFY(f->roster->isAccepted(bob));
    }

    void emptyFirstRosterCountsAsAdopted()
    {
        f->roster->setServerRoster({});
        f->restart();
        f->roster->setServerRoster({u"bob"_s});
        QCOMPARE(f->relation(bob), Relation::Unapproved);
    }

    void missingOnesAreGone()
    {
        f->roster->setServerRoster({u"bob"_s, u"eve"_s});
        QSignalSpy accepted(f->roster.get(), &Roster::acceptedChanged);
        f->roster->setServerRoster({u"eve"_s});
        QCOMPARE(f->relation(bob), std::nullopt);
        QVERIFY(!f->store.saved.contains(bob));
        QCOMPARE(accepted.size(), 1);
    }

    void emptyListProvesNothing()
    {
        f->roster->setServerRoster({u"bob"_s, u"eve"_s});
        f->roster->setServerRoster({});
        QCOMPARE(f->roster->accepted(), (QSet<ContactId>{bob, eve}));
    }

    void sentAndReceivedRequestsAndBlockedStay()
    {
        const ContactId asked(u"asked"_s);
        const ContactId asks(u"asks"_s);
        const ContactId blocked(u"blocked"_s);
        f->roster->setServerRoster({u"eve"_s});
        f->roster->requestSent(asked, {}, {});
        f->roster->requestReceived(asks, {});
        f->roster->block(blocked);
        f->roster->setServerRoster({u"eve"_s});
        QCOMPARE(f->relation(asked), Relation::Asked);
        QCOMPARE(f->relation(asks), Relation::AsksUs);
        QCOMPARE(f->relation(blocked), Relation::Blocked);
        // Asking us twice puts them into the list, without our consent.
        f->roster->setServerRoster({u"eve"_s, u"asks"_s, u"blocked"_s});
        QCOMPARE(f->relation(asks), Relation::AsksUs);
        QCOMPARE(f->relation(blocked), Relation::Blocked);
        QCOMPARE(f->roster->accepted(), QSet<ContactId>{eve});
    }

    void askedAndListedIsAccepted()
    {
        f->roster->setServerRoster({u"eve"_s});
        f->roster->requestSent(bob, {}, {});
        f->roster->setServerRoster({u"eve"_s, u"bob"_s});
        QVERIFY(f->roster->isAccepted(bob));
    }

    void answerFromBeforeTheAcceptDoesNotRemove()
    {
        f->roster->setServerRoster({u"eve"_s});
        f->roster->requestReceived(bob, {});
        f->roster->accept(bob);
        f->roster->setServerRoster({u"eve"_s});
        QVERIFY(f->roster->isAccepted(bob));
        f->clock.advance(30'000);
        f->roster->setServerRoster({u"eve"_s});
        QCOMPARE(f->relation(bob), std::nullopt);
    }

    void answerFromBeforeTheRemovalDoesNotBringBack()
    {
        f->roster->setServerRoster({u"eve"_s, u"bob"_s});
        f->roster->remove(bob);
        f->roster->setServerRoster({u"eve"_s, u"bob"_s});
        QCOMPARE(f->relation(bob), std::nullopt);
        f->clock.advance(30'000);
        f->roster->setServerRoster({u"eve"_s, u"bob"_s});
        QCOMPARE(f->relation(bob), Relation::Unapproved);
    }

    void unapprovedThatLeaveAreGone()
    {
        f->roster->setServerRoster({u"eve"_s});
        f->roster->setServerRoster({u"eve"_s, u"bob"_s});
        f->roster->setServerRoster({u"eve"_s});
        QVERIFY(f->roster->requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_RosterReconcile)
#include "tst_roster_reconcile.moc"
