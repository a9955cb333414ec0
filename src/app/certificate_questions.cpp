// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/certificate_questions.h"

#include <algorithm>

namespace timbre::app {

CertificateQuestions::CertificateQuestions(Account &account, net::CertificateTrust &trust) :
    QObject(&account),
    m_account(account),
    m_trust(trust)
{
    connect(&trust, &net::CertificateTrust::doubted, this, &CertificateQuestions::onDoubt);
    connect(&account.window(), &gui::MainWindow::certificateTrusted, this, [this] {
        if (const auto doubt = std::exchange(m_doubt, std::nullopt)) {
            m_trust.trust(*doubt);
            m_account.connection().tryNow();
        }
    });
    connect(&account.window(), &gui::MainWindow::certificateDeclined, this, [this] {
        if (const auto doubt = std::exchange(m_doubt, std::nullopt))
            m_trust.decline(*doubt);
    });
    connect(&account.connection(), &core::Connection::signedIn, this, [this] {
        m_doubt.reset();
        m_account.window().dropCertificateQuestion();
    });
}

void CertificateQuestions::onDoubt(const net::CertificateDoubt &doubt)
{
    const QList<QUrl> &servers = m_account.record().endpoints;
    if (std::none_of(servers.cbegin(), servers.cend(),
                     [&](const QUrl &url) { return net::CertificateTrust::nameOf(url) == doubt.server; }))
        return;
    m_doubt = doubt;
    m_account.window().askCertificate(questionOf(doubt));
}

gui::CertificateQuestion questionOf(const net::CertificateDoubt &doubt)
{
    gui::CertificateQuestion question;
    switch (doubt.kind) {
    case net::CertificateDoubt::Kind::Unknown:
        question.kind = gui::CertificateQuestion::Kind::Unknown;
        break;
    case net::CertificateDoubt::Kind::Changed:
        question.kind = gui::CertificateQuestion::Kind::Changed;
        break;
    case net::CertificateDoubt::Kind::Unusable:
        question.kind = gui::CertificateQuestion::Kind::Unusable;
        break;
    }
    question.server = doubt.server;
    question.fingerprint = net::fingerprintInWords(doubt.fingerprint);
    question.remembered = net::fingerprintInWords(doubt.remembered);
    question.subject = doubt.subject;
    question.otherName = doubt.otherName;
    return question;
}

} // namespace timbre::app
