// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/config_file.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <functional>
#include <optional>

namespace timbre::node {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 many = 1 << 24;
constexpr qint64 day = 86'400;

// What became of a key's value. `wrong` ends the start, `notice` is only said; both continue the sentence "KEY ...".
struct Taken {
    QString wrong;
    QString notice;
};

Taken wrong(const QString &reason)
{
    return {reason, {}};
}

Taken notice(const QString &words)
{
    return {{}, words};
}

struct Key {
    QLatin1StringView name;
    QLatin1StringView older; // the dotted spelling of tim 2.0
    std::function<Taken(const QJsonValue &, NodeConfig &)> take;
};

std::optional<qint64> wholeNumber(const QJsonValue &value, qint64 smallest, qint64 largest)
{
    const double given = value.toDouble(-1);
    if (!value.isDouble() || given < double(smallest) || given > double(largest) || given != double(qint64(given)))
        return std::nullopt;
    return qint64(given);
}

QString mustBeNumber(qint64 smallest, qint64 largest)
{
    return u"must be a whole number from %1 to %2"_s.arg(smallest).arg(largest);
}

template <typename Target> auto number(Target NodeConfig::*member, qint64 smallest, qint64 largest)
{
    return [=](const QJsonValue &value, NodeConfig &config) {
        const auto whole = wholeNumber(value, smallest, largest);
        if (!whole)
            return wrong(mustBeNumber(smallest, largest));
        config.*member = Target(*whole);
        return Taken();
    };
}

auto text(QString NodeConfig::*member)
{
    return [=](const QJsonValue &value, NodeConfig &config) {
        if (!value.isString())
            return wrong(u"must be a text"_s);
        config.*member = value.toString();
        return Taken();
    };
}

auto toggle(bool NodeConfig::*member)
{
    return [=](const QJsonValue &value, NodeConfig &config) {
        if (!value.isBool())
            return wrong(u"must be true or false"_s);
        config.*member = value.toBool();
        return Taken();
    };
}

Taken takeListen(const QJsonValue &value, NodeConfig &config)
{
    if (const auto port = wholeNumber(value, 1, 65535)) {
        config.port = quint16(*port);
        return {};
    }
    if (!value.isString() || !parseListen(value.toString(), config))
        return wrong(u"must be \"port\", \":port\" or \"host:port\""_s);
    return {};
}

// Numbers of a running node are nobody else's business, and the endpoint asks for no password.
Taken takeMetrics(const QJsonValue &value, NodeConfig &config)
{
    NodeConfig where;
    if (!value.isString() || !parseListen(value.toString(), where))
        return wrong(u"must be \"port\", \":port\" or \"host:port\""_s);
    if (where.listenAddress == u"localhost"_s)
        where.listenAddress = u"127.0.0.1"_s;
    if (where.listenAddress != u"::1"_s && !where.listenAddress.startsWith(u"127."_s))
        return wrong(u"must be an address of this computer only, 127.0.0.1 or [::1]"_s);
    config.metricsAddress = where.listenAddress;
    config.metricsPort = where.port;
    return {};
}

// Of tim's switches only the one for registering means anything here.
Taken takeDeactivated(const QJsonValue &value, NodeConfig &config)
{
    if (!value.isObject())
        return wrong(u"must be an object"_s);
    const QJsonObject switches = value.toObject();
    QStringList unused;
    for (auto it = switches.begin(); it != switches.end(); ++it) {
        if (!it->isBool())
            return wrong(u"must hold true or false for %1"_s.arg(it.key()));
        if (it.key().compare("TIMREGISTER"_L1, Qt::CaseInsensitive) == 0)
            config.openRegistration = !it->toBool();
        else if (it->toBool())
            unused.append(it.key());
    }
    if (unused.isEmpty())
        return {};
    return notice(u"closes only TIMREGISTER here, not %1"_s.arg(unused.join(u", "_s)));
}

Taken takeDatabase(const QJsonValue &value, NodeConfig &)
{
    if (!value.isObject())
        return wrong(u"must be an object"_s);
    const QStringList kinds = value.toObject().keys();
    for (const QString &kind : kinds) {
        if (kind.compare("sqlite"_L1, Qt::CaseInsensitive) != 0)
            return wrong(u"must name sqlite: this node has no other database"_s);
    }
    return notice(u"chooses no file: the database is node.db in the data folder"_s);
}

// Something this node does not have and nobody may believe it has.
auto refused(const QString &reason)
{
    return [=](const QJsonValue &value, NodeConfig &) {
        const bool off = value.isNull() || (value.isBool() && !value.toBool());
        return off ? Taken() : wrong(reason);
    };
}

auto unusedNumber(qint64 smallest, const QString &why)
{
    return [=](const QJsonValue &value, NodeConfig &) {
        return wholeNumber(value, smallest, many) ? notice(why) : wrong(mustBeNumber(smallest, many));
    };
}

auto unusedSwitch(const QString &why)
{
    return [=](const QJsonValue &value, NodeConfig &) {
        if (!value.isBool())
            return wrong(u"must be true or false"_s);
        return value.toBool() ? notice(why) : Taken();
    };
}

auto unused(const QString &why)
{
    return [=](const QJsonValue &, NodeConfig &) { return notice(why); };
}

const QList<Key> &keys()
{
    const auto ownAccounts = u"must be false: this node keeps its accounts itself"_s;
    const auto ownDatabase = u"is not possible: this node keeps everything in its own SQLite database"_s;
    const auto noCluster = u"is not used: this node does not cluster"_s;
    const auto commands = u"is not used: see the commands of timbre-node instead"_s;
    static const QList<Key> list{
        {"client_listen"_L1, "listen"_L1, takeListen},
        {"metrics_listen"_L1, {}, takeMetrics},
        {"ssl_certificate"_L1, {}, text(&NodeConfig::certificate)},
        {"ssl_certificate_key"_L1, {}, text(&NodeConfig::certificateKey)},
        {"device_limit"_L1, "device.limit"_L1, number(&NodeConfig::deviceLimit, 1, 1000)},
        {"devicetype_limit"_L1, "devicetype.limit"_L1, number(&NodeConfig::deviceTypeLimit, 1, 1000)},
        {"auth_min_unix"_L1, "auth.min.unix"_L1, number(&NodeConfig::authMinUnix, 0, day)},
        {"ping_timeout"_L1, "ping.timeout"_L1, number(&NodeConfig::pingTimeout, 1, day)},
        {"tokenTimeout"_L1, "token.timeout"_L1, number(&NodeConfig::tokenTimeout, 1, day)},
        {"connect_limit"_L1, "connectLimit"_L1, number(&NodeConfig::connectLimit, 1, many)},
        {"request_rate"_L1, "limitRate"_L1, number(&NodeConfig::requestRate, 1, many)},
        {"node_maxlength"_L1, "node.maxlength"_L1, number(&NodeConfig::nodeMaxLength, 11, 1024)},
        {"deactivate_api"_L1, "blockapi"_L1, takeDeactivated},
        {"salt"_L1, {}, text(&NodeConfig::salt)},
        {"maskseed"_L1, "seed"_L1, text(&NodeConfig::maskSeed)},
        {"presence_offline_block"_L1, "presence.offline.block"_L1, toggle(&NodeConfig::presenceOfflineBlock)},
        {"inlinedb"_L1, "tldb"_L1, takeDatabase},
        {"inlinedb_extent"_L1, {}, refused(ownDatabase)},
        {"mongodb"_L1, {}, refused(ownDatabase)},
        {"externaldb"_L1, {}, refused(ownDatabase)},
        {"nodb"_L1, {}, refused(ownAccounts)},
        {"external_account"_L1, {}, refused(ownAccounts)},
        {"message_noauth"_L1, "message.noauth"_L1,
         unusedSwitch(u"is not used: only friends and members of a room can write to each other"_s)},
        {"memlimit"_L1, {}, unusedNumber(1, u"is not used: the memory of every connection is bounded instead"_s)},
        {"cache_authexpire"_L1, "cache.authexpire"_L1,
         unusedNumber(-many, u"is not used: a removed or blocked contact is known at once"_s)},
        {"webadmin_listen"_L1, "web.admin.listen"_L1, unused(commands)},
        {"webadmin_nouse_tls"_L1, {}, unused(commands)},
        {"server_api_listen"_L1, "tcp.admin.listen"_L1, unused(commands)},
        {"admin_account_init"_L1, {}, unused(commands)},
        {"cluster_listen"_L1, "cluster.listen"_L1, unused(noCluster)},
        {"cluster_access"_L1, "cluster.csaddr"_L1, unused(noCluster)},
    };
    return list;
}

} // namespace

bool parseListen(const QString &text, NodeConfig &config)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = QStringView(text).sliced(colon + 1).toUInt(&isNumber);
    if (!isNumber || port > 65535)
        return false;
    QString host = colon < 0 ? QString() : text.first(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    else if (host.contains(u':'))
        return false;
    config.port = quint16(port);
    // tim listens on every interface then; a node is for this computer unless it is told otherwise.
    if (!host.isEmpty())
        config.listenAddress = host;
    return true;
}

Expected<ConfigFile, ConfigError> parseConfig(const QByteArray &json, const NodeConfig &defaults)
{
    QJsonParseError failure;
    const QJsonDocument document = QJsonDocument::fromJson(json, &failure);
    if (!document.isObject()) {
        const bool syntax = failure.error != QJsonParseError::NoError;
        return unexpected(ConfigError{{},
                                      syntax ? u"%1 at byte %2"_s.arg(failure.errorString()).arg(failure.offset)
                                             : u"must hold one JSON object"_s});
    }
    ConfigFile file{defaults, {}};
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto known = std::find_if(keys().begin(), keys().end(), [&it](const Key &key) {
            return it.key().compare(key.name, Qt::CaseInsensitive) == 0
                || (!key.older.isEmpty() && it.key().compare(key.older, Qt::CaseInsensitive) == 0);
        });
        if (known == keys().end()) {
            file.notices.append(u"\"%1\" is not used by this node"_s.arg(it.key()));
            continue;
        }
        const Taken taken = known->take(it.value(), file.config);
        if (!taken.wrong.isEmpty())
            return unexpected(ConfigError{it.key(), taken.wrong});
        if (!taken.notice.isEmpty())
            file.notices.append(u"\"%1\" %2"_s.arg(it.key(), taken.notice));
        if (it.key().compare(known->name, Qt::CaseInsensitive) != 0)
            file.notices.append(u"\"%1\" is now called \"%2\""_s.arg(it.key(), known->name));
    }
    const bool certificate = !file.config.certificate.isEmpty();
    const bool key = !file.config.certificateKey.isEmpty();
    if (certificate != key)
        return unexpected(certificate ? ConfigError{u"ssl_certificate_key"_s, u"is missing beside ssl_certificate"_s}
                                      : ConfigError{u"ssl_certificate"_s, u"is missing beside ssl_certificate_key"_s});
    return file;
}

} // namespace timbre::node
