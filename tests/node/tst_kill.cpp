// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "support/node_client.h"
#include "support/node_process.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <mutex>
#include <thread>

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What the node has acknowledged, and therefore owes us after whatever happened to it.
struct Promised {
    struct Person {
        QByteArray name;
        QString node;
    };
    struct Pair {
        Person a;
        Person b;
        bool friends = false;
        QStringList texts; // echoed to a
    };
    QList<Person> people;
    QList<Pair> pairs;
};

// SIGKILL to a process after a random part of a second, from a thread of its own: the other one is busy then.
class Killer
{
public:
    explicit Killer(NodeProcess &node) :
        m_thread([this, &node, time = std::chrono::milliseconds(QRandomGenerator::global()->bounded(50, 1500))] {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, time, [this] { return m_enough; });
            node.signal(SIGKILL);
        })
    {
    }
    ~Killer()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_enough = true;
        }
        m_wake.notify_one();
        m_thread.join();
    }
    Killer(const Killer &) = delete;
    Killer &operator=(const Killer &) = delete;

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_enough = false;
    std::thread m_thread;
};

template <typename Payload> const Payload *in(const std::optional<protocol::Frame> &frame)
{
    return frame ? std::get_if<Payload>(&frame->payload) : nullptr;
}

} // namespace

// kill -9 of timbre-node at any moment, again and again on the same data folder: whatever it has acknowledged is there
// afterwards. TIMBRE_KILL_ROUNDS says how often, 3 by default.
class tst_Kill : public QObject
{
    Q_OBJECT

    QTemporaryDir dir;
    int m_counter = 0;

    std::optional<Promised::Person> newPerson(quint16 port)
    {
        const QByteArray name = "p" + QByteArray::number(++m_counter);
        const QString node = NodeClient::registerAccount(port, name);
        return node.isEmpty() ? std::nullopt : std::optional(Promised::Person{name, node});
    }
    static bool befriend(NodeClient &a, NodeClient &b, const Promised::Pair &pair)
    {
        const auto add = [](NodeClient &client, const QString &node) {
            client.send(41, "{\"rtype\":4,\"reqStr\":\"\",\"node\":\"" + node.toUtf8() + "\"}");
        };
        add(a, pair.b.node);
        const auto request = b.next();
        if (!in<protocol::Message>(request))
            return false;
        b.ack(*request);
        add(b, pair.a.node);
        const auto toA = a.next();
        const auto *accepted = in<protocol::Message>(toA);
        if (!accepted || accepted->bnType != 5)
            return false;
        a.ack(*toA);
        if (const auto toB = b.next())
            b.ack(*toB);
        return true;
    }
    // Until the node is gone.
    void work(quint16 port, Promised &promised)
    {
        for (;;) {
            Promised::Pair pair;
            for (Promised::Person *person : {&pair.a, &pair.b}) {
                const auto made = newPerson(port);
                if (!made)
                    return;
                promised.people.append(*made);
                *person = *made;
            }
            NodeClient a(port), b(port);
            const auto signedIn = [](NodeClient &client, const Promised::Person &person) {
                const auto ack = client.isOpen() ? client.signIn(person.name) : std::nullopt;
                return ack && ack->ok;
            };
            if (!signedIn(a, pair.a) || !signedIn(b, pair.b))
                return;
            pair.friends = befriend(a, b, pair);
            promised.pairs.append(pair);
            if (!pair.friends)
                return;
            QStringList &texts = promised.pairs.last().texts;
            for (int i = 0; i < 25; ++i) {
                const QString text = u"%1-%2"_s.arg(pair.a.node).arg(i);
                a.send(90,
                       "{\"msType\":2,\"odType\":1,\"toTid\":{\"node\":\"" + pair.b.node.toUtf8()
                           + "\"},\"dataString\":\"" + text.toUtf8() + "\"}");
                const auto echo = a.next();
                const auto *message = in<protocol::Message>(echo);
                if (!message || message->dataString != text)
                    return;
                texts.append(text);
                if (const auto delivered = b.next())
                    b.ack(*delivered);
            }
        }
    }
    // Empty, or what is missing.
    static QString missing(quint16 port, const Promised &promised)
    {
        for (const Promised::Person &person : promised.people) {
            NodeClient client(port);
            const auto ack = client.isOpen() ? client.signIn(person.name) : std::nullopt;
            if (!ack || !ack->ok || ack->n != person.node)
                return u"account "_s + QString::fromUtf8(person.name);
        }
        for (const Promised::Pair &pair : promised.pairs) {
            NodeClient a(port);
            if (!a.isOpen() || !a.signIn(pair.a.name))
                return u"sign-in"_s;
            if (!pair.friends)
                continue;
            a.send(41, R"({"rtype":1})");
            const auto answer = a.next();
            const auto *roster = in<protocol::Nodes>(answer);
            if (!roster || !roster->nodelist || !roster->nodelist->contains(pair.b.node))
                return u"friendship of "_s + QString::fromUtf8(pair.a.name);
            if (pair.texts.isEmpty())
                continue;
            a.send(21, "{\"rtype\":1,\"node\":\"" + pair.b.node.toUtf8() + "\",\"reqInt\":0,\"reqInt2\":0}");
            const auto page = a.next();
            const auto *history = in<protocol::MessageList>(page);
            QSet<QString> found;
            for (const protocol::Message &message :
                 history ? history->messageList.value_or(QList<protocol::Message>()) : QList<protocol::Message>())
                found.insert(message.dataString.value_or(QString()));
            for (const QString &text : pair.texts) {
                if (!found.contains(text))
                    return u"message "_s + text;
            }
        }
        return {};
    }

private Q_SLOTS:
    void whatWasAcknowledgedIsThere()
    {
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("TIMBRE_KILL_ROUNDS", &given);
        const int rounds = given ? std::max(1, asked) : 3;
        const QStringList arguments = NodeProcess::serving(dir.filePath(u"node"_s));
        int people = 0, friendships = 0, messages = 0;
        for (int round = 0; round < rounds; ++round) {
            Promised promised;
            {
                NodeProcess node(arguments);
                QVERIFY2(node.port(), "the database did not open again");
                const Killer killer(node);
                work(node.port(), promised);
            }
            NodeProcess node(arguments);
            QVERIFY2(node.port(), "the database did not open again");
            const QString lost = missing(node.port(), promised);
            QVERIFY2(lost.isEmpty(), qPrintable(u"round %1: lost %2"_s.arg(round).arg(lost)));
            people += int(promised.people.size());
            for (const Promised::Pair &pair : std::as_const(promised.pairs)) {
                friendships += pair.friends ? 1 : 0;
                messages += int(pair.texts.size());
            }
            QCOMPARE(node.stop().code, 0);
        }
        qInfo("%d kills; accounts %d, friendships %d, messages %d acknowledged, none missing", rounds, people,
              friendships, messages);
        QVERIFY(people > 0 && friendships > 0 && messages > 0);
    }
};

QTEST_GUILESS_MAIN(tst_Kill)
#include "tst_kill.moc"
