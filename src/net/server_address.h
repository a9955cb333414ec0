// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/expected.h"

#include <QList>
#include <QUrl>

namespace timbre::net {

// What a person types as the address of a server, understood. Values and pure functions.
struct ServerAddress {
    // How much an eavesdropper gets; the padlock's words are made in gui.
    enum class Security {
        Encrypted, // wss
        LoopbackPlain, // ws that does not leave this computer
        Plain, // ws over a network: everybody on the way can read along
    };

    QUrl url; // ws or wss, always with a port, always the path /tim
    Security security = Security::Encrypted;

    bool operator==(const ServerAddress &) const = default;
};

enum class AddressError {
    Empty,
    Malformed,
    UnknownScheme, // neither ws, wss, http nor https
    HasUserInfo, // user:password@ has no place here: it would end up in logs and settings
    HasPath, // tim answers on /tim only
    BadPort,
};

// Takes host, host:port, [v6]:port and ws, wss, http, https URLs. Without a scheme a loopback host
// gets ws and every other one wss, so that plain text over a network is always somebody's written
// choice. Default ports: 443 for wss, tim's 20003 for ws. An empty path, /, /tim and /tim2 all mean
// /tim.
Expected<ServerAddress, AddressError> parseServerAddress(const QString &text);

// Several servers of one cluster, parted by commas, semicolons or blanks, in this order, each once; at most
// mostServerAddresses. The error is the first bad one's.
constexpr int mostServerAddresses = 32;
Expected<QList<ServerAddress>, AddressError> parseServerAddresses(const QString &text);

// "localhost", names below it and loopback addresses. Such a host is never reached through a proxy.
bool isLoopbackHost(const QString &host);

// The place for register and token requests of the same server (protocol.md 1.1): http or https,
// path /tim2.
QUrl accountUrl(const QUrl &serverUrl);

} // namespace timbre::net
