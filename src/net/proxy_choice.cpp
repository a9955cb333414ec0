// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/proxy_choice.h"

#include "net/server_address.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxyFactory>

#include <array>

namespace timbre::net {

using namespace Qt::StringLiterals;
using Kind = ProxyChoice::Kind;

namespace {

constexpr qsizetype longestText = 255;
constexpr std::array kinds{std::pair{Kind::System, "system"_L1}, std::pair{Kind::None, "none"_L1},
                           std::pair{Kind::Socks5, "socks5"_L1}, std::pair{Kind::Http, "http"_L1}};

// A proxy of the desktop's that can carry any line, not only web pages.
QNetworkProxy systemProxy(const QUrl &server)
{
    const bool encrypted = server.scheme() == "wss"_L1 || server.scheme() == "https"_L1;
    const QNetworkProxyQuery query(server.host(), server.port(encrypted ? 443 : 80), encrypted ? u"https"_s : u"http"_s,
                                   QNetworkProxyQuery::TcpSocket);
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(query);
    for (const QNetworkProxy &proxy : proxies) {
        if (proxy.type() == QNetworkProxy::NoProxy || proxy.type() == QNetworkProxy::Socks5Proxy
            || proxy.type() == QNetworkProxy::HttpProxy)
            return proxy;
    }
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

} // namespace

quint16 defaultPort(Kind kind)
{
    return kind == Kind::Socks5 ? 1080 : 3128;
}

QByteArray toJson(const ProxyChoice &choice)
{
    QJsonObject object;
    for (const auto &[kind, name] : kinds) {
        if (kind == choice.kind)
            object.insert(u"kind"_s, name);
    }
    if (choice.isOwn()) {
        object.insert(u"host"_s, choice.host);
        object.insert(u"port"_s, choice.port);
        object.insert(u"user"_s, choice.user);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

ProxyChoice proxyFromJson(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    ProxyChoice choice;
    for (const auto &[kind, name] : kinds) {
        if (object.value("kind"_L1) == name)
            choice.kind = kind;
    }
    if (!choice.isOwn())
        return choice;
    choice.host = object.value("host"_L1).toString();
    choice.user = object.value("user"_L1).toString();
    const int port = object.value("port"_L1).toInt();
    if (choice.host.isEmpty() || choice.host.size() > longestText || choice.user.size() > longestText || port < 1
        || port > 0xffff)
        return {};
    choice.port = static_cast<quint16>(port);
    return choice;
}

QNetworkProxy proxyFor(const ProxyChoice &choice, const QString &password, const QUrl &server)
{
    if (isLoopbackHost(server.host()))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    switch (choice.kind) {
    case Kind::System:
        return systemProxy(server);
    case Kind::None:
        break;
    case Kind::Socks5:
        return {QNetworkProxy::Socks5Proxy, choice.host, choice.port, choice.user, password};
    case Kind::Http:
        return {QNetworkProxy::HttpProxy, choice.host, choice.port, choice.user, password};
    }
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

} // namespace timbre::net
