// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>

namespace timbre::gui {

// While an input method composes a word, Enter and Escape are its keys and never the program's: some input methods let
// them through, and then a half-written word must not be sent, nor what was typed be thrown away. Enter ends the
// composition, Escape drops it; the next one counts. An event filter for the whole program, installed by main() and by
// tests; GUI thread.
class CompositionGuard : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QObject> m_composing; // what shows a text that is not committed yet
};

} // namespace timbre::gui
