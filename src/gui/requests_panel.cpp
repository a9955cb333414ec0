// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/requests_panel.h"

#include "gui/panel_style.h"
#include "gui/request_card.h"
#include "gui/theme.h"
#include "ui_requests_panel.h"

#include <QApplication>
#include <QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timbre::gui {

RequestsPanel::RequestsPanel(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::RequestsPanel>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_ui->cards->installEventFilter(this);
    connect(m_ui->moreButton, &QPushButton::clicked, this, [this] {
        const bool all = m_wanted >= qMin<qsizetype>(m_requests.size(), shownAtMost);
        m_wanted = all ? shownAtFirst : m_wanted + page;
        refresh();
    });
    connect(m_ui->declineAllButton, &QPushButton::clicked, this, &RequestsPanel::declineAll);
    restyle();
    hide();
}

RequestsPanel::~RequestsPanel() = default;

void RequestsPanel::setRequests(const QList<core::Contact> &requests)
{
    m_requests = requests;
    refresh();
}

bool RequestsPanel::showError(const core::ContactId &id, const QString &sentence)
{
    RequestCard *card = m_cards.value(id);
    if (card)
        card->setError(sentence);
    return card != nullptr;
}

void RequestsPanel::setRevealing(bool reveals)
{
    if (reveals == m_revealing)
        return;
    m_revealing = reveals;
    for (RequestCard *card : std::as_const(m_cards))
        card->setRevealing(reveals);
}

RequestCard *RequestsPanel::makeCard(const core::ContactId &id)
{
    auto *card = new RequestCard(m_ui->cards);
    card->setObjectName(u"requestCard"_s);
    card->setRevealing(m_revealing);
    const auto relation = [this, id] {
        const auto it = std::find_if(m_requests.cbegin(), m_requests.cend(),
                                     [&id](const core::Contact &contact) { return contact.id == id; });
        return it == m_requests.cend() ? core::Relation::AsksUs : it->relation;
    };
    connect(card, &RequestCard::acceptChosen, this, [this, card, id] {
        card->setError({});
        Q_EMIT acceptChosen(id);
    });
    connect(card, &RequestCard::declineChosen, this, [this, card, id, relation] {
        card->setError({});
        if (relation() == core::Relation::Unapproved)
            Q_EMIT removeChosen(id);
        else
            Q_EMIT declineChosen(id);
    });
    connect(card, &RequestCard::blockChosen, this, [this, card, id] {
        card->setError({});
        Q_EMIT blockChosen(id);
    });
    return card;
}

void RequestsPanel::refresh()
{
    const auto all = static_cast<int>(m_requests.size());
    const int shown = qMin(all, qMin(m_wanted, shownAtMost));
    QHash<core::ContactId, RequestCard *> old;
    old.swap(m_cards);
    for (int i = 0; i < shown; ++i) {
        const core::Contact &contact = m_requests[i];
        RequestCard *card = old.take(contact.id);
        if (!card)
            card = makeCard(contact.id);
        card->setContact(contact);
        if (m_ui->cardsLayout->indexOf(card) != i)
            m_ui->cardsLayout->insertWidget(i, card);
        card->show();
        m_cards.insert(contact.id, card);
    }
    for (RequestCard *card : std::as_const(old)) {
        m_ui->cardsLayout->removeWidget(card);
        card->hide();
        card->deleteLater(); // perhaps in the middle of its own click
    }
    m_ui->badgeLabel->setText(locale().toString(all));
    m_ui->badgeLabel->setAccessibleName(tr("%n request(s)", nullptr, all));
    const int more = all - shown;
    m_ui->moreButton->setVisible(all > shownAtFirst);
    const bool asMany = shown >= qMin(all, shownAtMost);
    m_ui->moreButton->setText(!asMany        ? tr("and %n more", "requests", more)
                                  : more > 0 ? tr("Show fewer (%n more wait)", nullptr, more)
                                             : tr("Show fewer"));
    const qsizetype count = received().size();
    if (m_toDecline != count)
        m_toDecline = 0; // what was asked is not the question any more
    m_ui->declineAllButton->setVisible(count > shownAtFirst);
    m_ui->declineAllButton->setText(m_toDecline > 0 ? tr("Decline %n request(s)", nullptr, static_cast<int>(count))
                                                    : tr("Decline all…"));
    setVisible(all > 0);
    fit();
}

QList<core::ContactId> RequestsPanel::received() const
{
    QList<core::ContactId> ids;
    for (const core::Contact &contact : m_requests) {
        if (contact.relation == core::Relation::AsksUs)
            ids.append(contact.id);
    }
    return ids;
}

void RequestsPanel::declineAll()
{
    const QList<core::ContactId> ids = received();
    if (m_toDecline != ids.size()) {
        m_toDecline = ids.size();
        refresh();
        return;
    }
    m_toDecline = 0;
    for (const core::ContactId &id : ids)
        Q_EMIT declineChosen(id);
}

// As high as the cards need, but never more than the roster can spare.
void RequestsPanel::fit()
{
    const int width = m_ui->scrollArea->viewport()->width();
    QLayout *layout = m_ui->cards->layout();
    const int wanted
        = layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : layout->totalSizeHint().height();
    const int spare = qMax(140, window()->height() * 2 / 5);
    m_ui->scrollArea->setFixedHeight(qMin(wanted, spare));
}

bool RequestsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->cards && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
        fit();
    return QWidget::eventFilter(watched, event);
}

void RequestsPanel::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(
        this,
        u"timbre--gui--RequestsPanel, QScrollArea, QWidget#cards { background: %1; }"_s.arg(theme.surface.name()));
}

void RequestsPanel::changeEvent(QEvent *event)
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
