// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QNetworkProxy>
#include <QString>
#include <QUrl>

namespace timbre::net {

// Through what an account reaches its server. A value; the password is kept apart, in the keychain.
struct ProxyChoice {
    enum class Kind {
        System, // what the desktop says, if anything
        None,
        Socks5,
        Http, // CONNECT
    };
    Kind kind = Kind::System;
    QString host; // of the last two
    quint16 port = 0;
    QString user; // empty: without a name

    bool isOwn() const { return kind == Kind::Socks5 || kind == Kind::Http; }
    bool operator==(const ProxyChoice &) const = default;
};

// The usual one: 1080 or 3128.
quint16 defaultPort(ProxyChoice::Kind kind);

QByteArray toJson(const ProxyChoice &choice);
// What cannot be understood is System; no text above 255 characters.
ProxyChoice proxyFromJson(const QByteArray &text);

// What to hand to a socket that wants to reach `server` (ws, wss, http or https). A server on this computer is never
// reached through a proxy. Names are looked up by the proxy, not here.
QNetworkProxy proxyFor(const ProxyChoice &choice, const QString &password, const QUrl &server);

} // namespace timbre::net
