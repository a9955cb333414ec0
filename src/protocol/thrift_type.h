// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace timbre::protocol {

// The types of Thrift's compact protocol (protocol.md 3.1), as their numbers on the wire. A boolean
// field has its value in its type; as an element of a container a boolean is a byte.
enum class ThriftType : quint8 {
    Stop = 0,
    True = 1,
    False = 2,
    Byte = 3,
    I16 = 4,
    I32 = 5,
    I64 = 6,
    Double = 7,
    Binary = 8,
    List = 9,
    Set = 10,
    Map = 11,
    Struct = 12,
    Uuid = 13,
};

} // namespace timbre::protocol
