// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/names.h"
#include "cli/outcome.h"
#include "core/client.h"
#include "net/connection_manager.h"

#include <QEventLoop>
#include <QJsonObject>

namespace timbre::cli {

// One account signed in at a server, with the client library on top, for code that runs from top to bottom: each wait
// spins an event loop until the answer is here, and whatever else happens on this or another line meanwhile arrives as
// happened(). Owned by main() or by an actor of a script; one thread. Calls must not be made from inside happened().
// Announces no presence and fetches nothing by itself.
class Line : public QObject
{
    Q_OBJECT

public:
    Line(core::Clock &clock, core::Random &random, protocol::Encoding encoding, QObject *parent = nullptr);
    ~Line() override;

    // Waits until signed in or until it is clear that this cannot be had; a line that is there already is left first.
    // Afterwards the line is kept up: whoever stays sees it come back.
    Outcome signIn(const QList<core::Endpoint> &servers, const core::Credentials &credentials,
                   core::Milliseconds limit);
    // Waits until what was sent has left and the line is closed; at once if there is none.
    void signOut();

    core::Connection &connection() { return m_connection; }
    core::Client &client() { return m_client; }
    core::Clock &clock() { return m_clock; }
    Names &names() { return m_names; }
    core::ContactId ownId() const { return m_connection.ownId(); }
    bool isOnline() const { return m_connection.status().state == core::ConnectionState::Online; }

    // line.call(&core::Client::roster), line.call(&core::Client::kick, room, user): the result of that call.
    template <typename... Parameters, typename... Given>
    auto call(void (core::Client::*function)(Parameters...), Given &&...given);

Q_SIGNALS:
    // One event, as documented for `watch`.
    void happened(const QJsonObject &event);

private:
    void tellConnection(const core::ConnectionStatus &status);
    void followClient();

    core::Clock &m_clock;
    net::ConnectionManager m_connection;
    core::Client m_client;
    Names m_names;
};

// What a failed call means for the process.
Outcome outcomeOf(const core::CallError &error);

// Lets the event loop run until `isDone`, asked after each event, or for `limit`; true if done.
bool spin(core::Clock &clock, core::Milliseconds limit, const std::function<bool()> &isDone = {});

namespace detail {
template <typename Done> struct ResultOf;
template <typename T> struct ResultOf<core::CallDone<T>> {
    using Type = core::CallResult<T>;
};
} // namespace detail

template <typename... Parameters, typename... Given>
auto Line::call(void (core::Client::*function)(Parameters...), Given &&...given)
{
    using Done = std::tuple_element_t<sizeof...(Parameters) - 1, std::tuple<std::decay_t<Parameters>...>>;
    using Result = typename detail::ResultOf<Done>::Type;
    QEventLoop loop;
    std::optional<Result> result;
    (m_client.*function)(std::forward<Given>(given)..., &loop, [&](const Result &answer) {
        result = answer;
        loop.quit();
    });
    if (!result)
        loop.exec();
    return *std::move(result);
}

} // namespace timbre::cli
