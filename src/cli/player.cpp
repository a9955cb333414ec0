// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/player.h"

#include "cli/plain_text.h"

#include <QRandomGenerator>

namespace timbre::cli {

using namespace Qt::StringLiterals;

namespace {

QString randomWord(int length)
{
    static constexpr QLatin1StringView letters("abcdefghijkmnpqrstuvwxyz23456789");
    QString word;
    for (int i = 0; i < length; ++i)
        word += letters[QRandomGenerator::system()->bounded(int(letters.size()))];
    return word;
}

Outcome unmet(const PlayStep &step, const QString &why)
{
    return {ExitCode::Unmet, u"Line %1, \"%2\": %3"_s.arg(step.line).arg(step.text, why)};
}

// Takes in what a command found.
class Results final : public Output
{
public:
    void record(const QJsonObject &json, const QStringList &) override { records.append(json); }
    void event(const QJsonObject &json) override { records.append(json); }

    QList<QJsonObject> records;
};

bool fits(const QJsonObject &record, const QStringList &words)
{
    if (record.value("event"_L1).toString(u"result"_s) != words.value(1))
        return false;
    for (const QString &word : words.mid(2)) {
        const qsizetype equals = word.indexOf(u'=');
        const QString key = word.left(equals);
        const QJsonValue value = record.value(key);
        if (value.isUndefined()
            || (word.mid(equals + 1) != "*"_L1 && value.toVariant().toString() != word.mid(equals + 1)))
            return false;
    }
    return true;
}

} // namespace

struct Player::Actor {
    QString name;
    core::Credentials credentials;
    std::unique_ptr<Line> line;
    // Of the last action and since then, raw: a variable that names them may be set after they came.
    QList<QJsonObject> results;
    QList<QJsonObject> events;
    QList<QJsonObject> open; // neither expected nor looked at yet
};

Player::Player(core::Clock &clock, core::Random &random, const Settings &settings, Patience patience,
               std::function<void(const QString &)> write) :
    m_clock(clock),
    m_random(random),
    m_settings(settings),
    m_patience(patience),
    m_write(std::move(write)),
    m_prefix(u"play-%1-"_s.arg(randomWord(8))),
    m_transcript(m_prefix)
{
}

Player::~Player() = default;

Player::Actor &Player::actor(const QString &name)
{
    auto &actor = m_actors[name];
    if (!actor) {
        actor = std::make_unique<Actor>();
        actor->name = name;
        actor->credentials = {m_prefix + name, m_settings.domain, core::Credentials::Kind::Password, randomWord(12)};
        actor->line = std::make_unique<Line>(m_clock, m_random, m_settings.encoding);
        QObject::connect(actor->line.get(), &Line::happened, actor->line.get(),
                         [this, it = actor.get()](const QJsonObject &event) {
                             if (event.value("event"_L1) == "connection"_L1)
                                 return;
                             m_lastEvent = m_clock.monotonic();
                             it->events.append(event);
                             it->open.append(event);
                         });
        const QString node = protocol::NodeIdScheme().accountNode(actor->credentials.name, m_settings.domain);
        m_transcript.nameNode(node, name);
    }
    return *actor;
}

Outcome Player::play(const QList<PlayStep> &steps)
{
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const PlayStep &step = steps[i];
        if (step.isExpectation()) {
            const Outcome outcome = expect(step);
            if (!outcome.isOk()) {
                flush();
                return outcome;
            }
            continue;
        }
        flush();
        m_write(step.text);
        const Outcome outcome = act(step);
        const bool isFailureExpected = i + 1 < steps.size() && steps[i + 1].isExpectation()
            && steps[i + 1].actor == step.actor && steps[i + 1].words.value(1) == "failed"_L1;
        if (!outcome.isOk() && !isFailureExpected) {
            flush();
            return unmet(step, outcome.sentence);
        }
    }
    flush();
    return {};
}

// The outcome of an action that failed is an event too: scripts expect it like any other.
Outcome Player::act(const PlayStep &step)
{
    Actor &who = actor(step.actor);
    const Outcome outcome = runStep(who, step);
    if (outcome.isOk()) {
        keepResult(who, step);
    } else {
        who.results.append(
            {{u"event"_s, u"failed"_s}, {u"exit"_s, int(outcome.code)}, {u"reason"_s, outcome.sentence}});
    }
    who.open += who.results;
    m_lastEvent = m_clock.monotonic();
    return outcome;
}

Outcome Player::runStep(Actor &who, const PlayStep &step)
{
    QStringList words = withValues(step.words);
    if (words.constFirst() == "sign-out"_L1 && words.size() == 1) {
        who.line->signOut();
        return {};
    }
    core::Credentials credentials = who.credentials;
    if (words == QStringList{u"sign-in"_s, u"wrong"_s}) {
        words.removeLast();
        credentials.secret += u'x';
    }
    const auto command = parseCommandWords(words);
    if (!command)
        return {ExitCode::Usage, command.error()};
    if (!command->command->isForScripts)
        return {ExitCode::Usage, u"\"%1\" is not for scripts."_s.arg(command->command->name)};
    if (command->command->name == "sign-in"_L1) {
        const Outcome outcome = who.line->signIn(m_settings.servers, credentials, m_settings.timeout);
        if (!outcome.isOk())
            return outcome;
    }
    for (const auto &[name, other] : m_actors)
        who.line->names().learn(who.line->names().node(other->credentials.name).value(), other->credentials.name);
    Results results;
    Context context{*who.line, results, m_settings, who.credentials, true};
    const Outcome outcome = runCommand(*command->command, command->arguments, context);
    who.results = results.records;
    return outcome;
}

// "as m1": what the action made has a name from now on.
void Player::keepResult(Actor &who, const PlayStep &step)
{
    if (step.variable.isEmpty() || who.results.isEmpty())
        return;
    const QJsonObject &result = who.results.constLast();
    const QString word = u'<' + step.variable + u'>';
    for (const QString &key : {u"mid"_s, u"room"_s, u"vroom"_s, u"node"_s}) {
        const QString value = result.value(key).toString();
        if (value.isEmpty())
            continue;
        m_variables.insert(step.variable, value);
        if (key == "mid"_L1)
            m_transcript.nameMessage(value, result.contains("room"_L1), word);
        else
            m_transcript.nameNode(value, word);
        return;
    }
}

// $NAME is what an action made; the name of an actor is that of its account.
QStringList Player::withValues(const QStringList &words) const
{
    QStringList out;
    for (const QString &word : words) {
        if (word.startsWith(u'$') && m_variables.contains(word.mid(1)))
            out.append(m_variables.value(word.mid(1)));
        else if (!out.isEmpty() && m_actors.contains(word))
            out.append(m_prefix + word);
        else
            out.append(word);
    }
    return out;
}

Outcome Player::expect(const PlayStep &step)
{
    Actor &who = actor(step.actor);
    if (step.words.size() == 2 && step.words[1] == "nothing"_L1)
        return expectNothing(who, step);
    if (step.words.size() < 2)
        return unmet(step, u"what is expected? An event, or nothing."_s);
    for (const QString &word : step.words.mid(2)) {
        if (word.indexOf(u'=') < 1)
            return unmet(step, u"\"%1\" is not KEY=VALUE."_s.arg(word));
    }
    const auto isMet = [this, &who, &step] {
        for (qsizetype i = 0; i < who.open.size(); ++i) {
            if (fits(m_transcript.normalised(who.open[i]), step.words)) {
                who.open.removeAt(i);
                return true;
            }
        }
        return false;
    };
    if (spin(m_clock, m_patience.expectation, isMet))
        return {};
    return unmet(step, u"that did not happen in time."_s);
}

Outcome Player::expectNothing(Actor &who, const PlayStep &step)
{
    settle();
    if (who.events.isEmpty())
        return {};
    return unmet(step, u"this happened: %1"_s.arg(recordLine(m_transcript.normalised(who.events.constFirst()))));
}

// Until nobody heard anything for a while.
void Player::settle()
{
    for (;;) {
        const qint64 left = m_lastEvent + m_patience.quiet.count() - m_clock.monotonic();
        if (left <= 0)
            return;
        spin(m_clock, core::Milliseconds(left));
    }
}

void Player::flush()
{
    settle();
    QStringList events;
    for (const auto &[name, actor] : m_actors) {
        for (const QJsonObject &result : std::exchange(actor->results, {}))
            m_write(u"    %1: %2"_s.arg(name, recordLine(m_transcript.normalised(result))));
        for (const QJsonObject &event : std::exchange(actor->events, {}))
            events.append(u"    %1 < %2"_s.arg(name, recordLine(m_transcript.normalised(event))));
        actor->open.clear();
    }
    events.sort();
    for (const QString &event : std::as_const(events))
        m_write(event);
}

} // namespace timbre::cli
