// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/certificate_panel.h"

#include "core/text.h"
#include "gui/panel_style.h"
#include "gui/theme.h"
#include "ui_certificate_panel.h"

#include <QApplication>
#include <QFontDatabase>
#include <QKeyEvent>

namespace timbre::gui {

using namespace Qt::StringLiterals;
using Kind = CertificateQuestion::Kind;

CertificatePanel::CertificatePanel(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::CertificatePanel>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    connect(m_ui->trustButton, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT trustChosen();
    });
    connect(m_ui->declineButton, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT declineChosen();
    });
    restyle();
    hide();
}

CertificatePanel::~CertificatePanel() = default;

void CertificatePanel::ask(const CertificateQuestion &question)
{
    if (isAsking() && m_question == question)
        return;
    m_question = question;
    refresh();
    restyle();
    show();
}

void CertificatePanel::cancel()
{
    hide();
}

void CertificatePanel::refresh()
{
    const QString server = core::isolated(m_question.server);
    QString words;
    QString advice;
    switch (m_question.kind) {
    case Kind::Unknown:
        words = tr("The certificate of %1 is not known on this computer. Nothing was sent yet.").arg(server);
        advice = tr("Compare the fingerprint with the one its operator gives you by another way. If they differ, "
                    "somebody may be reading along.");
        break;
    case Kind::Changed:
        words = tr("Alarm: the certificate of %1 is another one than you trusted. Either its operator has made a new "
                   "one, or somebody is between you and the server. Nothing was sent.")
                    .arg(server);
        advice = tr("Trust the new one only if its operator confirms it.");
        break;
    case Kind::Unusable:
        words = tr("The certificate of %1 cannot be used: it has expired or is damaged. Nothing was sent. Only its "
                   "operator can put that right.")
                    .arg(server);
        break;
    }
    if (m_question.otherName && !m_question.subject.isEmpty())
        words
            += u' ' + tr("It was made for another name: %1.").arg(core::isolated(core::cleanName(m_question.subject)));
    m_ui->questionLabel->setText(words);
    m_ui->adviceLabel->setText(advice);
    m_ui->adviceLabel->setVisible(!advice.isEmpty());
    m_ui->fingerprintEdit->setPlainText(m_question.fingerprint);
    m_ui->rememberedEdit->setPlainText(m_question.remembered);
    const bool changed = m_question.kind == Kind::Changed;
    m_ui->rememberedTitle->setVisible(changed);
    m_ui->rememberedEdit->setVisible(changed);
    m_ui->trustButton->setVisible(m_question.kind != Kind::Unusable);
    m_ui->trustButton->setText(changed ? tr("&Trust the new one") : tr("&Trust"));
    m_ui->declineButton->setText(m_question.kind == Kind::Unusable ? tr("&Close") : tr("&Don’t connect"));
    setAccessibleName(words);
    keepWordsWhole();
}

void CertificatePanel::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    const bool alarm = m_question.kind != Kind::Unknown;
    applyPanelStyle(this,
                    u"timbre--gui--CertificatePanel { background: %1; border-bottom: 1px solid %2; }"
                    "QPlainTextEdit { background: %3; color: %4; border: 1px solid %2; border-radius: 6px; }"_s.arg(
                        (alarm ? theme.warning : theme.selected).name(), theme.border.name(), theme.raised.name(),
                        theme.text.name()));
    setRole(m_ui->trustButton, m_question.kind == Kind::Changed ? "danger" : "");
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(QApplication::font().pointSizeF());
    for (QPlainTextEdit *edit : {m_ui->fingerprintEdit, m_ui->rememberedEdit}) {
        edit->setFont(fixed);
        edit->setWordWrapMode(QTextOption::WrapAnywhere);
        // 95 characters take up to three lines in a narrow window.
        edit->setFixedHeight(QFontMetrics(fixed).lineSpacing() * 3 + 14);
        edit->setLayoutDirection(Qt::LeftToRight);
    }
}

// An alarm must not be cut short where space is scarce: the list below gives way.
void CertificatePanel::keepWordsWhole()
{
    const QMargins margins = layout()->contentsMargins();
    for (QLabel *label : std::initializer_list<QLabel *>{m_ui->questionLabel, m_ui->adviceLabel})
        label->setMinimumHeight(label->heightForWidth(width() - margins.left() - margins.right()));
}

void CertificatePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    keepWordsWhole();
}

void CertificatePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_ui->declineButton->click();
    else
        QWidget::keyPressEvent(event);
}

void CertificatePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh();
    }
    if (changesLook(event))
        restyle();
    QWidget::changeEvent(event);
}

} // namespace timbre::gui
