// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace timbre::test {

// A self-signed certificate and its key as PEM, made on the spot.
struct TestCertificate {
    QByteArray certificate;
    QByteArray key;

    // `days` from now until it expires; negative: it has.
    static TestCertificate make(const char *commonName, long days = 30)
    {
        EVP_PKEY *key = EVP_EC_gen("P-256");
        X509 *x509 = X509_new();
        X509_set_version(x509, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(x509), ++serial());
        constexpr long day = 24L * 60 * 60;
        X509_gmtime_adj(X509_getm_notBefore(x509), -100 * day);
        X509_gmtime_adj(X509_getm_notAfter(x509), days * day);
        X509_set_pubkey(x509, key);
        X509_NAME *name = X509_get_subject_name(x509);
        const QByteArray bytes(commonName);
        const QByteArray field("CN");
        X509_NAME_add_entry_by_txt(name, field.constData(), MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(bytes.constData()), int(bytes.size()), -1,
                                   0);
        X509_set_issuer_name(x509, name);
        X509_sign(x509, key, EVP_sha256());
        TestCertificate made;
        made.certificate = pem([x509](BIO *out) { PEM_write_bio_X509(out, x509); });
        made.key = pem([key](BIO *out) { PEM_write_bio_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr); });
        X509_free(x509);
        EVP_PKEY_free(key);
        return made;
    }

private:
    static long &serial()
    {
        static long last = 0;
        return last;
    }
    template <typename Write> static QByteArray pem(Write write)
    {
        BIO *memory = BIO_new(BIO_s_mem());
        write(memory);
        QByteArray bytes(int(BIO_ctrl_pending(memory)), Qt::Uninitialized);
        BIO_read(memory, bytes.data(), int(bytes.size()));
        BIO_free(memory);
        return bytes;
    }
};

} // namespace timbre::test
