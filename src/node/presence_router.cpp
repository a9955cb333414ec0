// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/presence_router.h"

#include <QSet>

namespace timbre::node {

using protocol::ErrorCode;
using protocol::Presence;

namespace {

constexpr qsizetype maxRecipients = 10'000;
// Bytes of UTF-8; status and everything in extend and extra each. A mood is a sentence, not a file.
constexpr qsizetype maxStatus = 64 * 1024;
constexpr qsizetype maxExtras = 64 * 1024;

bool tooLarge(const Presence &presence)
{
    if (presence.status && presence.status->size() > maxStatus / 4 && presence.status->toUtf8().size() > maxStatus)
        return true;
    qsizetype extras = 0;
    if (presence.extend) {
        for (auto it = presence.extend->cbegin(); it != presence.extend->cend(); ++it)
            extras += it.key().size() + it.value().size();
    }
    if (presence.extra) {
        for (auto it = presence.extra->cbegin(); it != presence.extra->cend(); ++it)
            extras += it.key().size() + it.value().size();
    }
    return extras > maxExtras || (presence.toList && presence.toList->size() > maxRecipients);
}

// A field of the wrong type is delivered as 0 (protocol-live.md 5), but never lets a client pose as
// offline.
void normalise(Presence &presence, const Device &from, const QByteArray &wrongField)
{
    presence.offline.reset();
    presence.fromTid = from.tid;
    if (wrongField == "show")
        presence.show = qint16(0);
    else if (wrongField == "subStatus")
        presence.subStatus = qint8(0);
}

} // namespace

std::optional<ErrorCode> PresenceRouter::direct(const Device &from, Presence presence, const QByteArray &wrongField)
{
    if (tooLarge(presence))
        return ErrorCode::Params;
    const auto known = [this](const QString &node) { return m_accounts.exists(node) && m_accounts.isNode(node); };
    if (!presence.toTid && !presence.toList)
        return ErrorCode::Account;
    if (presence.toTid && !m_accounts.isNode(presence.toTid->node))
        return ErrorCode::Account;
    if (presence.toList) {
        for (const QString &node : *presence.toList) {
            if (!known(node))
                return ErrorCode::Account;
        }
    } else if (!known(presence.toTid->node)) {
        return ErrorCode::Account;
    }
    normalise(presence, from, wrongField);
    if (!presence.id)
        presence.id = newId();
    const auto list = std::move(presence.toList);
    const QString node = presence.toTid ? presence.toTid->node : QString();
    PresenceTemplate outgoing(std::move(presence));
    if (list)
        sendToEach(*from.account, *list, outgoing);
    else
        sendTo(*from.account, node, outgoing);
    return std::nullopt;
}

std::optional<ErrorCode> PresenceRouter::broadcast(const Device &from, Presence presence, const QByteArray &wrongField)
{
    if (tooLarge(presence))
        return ErrorCode::Params;
    // Who meant somebody in particular must not reach the whole roster by a slip.
    if (wrongField == "toTid" || wrongField == "toList" || wrongField == "payload")
        return std::nullopt;
    normalise(presence, from, wrongField);
    if (presence.toTid) {
        if (!presence.id)
            presence.id = newId();
        const QString node = presence.toTid->node;
        PresenceTemplate outgoing(std::move(presence));
        sendTo(*from.account, node, outgoing);
        return std::nullopt;
    }
    presence.id.reset();
    const auto list = std::move(presence.toList);
    PresenceTemplate outgoing(std::move(presence));
    if (list) {
        sendToEach(*from.account, *list, outgoing);
        return std::nullopt;
    }
    const auto &relations = from.account->relations;
    for (auto it = relations.cbegin(); it != relations.cend(); ++it) {
        if (!it->friends())
            continue;
        if (const Account *account = m_directory.online(it.key()))
            outgoing.sendTo(*account);
    }
    return std::nullopt;
}

void PresenceRouter::announceOffline(const Account &account, const protocol::Tid &lastDevice)
{
    Presence notice;
    notice.id = newId();
    notice.offline = true;
    notice.fromTid = lastDevice;
    PresenceTemplate outgoing(std::move(notice));
    for (auto it = account.relations.cbegin(); it != account.relations.cend(); ++it) {
        if (!it->friends())
            continue;
        if (const Account *contact = m_directory.online(it.key()))
            outgoing.sendTo(*contact);
    }
}

void PresenceRouter::sendTo(const Account &from, const QString &node, PresenceTemplate &presence)
{
    const Account *account = m_directory.online(node);
    if (account && !from.relationTo(node).blocked())
        presence.sendTo(*account);
}

void PresenceRouter::sendToEach(const Account &from, const QStringList &nodes, PresenceTemplate &presence)
{
    QSet<QStringView> seen;
    seen.reserve(nodes.size());
    for (const QString &node : nodes) {
        const qsizetype before = seen.size();
        seen.insert(node);
        if (seen.size() > before)
            sendTo(from, node, presence);
    }
}

} // namespace timbre::node
