// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <utility>
#include <variant>

namespace timbre {

// The error half of an Expected. `return unexpected(DecodeError{...});`
template <typename E> struct Unexpected {
    E error;
};

template <typename E> Unexpected<std::decay_t<E>> unexpected(E &&error)
{
    return {std::forward<E>(error)};
}

// A value or the reason why there is none: the return type of everything that can fail in a way the caller
// must expect. (std::expected needs C++23, which Debian 12's compilers do not have.) Reading the wrong half
// is a bug and asserts.
template <typename T, typename E> class [[nodiscard]] Expected
{
public:
    Expected(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Expected(Unexpected<E> failure) : m_state(std::in_place_index<1>, std::move(failure.error)) { }

    bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    const T &value() const & { return *get(); }
    T &value() & { return *get(); }
    T &&value() && { return std::move(*get()); }
    const T &operator*() const & { return *get(); }
    T &operator*() & { return *get(); }
    const T *operator->() const { return get(); }
    T *operator->() { return get(); }

    const E &error() const
    {
        Q_ASSERT(!hasValue());
        return *std::get_if<1>(&m_state);
    }

private:
    const T *get() const
    {
        Q_ASSERT(hasValue());
        return std::get_if<0>(&m_state);
    }
    T *get()
    {
        Q_ASSERT(hasValue());
        return std::get_if<0>(&m_state);
    }

    std::variant<T, E> m_state;
};

// For operations that yield nothing but may fail.
using Success = std::monostate;

} // namespace timbre
