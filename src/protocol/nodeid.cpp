// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/nodeid.h"

#include <QtEndian>

#include <algorithm>
#include <string_view>

namespace timbre::protocol {

namespace {

constexpr QByteArrayView defaultSalt("#@*=+-<>?:|$&()%$#{]aQkLIPM79643028U'TRKF_}");
constexpr quint64 defaultSeed = quint64(1) << 60;
constexpr std::string_view alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr std::size_t checkByte = 7;

using NodeBytes = std::array<quint8, 8>;

// CRC-64/XZ.
constexpr std::array<quint64, 256> crc64Table = [] {
    std::array<quint64, 256> table{};
    for (quint64 i = 0; i < table.size(); ++i) {
        quint64 crc = i;
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? crc >> 1 ^ 0xC96C5795D7870F42 : crc >> 1;
        table[i] = crc;
    }
    return table;
}();

quint64 addToCrc64(quint64 crc, QByteArrayView bytes)
{
    for (const char byte : bytes)
        crc = crc64Table[(crc ^ static_cast<quint8>(byte)) & 0xFF] ^ crc >> 8;
    return crc;
}

// CRC-8, polynomial 7, of all bytes before the check byte.
quint8 crc8(const NodeBytes &bytes)
{
    unsigned crc = 0;
    for (std::size_t i = 0; i < checkByte; ++i) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 0x80 ? crc << 1 ^ 0x07 : crc << 1) & 0xFF;
    }
    return static_cast<quint8>(crc);
}

quint64 fnv1a(QByteArrayView bytes)
{
    quint64 hash = 0xCBF29CE484222325;
    for (const char byte : bytes)
        hash = (hash ^ static_cast<quint8>(byte)) * 0x100000001B3;
    return hash;
}

NodeBytes bigEndianBytes(quint64 value)
{
    NodeBytes bytes{};
    qToBigEndian(value, bytes.data());
    return bytes;
}

// tim's mask lags one behind: the first two positions share the first byte of the key.
NodeBytes lagged(const NodeBytes &key)
{
    NodeBytes out{};
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = key[i == 0 ? 0 : i - 1];
    return out;
}

NodeBytes exclusiveOr(NodeBytes a, const NodeBytes &b)
{
    std::transform(a.begin(), a.end(), b.begin(), a.begin(),
                   [](quint8 x, quint8 y) { return static_cast<quint8>(x ^ y); });
    return a;
}

quint8 checkOf(const NodeBytes &bytes, const NodeBytes &mask)
{
    return crc8(exclusiveOr(bytes, mask));
}

QString toBase58(quint64 value)
{
    std::array<char, 11> digits{}; // 58^11 > 2^64
    auto pos = digits.end();
    for (; value != 0; value /= alphabet.size())
        *--pos = alphabet[value % alphabet.size()];
    return QString::fromLatin1(&*pos, digits.end() - pos);
}

} // namespace

NodeIdScheme::NodeIdScheme() : NodeIdScheme(defaultSalt, {}) { }

NodeIdScheme::NodeIdScheme(QByteArrayView salt, QByteArrayView maskSeed) : m_salt(salt.toByteArray())
{
    const NodeBytes seed = bigEndianBytes(maskSeed.isEmpty() ? defaultSeed : fnv1a(maskSeed));
    m_mask = lagged(exclusiveOr(seed, lagged(seed)));
}

QString NodeIdScheme::accountNode(QStringView name, QStringView domain) const
{
    return nodeFromBytes(name.toUtf8(), domain);
}

QString NodeIdScheme::nodeFromBytes(QByteArrayView bytes, QStringView domain) const
{
    quint64 crc = ~quint64(0);
    crc = addToCrc64(crc, bytes);
    crc = addToCrc64(crc, m_salt);
    crc = ~addToCrc64(crc, domain.toUtf8());
    NodeBytes raw = bigEndianBytes(crc);
    raw[checkByte] = checkOf(raw, m_mask);
    return toBase58(qFromBigEndian<quint64>(raw.data()));
}

bool NodeIdScheme::isNode(QStringView text, qsizetype maxLength) const
{
    if (text.size() > maxLength)
        return false;
    quint64 value = 0;
    for (const QChar c : text) {
        const std::size_t digit = c.unicode() < 0x80 ? alphabet.find(c.toLatin1()) : std::string_view::npos;
        if (digit == std::string_view::npos)
            return false;
        value = value * alphabet.size() + digit; // wraps, as in tim
    }
    const NodeBytes raw = bigEndianBytes(value);
    return value > 0 && raw[checkByte] == checkOf(raw, m_mask);
}

} // namespace timbre::protocol
