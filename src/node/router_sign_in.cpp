// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

// Router's comings and goings: sign-in, device limit and takeover, and what a device leaves behind.
#include "node/replies.h"
#include "node/router.h"

#include <algorithm>

namespace timbre::node {

using protocol::ErrorCode;
using protocol::FrameType;

namespace {

// What a connection that ends may leave behind to be served at once; only a flood leaves more.
constexpr qsizetype lastWords = 32;

} // namespace

void Router::signIn(Device &device, QByteArrayView frame)
{
    device.encoding = encodingOf(frame);
    const auto decoded
        = protocol::decode(frame, protocol::Direction::ClientToServer, {}, {.bytes = authFrameBytes, .depth = 4});
    const auto *auth = decoded ? std::get_if<protocol::Auth>(&decoded->frame.payload) : nullptr;
    if (!auth || decoded->wrongField == "payload")
        return refuseSignIn(device, ErrorCode::Params);

    protocol::Tid tid;
    tid.domain = auth->domain;
    tid.resource = auth->resource;
    tid.termtyp = auth->termtyp;
    tid.extend = auth->extend;
    const QString name = auth->name.value_or(QString());
    const QString domain = auth->domain.value_or(QString());
    if (auth->token && !auth->token->isEmpty()) {
        const auto grant = m_accounts.redeemToken(*auth->token, name, domain);
        if (!grant)
            return refuseSignIn(device, ErrorCode::Token);
        tid.extend = grant->extend;
        device.state = Device::State::SigningIn;
        m_directory.hold(device);
        return admit(device, grant->node, std::move(tid));
    }
    device.state = Device::State::SigningIn;
    m_directory.hold(device);
    m_accounts.checkPassword({name, domain, auth->pwd.value_or(QString())}, device.address(),
                             [this, id = device.id, tid = std::move(tid)](Expected<QString, ErrorCode> node) {
                                 Device *asking = m_directory.device(id);
                                 if (!asking || asking->state != Device::State::SigningIn)
                                     return;
                                 if (node)
                                     return admit(*asking, *node, tid);
                                 refuseSignIn(*asking, node.error());
                             });
}

void Router::refuseSignIn(Device &device, ErrorCode code)
{
    device.state = Device::State::Anonymous;
    device.send(errorAck(quint8(FrameType::Auth), code, device.encoding));
    if (device.inbox == Device::Inbox::Held)
        m_directory.release(device.id);
}

void Router::admit(Device &device, const QString &node, protocol::Tid tid)
{
    tid.node = node;
    if (m_directory.online(node))
        return finishSignIn(device, std::move(tid), {});
    m_store.run([node](Database &database) { return database.relations(node); },
                [this, id = device.id, tid = std::move(tid)](std::optional<QHash<QString, Relation>> relations) {
                    Device *asking = m_directory.device(id);
                    if (!asking || asking->state != Device::State::SigningIn)
                        return;
                    if (!relations)
                        return refuseSignIn(*asking, ErrorCode::Database);
                    finishSignIn(*asking, tid, *std::move(relations));
                });
}

void Router::finishSignIn(Device &device, protocol::Tid tid, QHash<QString, Relation> relations)
{
    // Blocked while it was on its way in, or in with a token from before.
    if (m_accounts.isBlocked(tid.node))
        return refuseSignIn(device, ErrorCode::PermissionDenied);
    const SteadyTime now = m_environment.now();
    Account *account = m_directory.online(tid.node);
    if (account && overLimit(*account, tid)) {
        if (now - account->lastSignIn <= m_config.authMinUnix)
            return refuseSignIn(device, ErrorCode::OverEntry);
        // Its friends hear of the old device before anything of the new one. The account's cache
        // goes with its last device; what it held is what the new one needs.
        relations = account->relations;
        evict(*account->devices.front());
        account = m_directory.online(tid.node);
    }
    if (!account)
        account = &m_directory.bringOnline(tid.node, std::move(relations));
    account->lastSignIn = now;
    device.tid = std::move(tid);
    device.state = Device::State::SignedIn;
    device.lastPing = now;
    m_directory.attach(device, *account);
    device.peer->trust();

    const quint64 connection = m_environment.random();
    protocol::Ack ack = okAck(quint8(FrameType::Auth), m_serverId, account->node);
    ack.n2 = m_accounts.scheme().nodeFromBytes(
        QByteArrayView(reinterpret_cast<const char *>(&connection), qsizetype(sizeof connection)));
    device.send(encodeAck(ack, device.encoding));
    m_directory.release(device.id);
}

bool Router::overLimit(const Account &account, const protocol::Tid &tid) const
{
    const auto sameType = std::count_if(account.devices.begin(), account.devices.end(), [&tid](const Device *device) {
        return device->tid.termtyp.value_or(0) == tid.termtyp.value_or(0);
    });
    // tim's own comparison: a type's limit of 1 still admits two of it (protocol.md 4.5).
    return int(account.devices.size()) >= m_config.deviceLimit || sameType > m_config.deviceTypeLimit;
}

void Router::evict(Device &device)
{
    leave(device);
    device.state = Device::State::Gone;
    if (device.peer)
        device.peer->close();
    else
        m_directory.destroy(device.id); // its connection has gone already: nobody else will
}

void Router::leave(Device &device)
{
    if (!device.account)
        return;
    if (device.inbox == Device::Inbox::Throttled || device.inbox == Device::Inbox::Draining)
        device.inbox = Device::Inbox::Open;
    if (device.waiting.size() > lastWords)
        device.waiting.remove(0, device.waiting.size() - lastWords);
    while (device.inbox == Device::Inbox::Open && !device.waiting.isEmpty()) {
        const QByteArray frame = device.waiting.takeFirst();
        dispatch(device, frame);
    }
    device.waiting.clear();
    device.state = Device::State::Gone;
    Account &account = *device.account;
    const bool last = m_directory.detach(device);
    device.account = nullptr;
    m_deliveries.deviceGone(device);
    m_offline.deviceGone(device);
    m_virtualRooms.deviceGone(device);
    m_bigData.deviceGone(device);
    if (!last)
        return;
    if (!m_config.presenceOfflineBlock && !m_stopping)
        m_presence.announceOffline(account, device.tid);
    m_directory.takeOffline(account);
}

void Router::disconnected(quint64 deviceId)
{
    Device *device = m_directory.device(deviceId);
    if (!device)
        return;
    device->peer = nullptr;
    const bool held = device->inbox == Device::Inbox::Held;
    if (device->state == Device::State::SignedIn && ((held && !device->waiting.isEmpty()) || device->storing > 0)) {
        device->state = Device::State::Leaving;
        if (!held)
            device->inbox = Device::Inbox::Draining;
        return;
    }
    leave(*device);
    m_directory.destroy(deviceId);
}

} // namespace timbre::node
