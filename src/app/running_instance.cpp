// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/running_instance.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <cstdio>

namespace timbre::app {

using namespace Qt::StringLiterals;
using desktop::SingleInstance;

namespace {

constexpr int notThere = 3;
constexpr int refusedByIt = 4;

int say(int exitCode, const QString &sentence)
{
    std::fprintf(stderr, "timbre: %s\n", qUtf8Printable(sentence));
    return exitCode;
}

} // namespace

QString instanceName(const Options &options)
{
    const QString folder = QDir::cleanPath(QFileInfo(profileFolderOf(options)).absoluteFilePath());
    return QString::fromLatin1(QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

std::optional<int> takeOrTell(SingleInstance &instance, const Options &options, int argc, char *argv[])
{
    switch (instance.claim()) {
    case SingleInstance::Role::First:
    case SingleInstance::Role::Alone:
        if (options.startIfNeeded)
            return std::nullopt;
        return say(notThere, u"Timbre is not running."_s);
    case SingleInstance::Role::Later:
        if (options.signIn)
            return say(
                refusedByIt,
                u"Timbre is running with this profile. End it first (timbre --quit), or give another --profile."_s);
        break;
    }
    InstanceCommand command = options.command;
    command.activationToken = qEnvironmentVariable("XDG_ACTIVATION_TOKEN", qEnvironmentVariable("DESKTOP_STARTUP_ID"));
    const QCoreApplication sockets(argc, argv);
    const auto answer = SingleInstance::tell(instanceName(options), encode(command));
    if (!answer)
        return say(notThere, u"Timbre is running but does not answer."_s);
    const QString problem = decodeAnswer(*answer);
    return problem.isEmpty() ? 0 : say(refusedByIt, problem);
}

} // namespace timbre::app
