// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "cli/events.h"
#include "cli/plain_text.h"
#include "cli/transcript.h"

#include <QJsonDocument>
#include <QTest>

using namespace timbre;
using namespace timbre::cli;
using namespace Qt::StringLiterals;

// What other people send, on its way to a terminal or a script.
class tst_Events : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCannotSteerATerminal_data();
    void textCannotSteerATerminal();
    void jsonStaysJsonAndIsHarmless();
    void presenceIsOneEvent();
    void anOfflineNoticeHasNothingElse();
    void waitingEntriesOfAnyKindAreEvents();
    void bigNumbersStayWhole();
    void transcriptsNameWhatIsDifferentEachTime();
};

void tst_Events::textCannotSteerATerminal_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("escape") << u"\x1b]0;owned\x07"_s << uR"(\x1b]0;owned\x07)"_s;
    QTest::newRow("c1") << QString(QChar(0x9b)) + u"2J"_s << uR"(\x9b2J)"_s;
    QTest::newRow("line") << u"one\ntwo\r"_s << uR"(one\ntwo\x0d)"_s;
    QTest::newRow("bidi") << QString(QChar(0x202e)) + u"txt"_s << uR"(\u202etxt)"_s;
    QTest::newRow("surrogate") << QString(QChar(0xd800)) + u"x"_s << uR"(\ud800x)"_s;
    QTest::newRow("backslash") << uR"(\x1b)"_s << uR"(\\x1b)"_s;
    QTest::newRow("people") << u"Grüße 你好 🎉"_s << u"Grüße 你好 🎉"_s;
}

void tst_Events::textCannotSteerATerminal()
{
    QFETCH(QString, text);
    QTEST(plainText(text), "shown");
}

void tst_Events::jsonStaysJsonAndIsHarmless()
{
    const QJsonObject object{{u"text"_s, u"a\x1b[31m\n"_s + QChar(0x9b) + QChar(0x202e) + u"\\ 🎉"_s}};
    const QByteArray line = plainJson(object);
    QCOMPARE(QJsonDocument::fromJson(line).object(), object);
    for (const QChar c : QString::fromUtf8(line))
        QVERIFY(c.unicode() >= 0x20 && c.unicode() != 0x9b && c.unicode() != 0x202e);
}

void tst_Events::presenceIsOneEvent()
{
    protocol::Presence presence;
    presence.fromTid = protocol::Tid{u"Node"_s, {}, u"web"_s, {}, {}};
    presence.show = qint16(protocol::Show::Busy);
    presence.status = u"In a meeting\x1b"_s;
    presence.subStatus = qint8(protocol::SubStatus::Changed);
    const QJsonObject expected{{u"event"_s, u"presence"_s},    {u"from"_s, u"Node"_s},
                               {u"device"_s, u"web"_s},        {u"availability"_s, u"busy"_s},
                               {u"mood"_s, u"In a meeting"_s}, {u"kind"_s, u"changed"_s}};
    QCOMPARE(presenceEvent(presence, 0), expected);
}

void tst_Events::anOfflineNoticeHasNothingElse()
{
    protocol::Presence presence;
    presence.fromTid = protocol::Tid{u"Node"_s, {}, {}, {}, {}};
    presence.offline = true;
    presence.show = qint16(protocol::Show::Busy);
    presence.status = u"forged"_s;
    const QJsonObject expected{{u"event"_s, u"presence"_s}, {u"from"_s, u"Node"_s}, {u"availability"_s, u"offline"_s}};
    QCOMPARE(presenceEvent(presence, 0), expected);
}

void tst_Events::waitingEntriesOfAnyKindAreEvents()
{
    protocol::Message message;
    message.msType = qint8(protocol::MsType::User);
    message.odType = qint8(protocol::OdType::Business);
    message.bnType = qint32(protocol::BusinessOp::AddFriend);
    message.fromTid = protocol::Tid{u"Node"_s, {}, {}, {}, {}};
    message.dataString = u"Hi"_s;
    message.isOffline = true;
    const QJsonObject expected{
        {u"event"_s, u"request"_s}, {u"from"_s, u"Node"_s}, {u"text"_s, u"Hi"_s}, {u"offline"_s, true}};
    QCOMPARE(messageEvent(message), expected);
}

void tst_Events::bigNumbersStayWhole()
{
    protocol::Message message;
    message.odType = qint8(protocol::OdType::Chat);
    message.mid = 9'007'199'254'740'993; // 2^53 + 1
    QCOMPARE(messageEvent(message).value("mid"_L1).toString(), u"9007199254740993"_s);
}

void tst_Events::transcriptsNameWhatIsDifferentEachTime()
{
    Transcript transcript(u"play-x-"_s);
    transcript.nameNode(u"Node"_s, u"alice"_s);
    transcript.nameMessage(u"7"_s, false, u"<m1>"_s);
    const QJsonObject event{{u"event"_s, u"message"_s}, {u"from"_s, u"Node"_s},       {u"mid"_s, u"7"_s},
                            {u"time"_s, u"2026"_s},     {u"name"_s, u"play-x-bob"_s}, {u"device"_s, u"r"_s}};
    QCOMPARE(recordLine(transcript.normalised(event)), u"message from=alice mid=<m1> name=bob time=<time>"_s);
    QJsonObject inRoom = event;
    inRoom.insert(u"room"_s, u"Room"_s);
    QVERIFY(recordLine(transcript.normalised(inRoom)).contains(u"mid=<mid>"_s)); // rooms count apart
}

QTEST_GUILESS_MAIN(tst_Events)
#include "tst_events.moc"
