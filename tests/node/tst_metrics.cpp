// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/metrics.h"
#include "node/node.h"
#include "support/node_client.h"

#include <QTemporaryDir>
#include <QTest>

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;

// The numbers for Prometheus: what they are, where they can be had and where not.
class tst_Metrics : public QObject
{
    Q_OBJECT

    QTemporaryDir dir;

    struct Answer {
        unsigned status = 0;
        QByteArray type;
        QByteArray body;
    };
    static Answer get(quint16 port, const std::string &target, const std::string &host = "127.0.0.1",
                      boost::beast::http::verb verb = boost::beast::http::verb::get)
    {
        namespace http = boost::beast::http;
        boost::asio::io_context loop;
        NodeClient::Tcp::socket socket(loop);
        boost::beast::error_code error;
        socket.connect(NodeClient::endpoint(port), error);
        http::request<http::empty_body> request(verb, target, 11);
        if (!host.empty())
            request.set(http::field::host, host);
        http::write(socket, request, error);
        boost::beast::flat_buffer buffer;
        http::response<http::string_body> response;
        http::read(socket, buffer, response, error);
        const auto type = response[http::field::content_type];
        return {response.result_int(), QByteArray(type.data(), qsizetype(type.size())),
                QByteArray::fromStdString(response.body())};
    }
    static quint16 portOf(const QString &url) { return url.section(u':', 2).section(u'/', 0, 0).toUShort(); }

private Q_SLOTS:
    void aRunningNodeTellsItsNumbers()
    {
        node::NodeConfig config;
        config.dataFolder = dir.filePath(u"numbers"_s);
        config.metricsAddress = u"127.0.0.1"_s;
        const auto node = node::Node::start(config);
        QVERIFY(node);
        const quint16 port = portOf((*node)->metricsUrl());
        QVERIFY2(port, qPrintable((*node)->metricsUrl()));
        QVERIFY(!NodeClient::registerAccount((*node)->port(), "alice").isEmpty());
        NodeClient alice((*node)->port()), stranger((*node)->port());
        QVERIFY(alice.signIn("alice")->ok);
        stranger.send(16, R"({"name":"alice","pwd":"wrong"})");
        QVERIFY(stranger.next());
        alice.send(13);
        QVERIFY(alice.nextBytes());
        const Answer answer = get(port, "/metrics");
        QCOMPARE(answer.status, 200U);
        QVERIFY(answer.type.startsWith("text/plain; version=0.0.4"));
        for (const QByteArray line :
             {"timbre_connections 2\n", "timbre_accounts 1\n", "timbre_accounts_online 1\n",
              "timbre_frames_received_total{type=\"ping\"} 1\n", "timbre_frames_sent_total{type=\"ping\"} 1\n",
              "timbre_frames_received_total{type=\"auth\"} 2\n", "timbre_messages_stored_total 0\n",
              "timbre_passwords_total{outcome=\"right\"} 1\n", "timbre_passwords_total{outcome=\"refused\"} 1\n"})
            QVERIFY2(answer.body.contains("\n" + line), answer.body.constData());
        QVERIFY(!answer.body.contains("process_resident_memory_bytes 0\n"));
        QVERIFY(!answer.body.contains("timbre_store_commit_seconds_sum 0\n"));
        QVERIFY(!answer.body.contains("alice")); // numbers, nobody's name
    }
    void nothingElseIsServedThere()
    {
        node::NodeConfig config;
        config.dataFolder = dir.filePath(u"else"_s);
        config.metricsAddress = u"127.0.0.1"_s;
        const auto node = node::Node::start(config);
        QVERIFY(node);
        const quint16 port = portOf((*node)->metricsUrl());
        QCOMPARE(get(port, "/").status, 404U);
        QCOMPARE(get(port, "/metrics", "rebound.example:9100").status, 403U);
        QCOMPARE(get(port, "/metrics", "127.rebound.example:9100").status, 403U);
        QCOMPARE(get(port, "/metrics", {}).status, 403U);
        QCOMPARE(get(port, "/metrics", "localhost:1", boost::beast::http::verb::post).status, 405U);
        QCOMPARE(get(port, "/metrics", "localhost:1").status, 200U);
        QCOMPARE(get((*node)->port(), "/metrics").status, 404U); // not on the clients' port
    }
    void offUnlessToldAndNeverForOthers()
    {
        node::NodeConfig config;
        config.dataFolder = dir.filePath(u"off"_s);
        QCOMPARE((*node::Node::start(config))->metricsUrl(), QString());
        config.metricsAddress = u"0.0.0.0"_s;
        const auto refused = node::Node::start(config);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, node::StartError::Kind::AddressUnusable);
    }
};

QTEST_GUILESS_MAIN(tst_Metrics)
#include "tst_metrics.moc"
