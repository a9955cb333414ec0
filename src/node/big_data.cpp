// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/big_data.h"

#include "node/replies.h"
#include "protocol/big_data_frame.h"

#include <QStringDecoder>

#include <algorithm>

namespace timbre::node {

using namespace std::chrono_literals;
using protocol::BigDataError;
using protocol::ErrorCode;
using protocol::FrameType;

namespace {

constexpr auto stallLimit = 30s;
constexpr qsizetype smallestFrame = 6;

FrameType typeOf(QByteArrayView frame)
{
    return FrameType(maskedType(quint8(frame.front())));
}

// Null if the text is UTF-8 already: what a reader chokes on is not passed on (protocol-live.md, embedded list 6).
QByteArray repairedUtf8(QByteArrayView text)
{
    if (std::all_of(text.begin(), text.end(), [](char byte) { return quint8(byte) < 0x80; }))
        return {};
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(text);
    return decoder.hasError() ? decoded.toUtf8() : QByteArray();
}

// tim names type 96 whatever was sent (protocol.md 2.2).
void refuseLength(Device &device)
{
    device.send(errorAck(quint8(FrameType::BigBinary), ErrorCode::BigData, device.encoding));
}

} // namespace

BigData::BigData(Directory &directory, VirtualRooms &virtualRooms, Environment environment) :
    m_directory(directory),
    m_virtualRooms(virtualRooms),
    m_environment(std::move(environment))
{
}

QByteArrayView BigData::collect(Device &device, QByteArrayView message)
{
    m_complete = {};
    const auto found = m_collections.find(device.id);
    if (found == m_collections.end()) {
        // Fewer than six bytes are ignored further on, whatever length they announce.
        const auto announced = message.size() >= smallestFrame && protocol::isBigData(typeOf(message))
            ? protocol::announcedLength(message)
            : std::nullopt;
        if (!announced || *announced <= message.size())
            return message;
        const SteadyTime now = m_environment.now();
        const auto started = m_collections.emplace(device.id, Collection{*announced, 0, {}, false, now, now}).first;
        if (*announced > largestFrame)
            refuse(*started);
        keep(started->second, message);
        return {};
    }
    Collection &collection = found->second;
    const qint64 received = collection.received + message.size();
    if (received < collection.announced) {
        keep(collection, message);
        return {};
    }
    const bool exact = received == collection.announced;
    if (exact && !collection.swallowing) {
        m_complete.swap(collection.bytes);
        m_collectedBytes -= m_complete.capacity();
        m_complete.append(message);
    }
    forget(collection);
    m_collections.erase(found);
    // A piece too large does not belong to it: it is a frame of its own, as in tim (protocol.md 9.4).
    return exact ? QByteArrayView(m_complete) : message;
}

void BigData::keep(Collection &collection, QByteArrayView message)
{
    collection.received += message.size();
    collection.lastProgress = m_environment.now();
    if (collection.swallowing)
        return;
    const qint64 before = collection.bytes.capacity();
    collection.bytes.append(message);
    m_collectedBytes += collection.bytes.capacity() - before;
    while (m_collectedBytes > budget)
        makeRoom();
}

void BigData::makeRoom()
{
    // Someone who fills his frame and then trickles is the first to go, someone who just sends is not.
    const auto burden = [now = m_environment.now()](const Collections::value_type &entry) {
        const std::chrono::duration<double> age = now - entry.second.since + 1s;
        return double(entry.second.bytes.capacity()) * age.count();
    };
    refuse(*std::max_element(m_collections.begin(), m_collections.end(),
                             [&burden](const auto &a, const auto &b) { return burden(a) < burden(b); }));
}

void BigData::refuse(Collections::value_type &entry)
{
    forget(entry.second);
    entry.second.swallowing = true;
    if (Device *device = m_directory.device(entry.first))
        refuseLength(*device);
}

void BigData::forget(Collection &collection)
{
    m_collectedBytes -= collection.bytes.capacity();
    collection.bytes = {};
}

void BigData::handle(Device &device, QByteArrayView frame)
{
    const FrameType type = typeOf(frame);
    const auto content = protocol::readClientBigData(frame);
    if (!content) {
        if (content.error() == BigDataError::LengthTooSmall)
            refuseLength(device);
        return; // tim is silent about the others
    }
    const QString node = QString::fromUtf8(content->node);
    if (type == FrameType::BigBinaryStream)
        m_virtualRooms.pushBinary(device, node, content->data.toByteArray());
    else
        relay(device, type, node, content->data);
}

void BigData::relay(const Device &device, FrameType type, const QString &node, QByteArrayView data)
{
    const Account *recipient = m_directory.online(node);
    if (!recipient || device.account->relationTo(node).blocked())
        return;
    QByteArray repaired;
    if (type == FrameType::BigString) {
        repaired = repairedUtf8(data);
        if (!repaired.isNull())
            data = repaired;
    }
    const QByteArray head
        = protocol::encode({type, std::nullopt, protocol::serverBigData(type, device.account->nodeUtf8, {})},
                           protocol::Direction::ServerToClient);
    for (Device *receiving : recipient->devices)
        receiving->offer(FrameParts{head, data});
}

void BigData::deviceGone(const Device &device)
{
    const auto found = m_collections.find(device.id);
    if (found == m_collections.end())
        return;
    forget(found->second);
    m_collections.erase(found);
}

std::vector<quint64> BigData::stalled() const
{
    const SteadyTime now = m_environment.now();
    std::vector<quint64> devices;
    for (const auto &[device, collection] : m_collections) {
        if (now - collection.lastProgress > stallLimit)
            devices.push_back(device);
    }
    return devices;
}

} // namespace timbre::node
