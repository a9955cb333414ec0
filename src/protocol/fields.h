// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDebug>

#include <string_view>
#include <tuple>

// How a wire struct declares its fields, once. A struct lists them in `fields()`:
//
//     struct Tid {
//         QString node;
//         std::optional<QString> domain;
//         static constexpr auto fields()
//         {
//             return std::tuple(Field{1, "node", &Tid::node}, Field{2, "domain", &Tid::domain});
//         }
//     };
//
// That one list serves every encoding (JSON uses `key`, thrift compact uses `id`), comparing and printing. A plain
// member is always written (the wire's "required"); a std::optional one is written only when it holds a value.
namespace timbre::protocol {

template <typename Struct, typename Member> struct Field {
    int id; // thrift field id, protocol.md 3.2
    std::string_view key; // exact JSON key, written as it is, matched without regard to case
    Member Struct::*member;
};
template <typename Struct, typename Member> Field(int, std::string_view, Member Struct::*) -> Field<Struct, Member>;

template <typename T>
concept WireStruct = requires
{
    T::fields();
};

// Calls visit(field) for each field, in wire order.
template <WireStruct T, typename Visitor> constexpr void forEachField(Visitor &&visit)
{
    std::apply([&](const auto &...field) { (visit(field), ...); }, T::fields());
}

template <WireStruct T> bool operator==(const T &a, const T &b)
{
    return std::apply([&](const auto &...field) { return ((a.*(field.member) == b.*(field.member)) && ...); },
                      T::fields());
}

// Prints the fields that hold something; Auth without its password and token. types.cpp has it for every struct.
template <WireStruct T> QDebug operator<<(QDebug debug, const T &value);

} // namespace timbre::protocol
