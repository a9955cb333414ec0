// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/session.h"
#include "models/conversation_model.h"

#include <QHash>
#include <QWidget>

#include <memory>

namespace Ui {
class ConversationPane;
}

namespace timbre::gui {

class ConversationDelegate;

// One conversation: who it is with and how they are, what was said, and where to write. What comes is read once the
// pane was seen for a moment, in the active window and scrolled to its end. What is being written is kept per
// conversation while the program runs. Texts of other people are plain text; nothing in them can be clicked. Owned by
// the window's form; begin() before anything else. GUI thread.
class ConversationPane : public QWidget
{
    Q_OBJECT

public:
    explicit ConversationPane(QWidget *parent = nullptr);
    ~ConversationPane() override;

    // Both outlive the pane.
    void begin(core::Session &session, core::Clock &clock);
    void setPeer(const core::ContactId &id); // empty: nobody, and nothing is read
    core::ContactId peer() const { return m_peer; }
    void focusInput();
    void setBackVisible(bool visible);
    // Who it is with, how they are, what stands in the way of sending; until statesChangeIn() has passed.
    void refresh();
    qint64 statesChangeIn() const; // ms; -1 = never

    static constexpr core::Milliseconds seenAfter{400};
    static constexpr int counterFrom = 500; // characters left

Q_SIGNALS:
    void backChosen();
    void cardChosen(const timbre::core::ContactId &id);
    void leaveChosen(); // Esc: to the roster

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void wire();
    void send();
    void sendNow();
    void askReveal();
    void endReveal();
    void copySelected();
    void openMenu(const QPoint &position);
    void refreshHeader();
    void refreshHint();
    void refreshPages();
    void refreshFailed();
    void refreshCounter();
    bool isSeen() const;
    void reconsiderReading();
    void restyle();
    QString peerName() const;

    std::unique_ptr<Ui::ConversationPane> m_ui;
    core::Session *m_session = nullptr;
    core::Clock *m_clock = nullptr;
    std::unique_ptr<models::ConversationModel> m_model;
    ConversationDelegate *m_delegate = nullptr; // child
    std::unique_ptr<core::Timer> m_seen; // runs while it is seen and not yet read
    core::ContactId m_peer;
    QHash<core::ContactId, QString> m_drafts;
};

} // namespace timbre::gui
