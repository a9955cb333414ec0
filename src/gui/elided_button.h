// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

namespace timbre::gui {

// A push button for a text of any length: takes the width its layout gives and elides what does not
// fit. The text is plain, always: an ampersand is one, not a mnemonic. The whole text is the tool
// tip; the accessible name is the caller's. Owned by its parent; GUI thread.
class ElidedButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ElidedButton(QWidget *parent = nullptr);

    void setPlainText(const QString &text);
    QString shownText() const; // as painted at the present width

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_plainText;
};

} // namespace timbre::gui
