// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/node_settings.h"

#include "app/node_log.h"
#include "node/config_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace timbre::app {

using namespace Qt::StringLiterals;
using node::NodeConfig;
using node::StartError;

namespace {

constexpr qint64 largestFile = 1024 * 1024;
constexpr quint16 servicePort = 20003; // tim's own

QString defaultDataFolder()
{
    // systemd's StateDirectory=; more than one would be separated by colons.
    const QString state = qEnvironmentVariable("STATE_DIRECTORY").section(u':', 0, 0);
    if (!state.isEmpty())
        return state;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/timbre-node"_s;
}

bool readFile(const QString &path, NodeConfig &config)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        say(u"cannot read %1: %2."_s.arg(path, file.errorString()));
        return false;
    }
    auto parsed = node::parseConfig(file.read(largestFile), config);
    if (!parsed) {
        const auto &error = parsed.error();
        say(error.key.isEmpty() ? u"%1: %2."_s.arg(path, error.reason)
                                : u"%1: \"%2\" %3."_s.arg(path, error.key, error.reason));
        return false;
    }
    for (const QString &notice : parsed->notices)
        standardErrorLog()(node::LogLevel::Notice, u"%1: %2."_s.arg(path, notice));
    config = parsed->config;
    const QDir folder = QFileInfo(path).absoluteDir();
    for (QString *name : {&config.certificate, &config.certificateKey}) {
        if (!name->isEmpty())
            *name = QDir::cleanPath(folder.absoluteFilePath(*name));
    }
    return true;
}

} // namespace

std::optional<NodeConfig> nodeSettings(const NodeOptions &options)
{
    NodeConfig config;
    config.dataFolder = defaultDataFolder();
    QString file = options.configFile;
    // systemd's ConfigurationDirectory=: a service keeps its port, and its file is not asked for on the command line.
    const QString folder = qEnvironmentVariable("CONFIGURATION_DIRECTORY").section(u':', 0, 0);
    if (!folder.isEmpty()) {
        config.port = servicePort;
        const QString usual = folder + u"/timbre-node.json"_s;
        if (file.isEmpty() && QFile::exists(usual))
            file = usual;
    }
    if (!file.isEmpty() && !readFile(file, config))
        return std::nullopt;
    if (!options.listen.isEmpty() && !node::parseListen(options.listen, config)) {
        say(u"--listen must be ADDR:PORT, not \"%1\"."_s.arg(options.listen));
        return std::nullopt;
    }
    if (!options.dataFolder.isEmpty())
        config.dataFolder = options.dataFolder;
    config.dataFolder = QDir::cleanPath(QDir(config.dataFolder).absolutePath());
    return config;
}

QString sentenceFor(const StartError &error)
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
    case StartError::Kind::CertificateUnusable:
        return u"cannot use the certificate: %1."_s.arg(error.detail);
    }
    return {};
}

} // namespace timbre::app
