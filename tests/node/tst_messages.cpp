// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/message_fixture.h"

#include <QFile>

using namespace timbre;
using namespace timbre::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using protocol::Ack;
using protocol::FrameType;
using protocol::Message;

// Chat between two, in rooms and privately in a room: who gets what, what is refused, and what a client cannot forge.
class tst_Messages : public QObject
{
    Q_OBJECT

    std::unique_ptr<MessageFixture> f;

private Q_SLOTS:
    void init() { f = std::make_unique<MessageFixture>(); }
    void cleanup() { f.reset(); }

    void aChatIsEchoedToTheSendersDevicesAndDeliveredToTheReceivers()
    {
        Message hello = MessageFixture::chat(f->bob, u"hello \U0001F600"_s);
        hello.id = 77;
        hello.extend = protocol::TextMap{{u"k"_s, u"v"_s}};
        f->say(f->alice, hello);
        QCOMPARE(f->alice.peer.raw.size(), 1);
        QVERIFY(!MessageFixture::wantsAck(f->alice.peer.raw[0]));
        QVERIFY(!MessageFixture::wantsAck(f->aliceToo.peer.raw[0]));
        QVERIFY(MessageFixture::wantsAck(f->bob.peer.raw[0]));
        QVERIFY(MessageFixture::wantsAck(f->bobToo.peer.raw[0]));
        const Message echo = f->alice.messages().at(0);
        QVERIFY(echo.mid > 0);
        QCOMPARE(echo.id, 77);
        QCOMPARE(echo.timestamp, 1'700'000'000'000'000'000);
        QCOMPARE(*echo.fromTid, (protocol::Tid{f->alice.node, {}, u"pc"_s, {}, {}}));
        QCOMPARE(echo.toTid->node, f->bob.node);
        QCOMPARE(echo.dataString, u"hello \U0001F600"_s);
        QCOMPARE(echo.extend->value(u"k"_s), u"v"_s);
        for (MessageFixture::Party *party : {&f->aliceToo, &f->bob, &f->bobToo})
            QCOMPARE(party->messages(), QList{echo});
        QVERIFY(f->quiet());
    }
    void messagesOfOneConnectionKeepTheirOrderWhateverTheirKind()
    {
        // All of these are on their way before the first is stored.
        const auto hand = [this](const protocol::Frame &frame) {
            f->node.router->received(f->alice.id, protocol::encode(frame, protocol::Direction::ClientToServer));
        };
        Message bad = MessageFixture::chat(f->mallory, u"no friend"_s);
        Message stream = MessageFixture::chat(f->bob, u"stream"_s);
        stream.odType = 5;
        protocol::Presence presence;
        presence.toTid.emplace().node = f->bob.node;
        presence.status = u"presence"_s;
        hand({FrameType::Message, std::nullopt, MessageFixture::chat(f->bob, u"one"_s)});
        hand({FrameType::Message, std::nullopt, bad});
        hand({FrameType::Message, std::nullopt, MessageFixture::chat(f->bob, u"two"_s)});
        hand({FrameType::Message, std::nullopt, stream});
        hand({FrameType::Presence, std::nullopt, presence});
        f->node.router->received(f->alice.id, QByteArray("\xda{"));
        QVERIFY(f->bob.peer.raw.isEmpty() && f->alice.peer.raw.isEmpty());
        f->node.settle();

        QStringList seen;
        for (const protocol::Frame &frame : f->bob.peer.take()) {
            if (const auto *message = std::get_if<Message>(&frame.payload))
                seen.append(*message->dataString);
            else if (const auto *got = std::get_if<protocol::Presence>(&frame.payload))
                seen.append(*got->status);
        }
        QCOMPARE(seen, (QStringList{u"one"_s, u"two"_s, u"stream"_s, u"presence"_s}));
        seen.clear();
        for (const protocol::Frame &frame : f->alice.peer.take()) {
            if (const auto *message = std::get_if<Message>(&frame.payload))
                seen.append(*message->dataString);
            else if (const auto *ack = std::get_if<Ack>(&frame.payload))
                seen.append(QString::number(*ack->error->code));
        }
        QCOMPARE(seen, (QStringList{u"one"_s, u"4105"_s, u"two"_s, u"4113"_s}));
    }
    void aConnectionThatEndsRightAfterItsMessageLosesNothing()
    {
        f->leave(f->aliceToo);
        f->node.router->received(
            f->alice.id,
            protocol::encode({FrameType::Message, std::nullopt, MessageFixture::chat(f->bob, u"last words"_s)},
                             protocol::Direction::ClientToServer));
        f->node.router->disconnected(f->alice.id);
        f->node.settle();
        const auto frames = f->bob.peer.take();
        QCOMPARE(frames.size(), 2);
        QCOMPARE(std::get<Message>(frames[0].payload).dataString, u"last words"_s);
        QCOMPARE(std::get<protocol::Presence>(frames[1].payload).offline, true);
    }
    void whatAClientMayNotSayIsReplacedOrRemoved()
    {
        Message forged = MessageFixture::chat(f->bob, u"hi"_s);
        forged.fromTid.emplace().node = f->mallory.node;
        forged.toList = QStringList{f->mallory.node, f->carol.node};
        forged.isOffline = true;
        forged.bnType = 5;
        forged.mid = 4711;
        forged.timestamp = 1;
        for (const int odType : {1, 4, 5, 40}) {
            forged.odType = qint8(odType);
            f->say(f->alice, forged);
            const auto got = f->bob.messages();
            QCOMPARE(got.size(), 1);
            QCOMPARE(got[0].fromTid->node, f->alice.node);
            QCOMPARE(got[0].timestamp, 1'700'000'000'000'000'000);
            QVERIFY(!got[0].toList && !got[0].isOffline && !got[0].bnType);
            QVERIFY(got[0].mid.value_or(0) != 4711);
            QCOMPARE(got[0].mid.has_value(), odType == 1);
            QVERIFY(f->quiet({&f->alice, &f->aliceToo, &f->bobToo}));
        }
    }
    void anIdAndATimeAreThereWhateverTheClientGave()
    {
        for (const QByteArray id : {R"("id":null)", R"("id":"text")", R"("id":0)", R"("timestamp":"x")"}) {
            f->node.say(f->alice.id, 90,
                        "{\"msType\":2,\"odType\":1,\"dataString\":\"x\"," + id + ",\"toTid\":{\"node\":\""
                            + f->bob.node.toUtf8() + "\"}}");
            const auto got = f->bob.messages();
            QCOMPARE(got.size(), 1);
            QVERIFY(got[0].id.value_or(0) != 0 && got[0].timestamp > 1);
        }
    }
    void refusalsHaveTimsCodes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("code");
        QTest::newRow("not JSON") << QByteArray("{") << 4113;
        QTest::newRow("a system message") << QByteArray(R"({"msType":1,"odType":1,"toTid":{"node":"BOB"}})") << 4104;
        QTest::newRow("a malformed account") << QByteArray(R"({"msType":2,"odType":1,"toTid":{"node":"x!"}})") << 4106;
        QTest::newRow("a malformed room") << QByteArray(R"({"msType":2,"odType":1,"toTid":{"node":"BOB"},)"
                                                        R"("roomTid":{"node":"x!"}})")
                                          << 4106;
        QTest::newRow("an unknown account")
            << QByteArray(R"({"msType":2,"odType":1,"toTid":{"node":"NRKxQdJEzAo"}})") << 4106;
        QTest::newRow("an unknown room") << QByteArray(R"({"msType":3,"odType":1,"roomTid":{"node":"NRKxQdJEzAo"}})")
                                         << 4106;
        QTest::newRow("nobody") << QByteArray(R"({"msType":2,"odType":1})") << 4106;
        QTest::newRow("no object") << QByteArray("[]") << 4106;
        QTest::newRow("a stranger") << QByteArray(R"({"msType":2,"odType":1,"toTid":{"node":"MALLORY"}})") << 4105;
        QTest::newRow("oneself") << QByteArray(R"({"msType":2,"odType":1,"toTid":{"node":"ALICE"}})") << 4105;
        QTest::newRow("a room without one") << QByteArray(R"({"msType":3,"odType":1,"toTid":{"node":"BOB"}})") << 4105;
        QTest::newRow("a strange room") << QByteArray(R"({"msType":3,"odType":1,"roomTid":{"node":"OTHERS"}})") << 4105;
        QTest::newRow("privately, he is no member")
            << QByteArray(R"({"msType":2,"odType":1,"toTid":{"node":"MALLORY"},"roomTid":{"node":"ROOM"}})") << 4105;
        QTest::newRow("privately, I am no member")
            << QByteArray(R"({"msType":2,"odType":1,"toTid":{"node":"BOB"},"roomTid":{"node":"OTHERS"}})") << 4105;
        QTest::newRow("no such source") << QByteArray(R"({"msType":9,"odType":1,"toTid":{"node":"BOB"}})") << 4104;
        QTest::newRow("a reserved kind") << QByteArray(R"({"msType":2,"odType":9,"toTid":{"node":"BOB"}})") << 4104;
        QTest::newRow("a negative kind") << QByteArray(R"({"msType":2,"odType":-1,"toTid":{"node":"BOB"}})") << 4104;
        for (const QByteArray kind : {"3", "4", "40", "30"}) {
            QTest::addRow("kind %s in a room", kind.constData())
                << "{\"msType\":3,\"odType\":" + kind + ",\"mid\":1,\"roomTid\":{\"node\":\"ROOM\"}}" << 4104;
        }
    }
    void refusalsHaveTimsCodes()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, code);
        json.replace("ALICE", f->alice.node.toUtf8()).replace("BOB", f->bob.node.toUtf8());
        json.replace("MALLORY", f->mallory.node.toUtf8());
        json.replace("ROOM", f->room({&f->alice, &f->bob, &f->carol}).toUtf8());
        json.replace("OTHERS", f->room({&f->bob, &f->mallory}, "others").toUtf8());
        for (const quint8 type : {quint8(90), quint8(92), quint8(93)}) {
            f->node.say(f->alice.id, type, json);
            const auto acks = f->alice.peer.takeAll<Ack>();
            QCOMPARE(acks.size(), 1);
            QCOMPARE(acks[0].timType, qint8(type));
            QCOMPARE(acks[0].error->code, code);
            QVERIFY(f->quiet());
        }
    }
    void aBlockStopsMessages()
    {
        const QString room = f->room({&f->alice, &f->bob, &f->carol});
        f->node.say(f->bob.id, 41, "{\"rtype\":7,\"node\":\"" + f->alice.node.toUtf8() + "\"}");
        f->ackAll();
        f->say(f->alice, MessageFixture::chat(f->bob, u"blocked"_s));
        QCOMPARE(f->alice.code(), 4105);
        Message whisper = MessageFixture::chat(f->bob, u"blocked"_s);
        whisper.roomTid.emplace().node = room;
        f->say(f->alice, whisper);
        QCOMPARE(f->alice.code(), 4105);
        QVERIFY(f->quiet());
    }
    void aRoomsMessageGoesToAllMembersTheSenderIncluded()
    {
        const QString room = f->room({&f->alice, &f->bob, &f->carol});
        Message hello = MessageFixture::roomChat(room, u"hello room"_s);
        hello.toTid.emplace().node = f->mallory.node; // tim lets it pass and removes it
        f->say(f->alice, hello);
        QVERIFY(f->mallory.peer.raw.isEmpty());
        QList<Message> copies;
        for (MessageFixture::Party *party : {&f->alice, &f->aliceToo, &f->bob, &f->bobToo, &f->carol}) {
            QCOMPARE(party->peer.raw.size(), 1);
            QVERIFY(MessageFixture::wantsAck(party->peer.raw[0]));
            copies += party->messages();
        }
        QCOMPARE(copies.size(), 5);
        QCOMPARE(copies.count(copies[0]), 5);
        QVERIFY(copies[0].mid > 0 && copies[0].id);
        QVERIFY(!copies[0].toTid && !copies[0].toList);
        QCOMPARE(copies[0].roomTid->node, room);
        QCOMPARE(copies[0].fromTid->node, f->alice.node);
    }
    void aPrivateWordInARoomNeedsNoFriendshipAndStaysBetweenTheTwo()
    {
        const QString room = f->room({&f->alice, &f->bob, &f->carol});
        Message whisper = MessageFixture::chat(f->carol, u"psst"_s);
        whisper.roomTid.emplace().node = room;
        f->say(f->alice, whisper);
        const auto echo = f->alice.messages();
        QCOMPARE(echo.size(), 1);
        QCOMPARE(echo[0].roomTid->node, room);
        QCOMPARE(f->aliceToo.messages(), echo);
        QVERIFY(MessageFixture::wantsAck(f->carol.peer.raw.at(0)));
        QCOMPARE(f->carol.messages(), echo);
        QVERIFY(f->quiet());
        QCOMPARE(f->history(f->carol, 1, f->alice.node), QStringList{u"psst"_s});
        QVERIFY(f->history(f->carol, 2, room).isEmpty());
        QVERIFY(f->history(f->bob, 1, f->alice.node).isEmpty());
    }
    void streamsPassOnceAndLeaveNothing()
    {
        Message stream = MessageFixture::chat(f->bob, u"sdp"_s);
        stream.odType = 5;
        stream.udtype = qint16(1);
        f->say(f->alice, stream);
        QVERIFY(!MessageFixture::wantsAck(f->bob.peer.raw.at(0)));
        const auto got = f->bob.messages();
        QCOMPARE(got.size(), 1);
        QVERIFY(!got[0].mid && got[0].id && got[0].timestamp);
        QCOMPARE(got[0].udtype, qint16(1));
        QCOMPARE(f->bobToo.messages(), got);
        QVERIFY(f->quiet());
        QVERIFY(f->offline(f->bob).isEmpty());
        QVERIFY(f->history(f->bob, 1, f->alice.node).isEmpty());

        stream = MessageFixture::roomChat(f->room({&f->alice, &f->carol}), u"live"_s);
        stream.odType = 5;
        f->quiet();
        f->say(f->alice, stream);
        for (MessageFixture::Party *party : {&f->alice, &f->aliceToo, &f->carol}) {
            QVERIFY(!MessageFixture::wantsAck(party->peer.raw.at(0)));
            QCOMPARE(MessageFixture::textsOf(party->messages()), QStringList{u"live"_s});
        }
        QVERIFY(f->quiet());
    }
    void bigKindsLeaveAsBigFrames()
    {
        Message text = MessageFixture::chat(f->bob, u"text|\u00fc"_s);
        text.odType = 6;
        f->say(f->alice, text);
        QCOMPARE(f->bob.peer.raw, QList<QByteArray>{"\x5f" + f->alice.node.toUtf8() + "|text|\xc3\xbc"});
        QCOMPARE(f->bobToo.peer.raw, f->bob.peer.raw);
        f->quiet();
        Message bytes = MessageFixture::roomChat(f->room({&f->alice, &f->carol}), {});
        bytes.odType = 7;
        bytes.dataBinary = QByteArray("\x00\x01\xff", 3);
        f->say(f->alice, bytes);
        QCOMPARE(f->carol.peer.raw,
                 QList<QByteArray>{"\x60" + f->alice.node.toUtf8() + "\x83" + QByteArray("\x00\x01\xff", 3)});
        QCOMPARE(f->alice.peer.raw, f->carol.peer.raw);
        QVERIFY(f->quiet({&f->alice, &f->aliceToo, &f->carol}));
    }
    void customKindsAreQueuedButNeitherEchoedNorHistory()
    {
        Message custom = MessageFixture::chat(f->bob, u"move e2e4"_s);
        custom.odType = 40;
        f->say(f->alice, custom);
        QVERIFY(f->alice.peer.raw.isEmpty() && f->aliceToo.peer.raw.isEmpty());
        QVERIFY(MessageFixture::wantsAck(f->bob.peer.raw.at(0)));
        QCOMPARE(f->bob.messages(), f->bobToo.messages());
        QVERIFY(f->history(f->bob, 1, f->alice.node).isEmpty());
        f->leave(f->bob);
        f->leave(f->bobToo);
        f->say(f->alice, custom);
        f->enter(f->bob);
        QCOMPARE(MessageFixture::textsOf(f->offline(f->bob)), (QStringList{u"move e2e4"_s, u"move e2e4"_s}));
        QVERIFY(f->quiet());
    }
    void oversizedMessagesAreRefused()
    {
        f->say(f->alice, MessageFixture::chat(f->bob, QString(1024 * 1024, u'x')));
        QCOMPARE(f->alice.code(), 4104);
        QVERIFY(f->quiet());
        const QString large(1000 * 1000, u'x');
        f->say(f->alice, MessageFixture::chat(f->bob, large));
        QCOMPARE(MessageFixture::textsOf(f->bob.messages()), QStringList{large});
    }
    void aFullDiskRefusesAndShowsNothing()
    {
        f->node.store->run(
            [](node::Database &database) { return std::optional(database.execute(u"PRAGMA max_page_count=1"_s)); },
            [](auto) {});
        f->node.settle();
        // The limit takes hold at the pages that are there already.
        for (int i = 0; i < 20; ++i)
            f->say(f->alice, MessageFixture::chat(f->bob, QString(200'000, u'x')));
        f->quiet();
        f->say(f->alice, MessageFixture::chat(f->bob, QString(200'000, u'x')));
        QCOMPARE(f->alice.code(), 5103);
        QVERIFY(f->quiet());
        f->node.store->run(
            [](node::Database &database) { return std::optional(database.execute(u"PRAGMA max_page_count=100000"_s)); },
            [](auto) {});
        QVERIFY(f->sent(f->alice, MessageFixture::chat(f->bob, u"room again"_s)) > 0);
        QCOMPARE(f->history(f->alice, 1, f->bob.node), QStringList{u"room again"_s});
    }
    void whatWasEchoedIsOnDisk()
    {
        f->node.router->received(
            f->alice.id,
            protocol::encode({FrameType::Message, std::nullopt, MessageFixture::chat(f->bob, u"kept"_s)},
                             protocol::Direction::ClientToServer));
        while (f->alice.peer.raw.isEmpty())
            f->node.settle();
        // As after kill -9: the files of this very moment, nothing flushed.
        QTemporaryDir dir;
        for (const QString &file : {u"node.db"_s, u"node.db-wal"_s})
            QVERIFY(QFile::copy(f->node.dir.filePath(file), dir.filePath(file)));
        const auto database = node::Database::open(dir.filePath(u"node.db"_s));
        QVERIFY(database);
        node::MessageStore store(**database);
        QCOMPARE(store.history({node::chatOfPair(f->alice.node, f->bob.node), 0, 0, 10, 1000})->size(), std::size_t(1));
        QCOMPARE(store.waiting(f->bob.node, {}, 10)->size(), std::size_t(1));
        QVERIFY(store.waiting(f->alice.node, {}, 10)->empty());
    }
};

QTEST_GUILESS_MAIN(tst_Messages)
#include "tst_messages.moc"
