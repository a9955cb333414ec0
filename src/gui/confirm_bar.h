// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ConfirmBar;
}

namespace timbre::gui {

// "Remove Bob?" and "Block Bob?", asked in place at the lower edge of the window and never modal;
// says what the other one will notice. Esc cancels. Hidden unless asking. Owned by the window's
// form.
class ConfirmBar : public QWidget
{
    Q_OBJECT

public:
    explicit ConfirmBar(QWidget *parent = nullptr);
    ~ConfirmBar() override;

    void askRemove(const core::Contact &contact);
    void askBlock(const core::Contact &contact);
    void cancel();
    core::ContactId asksAbout() const; // empty while hidden

Q_SIGNALS:
    void removeConfirmed(const timbre::core::ContactId &id, bool alsoBlock);
    void blockConfirmed(const timbre::core::ContactId &id);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Question { None, Remove, Block };

    void ask(Question question, const core::Contact &contact);
    void refresh();
    void restyle();

    std::unique_ptr<Ui::ConfirmBar> m_ui;
    Question m_question = Question::None;
    core::Contact m_contact;
};

} // namespace timbre::gui
