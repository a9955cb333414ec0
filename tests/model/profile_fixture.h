// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/profile.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtDebug>

// What tests of a Profile need around it.
namespace timbre::test {

inline core::Contact contact(const QString &node, const QString &name = {})
{
    core::Contact result;
    result.id = core::ContactId(node);
    result.profileName = name;
    return result;
}

inline std::unique_ptr<store::Profile> opened(const QString &folder)
{
    auto profile = store::Profile::open(folder);
    if (!profile) {
        qWarning() << "open failed:" << int(profile.error().kind) << profile.error().detail;
        return nullptr;
    }
    return std::move(*profile);
}

inline QHash<core::ContactId, core::Contact> byId(const QList<core::Contact> &list)
{
    QHash<core::ContactId, core::Contact> result;
    for (const core::Contact &entry : list)
        result.insert(entry.id, entry);
    return result;
}

inline bool execute(const QString &file, const QStringList &statements)
{
    bool good = false;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        db.setDatabaseName(file);
        good = db.open();
        for (const QString &sql : statements) {
            QSqlQuery query(db);
            good = good && query.exec(sql);
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
    return good;
}

inline QFileDevice::Permissions modeOf(const QString &path)
{
    return QFile::permissions(path)
        & (QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner | QFileDevice::ReadGroup
           | QFileDevice::WriteGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther
           | QFileDevice::ExeOther);
}

inline constexpr auto ownerFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace timbre::test
