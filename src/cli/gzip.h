// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

// Whole gzip members in memory (RFC 1952, zlib); Qt's own compression has no gzip header. Pure.
namespace timbre::cli {

QByteArray gzip(QByteArrayView data);

// Nothing if it is no complete gzip member, its check sum is wrong, or it would grow over `most` bytes.
std::optional<QByteArray> gunzip(QByteArrayView data, qsizetype most);

} // namespace timbre::cli
