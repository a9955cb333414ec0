// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
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
const ContactId eve(u"eve"_s); // the bystander

struct Fixture {
    FakeClock clock;
    MemoryStore store;
    std::unique_ptr<Roster> roster;

    Fixture()
    {
        Contact contact;
        contact.id = eve;
        store.saveContact(contact);
        start();
    }
    void start() { roster = std::make_unique<Roster>(store, clock); }
    std::optional<Relation> relation(const ContactId &id) const
    {
        const auto contact = roster->contact(id);
        return contact ? std::optional(contact->relation) : std::nullopt;
    }
};

} // namespace

class tst_Roster : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Fixture> f;

private Q_SLOTS:
    void init() { f = std::make_unique<Fixture>(); }
    void cleanup()
    {
        QVERIFY(f->roster->isAccepted(eve));
        QCOMPARE(f->store.saved.value(eve).relation, Relation::Accepted);
        f.reset();
    }

    void contactsAreThereBeforeAnyNetwork()
    {
        QCOMPARE(f->roster->accepted(), QSet<ContactId>{eve});
        QCOMPARE(f->roster->contact(eve)->displayName(), u"eve"_s);
    }

    void requestIsShownCleanedAndAccepted()
    {
        QSignalSpy requests(f->roster.get(), &Roster::requestsChanged);
        QSignalSpy accepted(f->roster.get(), &Roster::acceptedChanged);
        f->roster->requestReceived(bob, u"hello\n<b>\u202Eyou</b>"_s + QString(300, u'x'));
        f->clock.advance(0);
        QCOMPARE(requests.size(), 1);
        QCOMPARE(f->relation(bob), Relation::AsksUs);
        const Contact request = f->roster->requests().first();
        QVERIFY(request.requestText.startsWith(u"hello <b>you</b>xxx"_s));
        QCOMPARE(request.requestText.size(), 200);
        QCOMPARE(request.requestedAt, f->clock.wall());
        QVERIFY(!f->roster->isAccepted(bob));
        QCOMPARE(accepted.size(), 0);

        f->roster->accept(bob);
        QVERIFY(f->roster->isAccepted(bob));
        QCOMPARE(accepted.size(), 1);
        QVERIFY(f->roster->requests().isEmpty());
        f->clock.advance(0);
        QCOMPARE(requests.size(), 2);
        f->start();
        QVERIFY(f->roster->isAccepted(bob));
    }

    void lateCopyOfAnAcceptedRequestChangesNothing()
    {
        f->roster->requestReceived(bob, u"hi"_s);
        f->roster->accept(bob);
        f->roster->requestReceived(bob, u"hi"_s);
        QCOMPARE(f->relation(bob), Relation::Accepted);
    }

    void repeatedRequestIsOne()
    {
        f->roster->requestReceived(bob, u"hi"_s);
        f->clock.advance(1'000);
        f->roster->requestReceived(bob, u"please"_s);
        QCOMPARE(f->roster->requests().size(), 1);
        QCOMPARE(f->roster->requests().first().requestText, u"please"_s);
    }

    void declineAndRemoveForget()
    {
        f->roster->requestReceived(bob, {});
        f->roster->decline(bob);
        QCOMPARE(f->relation(bob), std::nullopt);
        f->roster->decline(eve); // no request: stays, see cleanup()
        f->roster->requestReceived(bob, {});
        f->roster->accept(bob);
        f->roster->remove(bob);
        QCOMPARE(f->relation(bob), std::nullopt);
        QVERIFY(!f->store.saved.contains(bob));
    }

    void blockedStaysBlocked()
    {
        f->roster->requestReceived(bob, {});
        f->roster->block(bob);
        f->roster->requestReceived(bob, u"again"_s);
        f->roster->becameFriend(bob);
        f->roster->removedByPeer(bob);
        f->roster->accept(bob);
        QCOMPARE(f->relation(bob), Relation::Blocked);
        QVERIFY(f->roster->requests().isEmpty());
        QVERIFY(!f->roster->isAccepted(bob));
    }

    void askedBecomesAcceptedWhenTheyAccept()
    {
        f->roster->requestSent(bob, u"bob@home"_s, u"it's me"_s);
        QCOMPARE(f->relation(bob), Relation::Asked);
        QCOMPARE(f->roster->contact(bob)->displayName(), u"bob@home"_s);
        QVERIFY(!f->roster->isAccepted(bob));
        f->roster->becameFriend(bob);
        QVERIFY(f->roster->isAccepted(bob));
    }

    void nobodyBecomesAFriendUnasked()
    {
        f->roster->becameFriend(bob);
        QCOMPARE(f->relation(bob), std::nullopt);
        f->roster->requestReceived(bob, {});
        f->roster->becameFriend(bob);
        QCOMPARE(f->relation(bob), Relation::AsksUs);
    }

    void peerMayRemoveUsOrTakeBackARequest()
    {
        f->roster->requestReceived(bob, {});
        f->roster->removedByPeer(bob);
        QCOMPARE(f->relation(bob), std::nullopt);
        f->roster->requestSent(bob, {}, {});
        f->roster->becameFriend(bob);
        QSignalSpy accepted(f->roster.get(), &Roster::acceptedChanged);
        f->roster->removedByPeer(bob);
        QCOMPARE(f->relation(bob), std::nullopt);
        QCOMPARE(accepted.size(), 1);
    }

    void aThousandRequestsAreKeptAndThenTheNewest()
    {
        for (int i = 0; i < 1'200; ++i) {
            if (i == 1'000)
                QCOMPARE(f->roster->requests().size(), 1'000);
            f->clock.advance(1);
            f->roster->requestReceived(ContactId(u"s%1"_s.arg(i)), u"hi"_s);
        }
        const QList<Contact> requests = f->roster->requests();
        QCOMPARE(requests.size(), 1'000);
        QCOMPARE(requests.first().id, ContactId(u"s200"_s));
        QCOMPARE(requests.last().id, ContactId(u"s1199"_s));
        QCOMPARE(f->store.saved.size(), 1'001);
    }

    void namesAreCleaned()
    {
        protocol::UserBean bean;
        bean.name = u" Bob\n\u202E "_s;
        f->roster->requestReceived(bob, {});
        f->roster->setProfile(bob, bean);
        QCOMPARE(f->roster->contact(bob)->displayName(), u"Bob"_s);
        f->roster->rename(bob, u"Bobby\t"_s);
        f->roster->setPinned(bob, true);
        QCOMPARE(f->roster->contact(bob)->displayName(), u"Bobby"_s);
        f->start();
        QVERIFY(f->roster->contact(bob)->pinned);
        f->roster->rename(bob, {});
        QCOMPARE(f->roster->contact(bob)->displayName(), u"Bob"_s);
        bean.name.reset();
        bean.nickName = u"B."_s;
        f->roster->setProfile(bob, bean);
        QCOMPARE(f->roster->contact(bob)->profileName, u"B."_s);
        f->roster->setProfile(ContactId(u"nobody"_s), bean);
        QCOMPARE(f->relation(ContactId(u"nobody"_s)), std::nullopt);
    }

    void signalsAreCoalescedAndOnlyForChanges()
    {
        QSignalSpy contacts(f->roster.get(), &Roster::contactsChanged);
        f->roster->requestReceived(bob, {});
        f->roster->setPinned(eve, true);
        f->roster->setPinned(eve, true);
        QCOMPARE(contacts.size(), 0);
        f->clock.advance(0);
        QCOMPARE(contacts.size(), 1);
        QCOMPARE(contacts.first().first().value<QSet<ContactId>>(), (QSet<ContactId>{bob, eve}));
        f->roster->rename(eve, {});
        f->clock.advance(0);
        QCOMPARE(contacts.size(), 1);
    }

    void refusedAcceptIsARequestAgain()
    {
        f->roster->requestReceived(bob, u"hi"_s);
        f->roster->accept(bob);
        f->roster->takeBackAccept(bob);
        QCOMPARE(f->relation(bob), Relation::AsksUs);
        QCOMPARE(f->roster->requests().first().requestText, u"hi"_s);
    }
};

QTEST_GUILESS_MAIN(tst_Roster)
#include "tst_roster.moc"
