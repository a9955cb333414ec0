// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/nodeid.h"
#include "support/session_fixture.h"

#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::BusinessOp;
using protocol::ErrorCode;
using protocol::FrameType;

class tst_SessionContacts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SessionFixture> f;
    const QString alice = u"KrffBZqyqTL"_s; // the node of "alice"

    void checkOneFailure(const QString &node, RequestProblem problem, int code = 0)
    {
        QCOMPARE(f->failures.size(), 1);
        QCOMPARE(f->failures.first().id, ContactId(node));
        QCOMPARE(f->failures.first().problem, problem);
        QCOMPARE(f->failures.first().code, code);
    }

private Q_SLOTS:
    void init()
    {
        f = std::make_unique<SessionFixture>(QStringList{u"eve"_s});
        f->signIn({u"eve"_s});
    }
    void cleanup()
    {
        QCOMPARE(f->relation(u"eve"_s), Relation::Accepted); // the bystander
        f.reset();
    }

    void accountNameBecomesItsNode()
    {
        f->session->addContact(u" alice "_s, u"I am Tim"_s, u"Ally"_s);
        QCOMPARE(f->added, QList<ContactId>{ContactId(alice)});
        const auto request = f->connection.sentOf<protocol::Request>(FrameType::Business).first();
        QCOMPARE(request.rtype, qint32(BusinessOp::AddFriend));
        QCOMPARE(request.node, alice);
        QCOMPARE(request.reqStr, u"I am Tim"_s);
        QCOMPARE(f->relation(alice), Relation::Asked);
        QCOMPARE(f->session->roster().contact(ContactId(alice))->displayName(), u"Ally"_s);
        QVERIFY(f->failures.isEmpty());
    }

    void ownDomainCounts()
    {
        f->connection.domain = u"tlnet.top"_s;
        f->session->addContact(u"tim1"_s, {}, {});
        QCOMPARE(f->added, QList<ContactId>{ContactId(u"UHuS8PoK2LX"_s)});
    }

    void nodeIsTakenAsItIs()
    {
        f->session->addContact(alice, {}, {});
        QCOMPARE(f->requested(BusinessOp::AddFriend), QStringList{alice});
        QVERIFY(f->session->roster().contact(ContactId(alice))->account.isEmpty());
    }

    void askingTwiceSendsOnce()
    {
        f->session->addContact(alice, {}, {});
        f->session->addContact(alice, u"please"_s, {});
        QCOMPARE(f->requested(BusinessOp::AddFriend), QStringList{alice});
        QCOMPARE(f->added.size(), 2);
    }

    void hopelessRequestsAreNotSent()
    {
        f->session->addContact(u"  "_s, {}, {});
        f->session->addContact(u"me"_s, {}, {}); // an account of that name, not the node "me"
        QCOMPARE(f->requested(BusinessOp::AddFriend).size(), 1);
        f->connection.sent.clear();
        f->connection.dropLine();
        f->connection.bringUp(alice);
        f->session->addContact(u"alice"_s, {}, {});
        QVERIFY(f->requested(BusinessOp::AddFriend).isEmpty());
        QCOMPARE(f->failures.size(), 2);
        QCOMPARE(f->failures.first().problem, RequestProblem::NoSuchAccount);
        QCOMPARE(f->failures.last().problem, RequestProblem::Yourself);
    }

    void withoutALineNothingHappens()
    {
        f->business(BusinessOp::AddFriend, u"bob"_s, u"hi"_s);
        f->connection.dropLine();
        f->session->addContact(alice, {}, {});
        f->session->accept(ContactId(u"bob"_s));
        f->session->remove(ContactId(u"eve"_s));
        f->session->block(ContactId(u"eve"_s));
        QCOMPARE(f->failures.size(), 4);
        for (const auto &failure : std::as_const(f->failures))
            QCOMPARE(failure.problem, RequestProblem::NotConnected);
        QCOMPARE(f->relation(alice), std::nullopt);
        QCOMPARE(f->relation(u"bob"_s), Relation::AsksUs);
        QVERIFY(f->added.isEmpty());
    }

    void refusalsBelongToTheOldest_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("problem");
        const auto row = [](const char *name, ErrorCode code, RequestProblem problem) {
            QTest::newRow(name) << int(code) << int(problem);
        };
        row("4106", ErrorCode::Account, RequestProblem::NoSuchAccount);
        row("4105", ErrorCode::PermissionDenied, RequestProblem::Yourself);
        row("4110", ErrorCode::Blocked, RequestProblem::BlockedByThem);
        row("5103", ErrorCode::Database, RequestProblem::ServerError);
        row("5104", ErrorCode::Overload, RequestProblem::ServerError);
    }
    void refusalsBelongToTheOldest()
    {
        QFETCH(int, code);
        QFETCH(int, problem);
        f->session->addContact(alice, {}, {});
        f->session->addContact(u"bob"_s, {}, {});
        f->ack(FrameType::Business, false, ErrorCode(code));
        checkOneFailure(alice, RequestProblem(problem), code);
        QCOMPARE(f->relation(alice), std::nullopt);
        QCOMPARE(f->relation(f->added.last().node()), Relation::Asked);
    }

    void alreadyFriendsRefetchesTheRoster()
    {
        f->session->addContact(alice, {}, {});
        f->ack(FrameType::Business, false, ErrorCode::Repeat);
        checkOneFailure(alice, RequestProblem::AlreadyContact, 4117);
        QCOMPARE(f->relation(alice), Relation::Accepted);
        f->clock.advance(1'000);
        QCOMPARE(f->requested(BusinessOp::Roster).size(), 1);
    }

    void silenceMeansSentButNotRemoved()
    {
        f->session->addContact(alice, {}, {});
        f->clock.advance(20'000);
        QVERIFY(f->failures.isEmpty());
        f->ack(FrameType::Business, false, ErrorCode::Account); // of something long over
        QVERIFY(f->failures.isEmpty());
        f->session->remove(ContactId(alice));
        f->clock.advance(20'000);
        checkOneFailure(alice, RequestProblem::NoAnswer);
    }

    void ackedRemovalIsDoneWhateverElseIsUnderWay()
    {
        f->session->addContact(u"bob"_s, {}, {});
        f->session->block(ContactId(alice));
        f->ack(FrameType::Business, true, {}, 7, alice);
        f->clock.advance(20'000);
        QVERIFY(f->failures.isEmpty());
        QCOMPARE(f->relation(alice), Relation::Blocked);
    }

    void acceptShowsAtOnceRefetchesAndAsks()
    {
        f->business(BusinessOp::AddFriend, alice, u"hi"_s);
        f->clock.advance(2'000);
        f->connection.sent.clear();
        f->random.script({0.0}); // 0.5 s
        f->session->accept(ContactId(alice));
        QCOMPARE(f->relation(alice), Relation::Accepted);
        QCOMPARE(f->requested(BusinessOp::AddFriend), QStringList{alice});
        f->clock.advance(499);
        QVERIFY(f->connection.sentPresences().isEmpty());
        f->clock.advance(1);
        const auto sent = f->connection.sentPresences();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().subStatus, qint8(1));
        QCOMPARE(*sent.first().toList, QList<QString>{alice});
        f->clock.advance(1'000);
        QCOMPARE(f->requested(BusinessOp::Roster).size(), 1);
    }

    void theirAcceptMakesAContactAndIsGreeted()
    {
        f->session->addContact(alice, {}, {});
        f->clock.advance(2'000);
        f->connection.sent.clear();
        f->business(BusinessOp::Friend, alice);
        QCOMPARE(f->relation(alice), Relation::Accepted);
        f->clock.advance(1'500);
        QCOMPARE(f->connection.sentPresences().size(), 1);
        QCOMPARE(*f->connection.sentPresences().first().toList, QList<QString>{alice});
    }

    void addingWhoAsksIsAccepting()
    {
        f->business(BusinessOp::AddFriend, alice, u"hi"_s);
        f->session->addContact(u"alice"_s, {}, {});
        QCOMPARE(f->relation(alice), Relation::Accepted);
        QCOMPARE(f->requested(BusinessOp::AddFriend), QStringList{alice});
    }

    void refusedAcceptIsARequestAgain()
    {
        f->business(BusinessOp::AddFriend, alice, u"hi"_s);
        f->session->accept(ContactId(alice));
        f->ack(FrameType::Business, false, ErrorCode::Database);
        checkOneFailure(alice, RequestProblem::ServerError, 5103);
        QCOMPARE(f->relation(alice), Relation::AsksUs);
    }

    void declineEndsTheHalfRelation()
    {
        f->business(BusinessOp::AddFriend, alice, u"hi"_s);
        f->session->decline(ContactId(alice));
        QCOMPARE(f->requested(BusinessOp::RemoveFriend), QStringList{alice});
        QCOMPARE(f->relation(alice), std::nullopt);
        f->ack(FrameType::Business, false, ErrorCode::Params); // nothing there: fine
        QVERIFY(f->failures.isEmpty());
    }

    void repeatedMessageIsTakenOnce()
    {
        protocol::Message request = SessionFixture::businessMessage(BusinessOp::AddFriend, alice, u"hi"_s);
        request.id = -5;
        f->connection.receive(FrameType::Message, request);
        f->session->decline(ContactId(alice));
        f->connection.receive(FrameType::Message, request);
        QCOMPARE(f->relation(alice), std::nullopt);
    }

    void removalByThePeerIsTold()
    {
        f->business(BusinessOp::AddFriend, alice);
        f->session->accept(ContactId(alice));
        f->business(BusinessOp::RemoveFriend, alice);
        QCOMPARE(f->relation(alice), std::nullopt);
        f->serverRoster({u"eve"_s, alice}); // an answer from before
        QCOMPARE(f->relation(alice), std::nullopt);
    }

    void ourOwnBusinessNamesTheOther()
    {
        f->session->addContact(alice, {}, {});
        protocol::Message both = SessionFixture::businessMessage(BusinessOp::Friend, u"me"_s);
        both.toTid->node = alice;
        f->connection.receive(FrameType::Message, both);
        QCOMPARE(f->relation(alice), Relation::Accepted);
        QCOMPARE(f->relation(u"me"_s), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(tst_SessionContacts)
#include "tst_session_contacts.moc"
