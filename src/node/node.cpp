// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/node.h"

#include "node/account_store.h"
#include "node/control_socket.h"
#include "node/data_folder.h"
#include "node/listener.h"
#include "node/metrics_server.h"
#include "node/sign_in_log.h"
#include "node/tls_context.h"

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

    // A node that can be asked things but does not listen yet.
    static Expected<std::unique_ptr<Private>, StartError> make(const NodeConfig &config);
    Expected<Success, StartError> openData();
    Expected<Success, StartError> openSockets();
    StartError unusable() const;
    void watchPasswords();
    void takeSnapshot(std::function<void(const MetricsSnapshot &)> done);
    void windAlarm();
    void finishGoodbye(SteadyTime until);
    void stop();

    NodeConfig config;
    DataFolder folder;
    Environment environment = Environment::system();
    Gate gate;
    Counters counters;
    Timers timers;
    asio::io_context loop;
    asio::steady_timer alarm;
    Flusher flusher;
    std::unique_ptr<NodeStore> store;
    std::unique_ptr<HashPool> hashes;
    std::unique_ptr<Accounts> accounts;
    std::unique_ptr<Router> router;
    std::unique_ptr<SignInLog> signInLog;
    std::unique_ptr<Admin> admin;
    std::unique_ptr<Listener> listener;
    std::unique_ptr<ControlSocket> control;
    std::unique_ptr<MetricsServer> metrics;
    quint16 metricsPort = 0;
    quint16 port = 0;
    std::thread thread;
};

Expected<Success, StartError> Node::Private::openData()
{
    const auto post = [this](std::function<void()> work) { asio::post(loop, std::move(work)); };
    auto opened = NodeStore::open(folder.databasePath(), post);
    if (!opened)
        return unexpected(StartError(opened.error()));
    store = std::move(opened).value();

    // The loop does not run yet, so the answers are fetched by hand.
    std::optional<QStringList> nodes;
    std::optional<QStringList> blocked;
    std::optional<QList<RoomMembers>> rooms;
    std::optional<qint64> serverId;
    store->run([](Database &database) { return database.allNodes(); },
               [&nodes](std::optional<QStringList> found) { nodes = std::move(found); });
    store->run([](Database &database) { return AccountStore(database).blocked(); },
               [&blocked](std::optional<QStringList> found) { blocked = std::move(found); });
    store->run([](Database &database) { return RoomStore(database).everything(); },
               [&rooms](std::optional<QList<RoomMembers>> found) { rooms = std::move(found); });
    store->run([chosen = qint64(environment.random())](Database &database) { return database.serverId(chosen); },
               [&serverId](std::optional<qint64> found) { serverId = found; });
    store->flush();
    loop.poll();
    loop.restart();
    if (!nodes || !blocked || !rooms || !serverId)
        return unexpected(unusable());

    hashes = std::make_unique<HashPool>(post, HashCost());
    accounts = std::make_unique<Accounts>(config, environment, timers, *store, *hashes);
    accounts->setExisting(*nodes);
    accounts->setBlocked(*blocked);
    router = std::make_unique<Router>(config, environment, timers, *store, *accounts, qint32(*serverId));
    router->loadRooms(*rooms);
    admin = std::make_unique<Admin>(*accounts, *store, *router, config.log);
    return Success();
}

StartError Node::Private::unusable() const
{
    return {StartError::Kind::DataFolderUnusable, folder.databasePath()};
}

Expected<Success, StartError> Node::Private::openSockets()
{
    std::shared_ptr<asio::ssl::context> tls;
    if (config.usesTls()) {
        auto loaded = loadTls(config.certificate, config.certificateKey);
        if (!loaded)
            return unexpected(StartError{StartError::Kind::CertificateUnusable, loaded.error()});
        tls = std::move(loaded).value();
    }
    listener = std::make_unique<Listener>(loop, *router, flusher, gate, counters);
    listener->useTls(std::move(tls));
    const auto bound = listener->open(config.listenAddress, config.port);
    if (!bound)
        return unexpected(StartError(bound.error()));
    port = *bound;
    watchPasswords();
    if (!config.metricsAddress.isEmpty()) {
        metrics = std::make_unique<MetricsServer>(loop, timers, [this](auto done) { takeSnapshot(std::move(done)); });
        const auto measurable = metrics->open(config.metricsAddress, config.metricsPort);
        if (!measurable)
            return unexpected(StartError(measurable.error()));
        metricsPort = *measurable;
        metrics->start();
    }
    if (config.controlSocket) {
        control = std::make_unique<ControlSocket>(loop, timers, *admin);
        const auto controllable = control->open(controlSocketPath(folder.path()));
        if (controllable)
            control->start();
        else if (config.log)
            config.log(LogLevel::Warning, u"no commands while running: "_s + controllable.error());
    }
    return Success();
}

void Node::Private::watchPasswords()
{
    signInLog = std::make_unique<SignInLog>(timers, config.log);
    accounts->onChecked([this](Accounts::Check check, const QString &address) {
        switch (check) {
        case Accounts::Check::Right:
            ++counters.rightPasswords;
            break;
        case Accounts::Check::Wrong:
            ++counters.wrongPasswords;
            signInLog->refused(address);
            break;
        case Accounts::Check::Busy:
            ++counters.busyPasswords;
            break;
        }
    });
}

void Node::Private::takeSnapshot(std::function<void(const MetricsSnapshot &)> done)
{
    store->run([](Database &database) { return database.lastMessage(); },
               [this, done = std::move(done)](std::optional<qint64> lastMessage) {
                   MetricsSnapshot snapshot;
                   snapshot.counters = counters;
                   snapshot.store = store->load();
                   snapshot.connections = gate.connections();
                   QSet<QString> online;
                   for (const OnlineDevice &device : router->onlineDevices())
                       online.insert(device.node);
                   snapshot.accountsOnline = int(online.size());
                   snapshot.accounts = accounts->count();
                   snapshot.messagesStored = lastMessage.value_or(0);
                   snapshot.residentBytes = residentBytes();
                   snapshot.cpuSeconds = cpuSeconds();
                   done(snapshot);
               });
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
        signInLog->flush();
        finishGoodbye(environment.now() + goodbyeTime);
    });
    thread.join();
    timers.clear();
    listener.reset();
    control.reset();
    metrics.reset();
    hashes.reset();
    store.reset(); // commits what was accepted
}

void Node::Private::finishGoodbye(SteadyTime until)
{
    if (!listener->hasSessions() || environment.now() >= until)
        return loop.stop();
    timers.after(goodbyeStep, [this, until] { finishGoodbye(until); });
}

Expected<std::unique_ptr<Node::Private>, StartError> Node::Private::make(const NodeConfig &config)
{
    if (sodium_init() < 0)
        return unexpected(StartError{StartError::Kind::DataFolderUnusable, u"libsodium has no random numbers"_s});
    auto folder = DataFolder::open(config.dataFolder);
    if (!folder)
        return unexpected(StartError(folder.error()));
    auto made = std::make_unique<Private>(config, std::move(folder).value());
    const auto opened = made->openData();
    if (!opened)
        return unexpected(StartError(opened.error()));
    return made;
}

Expected<std::unique_ptr<Node>, StartError> Node::start(const NodeConfig &config)
{
    auto made = Private::make(config);
    if (!made)
        return unexpected(StartError(made.error()));
    auto d = std::move(made).value();
    const auto opened = d->openSockets();
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

Expected<Success, StartError> Node::checkCertificate(const NodeConfig &config)
{
    if (!config.usesTls())
        return Success();
    const auto loaded = loadTls(config.certificate, config.certificateKey);
    if (!loaded)
        return unexpected(StartError{StartError::Kind::CertificateUnusable, loaded.error()});
    return Success();
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
    return (v6 ? u"%1://[%2]:%3/tim"_s : u"%1://%2:%3/tim"_s)
        .arg(d->config.usesTls() ? u"wss"_s : u"ws"_s, d->config.listenAddress)
        .arg(d->port);
}

QString Node::metricsUrl() const
{
    if (!d->metrics)
        return {};
    const bool v6 = d->config.metricsAddress.contains(u':');
    return (v6 ? u"http://[%1]:%2/metrics"_s : u"http://%1:%2/metrics"_s)
        .arg(d->config.metricsAddress)
        .arg(d->metricsPort);
}

Expected<Success, QString> Node::reloadCertificate()
{
    if (!d->config.usesTls())
        return Success();
    auto loaded = loadTls(d->config.certificate, d->config.certificateKey);
    if (!loaded)
        return unexpected(QString(loaded.error()));
    asio::post(d->loop, [node = d.get(), context = std::move(loaded).value()] { node->listener->useTls(context); });
    return Success();
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
        return unexpected(d->unusable());
    return QString(*token);
}

Expected<QJsonObject, StartError> Node::command(const NodeConfig &config, const QJsonObject &request)
{
    auto made = Private::make(config);
    if (!made)
        return unexpected(StartError(made.error()));
    const auto d = std::move(made).value();
    std::optional<QJsonObject> answer;
    d->admin->handle(request, [&answer](const QJsonObject &given) { answer = given; });
    const auto work = asio::make_work_guard(d->loop);
    while (!answer)
        d->loop.run_one();
    return *std::move(answer);
}

QString Node::controlSocketPath(const QString &dataFolder)
{
    return dataFolder + u"/control.sock"_s;
}

QString Node::databasePath(const QString &dataFolder)
{
    return dataFolder + u"/node.db"_s;
}

void Node::stop()
{
    d->stop();
}

} // namespace timbre::node
