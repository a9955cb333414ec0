// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/endpoint_round.h"
#include "net/server_address.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace timbre::net;
using Security = ServerAddress::Security;

class tst_ServerAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data();
    void understands();
    void understandsSeveral();
    void refusesSeveralForOneBadOne();
    void refuses_data();
    void refuses();
    void accountUrlIsOnTheSameHostAndPort();
};

void tst_ServerAddress::understands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("security");
    const auto row = [](const char *text, const char *url, Security security) {
        QTest::newRow(QByteArray(text).simplified().constData())
            << QString::fromUtf8(text) << QString::fromUtf8(url) << static_cast<int>(security);
    };
    row("chat.example.org", "wss://chat.example.org:443/tim", Security::Encrypted);
    row("  chat.example.org\n", "wss://chat.example.org:443/tim", Security::Encrypted);
    row("Chat.Example.ORG:8443", "wss://chat.example.org:8443/tim", Security::Encrypted);
    row("192.168.1.5:20003", "wss://192.168.1.5:20003/tim", Security::Encrypted);
    row("localhost", "ws://localhost:20003/tim", Security::LoopbackPlain);
    row("localhost:5081", "ws://localhost:5081/tim", Security::LoopbackPlain);
    row("127.0.0.1:7", "ws://127.0.0.1:7/tim", Security::LoopbackPlain);
    row("::1", "ws://[::1]:20003/tim", Security::LoopbackPlain);
    row("[::1]:99", "ws://[::1]:99/tim", Security::LoopbackPlain);
    row("2001:db8::7", "wss://[2001:db8::7]:443/tim", Security::Encrypted);
    row("wss://localhost", "wss://localhost:443/tim", Security::Encrypted);
    row("ws://chat.example.org", "ws://chat.example.org:20003/tim", Security::Plain);
    row("WS://chat.example.org/", "ws://chat.example.org:20003/tim", Security::Plain);
    row("wss://chat.example.org/tim", "wss://chat.example.org:443/tim", Security::Encrypted);
    row("https://chat.example.org/tim2", "wss://chat.example.org:443/tim", Security::Encrypted);
    row("http://10.0.0.1:80", "ws://10.0.0.1:80/tim", Security::Plain);
    row("localhost.example.org", "wss://localhost.example.org:443/tim", Security::Encrypted);
}

void tst_ServerAddress::understands()
{
    QFETCH(const QString, text);
    QFETCH(const QString, url);
    QFETCH(const int, security);
    const auto address = parseServerAddress(text);
    QVERIFY(address);
    QCOMPARE(address->url.toString(), url);
    QCOMPARE(static_cast<int>(address->security), security);
    QVERIFY(!EndpointRound({{address->url}}).isEmpty());
}

void tst_ServerAddress::understandsSeveral()
{
    const auto addresses
        = parseServerAddresses(u" tim1.example.org, wss://tim2.example.org:5081/tim\n;tim1.example.org "_s);
    QVERIFY(addresses);
    QCOMPARE(addresses->size(), 2); // each once, in the order typed
    QCOMPARE(addresses->at(0).url.toString(), u"wss://tim1.example.org:443/tim"_s);
    QCOMPARE(addresses->at(1).url.toString(), u"wss://tim2.example.org:5081/tim"_s);
}

void tst_ServerAddress::refusesSeveralForOneBadOne()
{
    QVERIFY(!parseServerAddresses(u"tim1.example.org, ftp://tim2.example.org"_s));
    QCOMPARE(parseServerAddresses(u" ,; "_s).error(), AddressError::Empty);
    QStringList many;
    for (int i = 0; i <= mostServerAddresses; ++i)
        many.append(u"tim%1.example.org"_s.arg(i));
    QVERIFY(!parseServerAddresses(many.join(u',')));
}

void tst_ServerAddress::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("error");
    const auto row = [](const QString &text, AddressError error) {
        QTest::newRow(qPrintable(text.left(40).simplified())) << text << static_cast<int>(error);
    };
    row(u""_s, AddressError::Empty);
    row(u"  \t\n"_s, AddressError::Empty);
    row(u"ftp://chat.example.org"_s, AddressError::UnknownScheme);
    row(u"file:///etc/passwd"_s, AddressError::UnknownScheme);
    row(u"javascript://x"_s, AddressError::UnknownScheme);
    row(u"wss://alice:secret@chat.example.org"_s, AddressError::HasUserInfo);
    row(u"alice@chat.example.org"_s, AddressError::HasUserInfo);
    row(u"@chat.example.org"_s, AddressError::HasUserInfo);
    row(u"chat.example.org/other"_s, AddressError::HasPath);
    row(u"chat.example.org?x=1"_s, AddressError::HasPath);
    row(u"chat.example.org#x"_s, AddressError::HasPath);
    row(u"chat.example.org:0"_s, AddressError::BadPort);
    row(u"chat.example.org:65536"_s, AddressError::BadPort);
    row(u"chat.example.org:99999999999"_s, AddressError::BadPort);
    row(u"chat example.org"_s, AddressError::Malformed);
    row(u"wss://"_s, AddressError::Malformed);
    row(u"///"_s, AddressError::Malformed);
    row(u"[::1"_s, AddressError::Malformed);
    row(u"chat.example.org:port"_s, AddressError::Malformed);
    row(u"a"_s.repeated(2000), AddressError::Malformed);
    row(u"chat\u0000.example.org"_s, AddressError::Malformed);
}

void tst_ServerAddress::refuses()
{
    QFETCH(const QString, text);
    QFETCH(const int, error);
    const auto address = parseServerAddress(text);
    QVERIFY(!address);
    QCOMPARE(static_cast<int>(address.error()), error);
}

void tst_ServerAddress::accountUrlIsOnTheSameHostAndPort()
{
    QCOMPARE(accountUrl(QUrl(u"ws://127.0.0.1:20003/tim"_s)), QUrl(u"http://127.0.0.1:20003/tim2"_s));
    QCOMPARE(accountUrl(QUrl(u"wss://h:443/tim"_s)), QUrl(u"https://h:443/tim2"_s));
}

QTEST_GUILESS_MAIN(tst_ServerAddress)
#include "tst_server_address.moc"
