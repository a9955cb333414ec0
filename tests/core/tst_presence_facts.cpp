// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/presence_facts.h"
#include "core/presence_model.h"
#include "support/fake_clock.h"

#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 now = 1'800'000'000'000;
constexpr qint64 second = 1'000;
constexpr qint64 hour = 3'600'000;

PresenceFacts read(const QString &key, const QString &text)
{
    return factsFromExtend(protocol::TextMap{{key, text}}, now);
}

QString seconds(qint64 wall)
{
    return QString::number(wall / second);
}

} // namespace

class tst_PresenceFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatItReads()
    {
        const PresenceFacts facts{now + hour, now - hour, now - 2 * hour, Availability::Away};
        protocol::TextMap extend{{u"v"_s, u"1"_s}};
        writeFacts(facts, extend);
        QCOMPARE(extend.size(), 5);
        QCOMPARE(factsFromExtend(extend, now), facts);
        protocol::TextMap none;
        writeFacts({}, none);
        QVERIFY(none.isEmpty());
        QCOMPARE(factsFromExtend(std::nullopt, now), PresenceFacts());
    }

    void nextNeedsAnEndAndAKnownState()
    {
        const auto next = [](const QString &text, bool ends) {
            protocol::TextMap extend{{u"next"_s, text}};
            if (ends)
                extend.insert(u"until"_s, seconds(now + hour));
            return factsFromExtend(extend, now).next;
        };
        QCOMPARE(next(u"4"_s, true), Availability::Busy);
        QCOMPARE(next(u"4"_s, false), Availability::Unknown);
        for (const QString &text : {u"2"_s, u"0"_s, u"5"_s, u"65537"_s, u"-1"_s, u"4 "_s, QString()})
            QCOMPARE(next(text, true), Availability::Unknown);
    }

    void nonsenseIsNotSaid_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", " ", "-1", "+1800003600", "0", "abc", "1.8e9", "1800003600.5", " 1800003600", "1800003600 ",
              "0x6b49d200", "99999999999999999999999999", "9223372036854775807", "18000036000000", "NaN",
              "<b>1800003600</b>", "\xd9\xa1\xd9\xa8\xd9\xa0\xd9\xa0\xd9\xa0\xd9\xa0\xd9\xa3\xd9\xa6\xd9\xa0\xd9\xa0"})
            QTest::addRow("'%s'", text) << QString::fromUtf8(text);
        QTest::newRow("long") << QString(1'000'000, u'1');
    }
    void nonsenseIsNotSaid()
    {
        QFETCH(QString, text);
        for (const QString &key : {u"until"_s, u"since"_s, u"idle"_s})
            QCOMPARE(read(key, text), PresenceFacts());
    }

    void timesMustBePlausible()
    {
        QCOMPARE(read(u"until"_s, seconds(now - second)).until, 0);
        QCOMPARE(read(u"until"_s, seconds(now)).until, 0);
        QCOMPARE(read(u"until"_s, seconds(now + second)).until, now + second);
        QCOMPARE(read(u"until"_s, seconds(now + 400LL * 24 * hour)).until, 0);
        QCOMPARE(read(u"idle"_s, seconds(now - hour)).idleSince, now - hour);
        QCOMPARE(read(u"idle"_s, seconds(now + 60 * second)).idleSince, now); // their clock is ahead
        QCOMPARE(read(u"idle"_s, seconds(now + hour)).idleSince, 0);
        QCOMPARE(read(u"since"_s, seconds(now - 400LL * 24 * hour)).since, 0);
    }

    void theModelKeepsThemWhileTheContactIsPresent()
    {
        test::FakeClock clock;
        PresenceModel model(clock);
        const ContactId anna(u"anna"_s);
        const ContactId bystander(u"bystander"_s);
        model.setContacts({anna, bystander});
        protocol::Presence presence;
        presence.fromTid = protocol::Tid{};
        presence.fromTid->node = u"anna"_s;
        presence.show = qint16{4};
        presence.extend = protocol::TextMap();
        writeFacts({clock.wall() + hour, clock.wall() - hour, 0}, *presence.extend);
        model.apply(presence, ContactId(u"me"_s));
        QCOMPARE(model.presence(anna).until, clock.wall() + hour);
        QCOMPARE(model.presence(anna).since, clock.wall() - hour);
        QCOMPARE(model.presence(bystander), ContactPresence());
        presence.show = qint16{3};
        presence.extend = protocol::TextMap{{u"idle"_s, seconds(clock.wall() - hour)}};
        model.apply(presence, ContactId(u"me"_s));
        QCOMPARE(model.presence(anna).until, 0);
        QCOMPARE(model.presence(anna).idleSince, clock.wall() - hour);
        QCOMPARE(model.presence(anna).since, clock.wall());
        presence.show = qint16{2};
        writeFacts({clock.wall() + hour, 0, clock.wall()}, *presence.extend); // invisible people say nothing
        model.apply(presence, ContactId(u"me"_s));
        QCOMPARE(model.presence(anna).until, 0);
        QCOMPARE(model.presence(anna).idleSince, 0);
    }
};

QTEST_GUILESS_MAIN(tst_PresenceFacts)
#include "tst_presence_facts.moc"
