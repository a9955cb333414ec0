// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/recent_messages.h"

#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace Qt::StringLiterals;
using protocol::MsType;
using protocol::OdType;

class tst_RecentMessages : public QObject
{
    Q_OBJECT

private:
    const ContactId me{u"me"_s};

    static protocol::Message message(OdType odType, const QString &from, const QString &to)
    {
        protocol::Message message;
        message.msType = static_cast<qint8>(MsType::User);
        message.odType = static_cast<qint8>(odType);
        message.fromTid.emplace().node = from;
        message.toTid.emplace().node = to;
        return message;
    }

private Q_SLOTS:
    void theOfflineCopyOfAChatMessageIsARepetition()
    {
        RecentMessages recent(1);
        protocol::Message live = message(OdType::Chat, u"bob"_s, u"me"_s);
        live.id = 5;
        live.mid = 9;
        QVERIFY(!recent.isRepeated(live, me));
        QVERIFY(recent.isRepeated(live, me));
        protocol::Message offline = live;
        offline.id.reset();
        offline.isOffline = true;
        QVERIFY(recent.isRepeated(offline, me));
    }
    void bothWaysAreOneConversation()
    {
        RecentMessages recent(1);
        protocol::Message theirs = message(OdType::Chat, u"bob"_s, u"me"_s);
        theirs.mid = 1;
        protocol::Message ours = message(OdType::Chat, u"me"_s, u"bob"_s);
        ours.mid = 2;
        protocol::Message carols = message(OdType::Chat, u"carol"_s, u"me"_s);
        carols.mid = 1; // with several databases a mid is of its conversation only
        QVERIFY(!recent.isRepeated(theirs, me));
        QVERIFY(!recent.isRepeated(ours, me));
        QVERIFY(!recent.isRepeated(carols, me));
        QVERIFY(recent.isRepeated(ours, me));
    }
    void aRevokeIsNotWhatItRevokes()
    {
        RecentMessages recent(1);
        protocol::Message chat = message(OdType::Chat, u"bob"_s, u"me"_s);
        chat.mid = 7;
        chat.id = 7;
        protocol::Message revoke = chat;
        revoke.odType = static_cast<qint8>(OdType::Revoke);
        QVERIFY(!recent.isRepeated(chat, me));
        QVERIFY(!recent.isRepeated(revoke, me));
        revoke.mid = 0; // its offline copy
        QVERIFY(recent.isRepeated(revoke, me));
    }
    // Ids are chosen by clients: one must not hide another's message.
    void anIdBelongsToItsSender()
    {
        RecentMessages recent(1);
        protocol::Message eves = message(OdType::Business, u"eve"_s, u"me"_s);
        eves.id = 7;
        protocol::Message bobs = message(OdType::Business, u"bob"_s, u"me"_s);
        bobs.id = 7;
        QVERIFY(!recent.isRepeated(eves, me));
        QVERIFY(!recent.isRepeated(bobs, me));
    }
    void whatHasNoNumberIsNeverARepetition()
    {
        RecentMessages recent(1);
        const protocol::Message nameless = message(OdType::Stream, u"bob"_s, u"me"_s);
        QVERIFY(!recent.isRepeated(nameless, me));
        QVERIFY(!recent.isRepeated(nameless, me));
    }
    void aFloodMakesItForgetTheOldestOnly()
    {
        RecentMessages recent(1);
        protocol::Message one = message(OdType::Chat, u"bob"_s, u"me"_s);
        for (qint64 mid = 1; mid <= qint64(RecentMessages::remembered) + 1; ++mid) {
            one.mid = mid;
            QVERIFY(!recent.isRepeated(one, me));
        }
        one.mid = 2;
        QVERIFY(recent.isRepeated(one, me));
        one.mid = 1;
        QVERIFY(!recent.isRepeated(one, me));
    }
};

QTEST_APPLESS_MAIN(tst_RecentMessages)
#include "tst_recent_messages.moc"
