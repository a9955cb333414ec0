// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/connection_manager.h"
#include "node/node.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace timbre;
using namespace Qt::StringLiterals;
using core::ConnectionState;

// Changing the servers of an account that is signed in, with real nodes that have the same account.
class tst_Endpoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anAddedServerLeavesTheLineAlone();
    void aRemovedServerIsLeft();
    void aLostServersNeighbourTakesOver();
    void whoIsSignedOutStaysOut();

private:
    std::unique_ptr<node::Node> start(const QString &name)
    {
        node::NodeConfig config;
        config.dataFolder = m_folder->filePath(name);
        auto node = node::Node::start(config);
        return node && (*node)->ownerToken(u"alice"_s) ? std::move(*node) : nullptr;
    }
    core::Endpoint first() const { return {QUrl(m_first->url())}; }
    core::Endpoint second() const { return {QUrl(m_second->url())}; }
    bool isSignedIn()
    {
        return QTest::qWaitFor([this] { return m_manager->status().state == ConnectionState::Synchronizing; }, 10'000);
    }

    core::SystemClock m_clock;
    core::SystemRandom m_random;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<node::Node> m_first;
    std::unique_ptr<node::Node> m_second;
    std::unique_ptr<net::ConnectionManager> m_manager;
};

void tst_Endpoints::init()
{
    m_manager.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_first = start(u"first"_s);
    m_second = start(u"second"_s);
    QVERIFY(m_first && m_second);
    m_manager = std::make_unique<net::ConnectionManager>(m_clock, m_random, u"timbre-0badcafe"_s);
    m_manager->setCredentialSource([this](net::ConnectionManager::CredentialsReply reply) {
        const bool atFirst = m_first && m_manager->server() == QUrl(m_first->url());
        const auto token = (atFirst ? m_first : m_second)->ownerToken(u"alice"_s);
        reply(core::Credentials{u"alice"_s, {}, core::Credentials::Kind::Token, token ? *token : QString()});
    });
    m_manager->signIn({first()}, {u"alice"_s, {}, core::Credentials::Kind::Token, {}});
    QVERIFY(isSignedIn());
}

void tst_Endpoints::anAddedServerLeavesTheLineAlone()
{
    QSignalSpy lost(m_manager.get(), &core::Connection::lineLost);
    m_manager->setEndpoints({second(), first()});
    QCOMPARE(m_manager->server(), first().url);
    QCOMPARE(m_manager->status().state, ConnectionState::Synchronizing);
    QCOMPARE(lost.count(), 0);
}

void tst_Endpoints::aRemovedServerIsLeft()
{
    QSignalSpy lost(m_manager.get(), &core::Connection::lineLost);
    m_manager->setEndpoints({second()});
    QCOMPARE(lost.count(), 1);
    QVERIFY(isSignedIn());
    QCOMPARE(m_manager->server(), second().url);
}

void tst_Endpoints::aLostServersNeighbourTakesOver()
{
    m_manager->setEndpoints({first(), second()});
    m_first.reset();
    QTRY_COMPARE_WITH_TIMEOUT(m_manager->server(), second().url, 20'000);
    QVERIFY(isSignedIn());
}

void tst_Endpoints::whoIsSignedOutStaysOut()
{
    m_manager->signOut();
    QTRY_COMPARE(m_manager->status().state, ConnectionState::Offline);
    m_manager->setEndpoints({second()});
    m_manager->renew();
    QCOMPARE(m_manager->status().state, ConnectionState::Offline);
}

QTEST_GUILESS_MAIN(tst_Endpoints)
#include "tst_endpoints.moc"
