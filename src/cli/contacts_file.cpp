// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/contacts_file.h"

#include "core/text.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace timbre::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestId = 512; // characters of an account name, "@" and a domain

Outcome failed(const QString &sentence)
{
    return {ExitCode::LocalFile, sentence};
}

QString idIn(const QJsonObject &object, const QString &key)
{
    const QString text = object.value(key).toString();
    return text.size() <= longestId ? text : QString();
}

QJsonDocument documentOf(const ContactsFile &contacts)
{
    QJsonArray people;
    for (const ContactsFile::Person &person : contacts.contacts)
        people.append(QJsonObject{{u"node"_s, person.node}, {u"account"_s, person.account}, {u"name"_s, person.name}});
    QJsonArray rooms;
    for (const ContactsFile::Room &room : contacts.rooms)
        rooms.append(QJsonObject{{u"room"_s, room.node}, {u"topic"_s, room.topic}});
    return QJsonDocument(QJsonObject{{u"version"_s, ContactsFile::version},
                                     {u"account"_s, contacts.account},
                                     {u"domain"_s, contacts.domain},
                                     {u"contacts"_s, people},
                                     {u"rooms"_s, rooms}});
}

} // namespace

Outcome writeContactsFile(const QString &path, const ContactsFile &contacts, bool isForced)
{
    const QFileInfo there(path);
    if (there.isSymLink() || (there.exists() && !there.isFile()))
        return failed(u"%1 is not an ordinary file; name another one."_s.arg(path));
    if (there.exists() && !isForced)
        return failed(u"%1 exists; name another file, or give --force to write over it."_s.arg(path));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(documentOf(contacts).toJson()) < 0 || !file.commit())
        return failed(u"%1 cannot be written: %2."_s.arg(path, file.errorString()));
    return {};
}

Expected<ContactsFile, Outcome> readContactsFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unexpected(failed(u"%1 cannot be read: %2."_s.arg(path, file.errorString())));
    const QByteArray bytes = file.read(ContactsFile::largest + 1);
    if (bytes.size() > ContactsFile::largest)
        return unexpected(failed(u"%1 is too large for a list of contacts."_s.arg(path)));
    QJsonParseError problem;
    const QJsonObject object = QJsonDocument::fromJson(bytes, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return unexpected(
            failed(u"%1 is not JSON, at byte %2: %3."_s.arg(path).arg(problem.offset).arg(problem.errorString())));
    if (object.value("version"_L1).toInt() != ContactsFile::version || !object.value("contacts"_L1).isArray())
        return unexpected(failed(u"%1 is no list of contacts that this program can read."_s.arg(path)));

    ContactsFile contacts;
    contacts.account = idIn(object, u"account"_s);
    contacts.domain = idIn(object, u"domain"_s);
    const QJsonArray people = object.value("contacts"_L1).toArray();
    if (people.size() > ContactsFile::mostPeople)
        return unexpected(failed(u"%1 lists more than %2 contacts."_s.arg(path).arg(ContactsFile::mostPeople)));
    for (const QJsonValue &value : people) {
        const QJsonObject person = value.toObject();
        ContactsFile::Person read{idIn(person, u"node"_s), idIn(person, u"account"_s),
                                  core::cleanName(person.value("name"_L1).toString())};
        if (read.node.isEmpty() && read.account.isEmpty())
            return unexpected(failed(u"%1 lists a contact without \"node\" and \"account\"."_s.arg(path)));
        contacts.contacts.append(std::move(read));
    }
    return contacts;
}

} // namespace timbre::cli
