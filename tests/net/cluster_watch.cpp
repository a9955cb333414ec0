// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
// cluster_watch ENDPOINT1 ENDPOINT2 ENDPOINT3 PID1: plays the death of a server of a real tim cluster and writes what
// everybody saw, line by line. No test: it needs three servers and three minutes. Exit code 0 if all verdicts hold.
//
// anna and dora sign in at server 1 and know all three; ben sits at server 2, cleo at server 1 only, and both are
// clients of ours as well. PID1 is killed with SIGKILL.
#include "core/session.h"
#include "net/account_client.h"
#include "net/connection_manager.h"
#include "support/memory_store.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTimer>
#include <QUuid>

#include <csignal>
#include <cstdio>

using namespace timbre;
using namespace timbre::core;
using namespace Qt::StringLiterals;

namespace {

QElapsedTimer sinceStart;
qint64 killedAt = 0;

void write(const QString &line)
{
    const double seconds = double(sinceStart.elapsed() - killedAt) / 1000.0;
    std::printf("%9.3f  %s\n", seconds, qUtf8Printable(line));
    std::fflush(stdout);
}

QString inWords(const ContactPresence &presence)
{
    static const char *const states[] = {"Chat", "Away", "Busy", "Invisible", "Offline", "Unknown"};
    static const char *const freshness[] = {"", " (leaving)", " (doubtful)", " (stale)"};
    return QString::fromLatin1(states[int(presence.availability)])
        + QString::fromLatin1(freshness[int(presence.freshness)]);
}

struct Person {
    Person(QString personName, QList<Endpoint> servers, Clock &clock, Random &random) :
        name(std::move(personName)),
        endpoints(std::move(servers)),
        manager(clock, random, u"timbre-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8)),
        session(manager, store, clock, random)
    {
        QObject::connect(&manager, &Connection::statusChanged, &session, [this](const ConnectionStatus &status) {
            static const char *const states[] = {"Offline",       "Resolving", "Connecting",     "Authenticating",
                                                 "Synchronizing", "Online",    "WaitingToRetry", "Blocked"};
            if (killedAt != 0)
                write(name + u": "_s + QString::fromLatin1(states[int(status.state)]));
            if (status.state == ConnectionState::Online && killedAt != 0 && onlineAgainAt == 0)
                onlineAgainAt = sinceStart.elapsed();
        });
        QObject::connect(&session.roster(), &Roster::requestsChanged, &session, [this] {
            for (const Contact &request : session.roster().requests())
                session.accept(request.id);
        });
        QObject::connect(&session.presences(), &PresenceModel::presencesChanged, &session,
                         [this](const QSet<ContactId> &ids) {
                             for (const ContactId &id : ids)
                                 note(id);
                         });
        QObject::connect(&manager, &Connection::frameReceived, &session, [this](const protocol::Frame &frame) {
            const auto *presence = std::get_if<protocol::Presence>(&frame.payload);
            if (!presence || !presence->fromTid || !presence->subStatus)
                return;
            const QString from = names->value(presence->fromTid->node);
            if (killedAt != 0 && *presence->subStatus == qint8(protocol::SubStatus::Ask)) {
                write(name + u" hears "_s + from + u" (asking)"_s);
                asksHeard[from].append(sinceStart.elapsed() - killedAt);
            }
        });
    }

    void signIn() { manager.signIn(endpoints, {name, {}, Credentials::Kind::Password, u"quite secret"_s}); }
    void note(const ContactId &id)
    {
        const ContactPresence now = session.presences().presence(id);
        const QString whom = names->value(id.node());
        if (killedAt != 0)
            write(name + u" sees "_s + whom + u": "_s + inWords(now));
        history[whom].append(now);
    }
    ContactPresence seen(const Person &other) { return session.presences().presence(other.manager.ownId()); }

    QString name;
    QList<Endpoint> endpoints;
    test::MemoryStore store;
    net::ConnectionManager manager;
    Session session;
    const QHash<QString, QString> *names = nullptr;
    QHash<QString, QList<ContactPresence>> history; // since the death
    QHash<QString, QList<qint64>> asksHeard;
    qint64 onlineAgainAt = 0;
};

template <typename Condition> bool waitFor(Condition condition, int seconds)
{
    const QDeadlineTimer limit(seconds * 1000);
    while (!condition() && !limit.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 100);
    return condition();
}

int failures = 0;

void verdict(bool holds, const QString &what)
{
    std::printf("%s  %s\n", holds ? "HOLDS" : "FAILS", qUtf8Printable(what));
    failures += holds ? 0 : 1;
}

bool flapped(const QList<ContactPresence> &history, Availability was)
{
    return std::any_of(history.cbegin(), history.cend(),
                       [&](const ContactPresence &presence) { return presence.availability != was; });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5) {
        std::fprintf(stderr, "usage: cluster_watch ENDPOINT1 ENDPOINT2 ENDPOINT3 PID1\n");
        return 2;
    }
    QTimer tick; // so that waitFor() looks again
    tick.start(50);
    sinceStart.start();
    SystemClock clock;
    SystemRandom random;
    const Endpoint one{QUrl(arguments.at(1))};
    const Endpoint two{QUrl(arguments.at(2))};
    const Endpoint three{QUrl(arguments.at(3))};
    Person anna(u"anna"_s, {one, two, three}, clock, random);
    Person ben(u"ben"_s, {two}, clock, random);
    Person cleo(u"cleo"_s, {one}, clock, random);
    Person dora(u"dora"_s, {one, three, two}, clock, random);
    const QList<Person *> all{&anna, &ben, &cleo, &dora};

    net::AccountClient accounts(clock);
    QHash<QString, QString> names;
    for (Person *person : all) {
        person->names = &names;
        bool done = false;
        accounts.registerAccount(person->endpoints.first(),
                                 {person->name, {}, Credentials::Kind::Password, u"quite secret"_s}, &app,
                                 [&](const net::AccountResult &) { done = true; });
        waitFor([&] { return done; }, 10);
        person->signIn();
        if (!waitFor([&] { return person->manager.status().state == ConnectionState::Online; }, 30)) {
            std::fprintf(stderr, "%s could not sign in\n", qUtf8Printable(person->name));
            return 1;
        }
        names.insert(person->manager.ownId().node(), person->name);
    }
    for (Person *friendOfAnna : {&ben, &cleo, &dora})
        friendOfAnna->session.addContact(u"anna"_s, {}, {});
    ben.session.status().setMood(u"at the desk"_s);
    dora.session.status().setAvailability(Availability::Busy);
    const bool ready = waitFor(
        [&] {
            return anna.seen(ben).availability == Availability::Chat
                && anna.seen(cleo).availability == Availability::Chat
                && anna.seen(dora).availability == Availability::Busy
                && ben.seen(anna).availability == Availability::Chat;
        },
        90);
    write(u"anna sees ben: "_s + inWords(anna.seen(ben)) + u", cleo: "_s + inWords(anna.seen(cleo)) + u", dora: "_s
          + inWords(anna.seen(dora)));
    if (!ready)
        return 1;
    waitFor([] { return false; }, 80); // everybody has found everybody, and no repeat is under way any more

    // cleo knows no other server: her program tries that one for ever.
    killedAt = sinceStart.elapsed();
    for (Person *person : all)
        person->history.clear();
    ::kill(pid_t(arguments.at(4).toInt()), SIGKILL);
    write(u"server 1 is killed"_s);
    waitFor([] { return false; }, 95);

    const auto back = [&](const Person &person) { return double(person.onlineAgainAt - killedAt) / 1000.0; };
    const auto asks = ben.asksHeard.value(u"anna"_s);
    verdict(anna.onlineAgainAt > 0 && back(anna) < 5, u"anna is back within 5 s: %1 s"_s.arg(back(anna)));
    verdict(dora.onlineAgainAt > 0 && back(dora) < 5, u"dora is back within 5 s: %1 s"_s.arg(back(dora)));
    verdict(!flapped(anna.history.value(u"ben"_s), Availability::Chat),
            u"ben, on another server, stays Chat for anna"_s);
    verdict(!flapped(anna.history.value(u"dora"_s), Availability::Busy), u"dora, who moved too, stays Busy for anna"_s);
    verdict(!flapped(ben.history.value(u"anna"_s), Availability::Chat), u"anna stays Chat for ben"_s);
    verdict(asks.size() >= 2 && asks.first() < 6'000 && asks.last() > 60'000 && asks.last() < 76'000,
            u"anna tells her presence again at once, and once more after about a minute"_s);
    for (Person *moved : {&ben, &dora})
        verdict(anna.seen(*moved).freshness == Freshness::Live, u"%1 is known for sure again"_s.arg(moved->name));
    verdict(anna.seen(cleo).availability == Availability::Unknown, u"cleo, left on the dead server, is Unknown"_s);
    return failures == 0 ? 0 : 1;
}
