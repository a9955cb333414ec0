// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

#include <memory>

namespace Ui {
class CertificatePanel;
}

namespace timbre::gui {

// What to ask about a certificate that nobody vouches for. A value.
struct CertificateQuestion {
    enum class Kind { Unknown, Changed, Unusable };
    Kind kind = Kind::Unknown;
    QString server; // host:port
    QString fingerprint; // in words
    QString remembered; // of the one trusted so far; Changed only
    QString subject; // a stranger's text
    bool otherName = false;

    bool operator==(const CertificateQuestion &) const = default;
};

// "The certificate of tim.example.org is not known: compare": asked in place, in the main window below the line's strip
// and in the first-run form, never modal. A changed one is an alarm and shows both fingerprints; an unusable one is
// only told, not offered. Esc declines. Hidden unless asking. GUI thread; says what was chosen and decides nothing.
class CertificatePanel : public QWidget
{
    Q_OBJECT

public:
    explicit CertificatePanel(QWidget *parent = nullptr);
    ~CertificatePanel() override;

    void ask(const CertificateQuestion &question);
    void cancel(); // without an answer
    bool isAsking() const { return !isHidden(); }

Q_SIGNALS:
    void trustChosen();
    void declineChosen();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void keepWordsWhole();
    void restyle();

    std::unique_ptr<Ui::CertificatePanel> m_ui;
    CertificateQuestion m_question;
};

} // namespace timbre::gui
