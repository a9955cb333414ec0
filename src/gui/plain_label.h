// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace timbre::gui {

// A label for text of other people: always plain text, never wider than its place. One line is
// elided; up to `lines` lines are broken anywhere if need be, so that a name of 64 W or a mood
// without blanks cannot push a window apart. What does not fit is in the (escaped) tooltip, the
// accessible name is the whole text.
class PlainLabel : public QLabel
{
    Q_OBJECT
    Q_PROPERTY(int lines READ lines WRITE setLines)

public:
    explicit PlainLabel(QWidget *parent = nullptr);

    int lines() const { return m_lines; }
    void setLines(int lines);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override { return m_lines > 1; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList broken(int width) const;

    int m_lines = 1;
};

} // namespace timbre::gui
