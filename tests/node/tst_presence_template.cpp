// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/presence_template.h"
#include "support/node_harness.h"

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::Direction;
using protocol::Encoding;
using protocol::Presence;

// A presence spliced for its recipient is the one the codec would have written for each, byte for byte.
class tst_PresenceTemplate : public QObject
{
    Q_OBJECT

    struct Recipient {
        Recipient(const QString &node, Encoding encoding) : device(1, peer, 1000, node::SteadyTime())
        {
            device.encoding = encoding;
            account.node = node;
            account.nodeUtf8 = node.toUtf8();
            account.devices.push_back(&device);
        }
        FakePeer peer;
        node::Device device;
        node::Account account;
    };
    static Presence presence()
    {
        Presence presence;
        presence.fromTid = protocol::Tid{u"KrffBZqyqTL"_s, u"aaaaaaaaaaa"_s, u"\"toTid\":{\"node\":\""_s, qint8(1), {}};
        presence.toTid.emplace();
        presence.toTid->domain = u"bbbbbbbbbbb"_s;
        presence.show = qint16(3);
        presence.status = u"aaaaaaaaaaa bbbbbbbbbbb \"toTid\":{\"node\":\" 🍜"_s;
        presence.extend = protocol::TextMap{{u"toTid"_s, u"aaaaaaaaaaa"_s}};
        return presence;
    }

private Q_SLOTS:
    void eachGetsWhatTheCodecWrites_data()
    {
        QTest::addColumn<Encoding>("encoding");
        QTest::newRow("json") << Encoding::Json;
        QTest::newRow("thrift") << Encoding::ThriftCompact;
    }
    void eachGetsWhatTheCodecWrites()
    {
        QFETCH(Encoding, encoding);
        node::PresenceTemplate outgoing(presence());
        // Lengths may differ: nodes have 9 to 11 characters; one that looks like a filler must not confuse anything.
        for (const QString &node :
             {u"ZD9HTVV1Jca"_s, u"aaaaaaaaaaa"_s, u"bbbbbbbbbbb"_s, u"2D7Rdh3Ra"_s, u"QdH6CCms5EU"_s}) {
            Recipient recipient(node, encoding);
            outgoing.sendTo(recipient.account);
            Presence wanted = presence();
            wanted.toTid->node = node;
            QCOMPARE(recipient.peer.raw,
                     QList<QByteArray>{protocol::encode({protocol::FrameType::Presence, std::nullopt, wanted},
                                                        Direction::ServerToClient, encoding)});
        }
    }
    void encodingsMix()
    {
        node::PresenceTemplate outgoing(presence());
        for (const Encoding encoding :
             {Encoding::Json, Encoding::ThriftCompact, Encoding::Json, Encoding::ThriftCompact}) {
            Recipient recipient(u"ZD9HTVV1Jca"_s, encoding);
            outgoing.sendTo(recipient.account);
            QCOMPARE(recipient.peer.raw.size(), 1);
            const auto got = protocol::decode(recipient.peer.raw[0], Direction::ServerToClient, encoding);
            QVERIFY(got && got->wrongField.isEmpty());
            Presence wanted = presence();
            wanted.toTid->node = u"ZD9HTVV1Jca"_s;
            QCOMPARE(std::get<Presence>(got->frame.payload), wanted);
        }
    }
};

QTEST_GUILESS_MAIN(tst_PresenceTemplate)
#include "tst_presence_template.moc"
