// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/router.h"

#include <QJsonObject>

namespace timbre::node {

// What the person who runs a node may ask of it, as JSON objects: {"command": ..., ...} in, {"ok": true, ...} or
// {"ok": false, "error": WORD, "reason": SENTENCE} out. Works on a running node and on one that is only opened for the
// purpose. Who may ask is decided by the caller (ControlSocket). Loop thread only; owned by the node.
//
// user-add, user-reset-password (name, domain, password), user-block, user-unblock (name, domain), user-list, online,
// note (line: something the command itself did, for the log).
class Admin
{
public:
    using Answer = std::function<void(const QJsonObject &)>;

    Admin(Accounts &accounts, NodeStore &store, Router &router, Log log);

    void handle(const QJsonObject &request, Answer answer);

private:
    void userAdd(const QJsonObject &request, Answer answer);
    void userResetPassword(const QJsonObject &request, Answer answer);
    void userBlock(const QJsonObject &request, bool blocked, Answer answer);
    void userList(Answer answer);
    void online(Answer answer);
    void say(const QString &line) const;

    Accounts &m_accounts;
    NodeStore &m_store;
    Router &m_router;
    Log m_log;
};

} // namespace timbre::node
