// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/file_offer.h"

#include "core/text.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace timbre::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestOffer = 4096; // characters
constexpr qsizetype longestVnode = 64;
constexpr qsizetype longestName = 200; // bytes of UTF-8; file systems take 255

} // namespace

QString offerText(const FileOffer &offer)
{
    const QJsonObject object{{u"name"_s, offer.name}, {u"size"_s, offer.size}, {u"vnode"_s, offer.vnode}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<FileOffer> parseOffer(const QString &text)
{
    if (text.size() > longestOffer)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const FileOffer offer{object.value("name"_L1).toString(), object.value("size"_L1).toInteger(-1),
                          object.value("vnode"_L1).toString()};
    if (offer.size < 0 || offer.vnode.isEmpty() || offer.vnode.size() > longestVnode)
        return std::nullopt;
    return offer;
}

QString safeFileName(const QString &name)
{
    constexpr qsizetype longestSuffix = 12;
    const QStringView last = QStringView(name).mid(qMax(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1);
    const qsizetype dot = last.lastIndexOf(u'.');
    const bool hasSuffix = dot > 0 && last.size() - dot <= longestSuffix;
    const QString suffix = hasSuffix ? core::cleanName(last.mid(dot)) : QString();
    QString safe = core::cleanName(hasSuffix ? last.left(dot) : last) + suffix;
    for (QChar &c : safe) {
        if (QStringView(u"/\\:*?\"<>|").contains(c))
            c = u'_';
    }
    while (safe.startsWith(u'.') || safe.startsWith(u' '))
        safe.remove(0, 1);
    while (safe.toUtf8().size() > longestName)
        safe.chop(1);
    return safe.isEmpty() ? u"file"_s : safe;
}

} // namespace timbre::cli
