// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/history_fetcher.h"

#include <algorithm>

namespace timbre::core {

namespace {

constexpr qint32 userHistory = 1; // TimReq.rtype

bool isWith(const protocol::Message &message, const ContactId &peer)
{
    const auto is = [&](const std::optional<protocol::Tid> &tid) { return tid && tid->node == peer.node(); };
    return message.msType == static_cast<qint8>(protocol::MsType::User) && (is(message.fromTid) || is(message.toTid));
}

} // namespace

HistoryFetcher::HistoryFetcher(Connection &connection, Clock &clock, QObject *parent) :
    QObject(parent),
    m_connection(connection),
    m_limit(clock.makeTimer([this] { finish({}); }))
{
}

void HistoryFetcher::fetch(const ContactId &peer, qint64 upTo, int count)
{
    const Question question{peer, upTo, count};
    if (m_questions.contains(question) || m_questions.size() >= mostWaiting)
        return;
    m_questions.append(question);
    if (m_questions.size() == 1)
        askNext();
}

void HistoryFetcher::askNext()
{
    if (m_questions.isEmpty())
        return;
    protocol::Request request;
    request.rtype = userHistory;
    request.node = m_questions.first().peer.node();
    request.reqInt = m_questions.first().upTo;
    request.reqInt2 = m_questions.first().count;
    if (m_connection.send({protocol::FrameType::PullMessages, std::nullopt, std::move(request)}))
        m_limit->start(answerTime);
    else
        m_questions.clear();
}

void HistoryFetcher::received(const protocol::MessageList &list)
{
    const QList<protocol::Message> messages = list.messageList.value_or(QList<protocol::Message>());
    const bool fits = !m_questions.isEmpty() && std::all_of(messages.begin(), messages.end(), [&](const auto &message) {
        return isWith(message, m_questions.first().peer);
    });
    if (fits)
        finish(messages);
}

void HistoryFetcher::refused()
{
    if (!m_questions.isEmpty())
        finish({});
}

void HistoryFetcher::finish(const QList<protocol::Message> &messages)
{
    m_limit->stop();
    const Question done = m_questions.takeFirst();
    askNext();
    Q_EMIT fetched(done.peer, done.upTo, messages);
}

void HistoryFetcher::lineLost()
{
    m_limit->stop();
    m_questions.clear();
}

} // namespace timbre::core
