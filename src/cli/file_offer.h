// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

// How webtim moves a file between two contacts (protocol.md 6.9), which we follow: an offer as a stream message of
// udtype 11, its answer as 12 or 13, then gzip'ed slices through a virtual room, and a single 0x00 at the end. Pure.
namespace timbre::cli {

namespace filesignal {
inline constexpr qint16 offer = 11; // JSON {name,size,vnode}
inline constexpr qint16 refuse = 12; // this and the rest: the vnode
inline constexpr qint16 accept = 13;
inline constexpr qint16 senderCancels = 14;
inline constexpr qint16 receiverCancels = 15;
} // namespace filesignal

inline constexpr qsizetype fileSlice = 100'000; // bytes before gzip
inline constexpr qsizetype largestSlice = 1024 * 1024; // that we take from others
inline constexpr char fileEnd = 0;

struct FileOffer {
    QString name; // as offered; safeFileName() before it touches a disk
    qint64 size = 0;
    QString vnode;
};

QString offerText(const FileOffer &offer);
// Nothing if it is no offer. `text` is a stranger's.
std::optional<FileOffer> parseOffer(const QString &text);

// The last part of the name without controls, bidi controls, separators of any system and leading dots, at most 200
// bytes; "file" if nothing is left.
QString safeFileName(const QString &name);

} // namespace timbre::cli
