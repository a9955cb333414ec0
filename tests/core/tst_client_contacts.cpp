// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/client_fixture.h"

#include <QSignalSpy>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::BusinessOp;
using protocol::FrameType;
using protocol::NodesOp;
using protocol::SubStatus;

class tst_ClientContacts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ClientFixture> f;
    const ContactId bob{u"bob"_s};
    const ContactId carol{u"carol"_s};

    static protocol::Presence presenceFrom(const QString &node)
    {
        protocol::Presence presence;
        presence.fromTid.emplace().node = node;
        presence.status = u"hello"_s;
        return presence;
    }

private Q_SLOTS:
    void init() { f = std::make_unique<ClientFixture>(); }
    void cleanup() { f.reset(); }

    void rosterIsAList()
    {
        Outcome<Listing<ContactId>> roster;
        f->client->roster(&f->context, roster.record());
        QCOMPARE(f->lastSent<protocol::Request>().rtype, qint32(BusinessOp::Roster));
        f->nodes(NodesOp::BlockedUsers, {u"eve"_s}); // another list
        QVERIFY(roster.isPending());
        f->nodes(NodesOp::Roster, {u"bob"_s, u"carol"_s});
        QCOMPARE(roster.value().items, (QList<ContactId>{bob, carol}));
        QVERIFY(roster.value().answered);
    }

    void anUnansweredListSaysSo()
    {
        Outcome<Listing<ContactId>> blocked;
        f->client->blockedContacts(&f->context, blocked.record());
        QCOMPARE(f->lastSent<protocol::Request>().rtype, qint32(BusinessOp::BlockedUsers));
        f->clock.advance(limits::blockedContacts);
        QVERIFY(blocked.isSuccess());
        QVERIFY(!blocked.value().answered);
    }

    void userInfosAreThoseAskedFor()
    {
        Outcome<Infos<ContactId, protocol::UserBean>> infos;
        f->client->userInfos({bob, carol}, &f->context, infos.record());
        const auto request = f->lastSent<protocol::Nodes>();
        QCOMPARE(request.ntype, qint32(NodesOp::UserInfo));
        QCOMPARE(request.nodelist, (QList<QString>{u"bob"_s, u"carol"_s}));
        protocol::UserBean bean;
        bean.name = u"Bob"_s;
        protocol::Nodes answer;
        answer.ntype = qint32(NodesOp::UserInfo);
        answer.usermap = {{u"eve"_s, bean}}; // to a request of somebody else
        f->connection.receive(FrameType::Nodes, answer);
        QVERIFY(infos.isPending());
        answer.usermap = {{u"bob"_s, bean}};
        f->connection.receive(FrameType::Nodes, answer);
        QVERIFY(infos.isSuccess());
        QVERIFY(infos.value().answered);
        QCOMPARE(infos.value().items.keys(), QList<ContactId>{bob});
        QCOMPARE(infos.value().items.value(bob).name, u"Bob"_s);
    }

    void ownInfoIsModified()
    {
        Outcome<Success> modified;
        protocol::UserBean bean;
        bean.name = u"Me"_s;
        f->client->modifyOwnInfo(bean, &f->context, modified.record());
        const auto request = f->lastSent<protocol::Nodes>();
        QCOMPARE(request.ntype, qint32(NodesOp::ModifyUser));
        QCOMPARE(request.usermap->size(), 1);
        QCOMPARE(request.usermap->first().name, u"Me"_s);
        f->ack(FrameType::Nodes, 7);
        QVERIFY(modified.isPending());
        f->ack(FrameType::Nodes, 6);
        QVERIFY(modified.isSuccess());
    }

    void addingIsSentUnlessRefused()
    {
        Outcome<Befriended> added;
        f->client->addContact(bob, u"it's me"_s, &f->context, added.record());
        const auto request = f->lastSent<protocol::Request>();
        QCOMPARE(request.rtype, qint32(BusinessOp::AddFriend));
        QCOMPARE(request.node, u"bob"_s);
        QCOMPARE(request.reqStr, u"it's me"_s);
        f->clock.advance(limits::addContact);
        QVERIFY(added.isSuccess());
        QCOMPARE(added.value(), Befriended::Sent);
    }

    void acceptingTellsIfTheServerDoes_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("from them") << u"bob"_s << u"me"_s;
        QTest::newRow("from us, as the embedded node") << u"me"_s << u"bob"_s;
    }
    void acceptingTellsIfTheServerDoes()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QSignalSpy notices(f->client.get(), &Client::noticeReceived);
        Outcome<Befriended> accepted;
        f->client->acceptContact(bob, &f->context, accepted.record());
        QCOMPARE(f->lastSent<protocol::Request>().rtype, qint32(BusinessOp::AddFriend));
        QVERIFY(f->lastSent<protocol::Request>().reqStr.has_value()); // tim refuses without
        f->receive(f->notice(BusinessOp::Friend, u"carol"_s, u"me"_s));
        f->receive(f->notice(BusinessOp::AddFriend, from, to));
        QVERIFY(accepted.isPending());
        f->receive(f->notice(BusinessOp::Friend, from, to));
        QVERIFY(accepted.isSuccess());
        QCOMPARE(accepted.value(), Befriended::Friends);
        QCOMPARE(notices.size(), 3);
    }

    void relationsEndWithAnAck()
    {
        Outcome<Success> removed;
        f->client->removeContact(bob, &f->context, removed.record());
        f->ack(FrameType::Business, 6, u"bob"_s);
        QVERIFY(removed.isSuccess());
        Outcome<Success> blocked;
        f->client->blockContact(bob, &f->context, blocked.record());
        f->ack(FrameType::Business, 7, u"bob"_s);
        QVERIFY(blocked.isSuccess());
    }

    void passwordIsChanged()
    {
        Outcome<Success> changed;
        f->client->changePassword(u"old"_s, u"new"_s, &f->context, changed.record());
        const auto request = f->lastSent<protocol::Request>();
        QCOMPARE(request.rtype, qint32(BusinessOp::ChangePassword));
        QCOMPARE(request.reqStr, u"old"_s);
        QCOMPARE(request.reqStr2, u"new"_s);
        f->ack(FrameType::Business, 21);
        QVERIFY(changed.isSuccess());
    }

    void presenceSaysWhoAndWhat()
    {
        Outcome<Success> done;
        const OwnPresence busy{Availability::Busy, u"in a <meeting>"_s, {{u"x"_s, u"y"_s}}};
        f->client->broadcastPresence(busy, SubStatus::Ask, &f->context, done.record());
        auto sent = f->lastSent<protocol::Presence>();
        QCOMPARE(sent.show, qint16(4));
        QCOMPARE(sent.status, u"in a ‹meeting›"_s);
        QCOMPARE(sent.subStatus, qint8(1));
        QVERIFY(!sent.toTid && !sent.toList);
        QCOMPARE(sent.extend->value(u"x"_s), u"y"_s);
        QCOMPARE(sent.extend->value(u"seq"_s), u"1"_s);
        const QString run = sent.extend->value(u"run"_s);
        QVERIFY(!run.isEmpty());

        f->clock.advance(limits::presenceGap);
        f->client->sendPresence({bob}, busy, SubStatus::Plain, &f->context, done.record());
        sent = f->lastSent<protocol::Presence>();
        QCOMPARE(sent.toTid->node, u"bob"_s);
        QVERIFY(!sent.toList);
        QCOMPARE(sent.extend->value(u"seq"_s), u"2"_s);
        QCOMPARE(sent.extend->value(u"run"_s), run);

        f->clock.advance(limits::presenceGap);
        const OwnPresence hidden{Availability::Invisible, u"secret"_s, {}};
        f->client->sendPresence({bob, carol}, hidden, SubStatus::Plain, &f->context, done.record());
        sent = f->lastSent<protocol::Presence>();
        QCOMPARE(sent.toList, (QList<QString>{u"bob"_s, u"carol"_s}));
        QVERIFY(!sent.toTid);
        QVERIFY(!sent.status);
    }

    void anAskIsAnsweredByThatContactOnly()
    {
        QSignalSpy presences(f->client.get(), &Client::presenceReceived);
        Outcome<protocol::Presence> asked;
        Outcome<protocol::Presence> askedAgain;
        f->client->askPresence(bob, {}, &f->context, asked.record());
        f->client->askPresence(bob, {}, &f->context, askedAgain.record());
        QCOMPARE(f->lastSent<protocol::Presence>().subStatus, qint8(1));
        QCOMPARE(f->lastSent<protocol::Presence>().toTid->node, u"bob"_s);
        f->clock.advance(limits::presenceGap);
        f->connection.receive(FrameType::Presence, presenceFrom(u"carol"_s));
        protocol::Presence offline = presenceFrom(u"bob"_s);
        offline.offline = true;
        f->connection.receive(FrameType::Presence, offline);
        QVERIFY(asked.isPending());
        f->connection.receive(FrameType::Presence, presenceFrom(u"bob"_s));
        QVERIFY(asked.isSuccess());
        QCOMPARE(asked.value().status, u"hello"_s);
        QVERIFY(askedAgain.isSuccess()); // a presence says nothing of the ask: it answers both
        QCOMPARE(presences.size(), 3);
    }
};

QTEST_GUILESS_MAIN(tst_ClientContacts)
#include "tst_client_contacts.moc"
