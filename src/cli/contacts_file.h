// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/outcome.h"
#include "protocol/expected.h"

#include <QList>
#include <QString>

namespace timbre::cli {

// The contacts of one account, as `contacts export` writes and `contacts import` reads them: how an account moves from
// one server to another (docs/MOVING.md). JSON, version 1. Holds no password and no messages.
struct ContactsFile {
    struct Person {
        QString node; // at the server it was exported from
        QString account; // NAME or NAME@DOMAIN, if a person wrote it in: wins over the node
        QString name; // what they called themselves
    };
    struct Room {
        QString node;
        QString topic;
    };

    static constexpr int version = 1;
    static constexpr qint64 largest = 8 * 1024 * 1024; // bytes
    static constexpr qsizetype mostPeople = 10'000;

    QString account;
    QString domain;
    QList<Person> contacts;
    QList<Room> rooms; // for the reader; rooms cannot be moved
};

// Mode 0600. An existing file is only written over if told so, a symbolic link never.
Outcome writeContactsFile(const QString &path, const ContactsFile &contacts, bool isForced);
// The error is an Outcome of kind LocalFile.
Expected<ContactsFile, Outcome> readContactsFile(const QString &path);

} // namespace timbre::cli
