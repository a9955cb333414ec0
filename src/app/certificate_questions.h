// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/account.h"

namespace timbre::app {

// Brings what CertificateTrust doubts about a server of this account into the account's window, and the answer back:
// trusted, the line is tried at once. Child of the account; GUI thread; the trust outlives it.
class CertificateQuestions : public QObject
{
    Q_OBJECT

public:
    CertificateQuestions(Account &account, net::CertificateTrust &trust);

private:
    void onDoubt(const net::CertificateDoubt &doubt);

    Account &m_account;
    net::CertificateTrust &m_trust;
    std::optional<net::CertificateDoubt> m_doubt; // asked
};

gui::CertificateQuestion questionOf(const net::CertificateDoubt &doubt);

} // namespace timbre::app
