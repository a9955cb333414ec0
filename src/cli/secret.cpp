// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/secret.h"

#include "terminal/silent_terminal.h"

#include <QFile>

#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace timbre::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestSecret = 4096; // bytes

Unexpected<Outcome> failed(ExitCode code, const QString &sentence)
{
    return unexpected(Outcome{code, sentence});
}

Expected<QString, Outcome> firstLineOf(QFile &file, const QString &what)
{
    QByteArray line = file.readLine(longestSecret + 1);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return failed(ExitCode::LocalFile, u"There is no password in the first line of %1."_s.arg(what));
    if (line.size() >= longestSecret)
        return failed(ExitCode::LocalFile, u"The first line of %1 is too long for a password."_s.arg(what));
    return QString::fromUtf8(line);
}

Expected<QString, Outcome> fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(ExitCode::LocalFile, u"The password file %1 cannot be read: %2."_s.arg(path, file.errorString()));
    struct stat facts = {};
    if (::fstat(file.handle(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return failed(ExitCode::LocalFile, u"The password file %1 is not an ordinary file."_s.arg(path));
    if ((facts.st_mode & (S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH)) != 0)
        return failed(ExitCode::LocalFile,
                      u"Others may read the password file %1. Close it with: chmod 600 %1"_s.arg(path));
    return firstLineOf(file, path);
}

Expected<QString, Outcome> fromTerminal(const QString &prompt)
{
    QFile device(u"/dev/tty"_s);
    if (!device.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return failed(ExitCode::Usage,
                      u"There is no terminal to ask for the password. Give --password-file, --password-stdin or "
                      "TIMBRE_PASSWORD."_s);
    device.write(prompt.toUtf8() + ": ");
    const terminal::SilentTerminal silence(device.handle());
    auto line = firstLineOf(device, u"the terminal"_s);
    device.write("\n");
    return line;
}

} // namespace

Expected<QString, Outcome> readSecret(const PasswordSource &source, const QString &prompt, SecretIs which)
{
    switch (source.from) {
    case PasswordSource::From::File:
        return fromFile(source.path);
    case PasswordSource::From::StandardInput: {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return failed(ExitCode::LocalFile, u"Standard input cannot be read."_s);
        return firstLineOf(input, u"standard input"_s);
    }
    case PasswordSource::From::Environment: {
        const QString secret
            = qEnvironmentVariable(source.path.isEmpty() ? "TIMBRE_PASSWORD" : source.path.toUtf8().constData());
        if (secret.isEmpty() || secret.size() > longestSecret)
            return failed(ExitCode::Usage, u"TIMBRE_PASSWORD holds no password."_s);
        return secret;
    }
    case PasswordSource::From::Prompt: {
        auto secret = fromTerminal(prompt);
        if (!secret || which == SecretIs::Known)
            return secret;
        const auto again = fromTerminal(prompt + u" (again)"_s);
        if (!again || *again != *secret)
            return failed(ExitCode::Usage, u"The two passwords differ. Try again."_s);
        return secret;
    }
    }
    Q_UNREACHABLE();
}

} // namespace timbre::cli
