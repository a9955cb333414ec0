// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/node.h"
#include "support/node_client.h"
#include "support/test_certificate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <boost/asio/ssl.hpp>
#include <boost/beast/websocket/ssl.hpp>

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;
using Tcp = asio::ip::tcp;

// A client over TLS that blocks; whoever it trusts is not the question here, so it takes any certificate.
class TlsClient
{
public:
    explicit TlsClient(quint16 port, int highestVersion = TLS1_3_VERSION) : m_stream(m_loop, m_context)
    {
        SSL_set_max_proto_version(m_stream.native_handle(), highestVersion);
        if (highestVersion < TLS1_2_VERSION) {
            SSL_set_min_proto_version(m_stream.native_handle(), highestVersion);
            SSL_set_cipher_list(m_stream.native_handle(), "ALL:@SECLEVEL=0");
        }
        m_stream.next_layer().connect(NodeClient::endpoint(port), error);
        if (!error)
            m_stream.handshake(asio::ssl::stream_base::client, error);
    }
    QByteArray version() { return SSL_get_version(m_stream.native_handle()); }
    QString commonName()
    {
        X509 *certificate = SSL_get1_peer_certificate(m_stream.native_handle());
        char name[64] = {};
        if (certificate)
            X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name, sizeof name);
        X509_free(certificate);
        return QString::fromUtf8(name);
    }
    QByteArray post(const QByteArray &body)
    {
        http::request<http::string_body> request(http::verb::post, "/tim2", 11, body.toStdString());
        request.set(http::field::host, "127.0.0.1");
        request.prepare_payload();
        http::write(m_stream, request, error);
        boost::beast::flat_buffer buffer;
        http::response<http::string_body> response;
        http::read(m_stream, buffer, response, error);
        return QByteArray::fromStdString(response.body());
    }

    boost::system::error_code error;

private:
    friend class TlsSocket;
    asio::io_context m_loop;
    asio::ssl::context m_context{asio::ssl::context::tls_client};
    asio::ssl::stream<Tcp::socket> m_stream;
};

class TlsSocket
{
public:
    explicit TlsSocket(quint16 port) : m_client(port), m_socket(m_client.m_stream)
    {
        m_socket.binary(true);
        m_socket.set_option(websocket::stream_base::decorator(
            [](websocket::request_type &request) { request.set(http::field::origin, "https://127.0.0.1"); }));
        if (!m_client.error)
            m_socket.handshake("127.0.0.1", "/tim", m_client.error);
    }
    bool isOpen() const { return !m_client.error; }
    void send(int type, const QByteArray &json = {})
    {
        const QByteArray bytes = QByteArray(1, char(type | 0x80)) + json;
        m_socket.write(asio::buffer(bytes.constData(), std::size_t(bytes.size())), m_client.error);
    }
    QByteArray next()
    {
        boost::beast::flat_buffer buffer;
        m_socket.read(buffer, m_client.error);
        const auto data = buffer.cdata();
        return QByteArray(static_cast<const char *>(data.data()), qsizetype(data.size()));
    }
    int closeCode() const { return m_socket.reason().code; }
    QString commonName() { return m_client.commonName(); }

private:
    TlsClient m_client;
    websocket::stream<asio::ssl::stream<Tcp::socket> &> m_socket;
};

} // namespace

// The same node behind a certificate: what is served, what keeps it from starting, and a new certificate while it runs.
class tst_Tls : public QObject
{
    Q_OBJECT

    QTemporaryDir dir;
    node::NodeConfig config;

    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(dir.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
            QTest::qFail("cannot write the file", __FILE__, __LINE__);
    }
    void install(const TestCertificate &made)
    {
        write(u"cert.pem"_s, made.certificate);
        write(u"key.pem"_s, made.key);
    }
    QString refusal()
    {
        const auto node = node::Node::start(config);
        if (node || node.error().kind != node::StartError::Kind::CertificateUnusable)
            return {};
        return node.error().detail;
    }

private Q_SLOTS:
    void init()
    {
        config = {};
        config.dataFolder = dir.filePath(QString::fromLatin1(QTest::currentTestFunction()));
        config.certificate = dir.filePath(u"cert.pem"_s);
        config.certificateKey = dir.filePath(u"key.pem"_s);
        install(TestCertificate::make("first"));
    }

    void registrationSignInAndLargeFramesGoOverTls()
    {
        auto node = node::Node::start(config);
        QVERIFY(node);
        QVERIFY2((*node)->url().startsWith(u"wss://127.0.0.1:"_s), qPrintable((*node)->url()));
        const quint16 port = (*node)->port();
        TlsClient http(port);
        QCOMPARE(http.post("\x8e{\"name\":\"alice\",\"pwd\":\"pw\"}"),
                 QByteArray("\x0c{\"ok\":true,\"timType\":14,\"n\":\"KrffBZqyqTL\"}"));
        QVERIFY(http.post("\x8f{\"name\":\"alice\",\"pwd\":\"pw\"}").contains("\"ok\":true")); // the same connection

        TlsSocket socket(port);
        QVERIFY(socket.isOpen());
        socket.send(16, R"({"name":"alice","pwd":"pw"})");
        QVERIFY(socket.next().contains("\"ok\":true"));
        // Several TLS records each way, and two frames of one loop turn.
        const QByteArray mood(60'000, 'm');
        const QByteArray presence = "{\"toTid\":{\"node\":\"KrffBZqyqTL\"},\"show\":1,\"status\":\"" + mood + "\"}";
        socket.send(91, presence);
        socket.send(91, presence);
        socket.send(13);
        int presences = 0;
        bool pong = false;
        while (presences < 2 || !pong) {
            const QByteArray frame = socket.next();
            QVERIFY(!frame.isEmpty());
            pong = pong || frame == QByteArray("\x0d");
            presences += frame.contains(mood) ? 1 : 0;
        }
        (*node).reset();
        while (socket.isOpen())
            socket.next();
        QCOMPARE(socket.closeCode(), 1001);
    }
    void plainClientsAndOldVersionsAreTurnedAway()
    {
        const auto node = node::Node::start(config);
        QVERIFY(node);
        const quint16 port = (*node)->port();
        QVERIFY(!NodeClient(port).isOpen());
        QVERIFY(NodeClient::post(port, "\x8e{\"name\":\"alice\",\"pwd\":\"pw\"}").isEmpty());
        QVERIFY(TlsClient(port, TLS1_1_VERSION).error);
        TlsClient older(port, TLS1_2_VERSION);
        QVERIFY(!older.error);
        QCOMPARE(older.version(), QByteArray("TLSv1.2"));
        TlsClient newest(port);
        QVERIFY(!newest.error);
        QCOMPARE(newest.version(), QByteArray("TLSv1.3"));
    }
    void aNewCertificateIsForNewConnections()
    {
        const auto node = node::Node::start(config);
        QVERIFY(node);
        const quint16 port = (*node)->port();
        QVERIFY(!TlsClient(port).post("\x8e{\"name\":\"alice\",\"pwd\":\"pw\"}").isEmpty());
        TlsSocket before(port);
        before.send(16, R"({"name":"alice","pwd":"pw"})");
        QVERIFY(before.next().contains("\"ok\":true"));
        QCOMPARE(before.commonName(), u"first"_s);

        install(TestCertificate::make("second"));
        QVERIFY((*node)->reloadCertificate());
        QTRY_COMPARE(TlsClient(port).commonName(), u"second"_s);
        before.send(13);
        QCOMPARE(before.next(), QByteArray("\x0d"));

        write(u"key.pem"_s, TestCertificate::make("third").key);
        const auto refused = (*node)->reloadCertificate();
        QVERIFY(!refused);
        QVERIFY2(refused.error().contains(u"does not belong"_s), qPrintable(refused.error()));
        QCOMPARE(TlsClient(port).commonName(), u"second"_s);
        before.send(13);
        QCOMPARE(before.next(), QByteArray("\x0d"));
    }
    void whatIsNoGoodKeepsItFromStarting()
    {
        const TestCertificate other = TestCertificate::make("other");
        write(u"key.pem"_s, other.key);
        QVERIFY2(refusal().contains(u"does not belong to the certificate"_s), qPrintable(refusal()));
        write(u"key.pem"_s, "nonsense");
        QVERIFY2(refusal().contains(u"key.pem holds no private key"_s), qPrintable(refusal()));
        write(u"cert.pem"_s, other.key);
        QVERIFY2(refusal().contains(u"cert.pem holds no certificate"_s), qPrintable(refusal()));
        write(u"cert.pem"_s, {});
        QVERIFY2(refusal().contains(u"cert.pem holds no certificate"_s), qPrintable(refusal()));
        install(TestCertificate::make("old", -1));
        QVERIFY2(refusal().contains(u"expired on"_s), qPrintable(refusal()));
        config.certificateKey = dir.filePath(u"missing.pem"_s);
        QVERIFY2(refusal().contains(u"cannot read"_s) && refusal().contains(u"missing.pem"_s), qPrintable(refusal()));
    }
};

QTEST_GUILESS_MAIN(tst_Tls)
#include "tst_tls.moc"
