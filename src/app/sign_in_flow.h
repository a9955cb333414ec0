// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/account_opener.h"
#include "app/accounts.h"
#include "gui/first_run_window.h"
#include "net/account_client.h"

#include <QObject>

namespace timbre::app {

// The way into an account by the first-run form: shows the window, makes the account if that is wanted, tries to sign
// in, and either hands the account over, its first sign-in done, or says in the form why not. One form at a time;
// others that are wanted wait until it is through or closed. Owned by Application; GUI thread; all references outlive
// it.
class SignInFlow : public QObject
{
    Q_OBJECT

public:
    using Form = gui::FirstRunWindow::Form;
    using Field = gui::FirstRunWindow::Field;

    SignInFlow(AccountOpener &opener, SavedPassword &passwords, net::CertificateTrust &trust, const Accounts &accounts,
               core::Clock &clock);
    ~SignInFlow() override;

    // Without a form the three choices are shown.
    void start(const std::optional<Form> &prefill);
    // The form of a known account whose password is needed; with the reason, if there is one.
    void askFor(const store::AccountRecord &record, const QString &reason = {});
    void submit(const Form &form, Account::PasswordFrom from);
    void showError(Field field, const QString &sentence);
    // Null while no form is shown.
    gui::FirstRunWindow *window() const { return m_window.get(); }

Q_SIGNALS:
    // Let in by its server; the receiver takes it with takeAccount(), within this signal. The form closes after it.
    void signedIn();
    void profileFailed(const timbre::store::ProfileError &error);
    void closed(); // by the person

public:
    std::unique_ptr<Account> takeAccount() { return std::move(m_account); }

private:
    // What is wanted until the server said yes or no.
    struct Attempt {
        store::AccountRecord record;
        QString password;
        bool rememberPassword = false;
        Account::PasswordFrom passwordFrom = Account::PasswordFrom::Person;
        core::Availability start = core::Availability::Chat;
    };
    struct Question {
        store::AccountRecord record;
        QString reason;
    };

    void onDoubt(const net::CertificateDoubt &doubt);
    void createAccount(const Attempt &attempt);
    void signIn(const Attempt &attempt);
    void onStatus(const core::ConnectionStatus &status);
    void giveUp(Field field, const QString &sentence);
    void dropAccount();
    void closeWindow();
    void askNext();

    AccountOpener &m_opener;
    SavedPassword &m_passwords;
    net::CertificateTrust &m_trust;
    const Accounts &m_accounts;
    net::AccountClient m_client;
    std::unique_ptr<Account> m_account; // of the attempt
    std::unique_ptr<gui::FirstRunWindow> m_window;
    QList<Question> m_waiting;
    std::optional<Form> m_tried; // what the form said last
    Account::PasswordFrom m_triedFrom = Account::PasswordFrom::Person;
    std::optional<net::CertificateDoubt> m_doubt; // of this attempt
};

// What a padlock shows of one address or several. The worst of them counts: that is where others could read along.
gui::FirstRunWindow::Padlock checkAddress(const QString &typed);

} // namespace timbre::app
