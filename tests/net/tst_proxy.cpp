// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/connection_manager.h"
#include "node/node.h"
#include "support/proxy_server.h"

#include <QTemporaryDir>
#include <QTest>

using namespace timbre;
using namespace Qt::StringLiterals;
using core::ConnectionProblem;
using core::ConnectionState;
using net::ProxyChoice;
using test::ProxyServer;

// Reaching a real node through real proxies, by a name that only the proxy can look up.
class tst_Proxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void carriesTheLine_data();
    void carriesTheLine();
    void wrongPasswordIsSaid_data() { carriesTheLine_data(); }
    void wrongPasswordIsSaid();
    void nobodyAtTheProxyIsSaid_data() { carriesTheLine_data(); }
    void nobodyAtTheProxyIsSaid();
    void thisComputerIsNeverProxied();
    void theDesktopsProxyIsTaken();
    void survivesAsText();
    void hostileTexts_data();
    void hostileTexts();

private:
    struct Line {
        Line() : manager(clock, random, u"timbre-0badcafe"_s) { }
        void signIn(const QUrl &url, const QString &name)
        {
            manager.signIn({{url}}, {name, {}, core::Credentials::Kind::Token, {}});
        }
        bool ends(ConnectionState state)
        {
            return QTest::qWaitFor([&] { return manager.status().state == state; }, 10'000);
        }
        core::SystemClock clock;
        core::SystemRandom random;
        net::ConnectionManager manager;
    };
    void takeTokens(Line &line)
    {
        line.manager.setCredentialSource([this](net::ConnectionManager::CredentialsReply reply) {
            const auto token = m_node->ownerToken(u"alice"_s);
            reply(core::Credentials{u"alice"_s, {}, core::Credentials::Kind::Token, token ? *token : QString()});
        });
    }

    const QUrl m_url{u"ws://tim.example.test:20003/tim"_s};
    QTemporaryDir m_folder;
    std::unique_ptr<node::Node> m_node;
};

Q_DECLARE_METATYPE(test::ProxyServer::Kind)
Q_DECLARE_METATYPE(net::ProxyChoice::Kind)

void tst_Proxy::initTestCase()
{
    node::NodeConfig config;
    config.dataFolder = m_folder.filePath(u"node"_s);
    auto started = node::Node::start(config);
    QVERIFY(started);
    m_node = std::move(*started);
}

void tst_Proxy::carriesTheLine_data()
{
    QTest::addColumn<ProxyServer::Kind>("kind");
    QTest::addColumn<ProxyChoice::Kind>("choice");
    QTest::addColumn<QString>("user");
    QTest::newRow("socks5") << ProxyServer::Kind::Socks5 << ProxyChoice::Kind::Socks5 << QString();
    QTest::newRow("socks5-name") << ProxyServer::Kind::Socks5 << ProxyChoice::Kind::Socks5 << u"zoe"_s;
    QTest::newRow("http") << ProxyServer::Kind::Http << ProxyChoice::Kind::Http << QString();
    QTest::newRow("http-name") << ProxyServer::Kind::Http << ProxyChoice::Kind::Http << u"zoe"_s;
}

void tst_Proxy::carriesTheLine()
{
    QFETCH(ProxyServer::Kind, kind);
    QFETCH(ProxyChoice::Kind, choice);
    QFETCH(QString, user);
    ProxyServer proxy(kind, m_node->port());
    proxy.user = user;
    proxy.password = user.isEmpty() ? QString() : u"open"_s;
    Line line;
    takeTokens(line);
    line.manager.setProxy({choice, u"127.0.0.1"_s, proxy.serverPort(), user}, proxy.password);
    line.signIn(m_url, u"alice"_s);
    QVERIFY(line.ends(ConnectionState::Synchronizing));
    QVERIFY(!proxy.hosts.isEmpty());
    QCOMPARE(proxy.hosts.constLast(), u"tim.example.test"_s); // looked up there, not here
}

void tst_Proxy::wrongPasswordIsSaid()
{
    QFETCH(ProxyServer::Kind, kind);
    QFETCH(ProxyChoice::Kind, choice);
    QFETCH(QString, user);
    ProxyServer proxy(kind, m_node->port());
    proxy.user = u"somebody else"_s;
    proxy.password = u"open"_s;
    Line line;
    line.manager.setProxy({choice, u"127.0.0.1"_s, proxy.serverPort(), user}, u"wrong"_s);
    line.signIn(m_url, u"alice"_s);
    QVERIFY(line.ends(ConnectionState::WaitingToRetry));
    QCOMPARE(line.manager.status().problem, ConnectionProblem::ProxyRefused);
    QVERIFY(proxy.refused > 0);
    QVERIFY(proxy.hosts.isEmpty());
}

void tst_Proxy::nobodyAtTheProxyIsSaid()
{
    QFETCH(ProxyChoice::Kind, choice);
    quint16 free = 0;
    {
        QTcpServer once;
        QVERIFY(once.listen(QHostAddress::LocalHost));
        free = once.serverPort();
    }
    Line line;
    line.manager.setProxy({choice, u"127.0.0.1"_s, free, {}}, {});
    line.signIn(m_url, u"alice"_s);
    QVERIFY(line.ends(ConnectionState::WaitingToRetry));
    QCOMPARE(line.manager.status().problem, ConnectionProblem::ProxyUnreachable);
}

void tst_Proxy::thisComputerIsNeverProxied()
{
    ProxyServer proxy(ProxyServer::Kind::Socks5, m_node->port());
    Line line;
    takeTokens(line);
    line.manager.setProxy({ProxyChoice::Kind::Socks5, u"127.0.0.1"_s, proxy.serverPort(), {}}, {});
    line.signIn(QUrl(m_node->url()), u"alice"_s);
    QVERIFY(line.ends(ConnectionState::Synchronizing));
    QVERIFY(proxy.hosts.isEmpty());
}

void tst_Proxy::theDesktopsProxyIsTaken()
{
    ProxyServer proxy(ProxyServer::Kind::Http, m_node->port());
    qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.serverPort()));
    const QNetworkProxy found = net::proxyFor({}, {}, m_url);
    const QNetworkProxy none = net::proxyFor({ProxyChoice::Kind::None, {}, 0, {}}, {}, m_url);
    qunsetenv("http_proxy");
    QCOMPARE(found.port(), proxy.serverPort());
    QCOMPARE(none.type(), QNetworkProxy::NoProxy);
    QCOMPARE(net::proxyFor({}, {}, m_url).type(), QNetworkProxy::NoProxy);
}

void tst_Proxy::survivesAsText()
{
    const ProxyChoice choices[] = {{},
                                   {ProxyChoice::Kind::None, {}, 0, {}},
                                   {ProxyChoice::Kind::Socks5, u"proxy.example.org"_s, 1080, u"zoë"_s},
                                   {ProxyChoice::Kind::Http, u"::1"_s, 65535, {}}};
    for (const ProxyChoice &choice : choices)
        QCOMPARE(net::proxyFromJson(net::toJson(choice)), choice);
}

void tst_Proxy::hostileTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no-json") << QByteArray("}{");
    QTest::newRow("unknown") << QByteArray(R"({"kind":"pigeon","host":"a","port":1})");
    QTest::newRow("no-host") << QByteArray(R"({"kind":"socks5","port":1})");
    QTest::newRow("no-port") << QByteArray(R"({"kind":"socks5","host":"a"})");
    QTest::newRow("big-port") << QByteArray(R"({"kind":"http","host":"a","port":70000})");
    QTest::newRow("long-host") << R"({"kind":"http","port":1,"host":")" + QByteArray(5'000, 'a') + "\"}";
}

void tst_Proxy::hostileTexts()
{
    QFETCH(QByteArray, text);
    QCOMPARE(net::proxyFromJson(text), ProxyChoice());
}

QTEST_GUILESS_MAIN(tst_Proxy)
#include "tst_proxy.moc"
