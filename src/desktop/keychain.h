// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "protocol/expected.h"

#include <QObject>
#include <QString>

#include <functional>

namespace timbre::desktop {

// Why the desktop's keychain did not do it. The sentence is made in app.
enum class KeychainError {
    NotFound, // no secret under that key
    NoService, // this desktop has none, or it does not run
    Denied, // locked, and the person or the keychain said no
    TimedOut, // it has not answered within Keychain::limit
    Failed,
};

// Passwords in the desktop's own keychain (Secret Service or KWallet, by QtKeychain), never in a file of ours. Every
// call answers exactly once, later, unless `context` or the Keychain is gone; a keychain that hangs is given up after
// `limit`, because a person who types a password is faster. Secrets are neither kept nor logged. Owned by the
// composition root; GUI thread.
class Keychain : public QObject
{
    Q_OBJECT

public:
    // A locked keychain asks the person for its own password within this time.
    static constexpr core::Milliseconds limit{30'000};
    static constexpr qsizetype longestSecret = 4'096; // characters; more is not ours

    using Done = std::function<void(const Expected<QString, KeychainError> &)>;

    // `service` is the program's name as keychain managers show it.
    Keychain(core::Clock &clock, QString service, QObject *parent = nullptr);

    void read(const QString &key, QObject *context, Done done);
    // The value of a success is empty.
    void write(const QString &key, const QString &secret, QObject *context, Done done);
    void remove(const QString &key, QObject *context, Done done);

private:
    template <typename Job> void start(Job *job, const QString &key, QObject *context, Done done);

    core::Clock &m_clock;
    QString m_service;
};

} // namespace timbre::desktop
