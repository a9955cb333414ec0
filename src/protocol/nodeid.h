// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

#include <array>

// Account ids ("nodes", protocol.md 4.1): base58 of a 64-bit number whose last byte is a check byte. Pure.
namespace timbre::protocol {

// What a deployment fixes once and never changes: `salt` and `maskseed` of tim's configuration.
class NodeIdScheme
{
public:
    // tim's defaults.
    NodeIdScheme();
    // `maskSeed` is the text of the configuration key; empty = tim's default seed.
    NodeIdScheme(QByteArrayView salt, QByteArrayView maskSeed);

    // The node of an account. Names are bytes of UTF-8: no folding, no trimming, no normalisation. An empty domain is
    // the same as none.
    QString accountNode(QStringView name, QStringView domain = {}) const;
    // A node over any bytes: rooms, virtual rooms and tokens take random ones.
    QString nodeFromBytes(QByteArrayView bytes, QStringView domain = {}) const;
    // tim's CheckNode: alphabet, length, value above zero, check byte. Says nothing about existence. Aliases with
    // leading '1' or a value above 2^64 pass, as they do in tim.
    bool isNode(QStringView text, qsizetype maxLength = 64) const;

private:
    QByteArray m_salt;
    std::array<quint8, 8> m_mask{};
};

} // namespace timbre::protocol
