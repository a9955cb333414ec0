// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/account.h"
#include "app/embedded_node.h"
#include "app/saved_password.h"

#include <QObject>

namespace timbre::app {

// Makes Account objects for records: each with the data folder of its own below the profile's, so that signing in as
// somebody else loses nothing; keeps what they report (their node, a password that was accepted) in the profile and the
// keychain. Owns the embedded node, which runs while an account of this computer is there. Owned by Application,
// outlives the accounts; GUI thread; all references outlive it.
class AccountOpener : public QObject
{
    Q_OBJECT

public:
    AccountOpener(store::Profile &profile, SavedPassword &passwords, net::CertificateTrust &trust,
                  core::IdleSource &desk, core::Clock &clock, core::Random &random);
    ~AccountOpener() override;

    Expected<std::unique_ptr<Account>, store::ProfileError> open(const store::AccountRecord &record);
    // Now, or as soon as the node runs.
    void signInAtNode(Account &account);

    // What the profile's list says of this account; its newest origin, if it is known already.
    std::optional<store::AccountRecord> remembered(const store::AccountRecord &record) const;
    // Adds it to the list of the profile, or changes it there.
    void remember(const store::AccountRecord &record);
    // No more opened at the next start. Its data stay; so does the last account, to be offered in the form.
    void forget(const store::AccountRecord &record);

Q_SIGNALS:
    // Made, and not signed in yet: what it must know before is to be told now.
    void opened(timbre::app::Account *account);
    // None of the accounts that asked for it can sign in.
    void nodeFailed(const timbre::node::StartError &error);

private:
    void startNode();
    void onNodeUserGone(QObject *account);

    store::Profile &m_profile;
    SavedPassword &m_passwords;
    net::CertificateTrust &m_trust;
    core::IdleSource &m_desk;
    core::Clock &m_clock;
    core::Random &m_random;
    std::unique_ptr<EmbeddedNode> m_node;
    QList<Account *> m_nodeUsers; // that asked for the node and are still there
};

} // namespace timbre::app
