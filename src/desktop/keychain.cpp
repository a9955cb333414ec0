// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/keychain.h"

#include <QPointer>
#include <qt6keychain/keychain.h>

namespace timbre::desktop {

namespace {

KeychainError errorOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return KeychainError::NotFound;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainError::NoService;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return KeychainError::Denied;
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return KeychainError::Failed;
}

// One request under way: ends by its job, by time, or silently with whoever asked.
struct Request {
    std::unique_ptr<core::Timer> timer;
    Keychain::Done done;
};

} // namespace

Keychain::Keychain(core::Clock &clock, QString service, QObject *parent) :
    QObject(parent),
    m_clock(clock),
    m_service(std::move(service))
{
}

template <typename Job> void Keychain::start(Job *job, const QString &key, QObject *context, Done done)
{
    auto request = std::make_shared<Request>();
    const auto finish = [asker = QPointer(context)](Request &ended, const Expected<QString, KeychainError> &result) {
        ended.timer->stop();
        if (const Done callback = std::exchange(ended.done, nullptr); callback && asker)
            callback(result);
    };
    request->done = std::move(done);
    // The job owns the request, and deletes itself when the keychain answers after all.
    request->timer = m_clock.makeTimer([finish, late = std::weak_ptr(request)] {
        if (const auto waiting = late.lock())
            finish(*waiting, unexpected(KeychainError::TimedOut));
    });
    request->timer->start(limit);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [finish, request](QKeychain::Job *finished) {
        if (finished->error() != QKeychain::NoError)
            return finish(*request, unexpected(errorOf(finished->error())));
        QString secret;
        if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(finished))
            secret = read->textData();
        if (secret.size() > longestSecret)
            return finish(*request, unexpected(KeychainError::Failed));
        finish(*request, secret);
    });
    job->start(); // it deletes itself
}

void Keychain::read(const QString &key, QObject *context, Done done)
{
    start(new QKeychain::ReadPasswordJob(m_service), key, context, std::move(done));
}

void Keychain::write(const QString &key, const QString &secret, QObject *context, Done done)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(secret);
    start(job, key, context, std::move(done));
}

void Keychain::remove(const QString &key, QObject *context, Done done)
{
    start(new QKeychain::DeletePasswordJob(m_service), key, context, std::move(done));
}

} // namespace timbre::desktop
