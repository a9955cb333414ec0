// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/connection_strip.h"

#include "gui/icons.h"
#include "gui/panel_style.h"
#include "gui/words.h"
#include "ui_connection_strip.h"

#include <QApplication>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

using core::ConnectionProblem;
using core::ConnectionState;

constexpr qint64 patience = 3'000;
constexpr qint64 longOffline = 60'000;

} // namespace

ConnectionStrip::ConnectionStrip(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::ConnectionStrip>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    m_ui->passwordEdit->setLimits(256, 1024);
    connect(m_ui->actionButton, &QPushButton::clicked, this, [this] {
        if (m_ui->passwordEdit->isHidden()) {
            m_staysOut = false;
            Q_EMIT tryNowChosen();
        } else if (!m_ui->passwordEdit->text().isEmpty()) {
            Q_EMIT passwordEntered(m_ui->passwordEdit->text());
            m_ui->passwordEdit->clear();
        } else {
            m_ui->passwordEdit->setFocus();
        }
    });
    connect(m_ui->passwordEdit, &QLineEdit::returnPressed, m_ui->actionButton, &QPushButton::click);
    connect(m_ui->secondButton, &QPushButton::clicked, this, [this] {
        m_staysOut = true;
        refresh();
    });
    connect(m_ui->detailsButton, &QPushButton::toggled, this, &ConnectionStrip::refresh);
    restyle();
    hide();
}

ConnectionStrip::~ConnectionStrip() = default;

void ConnectionStrip::setClock(core::Clock &clock)
{
    m_clock = &clock;
    m_tick = clock.makeTimer([this] { refresh(); });
}

void ConnectionStrip::setStatus(const core::ConnectionStatus &status)
{
    if (status.problem != m_status.problem || status.state != ConnectionState::Blocked)
        m_staysOut = false;
    m_status = status;
    if (status.state == ConnectionState::Online) {
        m_downSince = -1;
    } else if (m_downSince < 0 && m_clock) {
        m_downSince = m_clock->monotonic();
        m_downSinceWall = m_clock->wall();
    }
    refresh();
}

bool ConnectionStrip::isTrouble() const
{
    if (!m_clock || m_status.state == ConnectionState::Online)
        return false;
    if (m_status.state == ConnectionState::Blocked)
        return true;
    return m_clock->monotonic() - m_downSince >= patience;
}

void ConnectionStrip::refresh()
{
    const bool trouble = isTrouble();
    setVisible(trouble);
    if (!m_clock)
        return;
    const qint64 now = m_clock->monotonic();
    const qint64 down = m_downSince < 0 ? 0 : now - m_downSince;
    const bool waits = m_status.state != ConnectionState::Online && m_status.state != ConnectionState::Blocked
        && m_status.state != ConnectionState::Offline;
    if (m_status.state == ConnectionState::Online || m_status.state == ConnectionState::Blocked)
        m_tick->stop();
    else if (!trouble)
        m_tick->start(core::Milliseconds(patience - down));
    else if (waits)
        m_tick->start(core::Milliseconds(1000));
    if (!trouble)
        return;

    const bool retrying = m_status.state == ConnectionState::WaitingToRetry;
    const bool blocked = m_status.state == ConnectionState::Blocked;
    const qint64 left = m_status.retryAt - now;
    const int seconds = retrying && left > 0 ? static_cast<int>((left + 999) / 1000) : -1;
    QString sentence = words::connectionSentence(m_status, seconds);
    if (waits && down >= longOffline)
        //: %1 is a time of day, %2 a whole sentence
        sentence = tr("No connection since %1. %2").arg(words::clockTime(m_downSinceWall), sentence);

    const bool elsewhere = blocked && m_status.problem == ConnectionProblem::SignedInElsewhere;
    const bool password = blocked && m_status.problem == ConnectionProblem::WrongPassword;
    if (elsewhere && m_staysOut)
        sentence = tr("You stay signed out here.");
    m_ui->sentenceLabel->setText(sentence);
    setAccessibleName(sentence);

    m_ui->passwordEdit->setVisible(password);
    if (elsewhere)
        m_ui->actionButton->setText(tr("Use here"));
    else if (blocked)
        m_ui->actionButton->setText(tr("Sign in again"));
    else
        m_ui->actionButton->setText(tr("Try now"));
    // A try under way has its own end (10 s each); there is nothing to press.
    m_ui->actionButton->setVisible((retrying || blocked) && m_status.problem != ConnectionProblem::BadAddress
                                   && m_status.problem != ConnectionProblem::Hiding);
    setRole(m_ui->actionButton, blocked && !m_staysOut ? "primary" : "");
    m_ui->secondButton->setVisible(elsewhere && !m_staysOut);

    const bool details = m_status.problem != ConnectionProblem::None;
    m_ui->detailsButton->setVisible(details);
    m_ui->detailsLabel->setVisible(details && m_ui->detailsButton->isChecked());
    m_ui->detailsLabel->setText(tr("Reason: %1").arg(words::connectionDetails(m_status)));
}

void ConnectionStrip::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(
        this,
        u"timbre--gui--ConnectionStrip { background: %1; }"_s.arg(theme.warning.name())
            + u"QLabel[role=\"small\"], QPushButton[role=\"quiet\"] { color: %1; }"_s.arg(theme.text.name()));
    m_ui->iconLabel->setPixmap(tintedIcon(u"warning"_s, theme.text).pixmap(QSize(18, 18), devicePixelRatioF()));
}

void ConnectionStrip::changeEvent(QEvent *event)
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
