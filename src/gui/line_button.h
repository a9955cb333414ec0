// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "gui/ring_button.h"

namespace timbre::gui {

// A line of text one can click, elided to its place, with an icon before and perhaps one after it;
// a quiet background appears under the pointer. For the state and the mood in the own header. The
// text is plain, always.
class LineButton : public RingButton
{
    Q_OBJECT

public:
    explicit LineButton(QWidget *parent = nullptr);

    void setTrailingIcon(const QIcon &icon);
    void setSecondary(bool secondary); // the second colour
    void setKeepsText(bool keeps); // never elided while its neighbours can give way

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int textRoom() const;
    int side() const; // of the icons

    QIcon m_trailing;
    bool m_secondary = false;
    bool m_keepsText = false;
};

} // namespace timbre::gui
