// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/single_instance.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

namespace timbre::desktop {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto betweenTries = 20ms;
constexpr int askersLookTime = 50; // ms; someone who asks may hold a crashed one's lock for a moment

QString pathOf(const QString &name)
{
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + "/timbre-"_L1 + name;
}

} // namespace

SingleInstance::SingleInstance(const QString &name, QObject *parent) :
    QObject(parent),
    m_path(pathOf(name)),
    m_lock(m_path + ".lock"_L1)
{
    m_lock.setStaleLockTime(0); // a living owner keeps it however long it runs; a dead one's is taken over
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(maxCallers);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::onConnection);
}

SingleInstance::~SingleInstance() = default;

SingleInstance::Role SingleInstance::claim()
{
    if (m_lock.tryLock(askersLookTime))
        return Role::First;
    return m_lock.error() == QLockFile::LockFailedError ? Role::Later : Role::Alone;
}

bool SingleInstance::listen(Handler handler)
{
    if (!m_lock.isLocked())
        return false;
    m_handler = std::move(handler);
    // With the lock held a socket of that name can only be a crashed one's.
    QLocalServer::removeServer(m_path);
    return m_server.listen(m_path);
}

void SingleInstance::onConnection()
{
    while (QLocalSocket *caller = m_server.nextPendingConnection()) {
        if (m_callers.size() >= maxCallers) {
            caller->abort();
            caller->deleteLater();
            continue;
        }
        m_callers.append(caller);
        caller->setReadBufferSize(maxMessage + 1);
        connect(caller, &QLocalSocket::readyRead, this, [this, caller] { serve(caller); });
        connect(caller, &QLocalSocket::disconnected, this, [this, caller] {
            m_callers.removeOne(caller);
            caller->deleteLater();
        });
        serve(caller);
    }
}

void SingleInstance::serve(QLocalSocket *caller)
{
    if (!caller->canReadLine() && caller->bytesAvailable() > maxMessage)
        return caller->abort();
    if (!caller->canReadLine())
        return;
    QByteArray message = caller->readLine(maxMessage + 1);
    message.chop(1);
    caller->write(m_handler(message).simplified() + '\n');
    caller->flush();
    caller->disconnectFromServer();
}

Expected<QByteArray, SingleInstance::TellError> SingleInstance::tell(const QString &name, const QByteArray &message,
                                                                     std::chrono::milliseconds limit)
{
    const QDeadlineTimer until(limit);
    const auto left = [&until] { return int(until.remainingTime()); };
    QLocalSocket socket;
    for (;;) {
        socket.connectToServer(pathOf(name));
        if (socket.waitForConnected(left()))
            break;
        // It may have the lock and not listen yet; without a lock nobody is there. Looked at first, so that whoever
        // starts just now does not find it taken by someone who only asks.
        if (!QFile::exists(pathOf(name) + ".lock"_L1))
            return unexpected(TellError::NotRunning);
        QLockFile lock(pathOf(name) + ".lock"_L1);
        lock.setStaleLockTime(0);
        if (lock.tryLock(0))
            return unexpected(TellError::NotRunning);
        if (lock.error() != QLockFile::LockFailedError)
            return unexpected(TellError::NotRunning);
        if (until.hasExpired())
            return unexpected(TellError::NoAnswer);
        QThread::msleep(betweenTries.count());
    }
    socket.write(message + '\n');
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(left()) && !socket.canReadLine())
            return unexpected(TellError::NoAnswer);
    }
    QByteArray answer = socket.readLine(maxMessage);
    answer.chop(1);
    return answer;
}

} // namespace timbre::desktop
