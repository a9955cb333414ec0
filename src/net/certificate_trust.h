// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>

QT_BEGIN_NAMESPACE
class QSslCertificate;
class QSslError;
QT_END_NAMESPACE

namespace timbre::net {

// A certificate that nobody vouches for, and what is odd about it. A value; the words are made in gui.
struct CertificateDoubt {
    enum class Kind {
        Unknown, // signed by itself or by somebody this computer does not know, or made for another name
        Changed, // another one is remembered for this server: an alarm
        Unusable, // expired, not yet valid, broken: not to be trusted by anybody
    };
    Kind kind = Kind::Unknown;
    QString server; // host:port
    QByteArray fingerprint; // SHA-256
    QByteArray remembered; // the fingerprint trusted so far, if any
    QString subject; // whom it says it is for; of a stranger's making, plain text only
    QDateTime validUntil;
    bool otherName = false; // it is not for this host

    bool operator==(const CertificateDoubt &) const = default;
};

// The fingerprints a person has compared and trusted, one per host and port. A certificate that the system's
// authorities vouch for is no matter of this class. One it remembers is taken if it is exactly that one and nothing is
// wrong with it but who signed it or for which name; whatever else is wrong is never passed over. Nothing is sent to a
// server before it is trusted: the handshake ends first.
//
// Owned by the composition root, outlives the connections that ask it; GUI thread. Knows no file: `save` gets the text
// to keep, the constructor takes it back. What no version of ours would have written counts as not remembered.
class CertificateTrust : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostRemembered = 1'000;
    using Save = std::function<void(const QByteArray &text)>;

    explicit CertificateTrust(const QByteArray &text = {}, Save save = {}, QObject *parent = nullptr);

    // True: go on, in spite of exactly these errors. False: doubted() has been emitted, or was before.
    bool accepts(const QUrl &server, const QSslCertificate &certificate, const QList<QSslError> &errors);

    void trust(const CertificateDoubt &doubt);
    // Not asked again for this certificate until askAgain().
    void decline(const CertificateDoubt &doubt);
    void askAgain(const QUrl &server);
    void forget(const QString &server);
    QMap<QString, QByteArray> remembered() const { return m_remembered; } // host:port -> fingerprint

    static QString nameOf(const QUrl &server); // host:port

Q_SIGNALS:
    void doubted(const timbre::net::CertificateDoubt &doubt);
    void changed(); // of remembered()

private:
    void keep();

    Save m_save;
    QMap<QString, QByteArray> m_remembered;
    QMap<QString, QByteArray> m_declined;
};

// "AB:CD:…", for people to compare.
QString fingerprintInWords(const QByteArray &fingerprint);

} // namespace timbre::net

Q_DECLARE_METATYPE(timbre::net::CertificateDoubt)
