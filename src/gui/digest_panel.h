// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/digest.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace Ui {
class DigestPanel;
}

namespace timbre::gui {

// "While you were away" above the roster: one sentence per fact, hidden without any. Goes with its close button, with
// Escape in it, or when the window takes it away. Told what to show. Child of the window's left pane; GUI thread.
class DigestPanel : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype mostSentences = 6; // the rest is a number

    using NameOf = std::function<QString(const core::ContactId &)>;

    explicit DigestPanel(QWidget *parent = nullptr);
    ~DigestPanel() override;

    void setDigest(const core::Digest &digest, const NameOf &nameOf); // an empty one hides it
    static QString title(const core::Digest &digest);
    static QStringList sentences(const core::Digest &digest, const NameOf &nameOf);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void restyle();

    std::unique_ptr<Ui::DigestPanel> m_ui;
    core::Digest m_digest;
    NameOf m_nameOf;
};

} // namespace timbre::gui
