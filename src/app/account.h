// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/random.h"
#include "core/session.h"
#include "gui/main_window.h"
#include "models/roster_model.h"
#include "net/certificate_trust.h"
#include "net/connection_manager.h"
#include "net/network_watch.h"
#include "net/wake_watch.h"
#include "store/profile.h"

#include <QObject>

namespace timbre::app {

class EmbeddedNode;

// One signed-in account with everything that belongs to it, wired: line, session, roster rows, window. Owned by
// Application or Demo; GUI thread. Members are declared in the order in which they depend on each other.
class Account : public QObject
{
    Q_OBJECT

public:
    // `data` is where this account's contacts and status are kept.
    Account(std::unique_ptr<store::Profile> data, store::AccountRecord record, core::Clock &clock, core::Random &random,
            QObject *parent = nullptr);
    ~Account() override;

    const store::AccountRecord &record() const { return m_record; }
    core::Connection &connection() { return m_connection; }
    core::Session &session() { return m_session; }
    core::Store &store() { return *m_data; }
    gui::MainWindow &window() { return m_window; }

    enum class PasswordFrom { Person, Keychain, File };
    void signInWithPassword(const QString &password, PasswordFrom from);
    // The node hands out a fresh token for every attempt; it outlives the account.
    void signInAtNode(EmbeddedNode &node);

    // Before the first sign-in; it outlives the account.
    void setTrust(net::CertificateTrust &trust) { m_connection.setTrust(trust); }
    // Other servers or another encoding; a line that does not fit any more begins anew.
    void setServers(const QList<QUrl> &servers, protocol::Encoding encoding);
    // Kept with the account's data; the password is not. A line that is there or wanted begins anew.
    const net::ProxyChoice &proxy() const { return m_proxy; }
    void setProxy(const net::ProxyChoice &proxy, const QString &password);

    // What tells whether the user is there; outlives the account. Without it Away comes by hand only.
    void setIdleSource(core::IdleSource &source);
    // The way to the net may be another one: see whether the line still stands.
    void probe() { m_connection.probeNow(); }

    // Signs out politely and emits left() when the line is closed, at the latest after two seconds.
    void leave();

Q_SIGNALS:
    void left();
    void signOutChosen();
    void woke(); // this computer, from sleep
    // One that the person typed, and the server took; once.
    void passwordAccepted(const QString &password);
    // The first sign-in told the own node.
    void recordChanged(const timbre::store::AccountRecord &record);

private:
    void wire();
    void recallWindow();
    void rememberWindow();
    QList<core::Endpoint> endpoints() const;
    void onStatusChanged(const core::ConnectionStatus &status);

    std::unique_ptr<store::Profile> m_data;
    store::AccountRecord m_record;
    net::ConnectionManager m_connection;
    net::WakeWatch m_wakes;
    net::NetworkWatch m_network;
    core::Session m_session;
    net::ProxyChoice m_proxy;
    QString m_untriedPassword; // typed, until the server has taken it
    models::RosterModel m_roster;
    gui::MainWindow m_window;
    std::unique_ptr<core::Timer> m_leaveLimit;
    bool m_wasAsleep = false;
};

// "alice" or "alice@example.org" taken apart at the last @: name and domain of protocol.md 4.1.
struct AccountName {
    QString name;
    QString domain;
};
AccountName splitAccountName(const QString &typed);
QString accountLabel(const store::AccountRecord &record);

} // namespace timbre::app
