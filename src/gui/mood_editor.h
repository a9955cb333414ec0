// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/store.h"

#include <QWidget>

#include <memory>

class QAction;
class QStringListModel;

namespace Ui {
class MoodEditor;
}

namespace timbre::gui {

// The mood as one line to type in, inside the own header (features.md S2): Enter or the tick at
// its end applies, Esc or leaving cancels; the state it is for stands before the text; completions from moods used before;
// a counter from 20 characters left. Owned by StatusHeader.
class MoodEditor : public QWidget
{
    Q_OBJECT

public:
    explicit MoodEditor(QWidget *parent = nullptr);
    ~MoodEditor() override;

    void start(const core::ManualStatus &status, const QList<core::RecentMood> &recents);

Q_SIGNALS:
    void applied(const timbre::core::ManualStatus &status);
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showRemaining(int graphemes);
    void restyle();

    std::unique_ptr<Ui::MoodEditor> m_ui;
    QStringListModel *m_completions; // child
    QAction *m_state; // children of the line edit
    QAction *m_apply;
    core::Availability m_availability = core::Availability::Chat;
};

} // namespace timbre::gui
