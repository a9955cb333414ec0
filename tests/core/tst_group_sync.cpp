// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/session_fixture.h"

#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace Qt::StringLiterals;
using test::SessionFixture;

namespace {

const ContactId bob(u"bob"_s);

// A Session whose server keeps the own user info.
class Subject : public SessionFixture
{
public:
    Subject() : SessionFixture({u"bob"_s}) { }

    ContactGroups &groups() { return session->groups(); }
    QList<protocol::UserBean> written() const
    {
        QList<protocol::UserBean> beans;
        for (const auto &nodes : connection.sentOf<protocol::Nodes>(protocol::FrameType::Nodes)) {
            if (nodes.ntype == static_cast<qint32>(protocol::NodesOp::ModifyUser))
                beans.append(nodes.usermap->first());
        }
        return beans;
    }
    int reads() const
    {
        int count = 0;
        for (const auto &nodes : connection.sentOf<protocol::Nodes>(protocol::FrameType::Nodes)) {
            if (nodes.ntype == static_cast<qint32>(protocol::NodesOp::UserInfo)
                && nodes.nodelist.value_or(QList<QString>()).contains(u"me"_s))
                ++count;
        }
        return count;
    }
    void ownInfo(const protocol::TextMap &extend)
    {
        protocol::UserBean bean;
        bean.name = u"Me"_s;
        bean.extend = extend;
        protocol::Nodes answer;
        answer.ntype = static_cast<qint32>(protocol::NodesOp::UserInfo);
        answer.usermap = QMap<QString, protocol::UserBean>{{u"me"_s, bean}};
        connection.receive(protocol::FrameType::Nodes, answer);
    }
};

} // namespace

class tst_GroupSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeIsReadMergedAndWrittenAfterFiveQuietSeconds();
    void aSecondMachineHasTheGroups();
    void aServerWithoutOurInfoIsWrittenAllTheSame();
    void whatWasSaidWithoutALineIsWrittenWithTheNext();
    void nameAndGroupsNeverOvertakeEachOther();
    void aRefusedWriteIsNotRepeated();
    void contactsAreNotToldOfGroups();
};

void tst_GroupSync::aChangeIsReadMergedAndWrittenAfterFiveQuietSeconds()
{
    Subject f;
    f.signIn({u"bob"_s});
    const QString work = f.groups().create(u"Work"_s);
    f.clock.advance(3'000);
    f.groups().setMember(work, bob, true);
    f.clock.advance(4'900);
    QCOMPARE(f.reads(), 0);
    f.clock.advance(200);
    QCOMPARE(f.reads(), 1);
    QCOMPARE(f.written().size(), 0);
    f.ownInfo({{u"their.key"_s, u"x"_s}});
    QCOMPARE(f.written().size(), 1);
    QVERIFY(!f.written()[0].name);
    QCOMPARE(f.written()[0].extend->value(u"their.key"_s), u"x"_s);
    QVERIFY(f.written()[0].extend->value(u"timbre.groups"_s).contains(u"Work"_s));
    f.ack(protocol::FrameType::Nodes, true);
    f.clock.advance(600'000);
    QCOMPARE(f.written().size(), 1);
}

void tst_GroupSync::aSecondMachineHasTheGroups()
{
    Subject f;
    f.signIn({u"bob"_s});
    f.groups().setMember(f.groups().create(u"Work"_s), bob, true);
    f.clock.advance(5'100);
    f.ownInfo({});
    const protocol::TextMap server = *f.written().at(0).extend;

    Subject other;
    other.connection.bringUp();
    other.ownInfo(server);
    QCOMPARE(other.groups().groups().size(), 1);
    QCOMPARE(other.groups().groupsOf(bob).size(), 1);
    QVERIFY(other.store.documents.contains(u"groups"_s));
    other.clock.advance(60'000);
    QCOMPARE(other.written().size(), 0); // nothing to add
}

void tst_GroupSync::aServerWithoutOurInfoIsWrittenAllTheSame()
{
    Subject f;
    f.signIn({u"bob"_s});
    f.groups().create(u"Work"_s);
    f.clock.advance(5'100);
    QCOMPARE(f.written().size(), 0);
    f.clock.advance(2'000); // no answer
    QCOMPARE(f.written().size(), 1);
}

void tst_GroupSync::whatWasSaidWithoutALineIsWrittenWithTheNext()
{
    Subject f;
    f.groups().create(u"Work"_s);
    f.clock.advance(60'000);
    QCOMPARE(f.connection.sent.size(), 0);
    f.signIn({u"bob"_s});
    f.clock.advance(5'100);
    f.ownInfo({});
    QCOMPARE(f.written().size(), 1);
}

void tst_GroupSync::nameAndGroupsNeverOvertakeEachOther()
{
    Subject f;
    f.signIn({u"bob"_s});
    f.session->setOwnName(u"Ann"_s);
    QCOMPARE(f.written().size(), 1);
    f.groups().create(u"Work"_s);
    f.clock.advance(5'100);
    f.ownInfo({});
    QCOMPARE(f.written().size(), 1); // its ack would be taken for the name's
    f.ack(protocol::FrameType::Nodes, true);
    QCOMPARE(f.written().size(), 2);
    QCOMPARE(f.session->ownName(), u"Ann"_s);
    f.ack(protocol::FrameType::Nodes, true);
    QCOMPARE(f.failures.size(), 0);
}

void tst_GroupSync::aRefusedWriteIsNotRepeated()
{
    Subject f;
    f.signIn({u"bob"_s});
    f.groups().create(u"Work"_s);
    f.clock.advance(5'100);
    f.ownInfo({});
    f.ack(protocol::FrameType::Nodes, false, protocol::ErrorCode::Params);
    f.clock.advance(600'000);
    QCOMPARE(f.written().size(), 1);
    QCOMPARE(f.groups().groups().size(), 1);
}

void tst_GroupSync::contactsAreNotToldOfGroups()
{
    Subject f;
    f.signIn({u"bob"_s});
    f.connection.sent.clear();
    f.groups().create(u"Work"_s);
    f.clock.advance(5'100);
    f.ownInfo({});
    f.ack(protocol::FrameType::Nodes, true);
    f.clock.advance(2'000);
    for (const protocol::Presence &presence : f.connection.sentPresences())
        QVERIFY(presence.subStatus != static_cast<qint8>(protocol::SubStatus::ProfileChanged));
}

QTEST_GUILESS_MAIN(tst_GroupSync)

#include "tst_group_sync.moc"
