// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/sign_in_flow.h"

#include "app/certificate_questions.h"
#include "app/problem_words.h"
#include "gui/words.h"
#include "net/server_address.h"

#include <algorithm>

namespace timbre::app {

using namespace Qt::StringLiterals;

namespace {

using Form = gui::FirstRunWindow::Form;

Form formOf(const store::AccountRecord &record)
{
    Form form;
    form.action = record.home == store::AccountRecord::Home::ThisComputer ? gui::FirstRunWindow::Action::OnThisComputer
                                                                          : gui::FirstRunWindow::Action::SignIn;
    QStringList servers;
    for (const QUrl &url : record.endpoints)
        servers.append(url.toString());
    form.server = servers.join(u", "_s);
    form.name = accountLabel(record);
    form.compactEncoding = record.encoding == protocol::Encoding::ThriftCompact;
    return form;
}

} // namespace

gui::FirstRunWindow::Padlock checkAddress(const QString &typed)
{
    using Padlock = gui::FirstRunWindow::Padlock;
    using Security = net::ServerAddress::Security;
    const auto addresses = net::parseServerAddresses(typed);
    if (!addresses)
        return Padlock::Invalid;
    const auto any = [&addresses](Security security) {
        return std::any_of(addresses->cbegin(), addresses->cend(),
                           [security](const net::ServerAddress &each) { return each.security == security; });
    };
    return any(Security::Plain)        ? Padlock::Plain
        : any(Security::LoopbackPlain) ? Padlock::LoopbackPlain
                                       : Padlock::Encrypted;
}

SignInFlow::SignInFlow(AccountOpener &opener, SavedPassword &passwords, net::CertificateTrust &trust,
                       const Accounts &accounts, core::Clock &clock) :
    m_opener(opener),
    m_passwords(passwords),
    m_trust(trust),
    m_accounts(accounts),
    m_client(clock)
{
    m_client.setTrust(trust);
    connect(&trust, &net::CertificateTrust::doubted, this, &SignInFlow::onDoubt);
    connect(&opener, &AccountOpener::nodeFailed, this, [this](const node::StartError &error) {
        if (m_account)
            giveUp(Field::Name, sentenceFor(error));
    });
}

SignInFlow::~SignInFlow() = default;

void SignInFlow::start(const std::optional<Form> &prefill)
{
    if (m_window) {
        m_window->show();
        m_window->raise();
        m_window->activateWindow();
        return;
    }
    m_window = std::make_unique<gui::FirstRunWindow>(checkAddress);
    Form form = prefill.value_or(Form());
    form.rememberPassword = m_passwords.isWanted();
    if (prefill)
        m_window->prefill(form);
    connect(m_window.get(), &gui::FirstRunWindow::submitted, this,
            [this](const Form &typed) { submit(typed, Account::PasswordFrom::Person); });
    connect(m_window.get(), &gui::FirstRunWindow::cancelled, this, [this] { giveUp(Field::None, {}); });
    connect(m_window.get(), &gui::FirstRunWindow::certificateTrusted, this, [this] {
        if (const auto doubt = std::exchange(m_doubt, std::nullopt); doubt && m_tried) {
            m_trust.trust(*doubt);
            submit(Form(*m_tried), m_triedFrom);
        }
    });
    connect(m_window.get(), &gui::FirstRunWindow::certificateDeclined, this, [this] { m_doubt.reset(); });
    // Not from inside its own closing.
    connect(
        m_window.get(), &gui::FirstRunWindow::closed, this,
        [this] {
            if (!m_window || m_window->isVisible())
                return;
            dropAccount();
            closeWindow();
            Q_EMIT closed();
            askNext();
        },
        Qt::QueuedConnection);
    m_window->show();
}

void SignInFlow::askFor(const store::AccountRecord &record, const QString &reason)
{
    if (m_window) {
        m_waiting.append({record, reason});
        return;
    }
    start(formOf(record));
    if (!reason.isEmpty())
        m_window->showError(Field::Password, reason);
}

void SignInFlow::askNext()
{
    if (m_waiting.isEmpty() || m_window)
        return;
    const Question next = m_waiting.takeFirst();
    askFor(next.record, next.reason);
}

void SignInFlow::showError(Field field, const QString &sentence)
{
    if (m_window)
        m_window->showError(field, sentence);
}

void SignInFlow::submit(const Form &form, Account::PasswordFrom from)
{
    m_tried = form;
    m_triedFrom = from;
    m_doubt.reset();
    Attempt attempt;
    attempt.passwordFrom = from;
    attempt.password = form.password;
    attempt.rememberPassword = form.rememberPassword;
    attempt.start = form.start;
    if (form.action == gui::FirstRunWindow::Action::OnThisComputer) {
        attempt.record.home = store::AccountRecord::Home::ThisComputer;
        attempt.record.name = form.name.trimmed();
    } else {
        const auto addresses = net::parseServerAddresses(form.server);
        if (!addresses)
            return m_window->showError(Field::Server, sentenceFor(addresses.error()));
        const AccountName account = splitAccountName(form.name);
        attempt.record.name = account.name;
        attempt.record.domain = account.domain;
        for (const net::ServerAddress &address : *addresses)
            attempt.record.endpoints.append(address.url);
        if (form.compactEncoding)
            attempt.record.encoding = protocol::Encoding::ThriftCompact;
    }
    const auto known = m_opener.remembered(attempt.record);
    attempt.record.origin = store::originOf(known.value_or(attempt.record));
    const QList<Account *> open = m_accounts.all();
    if (std::any_of(open.cbegin(), open.cend(),
                    [&](const Account *each) { return isSameAccount(each->record(), attempt.record); }))
        return m_window->showError(Field::Name, tr("This account is signed in already."));

    if (form.action == gui::FirstRunWindow::Action::CreateAccount)
        return createAccount(attempt);
    m_window->setBusy(form.action == gui::FirstRunWindow::Action::OnThisComputer
                          ? tr("Starting the server of this computer…")
                          : tr("Signing in…"));
    signIn(attempt);
}

void SignInFlow::onDoubt(const net::CertificateDoubt &doubt)
{
    if (!m_window || !m_tried)
        return;
    const auto addresses = net::parseServerAddresses(m_tried->server);
    const bool ours = addresses && std::any_of(addresses->cbegin(), addresses->cend(), [&](const auto &each) {
                          return net::CertificateTrust::nameOf(each.url) == doubt.server;
                      });
    if (ours)
        m_doubt = doubt;
}

void SignInFlow::createAccount(const Attempt &attempt)
{
    m_window->setBusy(tr("Creating the account…"));
    m_client.registerAccount(
        {attempt.record.endpoints.constFirst()},
        {attempt.record.name, attempt.record.domain, core::Credentials::Kind::Password, attempt.password},
        m_window.get(), [this, attempt](const net::AccountResult &node) {
            if (node) {
                m_window->setBusy(tr("Signing in…"));
                signIn(attempt);
                return;
            }
            using Kind = net::AccountError::Kind;
            if (node.error().kind == Kind::TlsUntrusted && m_doubt)
                return m_window->askCertificate(questionOf(*m_doubt));
            const auto field = node.error().kind == Kind::NameTaken ? Field::Name
                : node.error().kind == Kind::PasswordTooLong        ? Field::Password
                                                                    : Field::Server;
            m_window->showError(field, sentenceFor(node.error()));
        });
}

void SignInFlow::signIn(const Attempt &attempt)
{
    auto opened = m_opener.open(attempt.record);
    if (!opened) {
        Q_EMIT profileFailed(opened.error());
        return;
    }
    m_account = std::move(*opened);
    core::StatusController &status = m_account->session().status();
    // "Start as Chat" keeps Away or Busy of the last time; Invisible is never left, nor entered, by accident.
    if (attempt.start == core::Availability::Invisible || status.manual().availability == core::Availability::Invisible)
        status.setAvailability(attempt.start);
    connect(&m_account->connection(), &core::Connection::statusChanged, this, &SignInFlow::onStatus);
    if (attempt.record.home == store::AccountRecord::Home::ThisComputer) {
        m_opener.signInAtNode(*m_account);
        return;
    }
    if (attempt.passwordFrom == Account::PasswordFrom::Person)
        m_passwords.setWanted(attempt.rememberPassword);
    m_account->signInWithPassword(attempt.password, attempt.passwordFrom);
}

// The first sign-in of a form ends here: the account is handed over, or the form says why not. Later troubles are the
// connection strip's, and retry by themselves.
void SignInFlow::onStatus(const core::ConnectionStatus &status)
{
    using State = core::ConnectionState;
    switch (status.state) {
    case State::Synchronizing:
    case State::Online:
        m_account->connection().disconnect(this);
        m_opener.remember(m_account->record());
        Q_EMIT signedIn();
        closeWindow();
        askNext();
        break;
    case State::WaitingToRetry:
    case State::Blocked:
        // Of several servers the last may have failed for another reason.
        if (status.problem != core::ConnectionProblem::WrongPassword && m_doubt) {
            dropAccount();
            m_window->askCertificate(questionOf(*m_doubt));
            break;
        }
        giveUp(status.problem == core::ConnectionProblem::WrongPassword ? Field::Password : Field::Server,
               gui::words::connectionSentence(status, -1));
        break;
    case State::Offline:
    case State::Resolving:
    case State::Connecting:
    case State::Authenticating:
        break;
    }
}

void SignInFlow::giveUp(Field field, const QString &sentence)
{
    dropAccount();
    m_window->showError(field, sentence);
}

// Deferred, because the caller may stand in one of its signals.
void SignInFlow::dropAccount()
{
    if (!m_account)
        return;
    m_account->connection().disconnect(this);
    m_account->connection().signOut();
    m_account.release()->deleteLater();
}

void SignInFlow::closeWindow()
{
    m_tried.reset(); // with its password
    if (!m_window)
        return;
    m_window->disconnect(this);
    m_window->hide();
    m_window.release()->deleteLater();
}

} // namespace timbre::app
