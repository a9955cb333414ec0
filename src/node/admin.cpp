// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/admin.h"

#include "node/account_store.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace timbre::node {

using namespace Qt::StringLiterals;
using protocol::ErrorCode;

namespace {

constexpr qsizetype longestText = 4096;
constexpr qint64 nanosecondsPerMillisecond = 1'000'000;

QJsonObject failure(const QString &word, const QString &reason)
{
    return {{u"ok"_s, false}, {u"error"_s, word}, {u"reason"_s, reason}};
}

QJsonObject failure(ErrorCode code)
{
    switch (code) {
    case ErrorCode::HasExist:
        return failure(u"exists"_s, u"there is an account of that name already"_s);
    case ErrorCode::NoExist:
        return failure(u"unknown"_s, u"there is no account of that name"_s);
    case ErrorCode::Params:
        return failure(u"invalid"_s, u"name and password must not be empty"_s);
    case ErrorCode::Overload:
        return failure(u"busy"_s, u"the node is busy; try again"_s);
    default:
        return failure(u"database"_s, u"the database could not be read or written; is the disk full?"_s);
    }
}

Accounts::NodeResult told(const Admin::Answer &answer)
{
    return [answer](const Expected<QString, ErrorCode> &node) {
        answer(node ? QJsonObject{{u"ok"_s, true}, {u"node"_s, *node}} : failure(node.error()));
    };
}

QString textOf(const QJsonObject &request, QLatin1StringView key)
{
    return request.value(key).toString().left(longestText);
}

} // namespace

Admin::Admin(Accounts &accounts, NodeStore &store, Router &router, Log log) :
    m_accounts(accounts),
    m_store(store),
    m_router(router),
    m_log(std::move(log))
{
}

void Admin::handle(const QJsonObject &request, Answer answer)
{
    const QString command = request.value("command"_L1).toString();
    if (command == "user-add"_L1)
        return userAdd(request, std::move(answer));
    if (command == "user-reset-password"_L1)
        return userResetPassword(request, std::move(answer));
    if (command == "user-block"_L1 || command == "user-unblock"_L1)
        return userBlock(request, command == "user-block"_L1, std::move(answer));
    if (command == "user-list"_L1)
        return userList(std::move(answer));
    if (command == "online"_L1)
        return online(std::move(answer));
    if (command == "note"_L1) {
        say(textOf(request, "line"_L1).simplified());
        return answer({{u"ok"_s, true}});
    }
    answer(failure(u"command"_s, u"the node does not know this command"_s));
}

void Admin::userAdd(const QJsonObject &request, Answer answer)
{
    m_accounts.addAccount({textOf(request, "name"_L1), textOf(request, "domain"_L1), textOf(request, "password"_L1)},
                          [this, answer = told(answer)](const Expected<QString, ErrorCode> &node) {
                              if (node)
                                  say(u"account %1 added by the administrator"_s.arg(*node));
                              answer(node);
                          });
}

void Admin::userResetPassword(const QJsonObject &request, Answer answer)
{
    const QString node = m_accounts.scheme().accountNode(textOf(request, "name"_L1), textOf(request, "domain"_L1));
    m_accounts.setPassword(node, textOf(request, "password"_L1),
                           [this, answer = told(answer)](const Expected<QString, ErrorCode> &changed) {
                               if (changed)
                                   say(u"password of %1 reset by the administrator"_s.arg(*changed));
                               answer(changed);
                           });
}

void Admin::userBlock(const QJsonObject &request, bool blocked, Answer answer)
{
    const QString node = m_accounts.scheme().accountNode(textOf(request, "name"_L1), textOf(request, "domain"_L1));
    m_accounts.setBlocked(
        node, blocked, [this, blocked, answer = told(answer)](const Expected<QString, ErrorCode> &changed) {
            if (changed) {
                say(u"account %1 %2 by the administrator"_s.arg(*changed, blocked ? u"blocked"_s : u"unblocked"_s));
                if (blocked)
                    m_router.putOut(*changed);
            }
            answer(changed);
        });
}

void Admin::userList(Answer answer)
{
    m_store.run([](Database &database) { return AccountStore(database).everybody(); },
                [this, answer = std::move(answer)](const std::optional<QList<AccountRow>> &rows) {
                    if (!rows)
                        return answer(failure(ErrorCode::Database));
                    QHash<QString, int> devices;
                    for (const OnlineDevice &device : m_router.onlineDevices())
                        ++devices[device.node];
                    QJsonArray users;
                    for (const AccountRow &row : *rows) {
                        const auto created
                            = QDateTime::fromMSecsSinceEpoch(row.createTime / nanosecondsPerMillisecond, Qt::UTC);
                        users.append(QJsonObject{{u"node"_s, row.node},
                                                 {u"name"_s, row.name},
                                                 {u"domain"_s, row.domain},
                                                 {u"created"_s, created.toString(Qt::ISODate)},
                                                 {u"blocked"_s, m_accounts.isBlocked(row.node)},
                                                 {u"devices"_s, devices.value(row.node)}});
                    }
                    answer({{u"ok"_s, true}, {u"users"_s, users}});
                });
}

void Admin::online(Answer answer)
{
    m_store.run([](Database &database) { return AccountStore(database).everybody(); },
                [this, answer = std::move(answer)](const std::optional<QList<AccountRow>> &rows) {
                    if (!rows)
                        return answer(failure(ErrorCode::Database));
                    QHash<QString, const AccountRow *> accounts;
                    for (const AccountRow &row : *rows)
                        accounts.insert(row.node, &row);
                    QList<OnlineDevice> online = m_router.onlineDevices();
                    std::sort(online.begin(), online.end(), [](const OnlineDevice &a, const OnlineDevice &b) {
                        return std::tie(a.node, a.resource) < std::tie(b.node, b.resource);
                    });
                    QJsonArray devices;
                    for (const OnlineDevice &device : std::as_const(online)) {
                        const AccountRow *account = accounts.value(device.node);
                        devices.append(QJsonObject{{u"node"_s, device.node},
                                                   {u"name"_s, account ? account->name : QString()},
                                                   {u"domain"_s, account ? account->domain : QString()},
                                                   {u"resource"_s, device.resource},
                                                   {u"termtyp"_s, device.termtyp},
                                                   {u"address"_s, device.address}});
                    }
                    answer({{u"ok"_s, true}, {u"devices"_s, devices}});
                });
}

void Admin::say(const QString &line) const
{
    if (m_log)
        m_log(LogLevel::Notice, line);
}

} // namespace timbre::node
