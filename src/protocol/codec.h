// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/frame.h"

// What an encoding provides, used by frame.cpp alone. A codec knows structs only through their
// fields() and never the frame around them, so that another encoding is another pair of functions
// here.
namespace timbre::protocol {

struct ReadResult {
    std::optional<DecodeError::Kind> error;
    QByteArray wrongField; // see Decoded::wrongField
};

// Fills the struct that `payload` holds, which must be one, from the whole of `bytes`.
ReadResult readJson(QByteArrayView bytes, Payload &payload, const DecodeLimits &limits);
ReadResult readThrift(QByteArrayView bytes, Payload &payload, const DecodeLimits &limits);
// Appends the struct that `payload` holds to `out` and returns the whole; a payload that is no
// struct adds nothing.
QByteArray writeJson(QByteArray out, const Payload &payload);
QByteArray writeThrift(QByteArray out, const Payload &payload);

} // namespace timbre::protocol
