// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/database.h"

#include <QSqlError>

namespace timbre::store {

// Inside Database errors travel as exceptions: every statement can fail, and none of them knows what to do about it.
class Database::Failure
{
public:
    Failure(const QSqlError &error, const QString &file) : m_error{kindOf(error.nativeErrorCode().toInt()), file} { }
    explicit Failure(ProfileError error) : m_error(std::move(error)) { }
    const ProfileError &error() const { return m_error; }

private:
    static ProfileError::Kind kindOf(int sqliteCode);

    ProfileError m_error;
};

} // namespace timbre::store
