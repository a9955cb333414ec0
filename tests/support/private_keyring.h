// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>

namespace timbre::test {

// A real Secret Service on the test's own D-Bus session (LAUNCHER dbus-run-session), unlocked by an empty password. It
// ends with the session. False if it cannot be had.
inline bool startPrivateKeyring()
{
    QProcess unlock;
    unlock.start(QStringLiteral("gnome-keyring-daemon"),
                 {QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
    if (!unlock.waitForStarted())
        return false;
    unlock.write("\n");
    unlock.closeWriteChannel();
    return unlock.waitForFinished() && unlock.exitCode() == 0;
}

} // namespace timbre::test
