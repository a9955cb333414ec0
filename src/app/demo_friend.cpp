// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/demo_friend.h"

#include "app/embedded_node.h"

namespace timbre::app {

using namespace Qt::StringLiterals;

namespace {

constexpr core::Milliseconds shortestStay{4'000};
constexpr core::Milliseconds longestStay{25'000};

} // namespace

DemoFriend::DemoFriend(Character character, EmbeddedNode &node, core::Clock &clock, core::Random &random,
                       QObject *parent) :
    QObject(parent),
    m_character(std::move(character)),
    m_node(node),
    m_random(random),
    m_connection(clock, random, u"demo"_s),
    m_session(m_connection, m_store, clock, random),
    m_nextStatus(clock.makeTimer([this] {
        takeNextStatus();
        becomeLively();
    }))
{
    m_session.status().setManual(m_character.statuses.constFirst());
    connect(&m_session.roster(), &core::Roster::requestsChanged, this, &DemoFriend::acceptAll);
    connect(&m_connection, &core::Connection::statusChanged, this, [this](const core::ConnectionStatus &status) {
        if (status.state == core::ConnectionState::Online && m_session.ownName().isEmpty())
            m_session.setOwnName(m_character.name);
    });
}

DemoFriend::~DemoFriend() = default;

void DemoFriend::signIn()
{
    m_connection.setCredentialSource(
        [this](EmbeddedNode::CredentialsDone done) { m_node.credentialsFor(m_character.account, std::move(done)); });
    m_connection.signIn({{m_node.url()}}, {m_character.account, {}, core::Credentials::Kind::Token, {}});
}

void DemoFriend::becomeLively()
{
    m_nextStatus->start(m_random.between(shortestStay, longestStay));
}

void DemoFriend::takeNextStatus()
{
    m_statusIndex = (m_statusIndex + 1) % m_character.statuses.size();
    m_session.status().setManual(m_character.statuses.at(m_statusIndex));
}

void DemoFriend::acceptAll()
{
    for (const core::Contact &request : m_session.roster().requests())
        m_session.accept(request.id);
}

} // namespace timbre::app
