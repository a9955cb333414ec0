// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"

// How long each call of core::Client waits, from the moment its frame left. Three kinds: a call whose success tim
// always answers waits long and then fails with NoAnswer; a list waits shortly, because silence is how tim says
// "none"; what tim never answers waits just long enough to hear it refused.
namespace timbre::core::limits {

// Answered if done, so silence is NoAnswer. tim delays answers by seconds under its rate limit (protocol-live.md 1).
inline constexpr Milliseconds modifyOwnInfo{10'000};
inline constexpr Milliseconds removeContact{10'000};
inline constexpr Milliseconds blockContact{10'000};
inline constexpr Milliseconds changePassword{15'000}; // two bcrypt rounds
inline constexpr Milliseconds sendMessage{10'000};
inline constexpr Milliseconds revoke{12'000}; // tim first waits for the acks of all own devices
inline constexpr Milliseconds burn{12'000};
inline constexpr Milliseconds createRoom{10'000};
inline constexpr Milliseconds admit{10'000};
inline constexpr Milliseconds rejectApplicant{10'000};
inline constexpr Milliseconds kick{10'000};
inline constexpr Milliseconds leaveRoom{10'000};
inline constexpr Milliseconds cancelRoom{10'000};
inline constexpr Milliseconds blockRoom{10'000};
inline constexpr Milliseconds blockMember{10'000};
inline constexpr Milliseconds modifyRoom{10'000};
inline constexpr Milliseconds createVirtualRoom{10'000};
inline constexpr Milliseconds removeVirtualRoom{10'000};
inline constexpr Milliseconds subscribe{10'000};
inline constexpr Milliseconds unsubscribe{10'000};
inline constexpr Milliseconds askPresence{5'000}; // answered by the other client, if it wants to

// Lists: silence is an empty one.
inline constexpr Milliseconds roster{2'000};
inline constexpr Milliseconds blockedContacts{2'000};
inline constexpr Milliseconds userInfos{2'000};
inline constexpr Milliseconds rooms{2'000};
inline constexpr Milliseconds roomMembers{2'000};
inline constexpr Milliseconds blockedRooms{2'000};
inline constexpr Milliseconds blockedMembers{2'000};
inline constexpr Milliseconds roomInfos{2'000};
inline constexpr Milliseconds history{3'000};
inline constexpr Milliseconds offlineMessages{3'000}; // after the request, and after each batch

// Never answered unless refused: silence is success.
inline constexpr Milliseconds addContact{1'500};
inline constexpr Milliseconds acceptContact{1'500};
inline constexpr Milliseconds joinRoom{1'500}; // of a private room; an open one answers
inline constexpr Milliseconds presence{1'000};
inline constexpr Milliseconds sendCustom{1'000};
inline constexpr Milliseconds sendStream{1'000};
inline constexpr Milliseconds pushStream{1'000};
inline constexpr Milliseconds pushBinary{1'000};
inline constexpr Milliseconds bigString{1'000};
inline constexpr Milliseconds bigBinary{1'000};

// After a refusal that names its call, tim sends a second one that does not (protocol.md 8.3).
inline constexpr Milliseconds secondRefusal{500};
// tim swaps presences that are sent back to back (protocol-live.md, client list 3).
inline constexpr Milliseconds presenceGap{20};

} // namespace timbre::core::limits
