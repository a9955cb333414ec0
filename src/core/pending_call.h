// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/client_types.h"
#include "core/clock.h"
#include "protocol/frame.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace timbre::core {

// What the answer of a call says besides ok, as far as the call knows it; an ack that says something else is not its
// (protocol.md 2.2).
struct AckNames {
    std::optional<qint64> t = {};
    std::optional<QString> n = {};
    std::optional<QString> n2 = {};
    std::optional<qint64> t2 = {};

    bool fit(const protocol::Ack &ack) const
    {
        const auto agree
            = [](const auto &expected, const auto &said) { return !expected || !said || *expected == *said; };
        return agree(t, ack.t) && agree(n, ack.n) && agree(n2, ack.n2) && agree(t2, ack.t2);
    }
};

// One request on its way: its frame, which answers are its, and whom to tell. Owned by PendingCalls, which decides
// when it is sent and when it ends; exactly one of succeed(), fall silent() and fail() is called, once.
class PendingCall
{
public:
    // Calls of one lane wait for each other.
    enum class Lane {
        Business,
        Nodes,
        VirtualRooms,
        History,
        Offline,
        Messages,
        Revokes,
        Burns,
        Presence,
        Streams,
        BigData,
    };
    static constexpr int laneCount = static_cast<int>(Lane::BigData) + 1;
    // Alone: nothing else of the lane is under way, so that a refusal without a name is its. Together: several may be.
    enum class Turn { Alone, Together };
    enum class Taken {
        No, // somebody else's frame
        Again, // a part of the answer: the same frame is sent once more for the rest
        Done,
    };

    PendingCall(Lane whichLane, Turn whichTurn, Milliseconds answerLimit, protocol::Frame request,
                AckNames answerNames) :
        lane(whichLane),
        turn(whichTurn),
        limit(answerLimit),
        names(std::move(answerNames)),
        frame(std::move(request))
    {
    }
    virtual ~PendingCall() = default;
    Q_DISABLE_COPY_MOVE(PendingCall)

    virtual Taken take(const protocol::Frame &answer) = 0;
    virtual void succeed() = 0; // after Done
    virtual void fallSilent() = 0; // the limit passed
    virtual void fail(const CallError &error) = 0;
    virtual QObject *context() const = 0; // null once it is gone; then nobody is told

    const Lane lane;
    const Turn turn;
    const Milliseconds limit; // from the moment the frame left, and again from each part of the answer
    const AckNames names;
    protocol::Frame frame; // without payload once it was sent
};

// A call with a typed result, made of its parts.
template <typename T> class TypedCall final : public PendingCall
{
public:
    using Answer = std::function<std::optional<T>(const protocol::Frame &)>;
    struct Parts {
        Lane lane;
        Turn turn = Turn::Alone;
        Milliseconds limit;
        protocol::Frame frame;
        AckNames names = {};
        Answer answer = {}; // none: nothing ever answers it
        std::optional<T> onSilence = {}; // none: silence is NoAnswer
    };

    TypedCall(Parts parts, QObject *context, CallDone<T> done) :
        PendingCall(parts.lane, parts.turn, parts.limit, std::move(parts.frame), std::move(parts.names)),
        m_answer(std::move(parts.answer)),
        m_onSilence(std::move(parts.onSilence)),
        m_context(context),
        m_done(std::move(done))
    {
    }

    Taken take(const protocol::Frame &answer) override
    {
        if (m_answer)
            m_value = m_answer(answer);
        return m_value ? Taken::Done : Taken::No;
    }
    void succeed() override { m_done(*std::move(m_value)); }
    void fallSilent() override
    {
        if (m_onSilence)
            m_done(*std::move(m_onSilence));
        else
            fail({CallError::Kind::NoAnswer, 0, {}});
    }
    void fail(const CallError &error) override { m_done(unexpected(error)); }
    QObject *context() const override { return m_context; }

private:
    Answer m_answer;
    std::optional<T> m_onSilence;
    std::optional<T> m_value;
    QPointer<QObject> m_context;
    CallDone<T> m_done;
};

} // namespace timbre::core
