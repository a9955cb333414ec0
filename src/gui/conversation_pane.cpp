// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/conversation_pane.h"

#include "core/text.h"
#include "gui/conversation_delegate.h"
#include "gui/icons.h"
#include "gui/panel_style.h"
#include "gui/presence_painter.h"
#include "gui/words.h"
#include "ui_conversation_pane.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

using core::Availability;
using core::ContactId;
using core::ConversationId;
using core::Freshness;
using models::ConversationModel;

constexpr int avatarSize = 36;
constexpr int shapeSize = 12;

QString stateOf(const core::ContactPresence &presence, qint64 now)
{
    const QString name = availabilityName(presence.availability);
    QString state;
    if (presence.availability == Availability::Unknown)
        state = ConversationPane::tr("No status received yet");
    else if (presence.freshness == Freshness::Stale && presence.heardAt > 0)
        //: %1 is a state, %2 a time: "Busy, as of 14:05"
        state = ConversationPane::tr("%1, as of %2").arg(name, words::moment(presence.heardAt, now));
    else
        state = words::stateUntil(name, presence.until, now);
    if (presence.mood.isEmpty())
        return state;
    //: %1 is a state, %2 a mood text: "Busy · in a meeting"
    return ConversationPane::tr("%1 · %2").arg(state, core::isolated(presence.mood));
}

} // namespace

ConversationPane::ConversationPane(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::ConversationPane>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    m_ui->avatarView->setDiameter(avatarSize);
    m_ui->strangerBar->setClosable(false);
    m_ui->messageList->setContextMenuPolicy(Qt::CustomContextMenu);
    m_ui->input->setFrameShape(QFrame::NoFrame);
    m_ui->input->installEventFilter(this);
    m_ui->failedBar->hide();
    m_ui->revealBar->hide();
    m_ui->counterLabel->hide();
}

ConversationPane::~ConversationPane() = default;

void ConversationPane::begin(core::Session &session, core::Clock &clock)
{
    m_session = &session;
    m_clock = &clock;
    m_model = std::make_unique<ConversationModel>(session.conversations());
    m_delegate = new ConversationDelegate(clock, this);
    m_model->setAccessibleText([this](const QModelIndex &index) { return m_delegate->sentence(index); });
    m_seen = clock.makeTimer([this] {
        if (!isSeen())
            return;
        m_model->setReading(true);
        m_session->conversations().markRead(m_peer);
    });
    m_ui->messageList->setModel(m_model.get());
    m_ui->messageList->setItemDelegate(m_delegate);
    wire();
    restyle();
}

void ConversationPane::wire()
{
    connect(m_ui->backButton, &QToolButton::clicked, this, &ConversationPane::backChosen);
    const auto showCard = [this] { Q_EMIT cardChosen(m_peer); };
    connect(m_ui->cardButton, &QToolButton::clicked, this, showCard);
    connect(m_ui->avatarView, &QAbstractButton::clicked, this, showCard);

    connect(m_ui->input, &ConversationInput::sendChosen, this, &ConversationPane::send);
    connect(m_ui->sendMessageButton, &QPushButton::clicked, this, [this] {
        send();
        focusInput();
    });
    connect(m_ui->input, &ConversationInput::leaveChosen, this, &ConversationPane::leaveChosen);
    connect(m_ui->input, &ConversationInput::pageChosen, this, [this](int direction) {
        QScrollBar *bar = m_ui->messageList->verticalScrollBar();
        bar->setValue(bar->value() + direction * bar->pageStep());
    });
    connect(m_ui->input, &QPlainTextEdit::textChanged, this, &ConversationPane::refreshCounter);

    connect(m_ui->messageList, &ConversationView::olderWanted, m_model.get(), &ConversationModel::fetchOlder);
    connect(m_model.get(), &ConversationModel::olderComing, m_ui->messageList, &ConversationView::holdPlace);
    connect(m_model.get(), &ConversationModel::olderCame, m_ui->messageList, &ConversationView::restorePlace);
    connect(m_ui->messageList, &ConversationView::endReached, this, &ConversationPane::reconsiderReading);
    connect(m_ui->messageList, &ConversationView::copyChosen, this, &ConversationPane::copySelected);
    connect(m_ui->messageList, &QWidget::customContextMenuRequested, this, &ConversationPane::openMenu);
    connect(m_model.get(), &ConversationModel::failedChanged, this, &ConversationPane::refreshFailed);
    connect(m_model.get(), &QAbstractItemModel::rowsInserted, this, &ConversationPane::refreshPages);
    connect(m_model.get(), &QAbstractItemModel::rowsRemoved, this, &ConversationPane::refreshPages);
    connect(m_model.get(), &QAbstractItemModel::modelReset, this, &ConversationPane::refreshPages);

    connect(m_ui->revealOnceButton, &QPushButton::clicked, this, [this] {
        focusInput();
        sendNow();
    });
    connect(m_ui->revealStayButton, &QPushButton::clicked, this, [this] {
        focusInput();
        m_session->reveals().revealed(m_peer, core::Reveal::Way::Wrote);
        m_session->reveals().stayVisibleTo(m_peer);
        sendNow();
    });
    connect(m_ui->revealCancelButton, &QPushButton::clicked, this, [this] {
        focusInput();
        endReveal();
    });
    connect(m_ui->retryButton, &QPushButton::clicked, this, [this] {
        for (const qint64 id : m_model->failed())
            m_session->conversations().retry(id);
        focusInput();
    });
    connect(m_ui->discardButton, &QPushButton::clicked, this, [this] {
        for (const qint64 id : m_model->failed())
            m_session->conversations().discard(id);
        focusInput();
    });

    connect(&m_session->conversations(), &core::Conversations::messageReceived, this,
            [this](const core::ChatMessage &message) {
                if (message.peer() == m_peer)
                    reconsiderReading();
            });
    connect(&m_session->connection(), &core::Connection::statusChanged, this, &ConversationPane::refreshHint);
    connect(&m_session->reveals(), &core::Reveals::changed, this, &ConversationPane::refreshHint);
}

QString ConversationPane::peerName() const
{
    const auto contact = m_session->roster().contact(m_peer);
    return contact ? contact->displayName() : m_peer.node();
}

void ConversationPane::setPeer(const ContactId &id)
{
    if (id == m_peer) {
        refresh();
        return;
    }
    if (!m_peer.isEmpty())
        m_drafts.insert(m_peer, m_ui->input->toPlainText());
    m_peer = id;
    endReveal();
    m_seen->stop();
    m_model->setReading(false);
    m_delegate->forgetHeights();
    m_delegate->setPeerName(peerName());
    m_model->setConversation(id.isEmpty() ? ConversationId() : ConversationId::with(id));
    m_ui->input->setPlainText(m_drafts.value(id));
    m_ui->input->moveCursor(QTextCursor::End);
    refresh();
    refreshPages();
    m_ui->messageList->scrollToEnd();
    // More than one screen of news is read from its beginning.
    const int firstUnread = m_model->firstUnreadRow();
    if (firstUnread >= 0 && m_ui->messageList->visualRect(m_model->index(firstUnread)).top() < 0)
        m_ui->messageList->scrollTo(m_model->index(firstUnread), QAbstractItemView::PositionAtTop);
    reconsiderReading();
}

void ConversationPane::focusInput()
{
    m_ui->input->setFocus(Qt::OtherFocusReason);
}

void ConversationPane::setBackVisible(bool visible)
{
    m_ui->backButton->setVisible(visible);
}

void ConversationPane::send()
{
    const QString text = m_ui->input->toPlainText();
    if (m_peer.isEmpty() || text.size() > core::longestMessage || core::messageForWire(text).isEmpty())
        return;
    if (m_session->reveals().wouldReveal(m_peer))
        askReveal();
    else
        sendNow();
}

// In place: whoever is hidden is told before the message gives them away (features.md S5).
void ConversationPane::askReveal()
{
    m_ui->revealLabel->setText(
        tr("You are invisible. %1 will know that you are here.").arg(core::isolated(peerName())));
    m_ui->revealBar->show();
    m_ui->revealOnceButton->setFocus(Qt::OtherFocusReason);
}

void ConversationPane::endReveal()
{
    m_ui->revealBar->hide();
}

void ConversationPane::sendNow()
{
    endReveal();
    if (m_session->conversations().send(m_peer, m_ui->input->toPlainText()) == 0)
        return;
    m_session->reveals().revealed(m_peer, core::Reveal::Way::Wrote);
    m_ui->input->clear();
    m_drafts.remove(m_peer);
    m_ui->messageList->scrollToEnd();
}

void ConversationPane::copySelected()
{
    QModelIndexList rows = m_ui->messageList->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList texts;
    for (const QModelIndex &row : std::as_const(rows))
        texts.append(rows.size() == 1 ? row.data(Qt::DisplayRole).toString() : m_delegate->sentence(row));
    if (!texts.isEmpty())
        QApplication::clipboard()->setText(texts.join(u'\n'));
}

void ConversationPane::openMenu(const QPoint &position)
{
    const QModelIndex index = m_ui->messageList->indexAt(position);
    if (!index.isValid())
        return;
    const auto message = index.data(ConversationModel::MessageRole).value<core::ChatMessage>();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this, &ConversationPane::copySelected);
    if (message.state == core::MessageState::Failed) {
        core::Conversations &conversations = m_session->conversations();
        connect(menu->addAction(tr("Try again")), &QAction::triggered, this,
                [&conversations, id = message.id] { conversations.retry(id); });
        connect(menu->addAction(tr("Delete")), &QAction::triggered, this,
                [&conversations, id = message.id] { conversations.discard(id); });
    }
    menu->popup(m_ui->messageList->viewport()->mapToGlobal(position));
}

void ConversationPane::refresh()
{
    if (!m_session || m_peer.isEmpty())
        return;
    refreshHeader();
    refreshHint();
    refreshFailed();
}

qint64 ConversationPane::statesChangeIn() const
{
    if (m_peer.isEmpty())
        return -1;
    const qint64 now = m_clock->wall();
    const core::ContactPresence presence = m_session->presences().presence(m_peer);
    return presence.until > now ? presence.until - now : -1;
}

void ConversationPane::refreshHeader()
{
    const Theme &theme = themeOf(QApplication::palette());
    const QString name = peerName();
    const QString who = core::isolated(name);
    const bool stranger = m_session->conversations().isStranger(m_peer);
    const core::ContactPresence presence = m_session->presences().presence(m_peer);
    m_delegate->setPeerName(name);
    m_ui->avatarView->setPerson(m_peer, name);
    m_ui->avatarView->setPresence(presence.availability, presence.freshness);
    m_ui->avatarView->setPresenceShown(!stranger);
    m_ui->avatarView->setAccessibleName(tr("Show the card of %1").arg(who));
    m_ui->avatarView->setEnabled(!stranger);
    m_ui->cardButton->setVisible(!stranger);
    m_ui->nameLabel->setText(name);
    m_ui->stateLabel->setText(stranger ? m_peer.node() : stateOf(presence, m_clock->wall()));
    const qreal ratio = devicePixelRatioF();
    QPixmap shape(QSize(shapeSize, shapeSize) * ratio);
    shape.setDevicePixelRatio(ratio);
    shape.fill(Qt::transparent);
    {
        QPainter painter(&shape);
        painter.setRenderHint(QPainter::Antialiasing);
        paintPresence(painter, QRectF(1, 1, shapeSize - 2, shapeSize - 2), presence.availability, presence.freshness,
                      theme);
    }
    m_ui->stateIcon->setPixmap(shape);
    m_ui->stateIcon->setVisible(!stranger);
    m_ui->strangerBar->setSentence(stranger ? tr("%1 is not in your contacts.").arg(who) : QString());
    m_ui->messageList->setAccessibleName(tr("Messages with %1").arg(who));
    m_ui->input->setAccessibleName(tr("Message to %1").arg(who));
    m_ui->input->setPlaceholderText(tr("Message to %1").arg(who));
    m_ui->emptyLabel->setText(tr("Nothing said yet. Say hello to %1.").arg(who));
}

void ConversationPane::refreshHint()
{
    if (m_peer.isEmpty())
        return;
    const QString who = core::isolated(peerName());
    const core::ContactPresence presence = m_session->presences().presence(m_peer);
    const qint64 now = m_clock->wall();
    QString hint;
    if (m_session->connection().status().state != core::ConnectionState::Online)
        hint = tr("No connection. What you write will be sent when you are back.");
    else if (m_session->conversations().isHeld(m_peer))
        hint = tr("What you wrote waits: it would tell %1 that you are here.").arg(who);
    else if (presence.availability == Availability::Busy && presence.freshness != Freshness::Stale)
        hint = presence.until > now
            //: %1 is a name, %2 a time like "15:00"
            ? tr("%1 is busy until %2 (your time).").arg(who, words::untilMoment(presence.until, now))
            : tr("%1 is busy.").arg(who);
    m_ui->hintLabel->setText(hint);
    m_ui->hintLabel->setVisible(!hint.isEmpty());
}

void ConversationPane::refreshPages()
{
    QWidget *page = m_model->rowCount() > 0 ? static_cast<QWidget *>(m_ui->messageList) : m_ui->emptyPage;
    if (m_ui->pages->currentWidget() != page)
        m_ui->pages->setCurrentWidget(page);
}

void ConversationPane::refreshFailed()
{
    const QList<qint64> failed = m_model->failed();
    m_ui->failedBar->setVisible(!failed.isEmpty());
    if (failed.isEmpty())
        return;
    m_ui->failedLabel->setText(tr("%n message(s) not sent", nullptr, static_cast<int>(failed.size())));
    m_ui->retryButton->setAccessibleName(tr("Send again what was not sent"));
    m_ui->discardButton->setAccessibleName(tr("Delete what was not sent"));
}

void ConversationPane::refreshCounter()
{
    const QString text = m_ui->input->toPlainText();
    const qsizetype left = core::longestMessage - text.size();
    m_ui->counterLabel->setVisible(left < counterFrom);
    m_ui->counterLabel->setText(locale().toString(left));
    m_ui->counterLabel->setAccessibleName(tr("%n character(s) left", nullptr, static_cast<int>(left)));
    setRole(m_ui->counterLabel, left < 0 ? "error" : "small");
    m_ui->sendMessageButton->setEnabled(left >= 0 && !core::messageForWire(text).isEmpty());
}

bool ConversationPane::isSeen() const
{
    return !m_peer.isEmpty() && isVisible() && isActiveWindow() && !window()->isMinimized()
        && m_ui->messageList->isAtEnd();
}

void ConversationPane::reconsiderReading()
{
    if (!m_session)
        return;
    if (!isSeen()) {
        m_seen->stop();
        m_model->setReading(false);
        return;
    }
    if (m_session->conversations().unread(m_peer) == 0)
        m_model->setReading(true);
    else if (m_model->isReading())
        m_session->conversations().markRead(m_peer);
    else if (!m_seen->isActive())
        m_seen->start(seenAfter);
}

void ConversationPane::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(this,
                    u"timbre--gui--ConversationPane, QStackedWidget#pages, QWidget#emptyPage,"
                    "timbre--gui--ConversationView, QFrame#composer, timbre--gui--PlainLabel#hintLabel"
                    " { background: %1; }"
                    "QFrame#header { background: %2; border: none; border-bottom: 1px solid %3; }"
                    "QFrame#failedBar, QFrame#revealBar { background: %4; border: none; }"
                    "QFrame#field { background: %2; border: 1px solid %5; border-radius: 8px; padding: 1px; }"
                    "QFrame#field[active=\"true\"] { border: 2px solid %6; padding: 0; }"
                    "timbre--gui--ConversationInput { background: transparent; border: none; }"_s.arg(
                        theme.window.name(), theme.raised.name(), theme.separator.name(), theme.warning.name(),
                        theme.border.name(), theme.accent.name()));
    m_ui->cardButton->setIcon(themedIcon(u"person"_s, theme));
    m_ui->backButton->setIcon(themedIcon(layoutDirection() == Qt::RightToLeft ? u"forward"_s : u"back"_s, theme));
    m_ui->input->setFont(withEmoji(QApplication::font()));
}

bool ConversationPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->input && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        m_ui->field->setProperty("active", event->type() == QEvent::FocusIn);
        m_ui->field->style()->unpolish(m_ui->field);
        m_ui->field->style()->polish(m_ui->field);
    }
    return QWidget::eventFilter(watched, event);
}

bool ConversationPane::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::WindowDeactivate)
        reconsiderReading();
    return done;
}

void ConversationPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh();
    }
    if (m_session && (changesLook(event) || event->type() == QEvent::LayoutDirectionChange)) {
        m_delegate->forgetHeights();
        restyle();
        refresh();
        m_ui->messageList->viewport()->update();
    }
    QWidget::changeEvent(event);
}

void ConversationPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QMetaObject::invokeMethod(this, &ConversationPane::reconsiderReading, Qt::QueuedConnection);
}

void ConversationPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    reconsiderReading();
}

} // namespace timbre::gui
