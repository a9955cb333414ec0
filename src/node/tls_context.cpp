// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/tls_context.h"

#include <QDateTime>
#include <QFile>

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace timbre::node {

using namespace Qt::StringLiterals;
namespace asio = boost::asio;

namespace {

constexpr qint64 largestFile = 1024 * 1024;

// OpenSSL's words are for programmers; what it was about is said by the caller.
QString words(const boost::system::error_code &error)
{
    ERR_clear_error();
    return QString::fromStdString(error.message());
}

Expected<std::string, QString> contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unexpected(u"cannot read %1: %2"_s.arg(path, file.errorString()));
    const QByteArray bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile)
        return unexpected(u"%1 is too large to be a certificate or key"_s.arg(path));
    return bytes.toStdString();
}

QDateTime timeOf(const ASN1_TIME *time)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

} // namespace

Expected<std::shared_ptr<asio::ssl::context>, QString> loadTls(const QString &certificate, const QString &key)
{
    auto chain = contents(certificate);
    if (!chain)
        return unexpected(QString(chain.error()));
    auto secret = contents(key);
    if (!secret)
        return unexpected(QString(secret.error()));

    auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    SSL_CTX *native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    boost::system::error_code error;
    // Otherwise OpenSSL asks on the terminal.
    context->set_password_callback([](std::size_t, asio::ssl::context::password_purpose) { return std::string(); },
                                   error);
    context->use_certificate_chain(asio::buffer(*chain), error);
    if (error)
        return unexpected(u"%1 holds no certificate in PEM format (%2)"_s.arg(certificate, words(error)));
    // Checks against the certificate at once.
    context->use_private_key(asio::buffer(*secret), asio::ssl::context::pem, error);
    OPENSSL_cleanse(secret->data(), secret->size());
    const bool foreign = ERR_GET_REASON(static_cast<unsigned long>(error.value())) == X509_R_KEY_VALUES_MISMATCH
        || ERR_GET_REASON(static_cast<unsigned long>(error.value())) == X509_R_KEY_TYPE_MISMATCH;
    if (error && !foreign)
        return unexpected(u"%1 holds no private key in PEM format without a passphrase (%2)"_s.arg(key, words(error)));
    if (error || SSL_CTX_check_private_key(native) != 1) {
        ERR_clear_error();
        return unexpected(u"the key in %1 does not belong to the certificate in %2"_s.arg(key, certificate));
    }
    const QDateTime expires = timeOf(X509_get0_notAfter(SSL_CTX_get0_certificate(native)));
    if (expires < QDateTime::currentDateTimeUtc())
        return unexpected(u"the certificate in %1 expired on %2"_s.arg(certificate, expires.toString(Qt::ISODate)));
    return context;
}

} // namespace timbre::node
