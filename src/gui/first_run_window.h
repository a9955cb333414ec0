// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"
#include "core/connection.h"
#include "gui/certificate_panel.h"

#include <QWidget>

#include <memory>

namespace Ui {
class FirstRunWindow;
}

namespace timbre::gui {

// Shown while a profile has no account, or after signing out: "On this computer", "Sign in",
// "Create account" (features.md 5.4). Collects what is needed and hands it out; app does the work
// and reports back with setBusy() and showError(), which stand beside the field they are about.
// Owned by app; GUI thread. The server address is parsed by the AddressCheck given in (gui does not
// know net).
class FirstRunWindow : public QWidget
{
    Q_OBJECT

public:
    enum class Action { OnThisComputer, SignIn, CreateAccount };
    Q_ENUM(Action)
    enum class Field { None, Server, Name, Password };
    enum class Padlock { Invalid, Encrypted, LoopbackPlain, Plain };

    struct Form {
        Action action = Action::OnThisComputer;
        QString server; // as typed, one address or several of a cluster; empty OnThisComputer
        bool compactEncoding = false; // of what goes to and from that server
        QString name;
        QString password; // empty OnThisComputer
        bool rememberPassword = true; // in the desktop's keychain
        core::Availability start = core::Availability::Chat; // or Invisible
    };
    using AddressCheck = std::function<Padlock(const QString &)>;

    explicit FirstRunWindow(AddressCheck check, QWidget *parent = nullptr);
    ~FirstRunWindow() override;

    void prefill(const Form &form);
    // Fields and buttons wait, a line says what is being done; ends with showError() or by closing
    // the window.
    void setBusy(const QString &what);
    void showError(Field field, const QString &sentence);
    // Asks in the form; ends the waiting. Answered by one of the two signals, or forgotten with the next error or try.
    void askCertificate(const CertificateQuestion &question);

Q_SIGNALS:
    void submitted(const timbre::gui::FirstRunWindow::Form &form);
    void cancelled(); // while busy
    void closed();
    void certificateTrusted(); // the one asked about
    void certificateDeclined();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    std::unique_ptr<Ui::FirstRunWindow> m_ui;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace timbre::gui
