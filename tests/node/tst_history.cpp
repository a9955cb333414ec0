// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/message_fixture.h"

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::FrameType;
using protocol::Message;

// Frame 21: pages of one's own conversations and rooms, and of nobody else's.
class tst_History : public QObject
{
    Q_OBJECT

    std::unique_ptr<MessageFixture> f;
    QList<qint64> mids; // of "0" to "9" between alice and bob, written in turn

private Q_SLOTS:
    void init()
    {
        f = std::make_unique<MessageFixture>();
        mids.clear();
        for (int i = 0; i < 10; ++i) {
            const bool fromAlice = i % 2 == 0;
            mids.append(f->sent(fromAlice ? f->alice : f->bob,
                                MessageFixture::chat(fromAlice ? f->bob : f->alice, QString::number(i))));
        }
    }
    void cleanup() { f.reset(); }

    void theNewestComeFirstAndTheBoundIsIncluded()
    {
        QCOMPARE(f->history(f->alice, 1, f->bob.node, 0, 3), (QStringList{u"9"_s, u"8"_s, u"7"_s}));
        QCOMPARE(f->history(f->bobToo, 1, f->alice.node, mids[7], 3), (QStringList{u"7"_s, u"6"_s, u"5"_s}));
        QCOMPARE(f->history(f->alice, 1, f->bob.node, mids[0], 5), QStringList{u"0"_s});
        QCOMPARE(f->history(f->alice, 1, f->bob.node, 0, 0).size(), 10);
        QCOMPARE(f->history(f->alice, 1, f->bob.node, -4, -1).size(), 10);
        QVERIFY(f->quiet());
    }
    void anEntryIsTheMessageWithoutIdAndDevice()
    {
        f->pull(f->aliceToo, 1, f->bob.node, mids[3], 1);
        const auto lists = f->aliceToo.lists();
        QCOMPARE(lists.size(), 1);
        QVERIFY(!lists[0].id);
        const Message entry = lists[0].messageList->at(0);
        QCOMPARE(entry.mid, mids[3]);
        QCOMPARE(*entry.fromTid, (protocol::Tid{f->bob.node, {}, {}, {}, {}}));
        QCOMPARE(entry.toTid->node, f->alice.node);
        QCOMPARE(entry.timestamp, 1'700'000'000'000'000'000);
        QVERIFY(!entry.id && !entry.isOffline);
        QVERIFY(f->quiet());
    }
    void aTimeBoundsAPageWithoutMid()
    {
        f->pull(f->alice, 1, f->bob.node, 0, 2, u"1700000000000000000"_s);
        QCOMPARE(MessageFixture::textsOf(f->alice.lists()), (QStringList{u"9"_s, u"8"_s}));
        f->pull(f->alice, 1, f->bob.node, 0, 2, u"1699999999999999999"_s);
        QVERIFY(f->alice.peer.raw.isEmpty());
        f->pull(f->alice, 1, f->bob.node, mids[4], 1, u"1"_s); // the mid wins
        QCOMPARE(MessageFixture::textsOf(f->alice.lists()), QStringList{u"4"_s});
        f->pull(f->alice, 1, f->bob.node, 0, 1, u"yesterday"_s);
        QCOMPARE(MessageFixture::textsOf(f->alice.lists()), QStringList{u"9"_s});
    }
    void nothingIsSentWhenNothingMatches()
    {
        QVERIFY(f->history(f->mallory, 1, f->bob.node).isEmpty());
        f->pull(f->mallory, 1, f->alice.node, mids[0], 10);
        f->pull(f->alice, 1, f->alice.node, 0, 10);
        f->pull(f->alice, 1, u"NRKxQdJEzAo"_s, 0, 10);
        QVERIFY(f->quiet());
        f->node.say(f->alice.id, 13); // and it goes on
        QCOMPARE(f->alice.peer.raw, QList<QByteArray>{"\x0d"});
    }
    void aRoomsHistoryIsForItsMembers()
    {
        const QString room = f->room({&f->alice, &f->carol});
        const QString others = f->room({&f->bob, &f->mallory}, "others");
        f->sent(f->alice, MessageFixture::roomChat(room, u"in the room"_s));
        f->sent(f->bob, MessageFixture::roomChat(others, u"elsewhere"_s));
        QCOMPARE(f->history(f->carol, 2, room), QStringList{u"in the room"_s});
        f->pull(f->mallory, 2, room, 0, 0);
        QCOMPARE(f->mallory.code(), 4105);
        f->pull(f->mallory, 3, room, 0, 0); // tim asks nobody here
        QCOMPARE(f->mallory.code(), 4104);
        f->pull(f->mallory, 1, room, 0, 0);
        QVERIFY(f->quiet());
    }
    void missingFieldsAreParameters_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("rtype") << QByteArray(R"({"node":"BOB","reqInt":0,"reqInt2":0})");
        QTest::newRow("node") << QByteArray(R"({"rtype":1,"reqInt":0,"reqInt2":0})");
        QTest::newRow("mid") << QByteArray(R"({"rtype":1,"node":"BOB","reqInt2":0})");
        QTest::newRow("limit") << QByteArray(R"({"rtype":1,"node":"BOB","reqInt":0})");
        QTest::newRow("a node that is none") << QByteArray(R"({"rtype":1,"node":"x!","reqInt":0,"reqInt2":0})");
        QTest::newRow("not JSON") << QByteArray("{");
    }
    void missingFieldsAreParameters()
    {
        QFETCH(QByteArray, json);
        f->node.say(f->alice.id, 21, json.replace("BOB", f->bob.node.toUtf8()));
        QCOMPARE(f->alice.code(), 4104);
    }
    void anAnswerIsCutAndTheNextPageGoesOn()
    {
        const QString large(300'000, u'x');
        for (int i = 0; i < 5; ++i)
            f->sent(f->alice, MessageFixture::chat(f->bob, large));
        f->pull(f->bob, 1, f->alice.node, 0, 0);
        auto lists = f->bob.lists();
        QCOMPARE(lists.size(), 1);
        QCOMPARE(lists[0].messageList->size(), 3);
        f->pull(f->bob, 1, f->alice.node, *lists[0].messageList->last().mid, 0);
        lists = f->bob.lists();
        QCOMPARE(lists[0].messageList->size(), 3 + 10); // the bound again, the other two, what was before
    }
    void pagingGoesOnAtLargeNeighbours()
    {
        for (const QChar c : {u'1', u'2', u'3'})
            f->sent(f->alice, MessageFixture::chat(f->bob, QString(600'000, c)));
        qint64 from = 0;
        QString seen;
        for (int page = 0; page < 2; ++page) {
            f->pull(f->bob, 1, f->alice.node, from, 0);
            const auto lists = f->bob.lists();
            QCOMPARE(lists.size(), 1);
            for (const Message &message : *lists[0].messageList) {
                if (!seen.endsWith(message.dataString->front()))
                    seen += message.dataString->front();
                from = *message.mid;
            }
        }
        QVERIFY2(seen.startsWith(u"321"), qPrintable(seen.left(10)));
    }
    void aPullSeesTheMessageSentJustBefore()
    {
        f->node.router->received(
            f->alice.id,
            protocol::encode({FrameType::Message, std::nullopt, MessageFixture::chat(f->bob, u"just now"_s)},
                             protocol::Direction::ClientToServer));
        f->pull(f->alice, 1, f->bob.node, 0, 1);
        const auto frames = f->alice.peer.take();
        QCOMPARE(frames.size(), 2);
        QVERIFY(std::holds_alternative<Message>(frames[0].payload));
        QCOMPARE(std::get<protocol::MessageList>(frames[1].payload).messageList->at(0).dataString, u"just now"_s);
    }
};

QTEST_GUILESS_MAIN(tst_History)
#include "tst_history.moc"
