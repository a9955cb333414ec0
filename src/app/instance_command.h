// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace timbre::app {

// What a later start of the program asks of the one that runs: `timbre --status busy`, `timbre --quit`, a tim: link, or
// only to be shown. One JSON object on one line of desktop::SingleInstance's socket. A value.
struct InstanceCommand {
    enum class Task { Show, SetStatus, OpenLink, Quit };
    Task task = Task::Show;
    // SetStatus: what is absent stays as it is.
    std::optional<core::Availability> availability;
    std::optional<QString> mood;
    // OpenLink: the account of the link, see accountOfLink().
    QString account;
    // Lets the running program come to the front where the desktop guards the focus.
    QString activationToken;

    bool operator==(const InstanceCommand &) const = default;
};

QByteArray encode(const InstanceCommand &command);
// Nothing for what no Timbre of this version writes.
std::optional<InstanceCommand> decodeCommand(const QByteArray &line);

// Empty if it was done, else a sentence.
QByteArray encodeAnswer(const QString &problem);
QString decodeAnswer(const QByteArray &line);

// "tim:alice@example.org" -> "alice@example.org": the account to add. Nothing for anything longer than 256 characters,
// with control characters or without an account.
std::optional<QString> accountOfLink(const QString &link);

// The id of an action of the .desktop file ("chat", "away", "busy", "invisible", "quit"). Nothing for others.
std::optional<InstanceCommand> commandOfAction(const QString &action);

} // namespace timbre::app
