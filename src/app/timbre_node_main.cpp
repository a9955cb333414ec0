// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/node_commands.h"
#include "app/node_log.h"
#include "app/node_settings.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <ctime>
#include <pthread.h>
#include <sys/resource.h>

#ifdef TIMBRE_SYSTEMD
#include <systemd/sd-daemon.h>
#endif

// timbre-node: the node without a desktop, and the commands of the person who runs it. One line on stdout when it is
// ready, events and sentences on stderr, 0 on SIGTERM and SIGINT, 1 on anything that keeps it from serving. SIGHUP
// reads the certificate again.

using namespace Qt::StringLiterals;
using namespace timbre;
using namespace timbre::app;
using node::LogLevel;
using node::Node;
using node::NodeConfig;

namespace {

// Every connection is a descriptor.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

// To the service manager that started this process, if one did (sd_notify(3)).
void notify([[maybe_unused]] const QByteArray &state)
{
#ifdef TIMBRE_SYSTEMD
    ::sd_notify(0, state.constData());
#endif
}

void reload(Node &node, const NodeConfig &config)
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    notify("RELOADING=1\nMONOTONIC_USEC=" + QByteArray::number(qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000));
    const auto reloaded = node.reloadCertificate();
    if (!reloaded)
        config.log(LogLevel::Error, u"certificate not reloaded, the old one stays: %1"_s.arg(reloaded.error()));
    else
        config.log(LogLevel::Notice, config.usesTls() ? u"certificate reloaded"_s : u"nothing to reload"_s);
    notify("READY=1");
}

int checkConfig(const QString &file)
{
    const auto config = nodeSettings({file, {}, {}});
    if (!config)
        return NodeExit::failed;
    const auto certificate = Node::checkCertificate(*config);
    if (!certificate) {
        say(sentenceFor(certificate.error()));
        return NodeExit::failed;
    }
    std::printf("%s is good\n", qPrintable(file));
    return NodeExit::done;
}

int serve(NodeConfig config, const sigset_t &signals)
{
    config.controlSocket = true;
    config.log = standardErrorLog();
    raiseDescriptorLimit();
    const auto started = Node::start(config);
    if (!started) {
        say(sentenceFor(started.error()));
        return NodeExit::failed;
    }
    Node &node = **started;
    std::printf("listening %s\n", qPrintable(node.url()));
    if (!node.metricsUrl().isEmpty())
        std::printf("metrics %s\n", qPrintable(node.metricsUrl()));
    std::fflush(stdout);
    notify("READY=1\nSTATUS=listening " + node.url().toUtf8());
    for (;;) {
        int received = 0;
        sigwait(&signals, &received);
        if (received != SIGHUP)
            break;
        reload(node, config);
    }
    notify("STOPPING=1");
    config.log(LogLevel::Info, u"stopping"_s);
    node.stop();
    return NodeExit::done;
}

} // namespace

int main(int argc, char *argv[])
{
    // Blocked before any thread exists, so that all inherit it and sigwait() below is the only
    // taker.
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&signals, signal);

    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"timbre-node"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TIMBRE_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"A small tim server for one machine or one office, and the commands of the person "
        "who runs it. Without a command it serves until SIGTERM."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"command"_s,
                                 u"user add NAME, user reset-password NAME, user block NAME, user unblock NAME, "
                                 "user list, online, backup FILE. Passwords are read from standard input."_s,
                                 u"[COMMAND]"_s);
    const QCommandLineOption configOption(u"config"_s, u"Settings in tim's JSON format."_s, u"FILE"_s);
    const QCommandLineOption listenOption(
        u"listen"_s, u"Where to listen; port 0 lets the system choose (127.0.0.1:0)."_s, u"ADDR:PORT"_s);
    const QCommandLineOption dataOption(u"data"_s, u"Folder of the node's database, made if missing."_s, u"DIR"_s);
    const QCommandLineOption checkOption(u"check-config"_s, u"Only says whether FILE and its certificate are good."_s,
                                         u"FILE"_s);
    const QCommandLineOption domainOption(u"domain"_s, u"Of the account named in a command."_s, u"DOMAIN"_s);
    const QCommandLineOption jsonOption(u"json"_s, u"The answer of a command as one JSON object."_s);
    parser.addOptions({configOption, listenOption, dataOption, checkOption, domainOption, jsonOption});
    if (!parser.parse(QCoreApplication::arguments())) {
        say(parser.errorText() + u" (see --help)."_s);
        return NodeExit::usage;
    }
    parser.process(application); // --help and --version end here

    if (parser.isSet(checkOption))
        return checkConfig(parser.value(checkOption));
    const auto config
        = nodeSettings({parser.value(configOption), parser.value(listenOption), parser.value(dataOption)});
    if (!config)
        return NodeExit::failed;
    const QStringList words = parser.positionalArguments();
    if (!words.isEmpty())
        return runNodeCommand(words, {parser.value(domainOption), parser.isSet(jsonOption)}, *config);

    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file size limit is a full disk, not an end
    return serve(*config, signals);
}
