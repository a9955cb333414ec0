// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/session.h"
#include "core/volatile_store.h"
#include "net/connection_manager.h"

namespace timbre::app {

class EmbeddedNode;

// One of the demo's friends: a real client without a window, over a real socket. Accepts every request and changes its
// status now and then. Owned by Demo; GUI thread.
class DemoFriend : public QObject
{
    Q_OBJECT

public:
    struct Character {
        QString account;
        QString name;
        QList<core::ManualStatus> statuses; // taken in turn; not empty
    };

    DemoFriend(Character character, EmbeddedNode &node, core::Clock &clock, core::Random &random,
               QObject *parent = nullptr);
    ~DemoFriend() override;

    void signIn();
    // From now on a new status every few seconds.
    void becomeLively();

    core::Session &session() { return m_session; }
    const Character &character() const { return m_character; }

private:
    void takeNextStatus();
    void acceptAll();

    Character m_character;
    EmbeddedNode &m_node;
    core::Random &m_random;
    core::VolatileStore m_store;
    net::ConnectionManager m_connection;
    core::Session m_session;
    std::unique_ptr<core::Timer> m_nextStatus;
    qsizetype m_statusIndex = 0;
};

} // namespace timbre::app
