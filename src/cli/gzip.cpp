// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/gzip.h"

#include <zlib.h>

namespace timbre::cli {

namespace {

constexpr int gzipFormat = 15 + 16; // largest window, gzip header
constexpr int memoryLevel = 8; // zlib's default

// zlib does not write to its input; its interface predates const.
Bytef *input(QByteArrayView data)
{
    return reinterpret_cast<Bytef *>(const_cast<char *>(data.data()));
}

} // namespace

QByteArray gzip(QByteArrayView data)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipFormat, memoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib is out of memory");
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(data.size()))), Qt::Uninitialized);
    stream.next_in = input(data);
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

std::optional<QByteArray> gunzip(QByteArrayView data, qsizetype most)
{
    z_stream stream{};
    if (inflateInit2(&stream, gzipFormat) != Z_OK)
        return std::nullopt;
    QByteArray out(most, Qt::Uninitialized);
    stream.next_in = input(data);
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0;
    out.truncate(static_cast<qsizetype>(stream.total_out));
    inflateEnd(&stream);
    if (!isWhole)
        return std::nullopt;
    return out;
}

} // namespace timbre::cli
