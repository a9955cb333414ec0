// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/config_file.h"
#include "node/node.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

#include <csignal>
#include <cstdio>
#include <pthread.h>
#include <sys/resource.h>

// timbre-node: the node without a desktop. One line on stdout when it is ready, sentences on
// stderr, 0 on SIGTERM and SIGINT, 1 on anything that keeps it from serving.

using namespace Qt::StringLiterals;
using timbre::node::Node;
using timbre::node::NodeConfig;
using timbre::node::StartError;

namespace {

void say(const QString &sentence)
{
    std::fprintf(stderr, "timbre-node: %s\n", qPrintable(sentence));
}

QString sentence(const StartError &error)
{
    switch (error.kind) {
    case StartError::Kind::PortTaken:
        return u"another program is already listening on %1."_s.arg(error.detail);
    case StartError::Kind::AddressUnusable:
        return u"cannot listen on %1."_s.arg(error.detail);
    case StartError::Kind::DataFolderUnusable:
        return u"cannot use the data folder: %1."_s.arg(error.detail);
    case StartError::Kind::DataFolderInUse:
        return u"another node is already running on the data folder %1."_s.arg(error.detail);
    case StartError::Kind::DatabaseCorrupt:
        return u"the database is damaged and was left untouched: %1."_s.arg(error.detail);
    case StartError::Kind::DatabaseTooNew:
        return u"the database was written by a newer version of Timbre: %1."_s.arg(error.detail);
    }
    return {};
}

// Every connection is a descriptor.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

bool readConfig(const QString &path, NodeConfig &config)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        say(u"cannot read %1: %2."_s.arg(path, file.errorString()));
        return false;
    }
    auto parsed = timbre::node::parseConfig(file.readAll(), config);
    if (!parsed) {
        const auto &error = parsed.error();
        say(error.key.isEmpty() ? u"%1: %2."_s.arg(path, error.reason)
                                : u"%1: \"%2\" %3."_s.arg(path, error.key, error.reason));
        return false;
    }
    for (const QString &notice : parsed->notices)
        say(u"%1: %2."_s.arg(path, notice));
    config = parsed->config;
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    // Blocked before any thread exists, so that all inherit it and sigwait() below is the only
    // taker.
    sigset_t stopSignals;
    sigemptyset(&stopSignals);
    sigaddset(&stopSignals, SIGTERM);
    sigaddset(&stopSignals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &stopSignals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file size limit is a full disk, not an end

    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"timbre-node"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TIMBRE_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Presence and contacts for tim clients, on one machine or in one office."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption configOption(u"config"_s, u"Settings in tim's JSON format."_s, u"FILE"_s);
    const QCommandLineOption listenOption(
        u"listen"_s, u"Where to listen; port 0 lets the system choose (127.0.0.1:0)."_s, u"ADDR:PORT"_s);
    const QCommandLineOption dataOption(u"data"_s, u"Folder for accounts and contacts, made if missing."_s, u"DIR"_s);
    parser.addOptions({configOption, listenOption, dataOption});
    parser.process(application);
    if (!parser.positionalArguments().isEmpty()) {
        say(u"unexpected argument \"%1\"; see --help."_s.arg(parser.positionalArguments().first()));
        return 1;
    }

    NodeConfig config;
    config.dataFolder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/timbre-node"_s;
    if (parser.isSet(configOption) && !readConfig(parser.value(configOption), config))
        return 1;
    if (parser.isSet(listenOption) && !timbre::node::parseListen(parser.value(listenOption), config)) {
        say(u"--listen must be ADDR:PORT, not \"%1\"."_s.arg(parser.value(listenOption)));
        return 1;
    }
    if (parser.isSet(dataOption))
        config.dataFolder = parser.value(dataOption);

    raiseDescriptorLimit();
    const auto node = Node::start(config);
    if (!node) {
        say(sentence(node.error()));
        return 1;
    }
    std::printf("listening %s\n", qPrintable((*node)->url()));
    std::fflush(stdout);
    int received = 0;
    sigwait(&stopSignals, &received);
    (*node)->stop();
    return 0;
}
