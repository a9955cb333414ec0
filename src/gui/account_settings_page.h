// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "gui/account_settings.h"
#include "gui/first_run_window.h"

#include <QWidget>

#include <memory>

namespace Ui {
class AccountSettingsPage;
}

namespace timbre::gui {

// The page "Accounts & connection" of the settings window: per account its servers, encoding, proxy and whether the
// password is kept; and the certificates trusted by hand. Every change holds at once and is told by a signal; what does
// not make sense is said beside the field and told to nobody. GUI thread; part of SettingsDialog.
class AccountSettingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit AccountSettingsPage(QWidget *parent = nullptr);
    ~AccountSettingsPage() override;

    void setAddressCheck(FirstRunWindow::AddressCheck check); // before the first account
    void setAccounts(const QList<AccountSettings> &accounts);
    void showAccount(int index);
    void setCertificates(const QList<TrustedCertificate> &certificates);

Q_SIGNALS:
    void changed(int index, const timbre::gui::AccountSettings &settings);
    void proxyPasswordEntered(int index, const QString &password);
    void forgetPasswordChosen(int index);
    void forgetCertificateChosen(const QString &server);

protected:
    void changeEvent(QEvent *event) override;

private:
    AccountSettings *current();
    void showCurrent();
    void refreshServers(int row);
    void refreshButtons();
    void refreshPadlock();
    void refreshWords();
    void addServer();
    void removeServer();
    void moveServer(int by);
    void takeProxy();
    void tell();
    void restyle();

    std::unique_ptr<Ui::AccountSettingsPage> m_ui;
    FirstRunWindow::AddressCheck m_check;
    QList<AccountSettings> m_accounts;
    QList<TrustedCertificate> m_certificates;
    bool m_showing = false; // the fields are being filled, nobody types
};

} // namespace timbre::gui
