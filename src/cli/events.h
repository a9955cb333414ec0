// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/client_types.h"

#include <QJsonObject>

// What happens on a line, as the JSON lines of `watch` and of `play`. The keys are documented in
// docs/man/timbre-cli.1 and stay. Accounts, rooms and mids are as on the wire; mids are strings, since they may exceed
// 2^53. Pure.
namespace timbre::cli {

// `wallNow` (ms) tells what cannot be a past time.
QJsonObject presenceEvent(const protocol::Presence &presence, qint64 wallNow);
// Any odType: live ones, and all that waited at the server.
QJsonObject messageEvent(const protocol::Message &message);
QJsonObject noticeEvent(const core::Notice &notice);
QJsonObject goneEvent(const QString &name, const core::MessageGone &gone);
QJsonObject streamEvent(const core::VirtualRoomId &room, const protocol::Stream &stream);
QJsonObject binaryStreamEvent(const core::VirtualRoomId &room, const QByteArray &bytes);
QJsonObject bigStringEvent(const core::ContactId &from, const QString &text);
QJsonObject bigBinaryEvent(const core::ContactId &from, const QByteArray &bytes);

// A chat message as `history` shows it.
QJsonObject messageRecord(const protocol::Message &message);

// chat, away, busy or invisible.
QString availabilityWord(std::optional<qint16> show);

// Milliseconds since 1970 as ISO 8601 in UTC; empty for 0.
QString timeWord(qint64 wallMilliseconds);

} // namespace timbre::cli
