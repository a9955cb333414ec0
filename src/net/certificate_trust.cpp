// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/certificate_trust.h"

#include "net/logging.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QSslError>

#include <algorithm>

namespace timbre::net {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fingerprintBytes = 32;
constexpr qsizetype longestServer = 300;
constexpr qsizetype longestSubject = 200;

// What a fingerprint that was compared makes good: nobody known has signed it, or it was made for another name.
bool isForgivable(QSslError::SslError error)
{
    switch (error) {
    case QSslError::NoError:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::HostNameMismatch:
        return true;
    default:
        return false;
    }
}

} // namespace

CertificateTrust::CertificateTrust(const QByteArray &text, Save save, QObject *parent) :
    QObject(parent),
    m_save(std::move(save))
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    for (auto entry = object.begin(); entry != object.end() && m_remembered.size() < mostRemembered; ++entry) {
        const QByteArray fingerprint = QByteArray::fromHex(entry.value().toString().toLatin1());
        if (fingerprint.size() == fingerprintBytes && entry.key().size() <= longestServer)
            m_remembered.insert(entry.key(), fingerprint);
    }
}

QString CertificateTrust::nameOf(const QUrl &server)
{
    const QString host = server.host().toLower();
    const QString port = QString::number(server.port(443));
    return host.contains(u':') ? u'[' + host + "]:"_L1 + port : host + u':' + port;
}

bool CertificateTrust::accepts(const QUrl &server, const QSslCertificate &certificate, const QList<QSslError> &errors)
{
    CertificateDoubt doubt;
    doubt.server = nameOf(server);
    doubt.fingerprint = certificate.digest(QCryptographicHash::Sha256);
    doubt.remembered = m_remembered.value(doubt.server);
    doubt.subject = certificate.subjectDisplayName().left(longestSubject);
    doubt.validUntil = certificate.expiryDate();
    doubt.otherName = std::any_of(errors.cbegin(), errors.cend(),
                                  [](const QSslError &error) { return error.error() == QSslError::HostNameMismatch; });
    const bool usable = !certificate.isNull()
        && std::all_of(errors.cbegin(), errors.cend(),
                       [](const QSslError &error) { return isForgivable(error.error()); });
    if (!usable)
        doubt.kind = CertificateDoubt::Kind::Unusable;
    else if (doubt.fingerprint == doubt.remembered)
        return true;
    else if (!doubt.remembered.isEmpty())
        doubt.kind = CertificateDoubt::Kind::Changed;
    qCInfo(lcNet) << "certificate not trusted, kind" << static_cast<int>(doubt.kind);
    if (m_declined.value(doubt.server) != doubt.fingerprint)
        Q_EMIT doubted(doubt);
    return false;
}

void CertificateTrust::trust(const CertificateDoubt &doubt)
{
    if (doubt.kind == CertificateDoubt::Kind::Unusable || doubt.fingerprint.size() != fingerprintBytes)
        return;
    m_declined.remove(doubt.server);
    m_remembered.insert(doubt.server, doubt.fingerprint);
    keep();
}

void CertificateTrust::decline(const CertificateDoubt &doubt)
{
    m_declined.insert(doubt.server, doubt.fingerprint);
}

void CertificateTrust::askAgain(const QUrl &server)
{
    m_declined.remove(nameOf(server));
}

void CertificateTrust::forget(const QString &server)
{
    if (m_remembered.remove(server))
        keep();
}

void CertificateTrust::keep()
{
    QJsonObject object;
    for (auto entry = m_remembered.cbegin(); entry != m_remembered.cend(); ++entry)
        object.insert(entry.key(), QString::fromLatin1(entry.value().toHex()));
    if (m_save)
        m_save(QJsonDocument(object).toJson(QJsonDocument::Compact));
    Q_EMIT changed();
}

QString fingerprintInWords(const QByteArray &fingerprint)
{
    return QString::fromLatin1(fingerprint.toHex(':')).toUpper();
}

} // namespace timbre::net
