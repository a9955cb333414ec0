// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class NoticeBar;
}

namespace timbre::gui {

// One sentence with a close button; hidden without one. For what happened on this computer and for
// what a request led to.
class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);
    ~NoticeBar() override;

    void setSentence(const QString &sentence);
    void setClosable(bool closable);
    void setAlarming(bool alarming); // the warning colour

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    std::unique_ptr<Ui::NoticeBar> m_ui;
    bool m_alarming = false;
};

} // namespace timbre::gui
