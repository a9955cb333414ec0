// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/account_client.h"
#include "net/certificate_trust.h"
#include "net/connection_manager.h"
#include "support/tls_node.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTest>

using namespace timbre;
using namespace Qt::StringLiterals;
using core::ConnectionProblem;
using core::ConnectionState;
using net::CertificateDoubt;
using net::CertificateTrust;
using test::TestCertificate;
using test::TlsNode;

// Who may be talked to over TLS, asked of a real node with certificates made for each case. Nothing may be sent to a
// server before it is trusted: a node that was not trusted has no account to show for it.
class tst_CertificateTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anUnknownOneIsAskedAbout();
    void aTrustedOneIsTaken();
    void aTrustedOneIsOnlyForItsServer();
    void aChangedOneIsAnAlarm();
    void anExpiredOneIsNeverTaken();
    void oneOfAKnownAuthorityIsNoQuestion();
    void declinedIsAskedAgainOnlyWhenWanted();
    void accountsAreMadeOnlyAtATrustedServer();
    void isRememberedAndForgotten();
    void hostileTextsAreNothing_data();
    void hostileTextsAreNothing();

private:
    struct Line {
        explicit Line(CertificateTrust &trust) : manager(clock, random, u"timbre-0badcafe"_s)
        {
            manager.setTrust(trust);
        }
        void signIn(const QUrl &url)
        {
            manager.signIn({{url}}, {u"alice"_s, {}, core::Credentials::Kind::Password, u"pw"_s});
        }
        bool ends(ConnectionState state)
        {
            return QTest::qWaitFor([&] { return manager.status().state == state; }, 10'000);
        }
        core::SystemClock clock;
        core::SystemRandom random;
        net::ConnectionManager manager;
    };
    net::AccountResult registerAlice(const QUrl &url);
    static QByteArray digest(const TestCertificate &made)
    {
        return QSslCertificate(made.certificate).digest(QCryptographicHash::Sha256);
    }

    TestCertificate m_first = TestCertificate::make("127.0.0.1");
    TestCertificate m_second = TestCertificate::make("127.0.0.1");
    std::unique_ptr<CertificateTrust> m_trust;
    std::unique_ptr<QSignalSpy> m_doubts;
    QList<QByteArray> m_kept;
};

void tst_CertificateTrust::init()
{
    m_kept.clear();
    m_trust = std::make_unique<CertificateTrust>(QByteArray(), [this](const QByteArray &text) { m_kept.append(text); });
    m_doubts = std::make_unique<QSignalSpy>(m_trust.get(), &CertificateTrust::doubted);
}

net::AccountResult tst_CertificateTrust::registerAlice(const QUrl &url)
{
    core::SystemClock clock;
    net::AccountClient client(clock);
    client.setTrust(*m_trust);
    std::optional<net::AccountResult> result;
    QObject context;
    client.registerAccount({url}, {u"alice"_s, {}, core::Credentials::Kind::Password, u"pw"_s}, &context,
                           [&](const net::AccountResult &got) { result = got; });
    return QTest::qWaitFor([&] { return result.has_value(); }, 10'000)
        ? *result
        : net::AccountResult(unexpected(net::AccountError{net::AccountError::Kind::TimedOut}));
}

void tst_CertificateTrust::anUnknownOneIsAskedAbout()
{
    TlsNode node(m_first);
    QVERIFY(node.isRunning());
    Line line(*m_trust);
    line.signIn(node.url());
    QVERIFY(line.ends(ConnectionState::WaitingToRetry));
    QCOMPARE(line.manager.status().problem, ConnectionProblem::TlsUntrusted);
    QCOMPARE(m_doubts->count(), 1);
    const auto doubt = m_doubts->constFirst().constFirst().value<CertificateDoubt>();
    QCOMPARE(doubt.kind, CertificateDoubt::Kind::Unknown);
    QCOMPARE(doubt.server, u"127.0.0.1:%1"_s.arg(node.url().port()));
    QCOMPARE(doubt.fingerprint, digest(m_first));
    QVERIFY(doubt.remembered.isEmpty());
    QVERIFY(!doubt.otherName);
    QVERIFY(m_kept.isEmpty());
}

void tst_CertificateTrust::aTrustedOneIsTaken()
{
    const TestCertificate other = TestCertificate::make("somebody.example.org"); // for another name, on top
    TlsNode node(other);
    QVERIFY(!registerAlice(node.url()));
    const auto doubt = m_doubts->constFirst().constFirst().value<CertificateDoubt>();
    QVERIFY(doubt.otherName);
    QCOMPARE(doubt.subject, u"somebody.example.org"_s);
    m_trust->trust(doubt);
    QVERIFY(registerAlice(node.url()));
    Line line(*m_trust);
    line.signIn(node.url());
    QVERIFY(line.ends(ConnectionState::Synchronizing));
}

void tst_CertificateTrust::aTrustedOneIsOnlyForItsServer()
{
    TlsNode node(m_first);
    TlsNode other(m_first); // the same certificate on another port
    QVERIFY(!registerAlice(node.url()));
    m_trust->trust(m_doubts->constFirst().constFirst().value<CertificateDoubt>());
    QVERIFY(registerAlice(node.url()));
    m_doubts->clear();
    QVERIFY(!registerAlice(other.url()));
    QCOMPARE(m_doubts->count(), 1);
}

void tst_CertificateTrust::aChangedOneIsAnAlarm()
{
    TlsNode node(m_first);
    QVERIFY(!registerAlice(node.url()));
    m_trust->trust(m_doubts->constFirst().constFirst().value<CertificateDoubt>());
    QVERIFY(registerAlice(node.url()));
    QVERIFY(node.change(m_second));
    m_doubts->clear();
    Line line(*m_trust);
    line.signIn(node.url());
    QVERIFY(line.ends(ConnectionState::WaitingToRetry));
    QCOMPARE(line.manager.status().problem, ConnectionProblem::TlsUntrusted);
    const auto doubt = m_doubts->constFirst().constFirst().value<CertificateDoubt>();
    QCOMPARE(doubt.kind, CertificateDoubt::Kind::Changed);
    QCOMPARE(doubt.fingerprint, digest(m_second));
    QCOMPARE(doubt.remembered, digest(m_first));
    m_trust->trust(doubt);
    line.manager.tryNow();
    QVERIFY(line.ends(ConnectionState::Synchronizing));
}

void tst_CertificateTrust::anExpiredOneIsNeverTaken()
{
    // No node starts with one.
    const TestCertificate expired = TestCertificate::make("127.0.0.1", -1);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(expired.certificate));
    configuration.setPrivateKey(QSslKey(expired.key, QSsl::Ec));
    QSslServer server;
    server.setSslConfiguration(configuration);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QSignalSpy trusted(&server, &QTcpServer::pendingConnectionAvailable); // after a whole handshake
    const QUrl url(u"wss://127.0.0.1:%1/tim"_s.arg(server.serverPort()));
    QVERIFY(!registerAlice(url));
    auto doubt = m_doubts->constFirst().constFirst().value<CertificateDoubt>();
    QCOMPARE(doubt.kind, CertificateDoubt::Kind::Unusable);
    m_trust->trust(doubt); // refused
    QVERIFY(m_trust->remembered().isEmpty());
    doubt.kind = CertificateDoubt::Kind::Unknown; // even if it was remembered while it was good
    m_trust->trust(doubt);
    m_doubts->clear();
    QVERIFY(!registerAlice(url));
    QCOMPARE(m_doubts->count(), 1);
    Line line(*m_trust);
    line.signIn(url);
    QVERIFY(line.ends(ConnectionState::WaitingToRetry));
    QCOMPARE(line.manager.status().problem, ConnectionProblem::TlsUntrusted);
    QCOMPARE(trusted.count(), 0);
}

void tst_CertificateTrust::oneOfAKnownAuthorityIsNoQuestion()
{
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = before;
    trusting.addCaCertificate(QSslCertificate(m_first.certificate));
    QSslConfiguration::setDefaultConfiguration(trusting);
    TlsNode node(m_first);
    const bool registered = registerAlice(node.url()).hasValue();
    Line line(*m_trust);
    line.signIn(node.url());
    const bool signedIn = line.ends(ConnectionState::Synchronizing);
    QSslConfiguration::setDefaultConfiguration(before);
    QVERIFY(registered);
    QVERIFY(signedIn);
    QCOMPARE(m_doubts->count(), 0);
    QVERIFY(m_trust->remembered().isEmpty());
}

void tst_CertificateTrust::declinedIsAskedAgainOnlyWhenWanted()
{
    TlsNode node(m_first);
    QVERIFY(!registerAlice(node.url()));
    m_trust->decline(m_doubts->constFirst().constFirst().value<CertificateDoubt>());
    m_doubts->clear();
    QVERIFY(!registerAlice(node.url()));
    QCOMPARE(m_doubts->count(), 0);
    QVERIFY(node.change(m_second)); // another certificate is another question
    QVERIFY(!registerAlice(node.url()));
    QCOMPARE(m_doubts->count(), 1);
    m_trust->decline(m_doubts->takeFirst().constFirst().value<CertificateDoubt>());

    Line line(*m_trust);
    line.signIn(node.url());
    QVERIFY(line.ends(ConnectionState::WaitingToRetry));
    QCOMPARE(m_doubts->count(), 0);
    line.manager.tryNow(); // a person did that
    QTRY_COMPARE(m_doubts->count(), 1);
}

void tst_CertificateTrust::accountsAreMadeOnlyAtATrustedServer()
{
    TlsNode node(m_first);
    const auto refused = registerAlice(node.url());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, net::AccountError::Kind::TlsUntrusted);
    m_trust->trust(m_doubts->constFirst().constFirst().value<CertificateDoubt>());
    QVERIFY(registerAlice(node.url())); // the name was not taken by the first try
}

void tst_CertificateTrust::isRememberedAndForgotten()
{
    TlsNode node(m_first);
    QVERIFY(!registerAlice(node.url()));
    const auto doubt = m_doubts->constFirst().constFirst().value<CertificateDoubt>();
    m_trust->trust(doubt);
    QCOMPARE(m_kept.size(), 1);
    CertificateTrust next(m_kept.constLast());
    QCOMPARE(next.remembered(), m_trust->remembered());
    QCOMPARE(next.remembered().value(doubt.server), digest(m_first));
    m_trust->forget(doubt.server);
    QVERIFY(CertificateTrust(m_kept.constLast()).remembered().isEmpty());
    QVERIFY(!registerAlice(node.url()));
    QCOMPARE(net::fingerprintInWords(digest(m_first)).size(), 95);
}

void tst_CertificateTrust::hostileTextsAreNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no-json") << QByteArray("{]");
    QTest::newRow("list") << QByteArray(R"(["a"])");
    QTest::newRow("short") << QByteArray(R"({"a:1":"abcd"})");
    QTest::newRow("number") << QByteArray(R"({"a:1":7})");
    QTest::newRow("not-hex") << R"({"a:1":")" + QByteArray(64, 'z') + "\"}";
    QTest::newRow("long-name") << "{\"" + QByteArray(4'000, 'a') + R"(":")" + QByteArray(64, 'a') + "\"}";
}

void tst_CertificateTrust::hostileTextsAreNothing()
{
    QFETCH(QByteArray, text);
    QVERIFY(CertificateTrust(text).remembered().isEmpty());
}

QTEST_GUILESS_MAIN(tst_CertificateTrust)
#include "tst_certificate_trust.moc"
