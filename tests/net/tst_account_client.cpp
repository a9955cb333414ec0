// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/account_client.h"
#include "support/fake_clock.h"
#include "support/scripted_peer.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace timbre;
using net::AccountClient;
using net::AccountError;
using net::AccountResult;
using test::PeerLine;
using test::ScriptedPeer;
using Kind = AccountError::Kind;

namespace {

QStringList *messages = nullptr;

void record(QtMsgType, const QMessageLogContext &, const QString &text)
{
    messages->append(text);
}

struct Subject {
    void registerAt(const QUrl &url)
    {
        client->registerAccount({url}, credentials, &context, keep());
        QVERIFY(results.isEmpty());
    }
    void tokenAt(const QUrl &url)
    {
        client->requestToken({url}, credentials, &context, keep());
        QVERIFY(results.isEmpty());
    }
    AccountClient::Reply keep()
    {
        return [this](const AccountResult &result) { results.append(result); };
    }
    bool failedWith(Kind kind, qint32 code = 0) const
    {
        return results.size() == 1 && !results.constFirst() && results.constFirst().error() == AccountError{kind, code};
    }

    test::FakeClock clock;
    std::unique_ptr<AccountClient> client = std::make_unique<AccountClient>(clock);
    QObject context;
    core::Credentials credentials{u"alice"_s, {}, core::Credentials::Kind::Password, u"s3cret"_s};
    QList<AccountResult> results;
};

void answer(ScriptedPeer &peer, const QByteArray &body, const QByteArray &status = "200 OK")
{
    peer.onRequest = [=](PeerLine &line) { line.respond(status, body); };
}

} // namespace

class tst_AccountClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registersAnAccount();
    void requestsAToken();
    void answers_data();
    void answers();
    void longPasswordExplainsADatabaseError_data();
    void longPasswordExplainsADatabaseError();
    void refusedConnection();
    void badAddress();
    void silentServer();
    void slowServer();
    void hugeAnswer();
    void redirectsAreNotFollowed();
    void closesInTheMiddle();
    void twoAtATime();
    void goneContextGetsNoReply();
    void goneClientGivesNoReply();
    void secretsAreNotLogged();
};

void tst_AccountClient::registersAnAccount()
{
    ScriptedPeer peer;
    answer(peer, "\x0c{\"ok\":true,\"timType\":14,\"n\":\"KrffBZqyqTL\"}");
    Subject subject;
    subject.credentials.domain = u"tlnet.top"_s;
    subject.registerAt(peer.url());
    QTRY_COMPARE(subject.results.size(), 1);
    QVERIFY(subject.results.constFirst());
    QCOMPARE(*subject.results.constFirst(), u"KrffBZqyqTL"_s);

    const PeerLine &line = *peer.last();
    QVERIFY(line.requestHead().startsWith("POST /tim2 HTTP/1.1\r\n"));
    QVERIFY(line.header("Cookie").isEmpty());
    QCOMPARE(line.body().at(0), char(0x8e));
    const auto sent = protocol::decode(line.body(), protocol::Direction::ClientToServer);
    protocol::Auth wanted;
    wanted.name = u"alice"_s;
    wanted.pwd = u"s3cret"_s;
    wanted.domain = u"tlnet.top"_s;
    QVERIFY(std::get<protocol::Auth>(sent->frame.payload) == wanted);
    QCoreApplication::processEvents();
    QCOMPARE(subject.results.size(), 1);
}

void tst_AccountClient::requestsAToken()
{
    ScriptedPeer peer;
    answer(peer, "\x0c{\"ok\":true,\"timType\":15,\"n\":\"NRKxQdJEzAo\"}");
    Subject subject;
    subject.tokenAt(peer.url());
    QTRY_COMPARE(subject.results.size(), 1);
    QCOMPARE(*subject.results.constFirst(), u"NRKxQdJEzAo"_s);
    QCOMPARE(peer.last()->body().at(0), char(0x8f));
}

void tst_AccountClient::answers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("kind"); // -1: success
    QTest::addColumn<int>("code");
    const auto row
        = [](const char *name, const QByteArray &body, Kind kind, int code = 0, const QByteArray &status = "200 OK") {
              QTest::newRow(name) << body << status << static_cast<int>(kind) << code;
          };
    const auto error = [](int code) {
        return "\x0c{\"ok\":false,\"timType\":14,\"error\":{\"code\":" + QByteArray::number(code) + ",\"info\":\"x\"}}";
    };
    QTest::newRow("403 with the ack: registered all the same")
        << QByteArray("\x0c{\"ok\":true,\"timType\":14,\"n\":\"N\"}") << QByteArray("403 Forbidden") << -1 << 0;
    row("4101", error(4101), Kind::NameTaken, 4101);
    row("4102", error(4102), Kind::WrongPassword, 4102);
    row("4104", error(4104), Kind::Refused, 4104);
    row("5103, short password", error(5103), Kind::Refused, 5103);
    row("5104", error(5104), Kind::Refused, 5104);
    row("no error object", "\x0c{\"ok\":false,\"timType\":14}", Kind::Refused);
    row("ok without a node", "\x0c{\"ok\":true,\"timType\":14,\"n\":\"\"}", Kind::Refused);
    row("ok without n", "\x0c{\"ok\":true,\"timType\":14}", Kind::Refused);
    row("empty body", "", Kind::BadAnswer);
    row("another request's ack", "\x0c{\"ok\":true,\"timType\":15,\"n\":\"N\"}", Kind::BadAnswer);
    row("no JSON", "\x0cnonsense", Kind::BadAnswer);
    row("a page", "<html>hello</html>", Kind::BadAnswer);
    row("another frame", "\x0d", Kind::BadAnswer);
    row("500", "oops", Kind::BadAnswer, 0, "500 Internal Server Error");
    row("404", "", Kind::BadAnswer, 0, "404 Not Found");
}

void tst_AccountClient::answers()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, status);
    QFETCH(const int, kind);
    QFETCH(const int, code);
    ScriptedPeer peer;
    answer(peer, body, status);
    Subject subject;
    subject.registerAt(peer.url());
    QTRY_COMPARE(subject.results.size(), 1);
    if (kind < 0)
        QVERIFY(subject.results.constFirst());
    else
        QVERIFY(subject.failedWith(static_cast<Kind>(kind), code));
}

void tst_AccountClient::longPasswordExplainsADatabaseError_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("tooLong");
    QTest::newRow("21 bytes") << u""_s << QString(21, u'x') << false;
    QTest::newRow("22 bytes") << u""_s << QString(22, u'x') << true;
    QTest::newRow("domain and password 22") << u"tlnet.top"_s << QString(13, u'x') << true;
    QTest::newRow("bytes, not letters") << u""_s << QString(11, u'\u00e5') << true;
}

void tst_AccountClient::longPasswordExplainsADatabaseError()
{
    QFETCH(const QString, domain);
    QFETCH(const QString, password);
    QFETCH(const bool, tooLong);
    ScriptedPeer peer;
    answer(peer, "\x0c{\"ok\":false,\"timType\":14,\"error\":{\"code\":5103}}");
    Subject subject;
    subject.credentials.domain = domain;
    subject.credentials.secret = password;
    subject.registerAt(peer.url());
    QTRY_COMPARE(subject.results.size(), 1);
    QVERIFY(subject.failedWith(tooLong ? Kind::PasswordTooLong : Kind::Refused, 5103));
}

void tst_AccountClient::refusedConnection()
{
    ScriptedPeer peer;
    const QUrl url = peer.url();
    peer.stopListening();
    Subject subject;
    subject.registerAt(url);
    QTRY_COMPARE(subject.results.size(), 1);
    QVERIFY(subject.failedWith(Kind::NotReachable));
}

void tst_AccountClient::badAddress()
{
    for (const QString &url : {u""_s, u"http://127.0.0.1:1/tim"_s, u"ws:///tim"_s}) {
        Subject subject;
        subject.registerAt(QUrl(url));
        QTRY_COMPARE(subject.results.size(), 1);
        QVERIFY(subject.failedWith(Kind::BadAddress));
    }
}

void tst_AccountClient::silentServer()
{
    ScriptedPeer peer;
    peer.onRequest = [](PeerLine &) {};
    Subject subject;
    subject.registerAt(peer.url());
    QTRY_VERIFY(peer.last() && !peer.last()->body().isEmpty());
    subject.clock.advance(9'999ms);
    QVERIFY(subject.results.isEmpty());
    subject.clock.advance(1ms);
    QTRY_COMPARE(subject.results.size(), 1);
    QVERIFY(subject.failedWith(Kind::TimedOut));
    QTRY_VERIFY(!peer.last()->isOpen());
}

void tst_AccountClient::slowServer()
{
    ScriptedPeer peer;
    peer.onRequest
        = [](PeerLine &line) { line.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n\x0c{\"ok\":true"); };
    Subject subject;
    subject.registerAt(peer.url());
    QTRY_VERIFY(peer.last() && !peer.last()->body().isEmpty());
    for (int second = 0; second < 9; ++second) {
        peer.last()->write(" ");
        subject.clock.advance(1s);
    }
    QVERIFY(subject.results.isEmpty());
    subject.clock.advance(1s);
    QVERIFY(subject.failedWith(Kind::TimedOut));
}

void tst_AccountClient::hugeAnswer()
{
    ScriptedPeer peer;
    peer.onRequest = [](PeerLine &line) { line.write("HTTP/1.1 200 OK\r\n\r\n\x0c" + QByteArray(1'000'000, ' ')); };
    Subject subject;
    subject.registerAt(peer.url());
    QTRY_COMPARE(subject.results.size(), 1); // though the body never ends
    QVERIFY(subject.failedWith(Kind::BadAnswer));
}

void tst_AccountClient::redirectsAreNotFollowed()
{
    ScriptedPeer trap;
    answer(trap, "\x0c{\"ok\":true,\"timType\":14,\"n\":\"N\"}");
    ScriptedPeer peer;
    peer.onRequest = [&](PeerLine &line) {
        line.respond("307 Temporary Redirect\r\nLocation: http://127.0.0.1:" + QByteArray::number(trap.url().port())
                         + "/tim2",
                     "");
    };
    Subject subject;
    subject.registerAt(peer.url());
    QTRY_COMPARE(subject.results.size(), 1);
    QVERIFY(subject.failedWith(Kind::BadAnswer));
    QCOMPARE(trap.lineCount(), 0);
}

void tst_AccountClient::closesInTheMiddle()
{
    ScriptedPeer peer;
    peer.onRequest = [](PeerLine &line) {
        line.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n\x0c{\"ok\":true");
        line.finish();
    };
    Subject subject;
    subject.registerAt(peer.url());
    QTRY_COMPARE(subject.results.size(), 1);
    QVERIFY(subject.failedWith(Kind::BadAnswer));
}

void tst_AccountClient::twoAtATime()
{
    ScriptedPeer first;
    ScriptedPeer second;
    answer(first, "\x0c{\"ok\":true,\"timType\":14,\"n\":\"N1\"}");
    answer(second, "\x0c{\"ok\":false,\"timType\":15,\"error\":{\"code\":4102}}");
    Subject subject;
    QString node;
    Kind kind = Kind::BadAnswer;
    subject.client->registerAccount({first.url()}, subject.credentials, &subject.context,
                                    [&](const AccountResult &result) { node = *result; });
    subject.client->requestToken({second.url()}, subject.credentials, &subject.context,
                                 [&](const AccountResult &result) { kind = result.error().kind; });
    QTRY_COMPARE(node, u"N1"_s);
    QTRY_COMPARE(kind, Kind::WrongPassword);
}

void tst_AccountClient::goneContextGetsNoReply()
{
    ScriptedPeer peer;
    answer(peer, "\x0c{\"ok\":true,\"timType\":14,\"n\":\"N\"}");
    Subject subject;
    auto gone = std::make_unique<QObject>();
    bool replied = false;
    subject.client->registerAccount({peer.url()}, subject.credentials, gone.get(),
                                    [&](const AccountResult &) { replied = true; });
    gone.reset();
    subject.registerAt(peer.url());
    QTRY_COMPARE(subject.results.size(), 1);
    QTRY_COMPARE(peer.lineCount(), 2);
    QVERIFY(!replied);
}

void tst_AccountClient::goneClientGivesNoReply()
{
    ScriptedPeer peer;
    peer.onRequest = [](PeerLine &) {};
    Subject subject;
    subject.registerAt(peer.url());
    subject.registerAt(QUrl());
    QTRY_VERIFY(peer.last());
    subject.results.clear();
    subject.client.reset();
    QTRY_VERIFY(!peer.last()->isOpen());
    QVERIFY(subject.results.isEmpty());
}

void tst_AccountClient::secretsAreNotLogged()
{
    QStringList said;
    messages = &said;
    QLoggingCategory::setFilterRules(u"timbre.*=true\nqt.network.*=true"_s);
    const auto before = qInstallMessageHandler(record);
    ScriptedPeer peer;
    answer(peer, "\x0c{\"ok\":true,\"timType\":15,\"n\":\"NRKxQdJEzAo\"}");
    Subject subject;
    subject.tokenAt(peer.url());
    const bool done = QTest::qWaitFor([&] { return subject.results.size() == 1; }, 5'000);
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    QVERIFY(done);
    const QString all = said.join(u'\n');
    QVERIFY(all.contains("account request ended"_L1));
    for (const auto &secret : {u"s3cret"_s, u"alice"_s, u"NRKxQdJEzAo"_s})
        QVERIFY(!all.contains(secret));
}

QTEST_GUILESS_MAIN(tst_AccountClient)
#include "tst_account_client.moc"
