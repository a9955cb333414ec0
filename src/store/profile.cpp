// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "store/profile.h"

#include "store/account_list.h"
#include "store/profile_messages.h"
#include "store/profile_writer.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <algorithm>

namespace timbre::store {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto databaseName = "profile.db"_L1;
constexpr auto lockName = "lock"_L1;
constexpr auto accountsKey = "accounts"_L1;
constexpr auto adoptedKey = "core/roster-adopted"_L1;
constexpr auto scheduleKey = "core/schedule"_L1;
constexpr auto documentPrefix = "document/"_L1;
constexpr qsizetype longestDocument = 1024 * 1024;

// SQL's length() and many tools end a text at NUL.
QString withoutNul(QString text)
{
    return text.remove(QChar(0));
}

// Makes the folder, closed to others. The mode of a folder that was there and holds other things is
// not ours to change.
bool prepareFolder(const QString &path)
{
    const QFileInfo info(path);
    const auto mode = ownerOnly | QFileDevice::ExeOwner;
    if (!info.exists()) {
        QDir parent = info.dir();
        return parent.mkpath(u"."_s) && parent.mkdir(info.fileName(), mode);
    }
    if (!info.isDir())
        return false;
    const QDir folder(path);
    if (folder.exists(databaseName)
        || folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        QFile::setPermissions(path, mode);
    return true;
}

// SQLite gives its side files the mode of the main one.
bool prepareFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.setPermissions(ownerOnly);
}

QString moveAside(const QString &file)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz"_s);
    const QString aside = file + ".corrupt-"_L1 + stamp;
    for (const auto &suffix : {""_L1, "-wal"_L1, "-shm"_L1})
        QFile::rename(file + suffix, aside + suffix);
    return aside;
}

} // namespace

class Profile::Private
{
public:
    Private(const QString &folderPath, std::unique_ptr<QLockFile> folderLock, const QString &file) :
        folder(folderPath),
        lock(std::move(folderLock)),
        writer(file),
        messages(writer)
    {
    }

    const QString folder;
    const std::unique_ptr<QLockFile> lock; // outlives the database
    ProfileData data; // the truth for readers; only the owner's thread touches it
    ProfileWriter writer;
    ProfileMessages messages;
};

Expected<std::unique_ptr<Profile>, ProfileError> Profile::open(const QString &folder)
{
    const QString path = QDir(folder).absolutePath();
    if (!prepareFolder(path))
        return unexpected(ProfileError{ProfileError::Kind::FolderUnusable, path});

    auto lock = std::make_unique<QLockFile>(QDir(path).filePath(lockName));
    lock->setStaleLockTime(0); // only the end of its program makes a lock stale
    if (!lock->tryLock(0)) {
        const auto kind = lock->error() == QLockFile::LockFailedError ? ProfileError::Kind::InUse
                                                                      : ProfileError::Kind::FolderUnusable;
        return unexpected(ProfileError{kind, path});
    }

    const QString file = QDir(path).filePath(databaseName);
    if (!prepareFile(file))
        return unexpected(ProfileError{ProfileError::Kind::FolderUnusable, file});

    auto d = std::make_unique<Private>(path, std::move(lock), file);
    auto loaded = d->writer.start();
    if (!loaded) {
        ProfileError error = loaded.error();
        d->writer.stop(); // closes the file
        if (error.kind == ProfileError::Kind::DatabaseCorrupt)
            error.detail = moveAside(file);
        return unexpected(std::move(error));
    }
    d->data = std::move(*loaded);
    d->messages.begin(std::exchange(d->data.messages, {}));
    return std::unique_ptr<Profile>(new Profile(std::move(d)));
}

Profile::Profile(std::unique_ptr<Private> p) : d(std::move(p)) { }

Profile::~Profile() = default;

QString Profile::folder() const
{
    return d->folder;
}

std::optional<AccountRecord> Profile::account() const
{
    return d->data.account;
}

void Profile::saveAccount(const AccountRecord &account)
{
    AccountRecord clean = account;
    clean.name = withoutNul(account.name);
    clean.domain = withoutNul(account.domain);
    clean.ownNode = withoutNul(account.ownNode);
    clean.origin.clear(); // the list's
    if (d->data.account == clean)
        return;
    d->data.account = clean;
    Changes changes;
    changes.account = clean;
    d->writer.say(std::move(changes));
}

void Profile::forgetAccount()
{
    d->data.account.reset();
    d->data.contacts.clear();
    d->data.manual = {};
    d->data.moods.clear();
    d->messages.forgetAll();
    Changes changes;
    changes.forgetAccount = true;
    d->writer.say(std::move(changes));
    saveSetting(adoptedKey, u"0"_s);
    saveSetting(scheduleKey, {});
    saveSetting(accountsKey, {});
    const QStringList keys = d->data.settings.keys();
    for (const QString &key : keys) {
        if (key.startsWith(documentPrefix))
            saveSetting(key, {});
    }
}

QList<AccountRecord> Profile::accounts() const
{
    QList<AccountRecord> accounts = accountsFromJson(setting(accountsKey).toUtf8());
    const auto row = account();
    const auto isRow = [&row](const AccountRecord &each) {
        return isSameAccount(each, *row)
            || (each.home == row->home && each.name == row->name && each.domain == row->domain
                && each.endpoints == row->endpoints);
    };
    if (row && std::none_of(accounts.cbegin(), accounts.cend(), isRow))
        accounts.prepend(*row);
    return accounts;
}

void Profile::saveAccounts(const QList<AccountRecord> &accounts)
{
    saveSetting(accountsKey, QString::fromUtf8(accountsToJson(accounts.first(qMin(accounts.size(), mostAccounts)))));
    if (!accounts.isEmpty())
        saveAccount(accounts.constFirst());
}

QString Profile::setting(const QString &key, const QString &fallback) const
{
    return d->data.settings.value(key, fallback);
}

void Profile::saveSetting(const QString &key, const QString &value)
{
    const QString clean = withoutNul(value);
    const auto known = d->data.settings.constFind(key);
    if (known != d->data.settings.constEnd() && *known == clean)
        return;
    d->data.settings.insert(key, clean);
    Changes changes;
    changes.settings.insert(key, clean);
    d->writer.say(std::move(changes));
}

void Profile::flush()
{
    d->writer.flush();
}

std::optional<ProfileError> Profile::lastWriteError() const
{
    return d->writer.lastError();
}

void Profile::onWriteError(std::function<void(std::optional<ProfileError>)> callback)
{
    d->writer.onError(std::move(callback));
}

core::MessageStore &Profile::messages()
{
    return d->messages;
}

QList<core::Contact> Profile::contacts() const
{
    return d->data.contacts.values();
}

void Profile::saveContact(const core::Contact &contact)
{
    core::Contact clean = contact;
    clean.account = withoutNul(contact.account);
    clean.profileName = withoutNul(contact.profileName);
    clean.nickname = withoutNul(contact.nickname);
    clean.requestText = withoutNul(contact.requestText);
    const auto known = d->data.contacts.constFind(clean.id);
    if (known != d->data.contacts.constEnd() && *known == clean)
        return;
    d->data.contacts.insert(clean.id, clean);
    Changes changes;
    changes.contacts.insert(clean.id, clean);
    d->writer.say(std::move(changes));
}

void Profile::forgetContact(const core::ContactId &id)
{
    if (!d->data.contacts.remove(id))
        return;
    Changes changes;
    changes.contacts.insert(id, std::nullopt);
    d->writer.say(std::move(changes));
}

core::ManualStatus Profile::manualStatus() const
{
    return d->data.manual.now;
}

core::ManualStatus Profile::statusBefore() const
{
    return d->data.manual.before;
}

void Profile::saveManualStatus(const core::ManualStatus &status, const core::ManualStatus &before)
{
    ManualRecord clean{status, before};
    clean.now.mood = withoutNul(status.mood);
    clean.before.mood = withoutNul(before.mood);
    clean.before.until = 0;
    if (d->data.manual == clean)
        return;
    d->data.manual = clean;
    Changes changes;
    changes.manual = clean;
    d->writer.say(std::move(changes));
}

core::Schedule Profile::schedule() const
{
    return core::Schedule::fromJson(setting(scheduleKey).toUtf8());
}

void Profile::saveSchedule(const core::Schedule &schedule)
{
    saveSetting(scheduleKey, QString::fromUtf8(schedule.toJson()));
}

QList<core::RecentMood> Profile::recentMoods() const
{
    return d->data.moods;
}

void Profile::saveRecentMoods(const QList<core::RecentMood> &moods)
{
    QList<core::RecentMood> clean = moods;
    for (core::RecentMood &mood : clean)
        mood.mood = withoutNul(mood.mood);
    if (d->data.moods == clean)
        return;
    d->data.moods = clean;
    Changes changes;
    changes.moods = std::move(clean);
    d->writer.say(std::move(changes));
}

QByteArray Profile::document(const QString &name) const
{
    return setting(documentPrefix + name).toUtf8();
}

void Profile::saveDocument(const QString &name, const QByteArray &text)
{
    Q_ASSERT(text.size() <= longestDocument);
    if (text.size() <= longestDocument)
        saveSetting(documentPrefix + name, QString::fromUtf8(text));
}

bool Profile::isRosterAdopted() const
{
    return setting(adoptedKey) == "1"_L1;
}

void Profile::setRosterAdopted()
{
    saveSetting(adoptedKey, u"1"_s);
}

} // namespace timbre::store
