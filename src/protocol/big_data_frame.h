// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/frame.h"

#include <QByteArrayView>

// The layouts of frames 95, 96 and 97 (protocol.md 9.3, 9.4), which are no structs and the same in both encodings:
// a node, a separator, then bytes that nobody looks at; from the client with the length of all that in front. Pure
// functions over views: nothing is copied when reading, and any bytes give a value or a typed error.
namespace timbre::protocol {

// Points into the bytes it was read from.
struct BigData {
    // From the client the account it goes to (95, 96) or the virtual room (97); from the server the account it came
    // from (95, 96) or the virtual room (97). As received, not checked, not necessarily UTF-8.
    QByteArrayView node;
    QByteArrayView data; // 95: text, UTF-8 by agreement only
};

enum class BigDataError {
    TooShort, // less than six bytes from the client; tim ignores it
    Incomplete, // more is announced than is here: what follows on that socket belongs to it, whatever it looks like
    LengthTooSmall, // more is here than announced: TimAck{96, 4114}
    NoSeparator, // tim answers nothing
};

bool isBigData(FrameType type);

// The number of bytes, type byte and length included, that a frame from the client announces; may be negative.
// Nothing if it is too short to tell.
std::optional<qint32> announcedLength(QByteArrayView frame);

// A whole frame from the client, its type byte included (the 0x80 of that is ignored, as by tim). A text frame of
// timjs has 0x00 for '|': it is taken if it stands before any '|' (protocol.md 9.4).
Expected<BigData, BigDataError> readClientBigData(QByteArrayView frame);
// The payload of a frame from the server; `type` must be a big data type.
Expected<BigData, BigDataError> readServerBigData(FrameType type, const Raw &payload);
Expected<BigData, BigDataError> readServerBigData(FrameType type, Raw &&payload) = delete;

// The payload for encode(). The length is 32 bits on the wire: what is over 2 GiB is a bug of the caller.
Raw clientBigData(FrameType type, QByteArrayView node, QByteArrayView data);
Raw serverBigData(FrameType type, QByteArrayView node, QByteArrayView data);

} // namespace timbre::protocol
