// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/server_address.h"

#include <QHostAddress>
#include <QRegularExpression>

namespace timbre::net {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultPlainPort = 20003; // tim's client_listen
constexpr int defaultTlsPort = 443;
constexpr qsizetype maxLength = 1024;

// A bare IPv6 address is no authority yet: "::1" needs its brackets.
QString withBrackets(const QString &text)
{
    QHostAddress address;
    if (address.setAddress(text) && address.protocol() == QAbstractSocket::IPv6Protocol)
        return u'[' + text + u']';
    return text;
}

QString wantedScheme(const QUrl &url)
{
    if (url.scheme() == "ws"_L1 || url.scheme() == "http"_L1)
        return u"ws"_s;
    if (url.scheme() == "wss"_L1 || url.scheme() == "https"_L1)
        return u"wss"_s;
    return {};
}

// QUrl refuses a port above 65535 together with everything else it cannot read.
AddressError malformedOrBadPort(const QString &text)
{
    static const QRegularExpression endsInPort(u"(^|//)([^:\\[\\]]+|\\[[^\\]]*\\]):[0-9]+(/.*)?$"_s);
    return endsInPort.match(text).hasMatch() ? AddressError::BadPort : AddressError::Malformed;
}

bool isRootOrTim(const QString &path)
{
    return path.isEmpty() || path == "/"_L1 || path == "/tim"_L1 || path == "/tim/"_L1 || path == "/tim2"_L1;
}

} // namespace

bool isLoopbackHost(const QString &host)
{
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || host.endsWith(".localhost"_L1, Qt::CaseInsensitive))
        return true;
    QHostAddress address;
    return address.setAddress(host) && address.isLoopback();
}

Expected<ServerAddress, AddressError> parseServerAddress(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return unexpected(AddressError::Empty);
    if (trimmed.size() > maxLength)
        return unexpected(AddressError::Malformed);

    const bool hasScheme = trimmed.contains("://"_L1);
    QUrl url(hasScheme ? trimmed : "//"_L1 + withBrackets(trimmed), QUrl::StrictMode);
    if (!url.isValid())
        return unexpected(malformedOrBadPort(trimmed));
    if (hasScheme && wantedScheme(url).isEmpty())
        return unexpected(AddressError::UnknownScheme);
    if (!url.userInfo().isEmpty() || trimmed.contains(u'@'))
        return unexpected(AddressError::HasUserInfo);
    if (url.host().isEmpty())
        return unexpected(AddressError::Malformed);
    if (!isRootOrTim(url.path()) || url.hasQuery() || url.hasFragment())
        return unexpected(AddressError::HasPath);
    if (url.port() == 0)
        return unexpected(AddressError::BadPort);

    const bool loopback = isLoopbackHost(url.host());
    const QString scheme = hasScheme ? wantedScheme(url) : (loopback ? u"ws"_s : u"wss"_s);
    const bool encrypted = scheme == "wss"_L1;
    if (url.port() == -1)
        url.setPort(encrypted ? defaultTlsPort : defaultPlainPort);
    url.setScheme(scheme);
    url.setPath(u"/tim"_s);

    using Security = ServerAddress::Security;
    return ServerAddress{url, encrypted ? Security::Encrypted : loopback ? Security::LoopbackPlain : Security::Plain};
}

Expected<QList<ServerAddress>, AddressError> parseServerAddresses(const QString &text)
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    const QStringList parts = text.split(between, Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return unexpected(AddressError::Empty);
    QList<ServerAddress> addresses;
    for (const QString &part : parts) {
        const auto address = parseServerAddress(part);
        if (!address)
            return unexpected(AddressError(address.error()));
        if (!addresses.contains(*address))
            addresses.append(*address);
    }
    if (addresses.size() > mostServerAddresses)
        return unexpected(AddressError::Malformed);
    return addresses;
}

QUrl accountUrl(const QUrl &serverUrl)
{
    QUrl url = serverUrl;
    url.setScheme(serverUrl.scheme() == "wss"_L1 ? u"https"_s : u"http"_s);
    url.setPath(u"/tim2"_s);
    return url;
}

} // namespace timbre::net
