// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/directory.h"

#include <algorithm>

namespace timbre::node {

namespace {

constexpr double bytesPerSecond = 8.0 * 1024 * 1024;
constexpr double bytesBurst = 40.0 * 1024 * 1024; // one frame of tim's largest size passes

} // namespace

Device::Device(quint64 number, Peer &connection, double framesPerSecond, SteadyTime now) :
    id(number),
    peer(&connection),
    connectedAt(now),
    lastPing(now),
    frames(framesPerSecond, framesPerSecond, now),
    bytes(bytesPerSecond, bytesBurst, now)
{
}

Device &Directory::connect(Peer &peer, SteadyTime now)
{
    auto device = std::make_unique<Device>(++m_lastId, peer, m_framesPerSecond, now);
    Device &connected = *device;
    m_devices.emplace(m_lastId, std::move(device));
    return connected;
}

Device *Directory::device(quint64 id)
{
    const auto found = m_devices.find(id);
    return found == m_devices.end() ? nullptr : found->second.get();
}

void Directory::destroy(quint64 id)
{
    m_devices.erase(id);
}

Account *Directory::online(const QString &node)
{
    const auto found = m_online.find(node);
    return found == m_online.end() ? nullptr : found->second.get();
}

Account &Directory::bringOnline(const QString &node, QHash<QString, Relation> relations)
{
    auto account = std::make_unique<Account>();
    account->node = node;
    account->nodeUtf8 = node.toUtf8();
    account->relations = std::move(relations);
    Account &online = *account;
    m_online[node] = std::move(account);
    return online;
}

void Directory::attach(Device &device, Account &account)
{
    device.account = &account;
    account.devices.push_back(&device);
}

bool Directory::detach(Device &device)
{
    auto &devices = device.account->devices;
    devices.erase(std::remove(devices.begin(), devices.end(), &device), devices.end());
    return devices.empty();
}

void Directory::takeOffline(Account &account)
{
    const QString node = account.node;
    m_online.erase(node);
}

void Directory::setRelation(const QString &mine, const QString &theirs, Relation relation)
{
    const auto set = [this](const QString &owner, const QString &other, Relation seen) {
        Account *account = online(owner);
        if (!account)
            return;
        if (seen.none())
            account->relations.remove(other);
        else
            account->relations.insert(other, seen);
    };
    set(mine, theirs, relation);
    set(theirs, mine, relation.seenByPeer());
}

void Directory::release(quint64 id)
{
    Device *held = device(id);
    if (!held)
        return;
    held->inbox = Device::Inbox::Open;
    if (m_released)
        m_released(*held);
}

void Directory::finishStoring(quint64 id)
{
    Device *storing = device(id);
    if (storing && --storing->storing == 0 && storing->inbox == Device::Inbox::Draining)
        release(id);
}

} // namespace timbre::node
