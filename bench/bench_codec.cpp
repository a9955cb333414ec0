// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/frame.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <simdjson.h>

#include <algorithm>
#include <benchmark/benchmark.h>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>

// One presence as tim delivers it, in and out, beside what could hardly be quicker (simdjson's
// on-demand reader and a writer made for this one struct, both into and from the same value) and
// beside Qt's own JSON. Budgets: reading <= 2 x simdjson, writing <= 1.5 x the hand writer. The
// program fails when one is missed.
using namespace timbre::protocol;
using namespace Qt::StringLiterals;

namespace {

const QByteArray recorded
    = "\x5B"
      R"({"id":-8055874870192421404,"subStatus":1,"fromTid":{"node":"ZVq1wyjYKf","resource":"timbre-5f3a9c","termtyp":1},)"
      R"("toTid":{"node":"JNJXAqy3TSp"},"show":4,"status":"In a meeting until 15:30, call me if it burns )"
      "\xF0\x9F\x94\xA5"
      R"(","extend":{"mood":"busy","run":"8f14e45f","seq":"1042"}})"_ba;

Frame sample()
{
    return decode(recorded, Direction::ServerToClient)->frame;
}

void readOurs(benchmark::State &state)
{
    for (auto _ : state) {
        auto decoded = decode(recorded, Direction::ServerToClient);
        benchmark::DoNotOptimize(decoded);
    }
}

namespace ondemand = simdjson::ondemand;

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool readTid(ondemand::object object, Tid &tid)
{
    for (auto field : object) {
        std::string_view key;
        std::string_view text;
        std::int64_t number = 0;
        if (field.unescaped_key().get(key))
            return false;
        if (key == "node") {
            if (field.value().get_string().get(text))
                return false;
            tid.node = toQString(text);
        } else if (key == "resource") {
            if (field.value().get_string().get(text))
                return false;
            tid.resource = toQString(text);
        } else if (key == "termtyp") {
            if (field.value().get_int64().get(number))
                return false;
            tid.termtyp = static_cast<qint8>(number);
        }
    }
    return true;
}

bool readPresence(ondemand::parser &parser, simdjson::padded_string_view bytes, Presence &out)
{
    ondemand::document document;
    ondemand::object object;
    if (parser.iterate(bytes).get(document) || document.get_object().get(object))
        return false;
    for (auto field : object) {
        std::string_view key;
        std::string_view text;
        std::int64_t number = 0;
        ondemand::object inner;
        if (field.unescaped_key().get(key))
            return false;
        if (key == "id") {
            if (field.value().get_int64().get(number))
                return false;
            out.id = number;
        } else if (key == "subStatus") {
            if (field.value().get_int64().get(number))
                return false;
            out.subStatus = static_cast<qint8>(number);
        } else if (key == "show") {
            if (field.value().get_int64().get(number))
                return false;
            out.show = static_cast<qint16>(number);
        } else if (key == "status") {
            if (field.value().get_string().get(text))
                return false;
            out.status = toQString(text);
        } else if (key == "fromTid") {
            if (field.value().get_object().get(inner) || !readTid(inner, out.fromTid.emplace()))
                return false;
        } else if (key == "toTid") {
            if (field.value().get_object().get(inner) || !readTid(inner, out.toTid.emplace()))
                return false;
        } else if (key == "extend") {
            if (field.value().get_object().get(inner))
                return false;
            TextMap &map = out.extend.emplace();
            for (auto entry : inner) {
                if (entry.unescaped_key().get(key) || entry.value().get_string().get(text))
                    return false;
                map.insert(toQString(key), toQString(text));
            }
        }
    }
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

void readSimdjson(benchmark::State &state)
{
    ondemand::parser parser;
    QByteArray padded;
    for (auto _ : state) {
        // A WebSocket message comes without the padding that simdjson reads into.
        const auto size = static_cast<std::size_t>(recorded.size()) - 1;
        padded.resize(recorded.size() + qsizetype(simdjson::SIMDJSON_PADDING));
        std::memcpy(padded.data(), recorded.constData() + 1, size);
        Presence presence;
        const simdjson::padded_string_view view(padded.constData(), size, static_cast<std::size_t>(padded.size()));
        if (!readPresence(parser, view, presence))
            state.SkipWithError("simdjson refused the presence");
        benchmark::DoNotOptimize(presence);
    }
}

std::optional<Tid> tidFrom(const QJsonValue &value)
{
    if (!value.isObject())
        return {};
    Tid tid;
    tid.node = value["node"_L1].toString();
    if (const auto text = value["resource"_L1]; text.isString())
        tid.resource = text.toString();
    if (const auto number = value["termtyp"_L1]; number.isDouble())
        tid.termtyp = static_cast<qint8>(number.toInteger());
    return tid;
}

void readQt(benchmark::State &state)
{
    for (auto _ : state) {
        const QJsonObject object = QJsonDocument::fromJson(recorded.sliced(1)).object();
        Presence presence;
        presence.id = object["id"_L1].toInteger();
        presence.subStatus = static_cast<qint8>(object["subStatus"_L1].toInteger());
        presence.show = static_cast<qint16>(object["show"_L1].toInteger());
        presence.status = object["status"_L1].toString();
        presence.fromTid = tidFrom(object["fromTid"_L1]);
        presence.toTid = tidFrom(object["toTid"_L1]);
        const QJsonObject extend = object["extend"_L1].toObject();
        TextMap &map = presence.extend.emplace();
        for (auto it = extend.begin(); it != extend.end(); ++it)
            map.insert(it.key(), it.value().toString());
        benchmark::DoNotOptimize(presence);
    }
}

void writeOurs(benchmark::State &state)
{
    const Frame frame = sample();
    for (auto _ : state) {
        QByteArray bytes = encode(frame, Direction::ServerToClient);
        benchmark::DoNotOptimize(bytes);
    }
}

void handText(QByteArray &out, const QString &text)
{
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    const char *from = utf8.constData();
    const char *const end = from + utf8.size();
    for (const char *pos = from; pos != end; ++pos) {
        const char c = *pos;
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&')
            continue;
        out.append(from, pos - from);
        out += "\\u00";
        out += "0123456789abcdef"[c >> 4 & 15];
        out += "0123456789abcdef"[c & 15];
        from = pos + 1;
    }
    out.append(from, end - from);
    out += '"';
}

void handNumber(QByteArray &out, qint64 number)
{
    char digits[20];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr - digits);
}

void handTid(QByteArray &out, const Tid &tid)
{
    out += "{\"node\":";
    handText(out, tid.node);
    if (tid.resource) {
        out += ",\"resource\":";
        handText(out, *tid.resource);
    }
    if (tid.termtyp) {
        out += ",\"termtyp\":";
        handNumber(out, *tid.termtyp);
    }
    out += '}';
}

QByteArray handPresence(const Presence &presence)
{
    QByteArray out;
    out.reserve(512);
    out += "\x5B{\"id\":";
    handNumber(out, *presence.id);
    out += ",\"subStatus\":";
    handNumber(out, *presence.subStatus);
    out += ",\"fromTid\":";
    handTid(out, *presence.fromTid);
    out += ",\"toTid\":";
    handTid(out, *presence.toTid);
    out += ",\"show\":";
    handNumber(out, *presence.show);
    out += ",\"status\":";
    handText(out, *presence.status);
    out += ",\"extend\":{";
    char separator = '\0';
    for (auto it = presence.extend->cbegin(); it != presence.extend->cend(); ++it) {
        if (separator)
            out += separator;
        separator = ',';
        handText(out, it.key());
        out += ':';
        handText(out, it.value());
    }
    out += "}}";
    return out;
}

void writeByHand(benchmark::State &state)
{
    const auto presence = std::get<Presence>(sample().payload);
    if (handPresence(presence) != recorded)
        state.SkipWithError("the hand writer writes something else");
    for (auto _ : state) {
        QByteArray bytes = handPresence(presence);
        benchmark::DoNotOptimize(bytes);
    }
}

QJsonObject qtTid(const Tid &tid)
{
    QJsonObject object{{u"node"_s, tid.node}};
    if (tid.resource)
        object[u"resource"_s] = *tid.resource;
    if (tid.termtyp)
        object[u"termtyp"_s] = *tid.termtyp;
    return object;
}

void writeQt(benchmark::State &state)
{
    const auto presence = std::get<Presence>(sample().payload);
    for (auto _ : state) {
        QJsonObject extend;
        for (auto it = presence.extend->cbegin(); it != presence.extend->cend(); ++it)
            extend[it.key()] = it.value();
        const QJsonObject object{{u"id"_s, *presence.id},
                                 {u"subStatus"_s, *presence.subStatus},
                                 {u"fromTid"_s, qtTid(*presence.fromTid)},
                                 {u"toTid"_s, qtTid(*presence.toTid)},
                                 {u"show"_s, *presence.show},
                                 {u"status"_s, *presence.status},
                                 {u"extend"_s, extend}};
        QByteArray bytes = '\x5B' + QJsonDocument(object).toJson(QJsonDocument::Compact);
        benchmark::DoNotOptimize(bytes);
    }
}

BENCHMARK(readSimdjson);
BENCHMARK(readOurs);
BENCHMARK(readQt);
BENCHMARK(writeByHand);
BENCHMARK(writeOurs);
BENCHMARK(writeQt);

// Prints as usual and keeps the best run of each, which other work on the machine disturbs least.
class Reporter : public benchmark::ConsoleReporter
{
public:
    void ReportRuns(const std::vector<Run> &runs) override
    {
        ConsoleReporter::ReportRuns(runs);
        for (const Run &run : runs) {
            if (run.run_type == Run::RT_Iteration && !run.error_occurred) {
                const auto [best, isNew] = m_best.try_emplace(run.run_name.function_name, run.GetAdjustedCPUTime());
                if (!isNew)
                    best->second = std::min(best->second, run.GetAdjustedCPUTime());
            }
        }
    }

    // False if the budget is missed; a benchmark that did not run counts as within it.
    bool compare(const char *what, const char *ours, const char *floor, const char *qt, double budget) const
    {
        const auto time = [this](const char *name) {
            const auto it = m_best.find(name);
            return it == m_best.end() ? 0.0 : it->second;
        };
        if (time(ours) <= 0 || time(floor) <= 0)
            return true;
        const double ratio = time(ours) / time(floor);
        std::printf("%s: %.0f ns = %.2f x floor (%.0f ns), budget %.1f; Qt's JSON %.0f ns = %.1f x ours\n", what,
                    time(ours), ratio, time(floor), budget, time(qt), time(qt) / time(ours));
        return ratio <= budget;
    }

private:
    std::map<std::string, double> m_best;
};

} // namespace

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    Reporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    const bool reading = reporter.compare("read one presence", "readOurs", "readSimdjson", "readQt", 2.0);
    const bool writing = reporter.compare("write one presence", "writeOurs", "writeByHand", "writeQt", 1.5);
    return reading && writing ? 0 : 1;
}
