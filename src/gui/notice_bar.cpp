// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/notice_bar.h"

#include "gui/icons.h"
#include "gui/panel_style.h"
#include "ui_notice_bar.h"

#include <QApplication>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace timbre::gui {

NoticeBar::NoticeBar(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::NoticeBar>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    connect(m_ui->closeButton, &QToolButton::clicked, this, [this] {
        setSentence({});
        Q_EMIT closed();
    });
    restyle();
    hide();
}

NoticeBar::~NoticeBar() = default;

void NoticeBar::setSentence(const QString &sentence)
{
    m_ui->noticeLabel->setText(sentence);
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
}

void NoticeBar::setClosable(bool closable)
{
    m_ui->closeButton->setVisible(closable);
}

void NoticeBar::setAlarming(bool alarming)
{
    m_alarming = alarming;
    restyle();
}

void NoticeBar::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(
        this,
        u"timbre--gui--NoticeBar { background: %1; }"_s.arg((m_alarming ? theme.warning : theme.selected).name()));
    m_ui->closeButton->setIcon(tintedIcon(u"close"_s, theme.text));
}

void NoticeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        const QString sentence = m_ui->noticeLabel->text();
        m_ui->retranslateUi(this);
        m_ui->noticeLabel->setText(sentence);
    }
    if (changesLook(event))
        restyle();
    QWidget::changeEvent(event);
}

} // namespace timbre::gui
