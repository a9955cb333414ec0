// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/words.h"

namespace timbre::cli {

using namespace Qt::StringLiterals;

namespace {

struct CodeWords {
    protocol::ErrorCode code;
    QLatin1StringView words;
};

constexpr CodeWords codeWords[] = {
    {protocol::ErrorCode::HasExist, "it exists already"_L1},
    {protocol::ErrorCode::NoPass, "wrong name or password"_L1},
    {protocol::ErrorCode::ExpireOp, "nothing is waiting for that"_L1},
    {protocol::ErrorCode::Params, "it cannot do that with these words"_L1},
    {protocol::ErrorCode::PermissionDenied, "permission denied"_L1},
    {protocol::ErrorCode::Account, "there is no such account or room"_L1},
    {protocol::ErrorCode::Interface, "it does not offer that"_L1},
    {protocol::ErrorCode::Cancelled, "the room was cancelled"_L1},
    {protocol::ErrorCode::NoExist, "there is no such relation or room"_L1},
    {protocol::ErrorCode::Blocked, "blocked"_L1},
    {protocol::ErrorCode::OverEntry, "too many devices are signed in"_L1},
    {protocol::ErrorCode::ModifyAuth, "the old password is wrong"_L1},
    {protocol::ErrorCode::Format, "it could not read the request"_L1},
    {protocol::ErrorCode::Token, "the token is not valid"_L1},
    {protocol::ErrorCode::Repeat, "you are contacts already"_L1},
    {protocol::ErrorCode::Database, "it could not store that"_L1},
    {protocol::ErrorCode::Overload, "it is overloaded"_L1},
};

} // namespace

QString serverCodeWords(qint32 code)
{
    for (const auto &[known, words] : codeWords) {
        if (qint32(known) == code)
            return u"%1 (%2)"_s.arg(words).arg(code);
    }
    return u"code %1"_s.arg(code);
}

Outcome outcomeOf(const core::ConnectionStatus &status)
{
    using core::ConnectionProblem;
    switch (status.problem) {
    case ConnectionProblem::None:
        return {ExitCode::NoAnswer, u"The server did not answer in time. Try again, or give a longer --timeout."_s};
    case ConnectionProblem::HostNotFound:
        return {ExitCode::Unreachable, u"No server is known by this name. Check --server and the network."_s};
    case ConnectionProblem::Refused:
        return {ExitCode::Unreachable, u"Nobody listens at this address. Check --server, or start the server."_s};
    case ConnectionProblem::ConnectTimeout:
        return {ExitCode::Unreachable, u"The server does not answer. Check --server and the network."_s};
    case ConnectionProblem::NotATimServer:
        return {ExitCode::Unreachable, u"What answers at this address is not a tim server. Check --server."_s};
    case ConnectionProblem::TlsUntrusted:
        return {
            ExitCode::Unreachable,
            u"The server's certificate is not trusted, so nothing was sent. Add it to the system's certificates."_s};
    case ConnectionProblem::ProxyUnreachable:
    case ConnectionProblem::ProxyRefused:
        return {ExitCode::Unreachable, u"The proxy of this desktop cannot be reached, or refuses."_s};
    case ConnectionProblem::BadAddress:
        return {ExitCode::Usage, u"This is not an address of a tim server. Check --server."_s};
    case ConnectionProblem::LineLost:
    case ConnectionProblem::ClosedByServer:
    case ConnectionProblem::Hiding:
        return {ExitCode::Unreachable, u"The connection was lost. Try again."_s};
    case ConnectionProblem::ProtocolError:
        return {ExitCode::Unreachable, u"The server sent something that cannot be read. Try another --encoding."_s};
    case ConnectionProblem::SignInTimeout:
        return {ExitCode::NoAnswer, u"The server did not answer the sign-in in time. Try again."_s};
    case ConnectionProblem::WrongPassword:
        return {ExitCode::SignInRefused, u"Name or password is wrong. Check --account and the password's source."_s};
    case ConnectionProblem::TokenRefused:
    case ConnectionProblem::SignInRefused:
        return {ExitCode::SignInRefused,
                u"The server refused the sign-in: %1."_s.arg(serverCodeWords(status.serverCode))};
    case ConnectionProblem::SignedInElsewhere:
        return {ExitCode::SignInRefused, u"Another device took over this account. End it first, or try again later."_s};
    case ConnectionProblem::Kicked:
        return {ExitCode::SignInRefused, u"The server ended this session; ask its administrator."_s};
    case ConnectionProblem::OverEntry:
        return {ExitCode::SignInRefused,
                u"Too many devices of this account are signed in. End one, or try again in 11 seconds."_s};
    }
    Q_UNREACHABLE();
}

Outcome outcomeOf(const net::AccountError &error)
{
    using Kind = net::AccountError::Kind;
    switch (error.kind) {
    case Kind::NameTaken:
        return {ExitCode::Refused, u"This name is taken on that server. Choose another one, or sign in."_s};
    case Kind::WrongPassword:
        return {ExitCode::SignInRefused, u"Name and password do not fit together."_s};
    case Kind::PasswordTooLong:
        return {ExitCode::Refused,
                u"The server refused this password; it takes only short ones. Try one of at most 12 characters."_s};
    case Kind::Refused:
        return {ExitCode::Refused, u"The server refused: %1."_s.arg(serverCodeWords(error.serverCode))};
    case Kind::NotReachable:
        return {ExitCode::Unreachable, u"The server cannot be reached. Check --server and the network."_s};
    case Kind::TimedOut:
        return {ExitCode::NoAnswer, u"The server did not answer in time."_s};
    case Kind::TlsUntrusted:
        return {
            ExitCode::Unreachable,
            u"The server's certificate is not trusted, so nothing was sent. Add it to the system's certificates."_s};
    case Kind::BadAnswer:
        return {ExitCode::Unreachable, u"There is a server at this address, but it does not speak tim."_s};
    case Kind::BadAddress:
        return {ExitCode::Usage, u"This is not the address of a server. Check --server."_s};
    }
    Q_UNREACHABLE();
}

} // namespace timbre::cli
