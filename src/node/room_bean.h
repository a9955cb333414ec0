// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/types.h"

// What a room says of itself, as it is kept: cover, topic, label, kind, extend and extra. Founder, managers, gtype and
// createtime have columns of their own and are no part of it. Pure.
namespace timbre::node {

inline constexpr qsizetype maxRoomBean = 256 * 1024; // encoded bytes: room for a small picture in `cover`

QByteArray encodeRoomBean(const protocol::RoomBean &bean);
protocol::RoomBean decodeRoomBean(const QByteArray &bytes);
// The fields that may be changed and are set.
void mergeRoomBean(protocol::RoomBean &bean, const protocol::RoomBean &changes);

} // namespace timbre::node
