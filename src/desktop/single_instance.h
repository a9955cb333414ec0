// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/expected.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <functional>

namespace timbre::desktop {

// One running program per name, and a line to it for those that come later: a lock file and a local socket in the
// user's runtime folder, so it needs neither D-Bus nor a display. Messages are single lines of bytes whose meaning is
// the application's; they come from the same user only (the socket's mode is 0600), but are capped all the same.
// Owned by main(); one thread with an event loop.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maxMessage = 16 * 1024;
    static constexpr int maxCallers = 16; // at one moment
    static constexpr std::chrono::milliseconds answerLimit{3'000};

    // The answer to one message, given within the call.
    using Handler = std::function<QByteArray(const QByteArray &message)>;

    // `name`: letters and digits, the same for everybody who is to meet.
    explicit SingleInstance(const QString &name, QObject *parent = nullptr);
    ~SingleInstance() override;

    enum class Role {
        First, // ours now, until destruction
        Later, // somebody else is running
        Alone, // the runtime folder is unusable: run without
    };
    Role claim(); // needs no application object
    // Once, after Role::First. Those who call earlier wait, up to their own limit. False if the socket cannot be made.
    bool listen(Handler handler);

    enum class TellError { NotRunning, NoAnswer };
    // For Role::Later and for commands: blocks until the other one answered. Needs no event loop.
    static Expected<QByteArray, TellError> tell(const QString &name, const QByteArray &message,
                                                std::chrono::milliseconds limit = answerLimit);

private:
    void onConnection();
    void serve(QLocalSocket *caller);

    QString m_path;
    QLockFile m_lock;
    Handler m_handler;
    QList<QLocalSocket *> m_callers; // children of m_server, which still speak of themselves when it goes
    QLocalServer m_server;
};

} // namespace timbre::desktop
