// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/session.h"
#include "gui/account_choice.h"
#include "gui/certificate_panel.h"
#include "models/roster_model.h"

#include <QMainWindow>

#include <memory>

namespace Ui {
class MainWindow;
}

namespace timbre::core {
class TellMe;
}

namespace timbre::gui {

// One account on one screen: own header with status menu and mood editor, connection strip,
// requests, roster, conversation, contact card. Shows what core says, tells core what the user picks (through
// Session's and StatusController's calls only), never sees a frame or a socket. Owned by app; GUI
// thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // `session` and `roster` outlive the window.
    MainWindow(core::Session &session, models::RosterModel &roster, core::Clock &clock, QWidget *parent = nullptr);
    ~MainWindow() override;

    // What the header calls the account when it has no name yet: "alice", "alice@example.org".
    void setAccountLabel(const QString &account, const QString &serverInWords);
    // A sentence about this computer's side (disk full, node stopped), shown in place until cleared
    // with an empty one.
    void setNotice(const QString &sentence);
    void setCompactRows(bool compact);
    // What the menu offers to switch to: all accounts, this one among them.
    void setAccounts(const QList<AccountChoice> &accounts);
    // Asks in place, below the line's strip, until answered or told that there is nothing to ask any more.
    void askCertificate(const CertificateQuestion &question);
    void dropCertificateQuestion();
    // Shows the conversation with this contact, or with someone who is none, ready to write. Raises no window.
    void openConversation(const core::ContactId &id);
    core::ContactId shownConversation() const;
    // Closing it hides it, because it is in the tray then.
    void setClosingHides(bool hides);
    // Unread messages of all accounts, for the title.
    void setUnread(int count);
    // The wishes that the menus of contacts offer; null = none are kept.
    void setTellMe(core::TellMe *tellMe);
    // Opens the dialog that chooses when the status ends.
    void chooseEnd();
    // Opens the dialog that adds a contact, with this account in it.
    void addContact(const QString &wanted);
    // Whether changes of the roster are told to screen readers (Preferences::announceChanges).
    void setAnnouncing(bool on);

Q_SIGNALS:
    void signOutChosen();
    void quitChosen();
    // Blocked by a wrong password or token: the user typed a new password in the strip.
    void passwordEntered(const QString &password);
    void appearanceChosen(int appearance); // gui::Appearance
    void accountChosen(int index); // of setAccounts()
    void addAccountChosen();
    void settingsChosen();
    void certificateTrusted(); // the one asked about
    void certificateDeclined();
    void announcingChosen(bool on);
    // The roster row of this contact was painted with this availability for the first time after a
    // change; for the measured demo. Cheap; emitted only while connected.
    void contactPainted(const timbre::core::ContactId &id, timbre::core::Availability availability);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    std::unique_ptr<Ui::MainWindow> m_ui;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace timbre::gui
