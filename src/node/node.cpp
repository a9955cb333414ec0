// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/node.h"

#include "node/data_folder.h"
#include "node/listener.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/steady_timer.hpp>
#include <sodium.h>

#include <future>
#include <optional>
#include <sys/resource.h>
#include <thread>

namespace timbre::node {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto goodbyeTime = 1s;
constexpr auto goodbyeStep = 10ms;
// Database, log, libraries, and the sockets of whatever shares the process.
constexpr rlim_t reservedDescriptors = 64;

int connectionLimit(const NodeConfig &config)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return config.connectLimit;
    const rlim_t usable
        = limit.rlim_cur > 2 * reservedDescriptors ? limit.rlim_cur - reservedDescriptors : limit.rlim_cur / 2;
    return int(std::min<rlim_t>(usable, rlim_t(config.connectLimit)));
}

} // namespace

// Members are destroyed from the last to the first: what the loop's unfinished handlers refer to
// comes before it.
class Node::Private
{
public:
    Private(const NodeConfig &nodeConfig, DataFolder dataFolder) :
        config(nodeConfig),
        folder(std::move(dataFolder)),
        gate(connectionLimit(config), config.connectLimitPerAddress),
        timers(environment.now),
        loop(1),
        alarm(loop),
        flusher(loop, timers)
    {
    }

    Expected<Success, StartError> open();
    void windAlarm();
    void finishGoodbye(SteadyTime until);
    void stop();

    NodeConfig config;
    DataFolder folder;
    Environment environment = Environment::system();
    Gate gate;
    Timers timers;
    asio::io_context loop;
    asio::steady_timer alarm;
    Flusher flusher;
    std::unique_ptr<NodeStore> store;
    std::unique_ptr<HashPool> hashes;
    std::unique_ptr<Accounts> accounts;
    std::unique_ptr<Router> router;
    std::unique_ptr<Listener> listener;
    quint16 port = 0;
    std::thread thread;
};

Expected<Success, StartError> Node::Private::open()
{
    const auto post = [this](std::function<void()> work) { asio::post(loop, std::move(work)); };
    auto opened = NodeStore::open(folder.databasePath(), post);
    if (!opened)
        return unexpected(StartError(opened.error()));
    store = std::move(opened).value();

    // The loop does not run yet, so the answers are fetched by hand.
    std::optional<QStringList> nodes;
    std::optional<QList<RoomMembers>> rooms;
    std::optional<qint64> serverId;
    store->run([](Database &database) { return database.allNodes(); },
               [&nodes](std::optional<QStringList> found) { nodes = std::move(found); });
    store->run([](Database &database) { return RoomStore(database).everything(); },
               [&rooms](std::optional<QList<RoomMembers>> found) { rooms = std::move(found); });
    store->run([chosen = qint64(environment.random())](Database &database) { return database.serverId(chosen); },
               [&serverId](std::optional<qint64> found) { serverId = found; });
    store->flush();
    loop.poll();
    loop.restart();
    if (!nodes || !rooms || !serverId)
        return unexpected(StartError{StartError::Kind::DataFolderUnusable, folder.databasePath()});

    hashes = std::make_unique<HashPool>(post, HashCost());
    accounts = std::make_unique<Accounts>(config, environment, timers, *store, *hashes);
    accounts->setExisting(*nodes);
    router = std::make_unique<Router>(config, environment, timers, *store, *accounts, qint32(*serverId));
    router->loadRooms(*rooms);
    listener = std::make_unique<Listener>(loop, *router, flusher, gate);
    const auto bound = listener->open(config.listenAddress, config.port);
    if (!bound)
        return unexpected(StartError(bound.error()));
    port = *bound;
    return Success();
}

void Node::Private::windAlarm()
{
    const auto next = timers.next();
    if (!next)
        return;
    alarm.expires_at(*next);
    alarm.async_wait([this](beast::error_code error) {
        if (error)
            return;
        timers.run();
        windAlarm();
    });
}

void Node::Private::stop()
{
    if (!thread.joinable())
        return;
    asio::post(loop, [this] {
        router->shutDown();
        listener->close();
        finishGoodbye(environment.now() + goodbyeTime);
    });
    thread.join();
    timers.clear();
    listener.reset();
    hashes.reset();
    store.reset(); // commits what was accepted
}

void Node::Private::finishGoodbye(SteadyTime until)
{
    if (!listener->hasSessions() || environment.now() >= until)
        return loop.stop();
    timers.after(goodbyeStep, [this, until] { finishGoodbye(until); });
}

Expected<std::unique_ptr<Node>, StartError> Node::start(const NodeConfig &config)
{
    using Kind = StartError::Kind;
    if (sodium_init() < 0)
        return unexpected(StartError{Kind::DataFolderUnusable, u"libsodium has no random numbers"_s});
    auto folder = DataFolder::open(config.dataFolder);
    if (!folder)
        return unexpected(StartError(folder.error()));
    auto d = std::make_unique<Private>(config, std::move(folder).value());
    const auto opened = d->open();
    if (!opened)
        return unexpected(StartError(opened.error()));
    d->timers.onEarlier([node = d.get()] { node->windAlarm(); });
    d->listener->start();
    d->windAlarm();
    d->thread = std::thread([node = d.get()] {
        const auto work = asio::make_work_guard(node->loop);
        node->loop.run();
    });
    return std::unique_ptr<Node>(new Node(std::move(d)));
}

Node::Node(std::unique_ptr<Private> handle) : d(std::move(handle)) { }

Node::~Node()
{
    stop();
}

quint16 Node::port() const
{
    return d->port;
}

QString Node::url() const
{
    const bool v6 = d->config.listenAddress.contains(u':');
    return (v6 ? u"ws://[%1]:%2/tim"_s : u"ws://%1:%2/tim"_s).arg(d->config.listenAddress).arg(d->port);
}

Expected<QString, StartError> Node::ownerToken(const QString &name, const QString &domain)
{
    std::promise<Expected<QString, protocol::ErrorCode>> promise;
    auto result = promise.get_future();
    asio::post(d->loop, [&] {
        d->accounts->ownerToken(name, domain, [&promise](Expected<QString, protocol::ErrorCode> token) {
            promise.set_value(std::move(token));
        });
    });
    auto token = result.get();
    if (!token)
        return unexpected(StartError{StartError::Kind::DataFolderUnusable, d->folder.databasePath()});
    return QString(*token);
}

void Node::stop()
{
    d->stop();
}

} // namespace timbre::node
