// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/user_info.h"

#include "node/replies.h"

#include <QSet>

namespace timbre::node {

using protocol::ErrorCode;
using protocol::FrameType;
using protocol::NodesOp;
using protocol::UserBean;

namespace {

constexpr quint8 nodesType = quint8(FrameType::Nodes);
constexpr qsizetype maxNodes = 10'000;
constexpr qsizetype maxBean = 256 * 1024; // encoded bytes: room for a small picture in `cover`
constexpr qsizetype answerBytes = 1024 * 1024; // an answer is cut into frames of about this size

QByteArray encodeBean(const UserBean &bean)
{
    protocol::Nodes nodes;
    nodes.ntype = qint32(NodesOp::ModifyUser);
    nodes.usermap = QMap<QString, UserBean>{{QString(), bean}};
    return protocol::encode({FrameType::Nodes, std::nullopt, std::move(nodes)}, protocol::Direction::ServerToClient);
}

UserBean decodeBean(const ProfileRow &row)
{
    UserBean bean;
    if (!row.bean.isEmpty()) {
        const auto decoded = protocol::decode(row.bean, protocol::Direction::ServerToClient);
        if (decoded) {
            const auto *nodes = std::get_if<protocol::Nodes>(&decoded->frame.payload);
            if (nodes && nodes->usermap && !nodes->usermap->isEmpty())
                bean = nodes->usermap->first();
        }
    }
    bean.createtime = row.createTime;
    return bean;
}

void merge(UserBean &bean, const UserBean &changes)
{
    protocol::forEachField<UserBean>([&](const auto &field) {
        if (changes.*(field.member))
            bean.*(field.member) = changes.*(field.member);
    });
}

} // namespace

void UserInfo::refuse(Device &device, ErrorCode code)
{
    device.send(errorAck(nodesType, code, device.encoding));
}

void UserInfo::handle(Device &device, const protocol::Nodes &request)
{
    switch (NodesOp(request.ntype)) {
    case NodesOp::UserInfo:
        if (!request.nodelist || request.nodelist->isEmpty() || request.nodelist->size() > maxNodes)
            return refuse(device, ErrorCode::Params);
        return get(device, *request.nodelist);
    case NodesOp::ModifyUser:
        if (!request.usermap || request.usermap->size() != 1)
            return refuse(device, ErrorCode::Params);
        return modify(device, request.usermap->first());
    default:
        return refuse(device, ErrorCode::Params);
    }
}

void UserInfo::get(Device &device, const QStringList &nodes)
{
    QSet<QString> known;
    for (const QString &node : nodes) {
        if (m_accounts.exists(node))
            known.insert(node);
    }
    if (known.isEmpty())
        return; // tim does not answer when nothing matches (protocol.md 2.3)
    m_directory.hold(device);
    m_store.run([nodes = known.values()](Database &database) { return database.profiles(nodes); },
                [this, id = device.id](std::optional<QHash<QString, ProfileRow>> rows) {
                    if (Device *asking = m_directory.device(id)) {
                        if (!rows)
                            refuse(*asking, ErrorCode::Database);
                        protocol::Nodes answer;
                        answer.ntype = qint32(NodesOp::UserInfo);
                        answer.usermap.emplace();
                        qsizetype bytes = 0;
                        const auto flush = [&] {
                            if (answer.usermap->isEmpty())
                                return;
                            asking->send(protocol::encode({FrameType::Nodes, std::nullopt, answer},
                                                          protocol::Direction::ServerToClient, asking->encoding));
                            answer.usermap->clear();
                            bytes = 0;
                        };
                        const auto found = rows.value_or(QHash<QString, ProfileRow>());
                        for (auto it = found.cbegin(); it != found.cend(); ++it) {
                            answer.usermap->insert(it.key(), decodeBean(*it));
                            bytes += it->bean.size() + 64;
                            if (bytes > answerBytes)
                                flush();
                        }
                        flush();
                    }
                    m_directory.release(id);
                });
}

void UserInfo::modify(Device &device, const UserBean &changes)
{
    if (encodeBean(changes).size() > maxBean)
        return refuse(device, ErrorCode::Params);
    m_directory.hold(device);
    m_store.run(
        [node = device.account->node, changes](Database &database) -> std::optional<bool> {
            const auto rows = database.profiles({node});
            if (!rows)
                return std::nullopt;
            UserBean bean = decodeBean(rows->value(node));
            merge(bean, changes);
            bean.createtime.reset();
            const QByteArray encoded = encodeBean(bean);
            if (encoded.size() > maxBean)
                return false;
            return database.setBean(node, encoded) ? std::optional(true) : std::nullopt;
        },
        [this, id = device.id](std::optional<bool> stored) {
            if (Device *asking = m_directory.device(id)) {
                if (!stored) {
                    refuse(*asking, ErrorCode::Database);
                } else if (!*stored) {
                    refuse(*asking, ErrorCode::Params);
                } else {
                    asking->send(encodeAck(okAck(nodesType, qint64(NodesOp::ModifyUser)), asking->encoding));
                }
            }
            m_directory.release(id);
        });
}

} // namespace timbre::node
