// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/asked_book.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

namespace timbre::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;

} // namespace

AskedBook::AskedBook(const QString &server, const QString &ownNode)
{
    const QString key = server + u' ' + ownNode;
    const QByteArray name = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    m_path = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/timbre-cli/asked-"_s
        + QString::fromLatin1(name) + u".json"_s;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return;
    const QJsonArray nodes = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &node : nodes)
        m_nodes.insert(node.toString());
}

void AskedBook::add(const core::ContactId &id)
{
    if (m_nodes.contains(id.node()))
        return;
    m_nodes.insert(id.node());
    save();
}

void AskedBook::remove(const core::ContactId &id)
{
    if (m_nodes.remove(id.node()))
        save();
}

void AskedBook::save() const
{
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(QJsonArray::fromStringList(m_nodes.values())).toJson());
    file.commit();
}

} // namespace timbre::cli
