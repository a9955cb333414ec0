// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/presence_ledger.h"

#include "core/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace timbre::core {

using namespace Qt::StringLiterals;
using Kind = LedgerEntry::Kind;
using Why = LedgerEntry::Why;

namespace {

constexpr auto documentName = "presence-ledger"_L1;
constexpr int version = 1;
constexpr Milliseconds saveDelay{30'000};
constexpr qint64 oneAsk = 10 * 60'000; // ms in which repeated asks are one line
constexpr qsizetype longestNode = 64;

// Positions in a line, an array: kind, at, who ("*" or ids), and what belongs to the kind.
QByteArray written(const LedgerEntry &entry)
{
    QJsonArray people;
    for (const ContactId &id : entry.people)
        people.append(id.node());
    QJsonArray line{static_cast<int>(entry.kind), entry.at, entry.everybody ? QJsonValue(u"*"_s) : QJsonValue(people)};
    if (entry.kind == Kind::Told) {
        line.append(static_cast<int>(entry.why));
        line.append(wordOf(entry.availability));
        line.append(entry.mood);
    } else if (entry.kind == Kind::Asked) {
        line.append(entry.answered);
        line.append(entry.stranger);
        line.append(entry.times);
    }
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

std::optional<LedgerEntry> readLine(const QByteArray &text)
{
    const QJsonArray line = QJsonDocument::fromJson(text).array();
    const int kind = line.at(0).toInt(-1);
    const qint64 at = line.at(1).toInteger(-1);
    if (kind < 0 || kind > static_cast<int>(Kind::Left) || at < 0)
        return std::nullopt;
    LedgerEntry entry;
    entry.kind = Kind(kind);
    entry.at = at;
    entry.everybody = line.at(2).toString() == "*"_L1;
    const QJsonArray people = line.at(2).toArray();
    for (const QJsonValue &node : people) {
        if (const QString name = node.toString();
            !name.isEmpty() && name.size() <= longestNode && entry.people.size() < PresenceLedger::mostPeople)
            entry.people.append(ContactId(name));
    }
    if (!entry.everybody && entry.people.isEmpty())
        return std::nullopt;
    if (entry.kind == Kind::Told) {
        const int why = line.at(3).toInt(-1);
        const auto availability = availabilityFromWord(line.at(4).toString());
        if (why < 0 || why > static_cast<int>(Why::DesktopQuiet) || !availability)
            return std::nullopt;
        entry.why = Why(why);
        entry.availability = *availability;
        entry.mood = cleanMood(line.at(5).toString());
    } else if (entry.kind == Kind::Asked) {
        entry.answered = line.at(3).toBool();
        entry.stranger = line.at(4).toBool();
        entry.times = std::max(1, line.at(5).toInt(1));
    }
    return entry;
}

} // namespace

PresenceLedger::PresenceLedger(Store &store, Clock &clock, QObject *parent) :
    QObject(parent),
    m_store(store),
    m_clock(clock),
    m_saving(clock.makeTimer([this] { save(); }))
{
    load();
}

PresenceLedger::~PresenceLedger()
{
    if (m_saving->isActive())
        save();
}

LedgerEntry::Why PresenceLedger::whyOf(StatusCause cause)
{
    switch (cause) {
    case StatusCause::Picked:
        return Why::Picked;
    case StatusCause::Ended:
        return Why::Ended;
    case StatusCause::Scheduled:
        return Why::Scheduled;
    case StatusCause::Absent:
        return Why::Absent;
    case StatusCause::Returned:
        return Why::Returned;
    case StatusCause::DesktopQuiet:
        return Why::DesktopQuiet;
    case StatusCause::OtherDevice:
        return Why::OtherDevice;
    }
    Q_UNREACHABLE();
}

void PresenceLedger::load()
{
    const QList<QByteArray> lines = m_store.document(documentName).split('\n');
    const QJsonObject head = QJsonDocument::fromJson(lines.first()).object();
    if (head.isEmpty())
        return;
    m_readOnly = head[u"v"].toInt() > version;
    for (const QByteArray &text : lines.mid(1)) {
        if (const std::optional<LedgerEntry> entry = readLine(text))
            append(*entry);
    }
    m_saving->stop();
}

void PresenceLedger::save()
{
    m_saving->stop();
    if (m_readOnly)
        return;
    QByteArray text = QJsonDocument(QJsonObject{{u"v"_s, version}}).toJson(QJsonDocument::Compact);
    text.reserve(text.size() + m_bytes);
    for (const Line &line : m_lines)
        text.append('\n').append(line.text);
    m_store.saveDocument(documentName, text);
}

void PresenceLedger::append(LedgerEntry entry)
{
    Line line{std::move(entry), {}};
    line.text = written(line.entry);
    m_bytes += line.text.size() + 1;
    m_strangers += line.entry.stranger ? 1 : 0;
    if (line.entry.kind == Kind::Asked && !line.entry.people.isEmpty())
        m_lastAsk.insert(line.entry.people.first(), m_first + static_cast<qint64>(m_lines.size()));
    m_lines.push_back(std::move(line));
    trim();
    if (!m_saving->isActive())
        m_saving->start(saveDelay);
}

void PresenceLedger::rewrite(Line &line)
{
    m_bytes -= line.text.size();
    line.text = written(line.entry);
    m_bytes += line.text.size();
    if (!m_saving->isActive())
        m_saving->start(saveDelay);
}

void PresenceLedger::trim()
{
    const qint64 oldest = m_clock.wall() - keptFor;
    while (!m_lines.empty()
           && (static_cast<qsizetype>(m_lines.size()) > mostEntries || m_bytes > mostBytes
               || m_lines.front().entry.at < oldest))
        dropFirst();
}

void PresenceLedger::dropFirst()
{
    const Line &line = m_lines.front();
    m_bytes -= line.text.size() + 1;
    m_strangers -= line.entry.stranger ? 1 : 0;
    if (line.entry.kind == Kind::Asked) {
        const auto last = m_lastAsk.constFind(line.entry.people.constFirst());
        if (last != m_lastAsk.cend() && *last == m_first)
            m_lastAsk.erase(last);
    }
    m_lines.pop_front();
    ++m_first;
}

PresenceLedger::Line *PresenceLedger::lineAt(qint64 number)
{
    const qint64 index = number - m_first;
    return index >= 0 && index < static_cast<qint64>(m_lines.size()) ? &m_lines[static_cast<size_t>(index)] : nullptr;
}

void PresenceLedger::told(const protocol::Presence &presence, Why why)
{
    LedgerEntry entry;
    entry.at = m_clock.wall();
    entry.why = why;
    const QList<QString> nodes = presence.toList.value_or(QList<QString>());
    entry.everybody = !presence.toList || nodes.size() > mostPeople;
    const bool invisible = presence.show.value_or(0) == static_cast<qint16>(protocol::Show::Invisible);
    entry.availability = invisible ? Availability::Invisible : availabilityFromShow(presence.show);
    entry.mood = presence.status.value_or(QString());
    for (const QString &node : nodes) {
        const ContactId id(node);
        if (!entry.everybody)
            entry.people.append(id);
        if (why != Why::Answer)
            continue;
        Line *line = lineAt(m_lastAsk.value(id, -1));
        if (line && !line->entry.answered) {
            line->entry.answered = true;
            rewrite(*line);
        }
    }
    append(std::move(entry));
    Q_EMIT changed();
}

void PresenceLedger::asked(const ContactId &id, bool stranger)
{
    const qint64 now = m_clock.wall();
    Line *line = lineAt(m_lastAsk.value(id, -1));
    if (line && now >= line->entry.at && now - line->entry.at < oneAsk) {
        if (line->entry.times < 1'000'000)
            ++line->entry.times;
        rewrite(*line);
    } else if (!stranger || m_strangers < mostStrangers) {
        LedgerEntry entry;
        entry.kind = Kind::Asked;
        entry.at = now;
        entry.people = {id};
        entry.stranger = stranger;
        append(std::move(entry));
    } else {
        return;
    }
    Q_EMIT changed();
}

void PresenceLedger::contactsChanged(const QSet<ContactId> &before, const QSet<ContactId> &now)
{
    const auto note = [this](Kind kind, const QSet<ContactId> &ids) {
        // A whole roster that comes at once is a first sign-in: nobody heard anything yet.
        for (const ContactId &id : ids) {
            LedgerEntry entry;
            entry.kind = kind;
            entry.at = m_clock.wall();
            entry.people = {id};
            append(std::move(entry));
        }
    };
    const QSet<ContactId> joined = now - before;
    const QSet<ContactId> left = before - now;
    if (!before.isEmpty())
        note(Kind::Joined, joined);
    note(Kind::Left, left);
    if (!joined.isEmpty() || !left.isEmpty())
        Q_EMIT changed();
}

void PresenceLedger::clear()
{
    m_first += static_cast<qint64>(m_lines.size());
    m_lines.clear();
    m_lastAsk.clear();
    m_bytes = 0;
    m_strangers = 0;
    save();
    Q_EMIT changed();
}

QList<LedgerEntry> PresenceLedger::entries() const
{
    QList<LedgerEntry> list;
    list.reserve(static_cast<qsizetype>(m_lines.size()));
    for (const Line &line : m_lines)
        list.append(line.entry);
    return list;
}

QList<LedgerEntry> PresenceLedger::about(const ContactId &id) const
{
    const auto isNamed = [&id](const Line &line) { return line.entry.people.contains(id); };
    // Before the first coming or going that is known, whoever went was one, and whoever came was none.
    const auto first = std::find_if(m_lines.cbegin(), m_lines.cend(), [&](const Line &line) {
        return (line.entry.kind == Kind::Joined || line.entry.kind == Kind::Left) && isNamed(line);
    });
    bool isContact = first == m_lines.cend() || first->entry.kind == Kind::Left;
    QList<LedgerEntry> list;
    for (const Line &line : m_lines) {
        if (line.entry.everybody ? isContact : isNamed(line))
            list.append(line.entry);
        if (isNamed(line) && line.entry.kind == Kind::Joined)
            isContact = true;
        else if (isNamed(line) && line.entry.kind == Kind::Left)
            isContact = false;
    }
    return list;
}

} // namespace timbre::core
