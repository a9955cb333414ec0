// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace timbre::gui {

// A button that paints itself and shows its focus ring to those who came by keyboard only; repainted
// when the pointer comes or goes. Base of AvatarView and LineButton; paints nothing. GUI thread.
class RingButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit RingButton(QWidget *parent = nullptr);

protected:
    bool showsRing() const { return hasFocus() && m_byKeyboard; }
    void focusInEvent(QFocusEvent *event) override;

private:
    bool m_byKeyboard = false; // the focus came
};

} // namespace timbre::gui
