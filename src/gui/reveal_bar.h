// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPointer>
#include <QWidget>

#include <functional>
#include <memory>

namespace Ui {
class RevealBar;
}

namespace timbre::gui {

// A question in place, with an eye before it: what would be seen, and up to three answers, the last of which is the
// safe one. One question at a time; a newer one answers the older with the safe answer. Hidden without one. Owned by
// the window, below everything else.
class RevealBar : public QWidget
{
    Q_OBJECT

public:
    using Answered = std::function<void(int answer)>; // index into the answers; called once

    explicit RevealBar(QWidget *parent = nullptr);
    ~RevealBar() override;

    // `focuses` takes the keyboard to the safe answer, for a question that follows from what the user just did.
    void ask(const QString &question, const QString &sentence, const QStringList &answers, Answered answered,
             bool focuses = true);
    // As if the safe answer was chosen.
    void cancel();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void answer(int index);
    void restyle();

    std::unique_ptr<Ui::RevealBar> m_ui;
    Answered m_answered;
    int m_answers = 0;
    QPointer<QWidget> m_focusBefore;
};

} // namespace timbre::gui
