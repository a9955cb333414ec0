// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "store/account_list.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace timbre::store {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 1024;
constexpr qsizetype mostEndpoints = 32;

QString textOf(const QJsonObject &object, QLatin1StringView key)
{
    const QString text = object.value(key).toString();
    return text.size() > longestText ? QString() : text;
}

QJsonObject toJson(const AccountRecord &account)
{
    QJsonArray endpoints;
    for (const QUrl &url : account.endpoints)
        endpoints.append(url.toString(QUrl::FullyEncoded));
    return {
        {u"home"_s, account.home == AccountRecord::Home::ThisComputer ? u"this-computer"_s : u"server"_s},
        {u"endpoints"_s, endpoints},
        {u"name"_s, account.name},
        {u"domain"_s, account.domain},
        {u"node"_s, account.ownNode},
        {u"encoding"_s, account.encoding == protocol::Encoding::ThriftCompact ? u"compact"_s : u"json"_s},
        {u"origin"_s, account.origin},
    };
}

AccountRecord fromJson(const QJsonObject &object)
{
    AccountRecord account;
    if (object.value("home"_L1) == "this-computer"_L1)
        account.home = AccountRecord::Home::ThisComputer;
    const QJsonArray endpoints = object.value("endpoints"_L1).toArray();
    for (const QJsonValue &endpoint : endpoints) {
        const QUrl url(endpoint.toString().left(longestText), QUrl::StrictMode);
        if (url.isValid() && !url.host().isEmpty() && account.endpoints.size() < mostEndpoints)
            account.endpoints.append(url);
    }
    account.name = textOf(object, "name"_L1);
    account.domain = textOf(object, "domain"_L1);
    account.ownNode = textOf(object, "node"_L1);
    if (object.value("encoding"_L1) == "compact"_L1)
        account.encoding = protocol::Encoding::ThriftCompact;
    account.origin = textOf(object, "origin"_L1);
    return account;
}

} // namespace

QByteArray accountsToJson(const QList<AccountRecord> &accounts)
{
    QJsonArray array;
    for (const AccountRecord &account : accounts)
        array.append(toJson(account));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<AccountRecord> accountsFromJson(const QByteArray &text)
{
    QList<AccountRecord> accounts;
    const QJsonArray array = QJsonDocument::fromJson(text).array();
    for (const QJsonValue &value : array) {
        const AccountRecord account = fromJson(value.toObject());
        const bool usable = !account.name.isEmpty()
            && (account.home == AccountRecord::Home::ThisComputer || !account.endpoints.isEmpty());
        if (usable && accounts.size() < mostAccounts)
            accounts.append(account);
    }
    return accounts;
}

} // namespace timbre::store
