// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/types.h"

namespace timbre::protocol {

namespace {

void printMember(QDebug &debug, std::string_view key, const auto &member)
{
    debug.noquote() << ' ' << QLatin1StringView(key.data(), static_cast<qsizetype>(key.size())) << '=';
    debug.quote() << member;
}
template <typename T> void printMember(QDebug &debug, std::string_view key, const std::optional<T> &member)
{
    if (member)
        printMember(debug, key, *member);
}
bool isSecret(std::string_view key)
{
    return key == "pwd" || key == "token";
}

template <WireStruct T> void printFields(QDebug &debug, const T &value)
{
    forEachField<T>([&](const auto &field) {
        const auto &member = value.*(field.member);
        if constexpr (std::is_same_v<T, Auth>) {
            if (isSecret(field.key))
                return;
        }
        printMember(debug, field.key, member);
    });
}

} // namespace

template <WireStruct T> QDebug operator<<(QDebug debug, const T &value)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << '{';
    printFields(debug, value);
    debug << " }";
    return debug;
}

template QDebug operator<<(QDebug, const Error &);
template QDebug operator<<(QDebug, const Ack &);
template QDebug operator<<(QDebug, const Auth &);
template QDebug operator<<(QDebug, const Tid &);
template QDebug operator<<(QDebug, const Request &);
template QDebug operator<<(QDebug, const Presence &);
template QDebug operator<<(QDebug, const Message &);
template QDebug operator<<(QDebug, const MessageList &);
template QDebug operator<<(QDebug, const Stream &);
template QDebug operator<<(QDebug, const UserBean &);
template QDebug operator<<(QDebug, const RoomBean &);
template QDebug operator<<(QDebug, const Nodes &);

} // namespace timbre::protocol
