// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/config_file.h"

#include <QTest>

using namespace timbre::node;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// The node's configuration file: every key of tim taken, refused or at least spoken of.
class tst_Config : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysWithEffect()
    {
        const auto file = parseConfig(R"({"client_listen":":20003","metrics_listen":"localhost:9100",
            "ssl_certificate":"c.pem","ssl_certificate_key":"k.pem","device_limit":1,"devicetype_limit":2,
            "auth_min_unix":3,"ping_timeout":4,"tokenTimeout":5,"connect_limit":6,"request_rate":7,"node_maxlength":20,
            "salt":"s","maskseed":"m","presence_offline_block":true,"deactivate_api":{}})",
                                      {});
        QVERIFY(file);
        const NodeConfig &config = file->config;
        QCOMPARE(config.listenAddress, u"127.0.0.1"_s);
        QCOMPARE(config.port, quint16(20003));
        QCOMPARE(config.metricsAddress, u"127.0.0.1"_s);
        QCOMPARE(config.metricsPort, quint16(9100));
        QCOMPARE(config.certificate, u"c.pem"_s);
        QCOMPARE(config.certificateKey, u"k.pem"_s);
        QCOMPARE(config.deviceLimit, 1);
        QCOMPARE(config.deviceTypeLimit, 2);
        QCOMPARE(config.authMinUnix, 3s);
        QCOMPARE(config.pingTimeout, 4s);
        QCOMPARE(config.tokenTimeout, 5s);
        QCOMPARE(config.connectLimit, 6);
        QCOMPARE(config.requestRate, 7);
        QCOMPARE(config.nodeMaxLength, 20);
        QCOMPARE(config.salt, u"s"_s);
        QCOMPARE(config.maskSeed, u"m"_s);
        QVERIFY(config.presenceOfflineBlock);
        QVERIFY(config.openRegistration);
        QCOMPARE(file->notices, QStringList());
    }
    void olderSpellings_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("now");
        QTest::newRow("listen") << QByteArray(R"({"listen":20003})") << u"client_listen"_s;
        QTest::newRow("device") << QByteArray(R"({"device.limit":3})") << u"device_limit"_s;
        QTest::newRow("type") << QByteArray(R"({"devicetype.limit":3})") << u"devicetype_limit"_s;
        QTest::newRow("ping") << QByteArray(R"({"ping.timeout":3})") << u"ping_timeout"_s;
        QTest::newRow("connect") << QByteArray(R"({"connectLimit":3})") << u"connect_limit"_s;
        QTest::newRow("rate") << QByteArray(R"({"limitRate":3})") << u"request_rate"_s;
        QTest::newRow("length") << QByteArray(R"({"node.maxlength":30})") << u"node_maxlength"_s;
        QTest::newRow("api") << QByteArray(R"({"blockapi":{}})") << u"deactivate_api"_s;
        QTest::newRow("seed") << QByteArray(R"({"seed":"x"})") << u"maskseed"_s;
        QTest::newRow("offline") << QByteArray(R"({"presence.offline.block":true})") << u"presence_offline_block"_s;
        QTest::newRow("noauth") << QByteArray(R"({"message.noauth":false})") << u"message_noauth"_s;
        QTest::newRow("cache") << QByteArray(R"({"cache.authexpire":300})") << u"cache_authexpire"_s;
        QTest::newRow("cluster") << QByteArray(R"({"cluster.csaddr":["x"]})") << u"cluster_access"_s;
    }
    void olderSpellings()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, now);
        const auto file = parseConfig(json, {});
        QVERIFY(file);
        QVERIFY2(file->notices.last().endsWith(u"is now called \"%1\""_s.arg(now)),
                 qPrintable(file->notices.join(u'|')));
    }
    void keysWithoutEffectAreSpokenOf_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("database") << QByteArray(R"({"inlinedb":{"sqlite":{"dbname":"tim.db"}}})");
        QTest::newRow("memory") << QByteArray(R"({"memlimit":512})");
        QTest::newRow("cache") << QByteArray(R"({"cache_authexpire":-1})");
        QTest::newRow("strangers") << QByteArray(R"({"message_noauth":true})");
        QTest::newRow("admin") << QByteArray(R"({"webadmin_listen":":20002"})");
        QTest::newRow("api") << QByteArray(R"({"server_api_listen":":20001"})");
        QTest::newRow("other switch") << QByteArray(R"({"deactivate_api":{"TIMMESSAGE":true}})");
        QTest::newRow("unknown") << QByteArray(R"({"no_such_key":1})");
    }
    void keysWithoutEffectAreSpokenOf()
    {
        QFETCH(QByteArray, json);
        const auto file = parseConfig(json, {});
        QVERIFY(file);
        QCOMPARE(file->notices.size(), 1);
    }
    void whatCannotBeEndsTheStart_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *json, const QString &key) { QTest::newRow(json) << QByteArray(json) << key; };
        row(R"({"ssl_certificate":"c.pem"})", u"ssl_certificate_key"_s);
        row(R"({"ssl_certificate_key":"k.pem"})", u"ssl_certificate"_s);
        row(R"({"ssl_certificate":1})", u"ssl_certificate"_s);
        row(R"({"metrics_listen":"0.0.0.0:9100"})", u"metrics_listen"_s);
        row(R"({"metrics_listen":"192.168.1.1:9100"})", u"metrics_listen"_s);
        row(R"({"metrics_listen":true})", u"metrics_listen"_s);
        row(R"({"nodb":true})", u"nodb"_s);
        row(R"({"external_account":true})", u"external_account"_s);
        row(R"({"inlinedb":{"mysql":{}}})", u"inlinedb"_s);
        row(R"({"inlinedb":"tim.db"})", u"inlinedb"_s);
        row(R"({"mongodb":{}})", u"mongodb"_s);
        row(R"({"memlimit":"512"})", u"memlimit"_s);
        row(R"({"cache_authexpire":1.5})", u"cache_authexpire"_s);
        row(R"({"message_noauth":"yes"})", u"message_noauth"_s);
        row(R"({"node_maxlength":5})", u"node_maxlength"_s);
        row(R"({"device_limit":1e300})", u"device_limit"_s);
        row(R"({"device_limit":null})", u"device_limit"_s);
        row(R"({"deactivate_api":{"TIMREGISTER":1}})", u"deactivate_api"_s);
        row(R"({"client_listen":70000})", u"client_listen"_s);
    }
    void whatCannotBeEndsTheStart()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, key);
        const auto file = parseConfig(json, {});
        QVERIFY(!file);
        QCOMPARE(file.error().key, key);
        QVERIFY(file.error().reason.size() > 8);
    }
    void switchedOffIsNoAskingFor()
    {
        const auto file = parseConfig(
            R"({"nodb":false,"external_account":false,"message_noauth":false,"deactivate_api":{"TIMMESSAGE":false}})",
            {});
        QVERIFY(file);
        QCOMPARE(file->notices, QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_Config)
#include "tst_config.moc"
