// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/presence_exchange.h"

#include <QHash>

#include <algorithm>

namespace timbre::core {

namespace {

constexpr Milliseconds shortestWait{250};
constexpr Milliseconds longestWait{500};
constexpr qint64 answerHolds = 10'000; // ms

} // namespace

class PresenceExchange::Private
{
public:
    struct Answered {
        qint64 at = 0;
        EffectiveStatus status;
        QSet<QString> devices;
    };

    Private(PresencePacer &thePacer, StatusController &theStatus, Clock &theClock, Random &theRandom) :
        pacer(thePacer),
        status(theStatus),
        clock(theClock),
        random(theRandom),
        collecting(theClock.makeTimer([this] { answerAskers(); }))
    {
    }

    bool isSilent() const { return status.announced().reach == EffectiveStatus::Reach::Nobody; }
    void answerAskers();
    void enqueue(FaceQueue Private::*queue, bool Private::*queued, protocol::SubStatus subStatus);

    PresencePacer &pacer;
    StatusController &status;
    Clock &clock;
    Random &random;
    std::unique_ptr<Timer> collecting;
    QHash<ContactId, QSet<QString>> askers; // with the devices that asked
    QHash<ContactId, Answered> answered;
    FaceQueue toAnswer;
    FaceQueue toAsk;
    bool answersQueued = false; // in the pacer
    bool asksQueued = false;
};

void PresenceExchange::Private::answerAskers()
{
    const qint64 now = clock.monotonic();
    const EffectiveStatus current = status.announced();
    answered.removeIf(
        [&](const auto &entry) { return now - entry.value().at >= answerHolds || entry.value().status != current; });
    for (auto asker = askers.cbegin(); asker != askers.cend(); ++asker) {
        Answered &last = answered[asker.key()];
        if (last.at != 0 && last.devices.contains(asker.value()))
            continue;
        last.at = now;
        last.status = current;
        last.devices.unite(asker.value());
        toAnswer.add(asker.key());
    }
    askers.clear();
    enqueue(&Private::toAnswer, &Private::answersQueued, protocol::SubStatus::Answer);
}

void PresenceExchange::Private::enqueue(FaceQueue Private::*queue, bool Private::*queued, protocol::SubStatus subStatus)
{
    if (this->*queued || (this->*queue).isEmpty())
        return;
    this->*queued = true;
    pacer.enqueue([this, queue, queued, subStatus]() -> std::optional<protocol::Frame> {
        this->*queued = false;
        if (isSilent() || (this->*queue).isEmpty())
            return std::nullopt;
        const auto packet = (this->*queue).take([this](const ContactId &id) { return status.faceOf(id); });
        if (!packet)
            return std::nullopt;
        enqueue(queue, queued, subStatus);
        return protocol::Frame{protocol::FrameType::BroadcastPresence, std::nullopt,
                               status.presenceTo(*packet, subStatus)};
    });
}

PresenceExchange::PresenceExchange(PresencePacer &pacer, StatusController &status, Clock &clock, Random &random,
                                   QObject *parent) :
    QObject(parent),
    d(std::make_unique<Private>(pacer, status, clock, random))
{
}

PresenceExchange::~PresenceExchange() = default;

void PresenceExchange::answer(const ContactId &asker, const QString &device)
{
    if (d->isSilent())
        return;
    d->askers[asker].insert(device);
    if (!d->collecting->isActive())
        d->collecting->start(d->random.between(shortestWait, longestWait));
}

void PresenceExchange::ask(const ContactId &id)
{
    if (d->isSilent())
        return;
    d->toAsk.add(id);
    d->enqueue(&Private::toAsk, &Private::asksQueued, protocol::SubStatus::Ask);
}

void PresenceExchange::forget(const ContactId &id)
{
    d->answered.remove(id);
}

void PresenceExchange::lineLost()
{
    d->collecting->stop();
    d->askers.clear();
    d->answered.clear();
    d->toAnswer.clear();
    d->toAsk.clear();
    // Makes that still wait in the pacer find empty lists, and Session clears the pacer with the
    // line.
    d->answersQueued = false;
    d->asksQueued = false;
}

} // namespace timbre::core
