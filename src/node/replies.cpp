// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/replies.h"

namespace timbre::node {

using namespace Qt::StringLiterals;
using protocol::ErrorCode;

namespace {

protocol::Ack failure(quint8 timType, ErrorCode code)
{
    protocol::Ack ack;
    ack.timType = qint8(timType);
    ack.error = protocol::Error{qint32(code), QString(errorText(code))};
    return ack;
}

} // namespace

protocol::Ack okAck(quint8 timType, std::optional<qint64> t, std::optional<QString> n)
{
    protocol::Ack ack;
    ack.ok = true;
    ack.timType = qint8(timType);
    ack.t = t;
    ack.n = std::move(n);
    return ack;
}

QByteArray encodeAck(const protocol::Ack &ack, protocol::Encoding encoding)
{
    return protocol::encode({protocol::FrameType::Ack, std::nullopt, ack}, protocol::Direction::ServerToClient,
                            encoding);
}

QByteArray errorAck(quint8 timType, ErrorCode code, protocol::Encoding encoding)
{
    return encodeAck(failure(timType, code), encoding);
}

QByteArray detailedErrorAck(quint8 timType, protocol::BusinessOp op, ErrorCode code, protocol::Encoding encoding)
{
    protocol::Ack ack = failure(timType, code);
    ack.t = qint64(op);
    return encodeAck(ack, encoding);
}

QLatin1StringView errorText(ErrorCode code)
{
    switch (code) {
    case ErrorCode::HasExist:
        return "has exist"_L1;
    case ErrorCode::NoPass:
        return "no pass"_L1;
    case ErrorCode::ExpireOp:
        return "expire operate"_L1;
    case ErrorCode::Params:
        return "parameter incorrect"_L1;
    case ErrorCode::PermissionDenied:
        return "permission denied"_L1;
    case ErrorCode::Account:
        return "account incorrect"_L1;
    case ErrorCode::Interface:
        return "interface incorrect"_L1;
    case ErrorCode::Cancelled:
        return "must not be a cancle object"_L1;
    case ErrorCode::NoExist:
        return "must not be a no exist object"_L1;
    case ErrorCode::Blocked:
        return "blocked object"_L1;
    case ErrorCode::OverEntry:
        return "over entry"_L1;
    case ErrorCode::ModifyAuth:
        return "modify password failed"_L1;
    case ErrorCode::Format:
        return "format error"_L1;
    case ErrorCode::BigData:
        return "big data error"_L1;
    case ErrorCode::Token:
        return "error token"_L1;
    case ErrorCode::Ping:
        return "error ping count"_L1;
    case ErrorCode::Repeat:
        return "error repetitive operation"_L1;
    case ErrorCode::Undefined:
        return "undefined error"_L1;
    case ErrorCode::Database:
        return "database error"_L1;
    case ErrorCode::Overload:
        return "heavy server load"_L1;
    case ErrorCode::OverHz:
        return "freq out of limit"_L1;
    }
    return "undefined error"_L1;
}

} // namespace timbre::node
