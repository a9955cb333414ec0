// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/frame.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// The frames of tests/data/vectors: recordings of a real tim server.
namespace timbre::vectors {

struct Recorded {
    QByteArray name; // file:line
    protocol::Direction direction = protocol::Direction::ServerToClient;
    QByteArray bytes;
    bool overHttp = false;
};

inline QByteArray contents(const QString &path)
{
    QFile file(QStringLiteral(TIMBRE_TEST_DATA "/vectors/") + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

// Files whose name starts with "12" speak thrift compact, all others JSON.
inline QList<Recorded> transcripts(bool thrift)
{
    QList<Recorded> frames;
    const QString folder = QStringLiteral("transcripts/");
    const QStringList files = QDir(QStringLiteral(TIMBRE_TEST_DATA "/vectors/") + folder).entryList(QDir::Files);
    for (const QString &file : files) {
        if (file.startsWith(QStringLiteral("12")) != thrift)
            continue;
        int number = 0;
        const QList<QByteArray> lines = contents(folder + file).split('\n');
        for (const QByteArray &line : lines) {
            ++number;
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            const QByteArray hex = object.value(QStringLiteral("hex")).toString().toLatin1();
            if (hex.isEmpty())
                continue;
            const bool fromClient = object.value(QStringLiteral("dir")).toString() == QStringLiteral("C>S");
            frames.append({file.toLatin1() + ':' + QByteArray::number(number),
                           fromClient ? protocol::Direction::ClientToServer : protocol::Direction::ServerToClient,
                           QByteArray::fromHex(hex),
                           object.value(QStringLiteral("note")).toString().startsWith(QStringLiteral("HTTP"))});
        }
    }
    return frames;
}

struct RecordedPresence {
    QByteArray json; // payloads, as delivered to a JSON and to a thrift device
    QByteArray thrift;
    QByteArray sent; // empty if the sender spoke thrift
    quint8 sentType = 0;
    QJsonObject value;
};

inline QList<RecordedPresence> presences()
{
    QList<RecordedPresence> list;
    const QJsonArray array = QJsonDocument::fromJson(contents(QStringLiteral("presence.json"))).array();
    for (const QJsonValue &entry : array) {
        const QByteArray sent = entry[QStringLiteral("sent")].toString().toUtf8();
        list.append({entry[QStringLiteral("json")].toString().toUtf8(),
                     QByteArray::fromHex(entry[QStringLiteral("thriftHex")].toString().toLatin1()),
                     sent.startsWith('{') ? sent : QByteArray(),
                     static_cast<quint8>(entry[QStringLiteral("frame")].toInt()),
                     entry[QStringLiteral("value")].toObject()});
    }
    return list;
}

} // namespace timbre::vectors
