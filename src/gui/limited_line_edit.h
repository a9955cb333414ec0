// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace timbre::gui {

// A line edit that refuses what goes beyond a number of user-perceived characters or bytes: a typed
// character is not taken, a pasted text is cut to what fits. Line breaks become blanks. Leaves
// input methods alone: the limit is applied to what they commit.
class LimitedLineEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit LimitedLineEdit(QWidget *parent = nullptr);

    void setLimits(int graphemes, int bytes);
    int remaining() const;

Q_SIGNALS:
    void remainingChanged(int graphemes);

private:
    void enforce(const QString &text);
    bool fits(QStringView text) const;

    QString m_good; // the last text within the limits
    int m_graphemes = 128;
    int m_bytes = 512;
};

} // namespace timbre::gui
