// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/problem_words.h"

#include <QCoreApplication>

namespace timbre::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(timbre::app::Words)
};

} // namespace

QString sentenceFor(const store::ProfileError &error)
{
    using Kind = store::ProfileError::Kind;
    switch (error.kind) {
    case Kind::FolderUnusable:
        return Words::tr("The folder %1 cannot be written. Choose another one with --profile.").arg(error.detail);
    case Kind::InUse:
        return Words::tr("Another Timbre is already running with the data in %1. Use that window, or start this "
                         "one with --profile and another folder.")
            .arg(error.detail);
    case Kind::DatabaseCorrupt:
        return Words::tr("The saved contacts and settings could not be read. They were set aside as %1; try "
                         "again to start with fresh ones. Your contacts come back from the server.")
            .arg(error.detail);
    case Kind::DatabaseTooNew:
        return Words::tr("The data in %1 was written by a newer Timbre. Please start that one; nothing was "
                         "changed.")
            .arg(error.detail);
    case Kind::DiskFull:
        return Words::tr("The disk is full. Timbre keeps working, but what changes now is not saved in %1 until "
                         "there is room.")
            .arg(error.detail);
    }
    return {};
}

QString sentenceFor(const node::StartError &error)
{
    using Kind = node::StartError::Kind;
    switch (error.kind) {
    case Kind::PortTaken:
        return Words::tr("Another program already uses %1.").arg(error.detail);
    case Kind::AddressUnusable:
        return Words::tr("This computer has no address %1 to listen on.").arg(error.detail);
    case Kind::DataFolderUnusable:
        return Words::tr("The server's data folder %1 cannot be written.").arg(error.detail);
    case Kind::DataFolderInUse:
        return Words::tr("Another server already uses the data in %1.").arg(error.detail);
    case Kind::DatabaseCorrupt:
        return Words::tr("The server's database %1 is damaged. Nothing was changed; restore a copy of it, or move "
                         "it away to start afresh.")
            .arg(error.detail);
    case Kind::DatabaseTooNew:
        return Words::tr("The server's database %1 was written by a newer Timbre.").arg(error.detail);
    case Kind::CertificateUnusable:
        return Words::tr("The server's certificate cannot be used: %1.").arg(error.detail);
    }
    return {};
}

QString sentenceFor(const net::AccountError &error)
{
    using Kind = net::AccountError::Kind;
    switch (error.kind) {
    case Kind::NameTaken:
        return Words::tr("This name is taken on that server. Choose another one, or sign in.");
    case Kind::WrongPassword:
        return Words::tr("Name and password do not fit together.");
    case Kind::NotReachable:
        return Words::tr("The server cannot be reached. Check the address and your connection.");
    case Kind::TimedOut:
        return Words::tr("The server did not answer in time.");
    case Kind::PasswordTooLong:
        return Words::tr("The server refused this password; it takes only short ones. Try one of at most 12 "
                         "characters.");
    case Kind::BadAddress:
        return Words::tr("This is not the address of a server.");
    case Kind::BadAnswer:
        return Words::tr("There is a server at this address, but it does not speak tim.");
    case Kind::TlsUntrusted:
        return Words::tr("The server's certificate is not trusted, so nothing was sent.");
    case Kind::Refused:
        return Words::tr("The server refused (code %1).").arg(error.serverCode);
    }
    return {};
}

QString sentenceFor(const net::AddressError &error)
{
    using net::AddressError;
    switch (error) {
    case AddressError::Empty:
        return Words::tr("Please type the server's address.");
    case AddressError::Malformed:
    case AddressError::BadPort:
        return Words::tr("This is no address. It looks like im.example.org or wss://im.example.org:20003.");
    case AddressError::UnknownScheme:
        return Words::tr("The address starts with wss:// or ws://.");
    case AddressError::HasUserInfo:
        return Words::tr("Leave name and password out of the address.");
    case AddressError::HasPath:
        return Words::tr("Leave out what follows the server's name; tim always answers at /tim.");
    }
    return {};
}

QString sentenceFor(desktop::KeychainError error)
{
    using desktop::KeychainError;
    switch (error) {
    case KeychainError::NotFound:
        return Words::tr("The keychain has no password for this account. Please type it.");
    case KeychainError::NoService:
        return Words::tr("This desktop has no keychain that runs, so the password must be typed each time.");
    case KeychainError::Denied:
        return Words::tr("The keychain is locked and did not give the password. Please type it.");
    case KeychainError::TimedOut:
        return Words::tr("The keychain did not answer in time. Please type the password.");
    case KeychainError::Failed:
        return Words::tr("The keychain does not work as it should. Please type the password.");
    }
    return {};
}

} // namespace timbre::app
