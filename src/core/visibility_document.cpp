// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/visibility.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace timbre::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;
constexpr qsizetype longestName = 256; // of a group, of a node

constexpr std::array<std::pair<Face, QLatin1StringView>, 5> faceWords{{
    {Face::AsPicked, "picked"_L1},
    {Face::Chat, "chat"_L1},
    {Face::Away, "away"_L1},
    {Face::Busy, "busy"_L1},
    {Face::OfflineLooking, "offline"_L1},
}};

QString wordOf(Face face)
{
    const auto found
        = std::find_if(faceWords.cbegin(), faceWords.cend(), [face](const auto &entry) { return entry.first == face; });
    return found->second;
}

// A rule was meant: one that cannot be understood says less rather than more.
Face faceOf(const QJsonValue &value)
{
    const QString word = value.toString();
    const auto found = std::find_if(faceWords.cbegin(), faceWords.cend(),
                                    [&word](const auto &entry) { return entry.second == word; });
    return found != faceWords.cend() ? found->first : Face::OfflineLooking;
}

bool isSane(const QString &name)
{
    return !name.isEmpty() && name.size() <= longestName;
}

} // namespace

VisibilityDocument readVisibility(const QByteArray &text)
{
    VisibilityDocument result;
    if (text.isEmpty())
        return result;
    const QJsonDocument json = QJsonDocument::fromJson(text);
    const int written = json.object().value("v"_L1).toInt();
    if (!json.isObject() || written < version) {
        result.state = VisibilityDocument::State::Damaged;
        result.rules.everyone = Face::OfflineLooking;
        return result;
    }
    result.state = written > version ? VisibilityDocument::State::Newer : VisibilityDocument::State::Read;
    const QJsonObject object = json.object();
    VisibilityRules &rules = result.rules;
    if (const QJsonValue everyone = object.value("everyone"_L1); !everyone.isUndefined())
        rules.everyone = faceOf(everyone);
    const QJsonArray groups = object.value("groups"_L1).toArray();
    for (const QJsonValue &value : groups) {
        const QString group = value.toObject().value("group"_L1).toString();
        if (isSane(group) && rules.groups.size() < mostVisibilityRules)
            rules.groups.append({group, faceOf(value.toObject().value("face"_L1))});
    }
    const QJsonObject contacts = object.value("contacts"_L1).toObject();
    for (auto entry = contacts.constBegin(); entry != contacts.constEnd(); ++entry) {
        if (isSane(entry.key()) && rules.contacts.size() < mostVisibilityRules)
            rules.contacts.insert(ContactId(entry.key()), faceOf(entry.value()));
    }
    const QJsonArray allowed = object.value("allowed"_L1).toArray();
    for (const QJsonValue &value : allowed) {
        if (isSane(value.toString()) && rules.allowed.size() < mostVisibilityRules)
            rules.allowed.insert(ContactId(value.toString()));
    }
    if (const QJsonValue strict = object.value("strict"_L1); strict.isBool())
        rules.strict = strict.toBool();
    return result;
}

QByteArray writeVisibility(const VisibilityRules &rules)
{
    QJsonArray groups;
    for (const VisibilityRules::GroupRule &rule : rules.groups)
        groups.append(QJsonObject{{u"group"_s, rule.group}, {u"face"_s, wordOf(rule.face)}});
    QJsonObject contacts;
    for (auto entry = rules.contacts.cbegin(); entry != rules.contacts.cend(); ++entry)
        contacts.insert(entry.key().node(), wordOf(entry.value()));
    QStringList allowed;
    for (const ContactId &id : rules.allowed)
        allowed.append(id.node());
    allowed.sort();
    QJsonObject object{{u"v"_s, version},
                       {u"everyone"_s, wordOf(rules.everyone)},
                       {u"groups"_s, groups},
                       {u"contacts"_s, contacts},
                       {u"allowed"_s, QJsonArray::fromStringList(allowed)}};
    if (rules.strict)
        object.insert(u"strict"_s, *rules.strict);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace timbre::core
