// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/config_file.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace timbre::node {

using namespace Qt::StringLiterals;

namespace {

struct Key {
    QLatin1StringView name;
    QLatin1StringView older; // the dotted spelling of tim 2.0
    // Empty if taken, otherwise what it should have been.
    std::function<QString(const QJsonValue &, NodeConfig &)> take;
};

template <typename Target> auto number(Target NodeConfig::*member, qint64 smallest, qint64 largest)
{
    return [=](const QJsonValue &value, NodeConfig &config) {
        const double given = value.toDouble(-1);
        const auto whole = qint64(given);
        if (!value.isDouble() || double(whole) != given || whole < smallest || whole > largest)
            return u"must be a whole number from %1 to %2"_s.arg(smallest).arg(largest);
        config.*member = Target(whole);
        return QString();
    };
}

auto text(QString NodeConfig::*member)
{
    return [=](const QJsonValue &value, NodeConfig &config) {
        if (!value.isString())
            return u"must be a text"_s;
        config.*member = value.toString();
        return QString();
    };
}

QString takeListen(const QJsonValue &value, NodeConfig &config)
{
    if (value.isDouble() && value.toInteger() > 0 && value.toInteger() < 65536) {
        config.port = quint16(value.toInteger());
        return {};
    }
    if (!value.isString() || !parseListen(value.toString(), config))
        return u"must be \"port\", \":port\" or \"host:port\""_s;
    return {};
}

// Of tim's switches only the one for registering means anything here.
QString takeDeactivated(const QJsonValue &value, NodeConfig &config)
{
    if (!value.isObject())
        return u"must be an object"_s;
    const QJsonObject switches = value.toObject();
    for (auto it = switches.begin(); it != switches.end(); ++it) {
        if (!it->isBool())
            return u"must hold true or false for %1"_s.arg(it.key());
        if (it.key().compare("TIMREGISTER"_L1, Qt::CaseInsensitive) == 0)
            config.openRegistration = !it->toBool();
    }
    return {};
}

const QList<Key> &keys()
{
    constexpr qint64 many = 1 << 24;
    constexpr qint64 day = 86'400;
    static const QList<Key> list{
        {"client_listen"_L1, "listen"_L1, takeListen},
        {"device_limit"_L1, "device.limit"_L1, number(&NodeConfig::deviceLimit, 1, 1000)},
        {"devicetype_limit"_L1, "devicetype.limit"_L1, number(&NodeConfig::deviceTypeLimit, 1, 1000)},
        {"auth_min_unix"_L1, "auth.min.unix"_L1, number(&NodeConfig::authMinUnix, 0, day)},
        {"ping_timeout"_L1, "ping.timeout"_L1, number(&NodeConfig::pingTimeout, 1, day)},
        {"tokenTimeout"_L1, "token.timeout"_L1, number(&NodeConfig::tokenTimeout, 1, day)},
        {"connect_limit"_L1, "connectLimit"_L1, number(&NodeConfig::connectLimit, 1, many)},
        {"request_rate"_L1, "limitRate"_L1, number(&NodeConfig::requestRate, 1, many)},
        {"deactivate_api"_L1, "blockapi"_L1, takeDeactivated},
        {"salt"_L1, {}, text(&NodeConfig::salt)},
        {"maskseed"_L1, "seed"_L1, text(&NodeConfig::maskSeed)},
        {"presence_offline_block"_L1, "presence.offline.block"_L1,
         [](const QJsonValue &value, NodeConfig &config) {
             if (!value.isBool())
                 return u"must be true or false"_s;
             config.presenceOfflineBlock = value.toBool();
             return QString();
         }},
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
        const QString wrong = known->take(it.value(), file.config);
        if (!wrong.isEmpty())
            return unexpected(ConfigError{it.key(), wrong});
        if (it.key().compare(known->name, Qt::CaseInsensitive) != 0)
            file.notices.append(u"\"%1\" is now called \"%2\""_s.arg(it.key(), known->name));
    }
    return file;
}

} // namespace timbre::node
