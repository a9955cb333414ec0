// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "cli/status_keeper.h"

namespace timbre::cli {

using namespace Qt::StringLiterals;
using core::Client;
using protocol::SubStatus;

namespace {

const core::CallDone<Success> ignoreResult = [](const core::CallResult<Success> &) {};

} // namespace

StatusKeeper::StatusKeeper(Line &line, core::OwnPresence presence, const QList<core::ContactId> &contacts) :
    m_line(line),
    m_presence(std::move(presence)),
    m_contacts(contacts.begin(), contacts.end())
{
    connect(&line.client(), &Client::presenceReceived, this, &StatusKeeper::answer);
    connect(&line, &Line::happened, this, [this](const QJsonObject &event) {
        if (event.value("event"_L1) == "connection"_L1 && event.value("state"_L1) == "online"_L1)
            tellAll();
    });
    tellAll();
}

void StatusKeeper::tellAll()
{
    m_line.client().broadcastPresence(m_presence, SubStatus::Ask, this, ignoreResult);
}

void StatusKeeper::answer(const protocol::Presence &asking)
{
    if (!asking.fromTid || asking.subStatus != qint8(SubStatus::Ask) || asking.offline.value_or(false))
        return;
    const core::ContactId asker(asking.fromTid->node);
    if (!m_contacts.contains(asker))
        return;
    const QString device = asker.node() + u'/' + asking.fromTid->resource.value_or(QString()).left(64);
    const qint64 now = m_line.clock().monotonic();
    const auto last = m_answered.constFind(device);
    if (last != m_answered.constEnd() && now - *last < answerAgainAfter)
        return;
    if (m_answered.size() >= mostDevices)
        m_answered.clear();
    m_answered.insert(device, now);
    m_line.client().sendPresence({asker}, m_presence, SubStatus::Answer, this, ignoreResult);
}

} // namespace timbre::cli
