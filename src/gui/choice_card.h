// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace timbre::gui {

// A large button with an icon, a title and a sentence: one of the choices of the first-run page.
// Grows with the font and breaks its sentence. text() is the title.
class ChoiceCard : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ChoiceCard(QWidget *parent = nullptr);

    void setSentence(const QString &sentence);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect sentenceRect(int width) const;
    int side() const; // of the icon
    int textLeft() const;

    QString m_sentence;
};

} // namespace timbre::gui
