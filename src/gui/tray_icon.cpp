// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/tray_icon.h"

#include "gui/clear_after_menu.h"
#include "gui/icons.h"
#include "gui/presence_painter.h"

#include <QActionGroup>
#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

using core::Availability;

constexpr int traySizes[] = {16, 22, 24, 32, 48, 64};
constexpr double shapeSize = 0.56; // of the icon
constexpr double dotSize = 0.36;
constexpr double dimmed = 0.45; // the glyph without a line

// Colours that are right on a disc of the light surface: nobody knows what colour the panel has.
QPixmap trayPixmap(int size, const TrayState &state)
{
    const Theme theme = lightTheme();
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setOpacity(state.connected ? 1.0 : dimmed);
    painter.drawPixmap(0, 0, appIcon().pixmap(QSize(size, size), 1.0));
    painter.setOpacity(1.0);

    if (state.connected) { // else nobody is told any state
        const double side = qRound(size * shapeSize);
        const QRectF disc(size - side, size - side, side, side);
        painter.setBrush(theme.surface);
        painter.drawEllipse(disc);
        const double margin = qMax(1.0, side * 0.12);
        paintPresence(painter, disc.adjusted(margin, margin, -margin, -margin), state.shown, core::Freshness::Live,
                      theme);
    }

    if (state.unread > 0) {
        const double dot = qRound(size * dotSize);
        const QRectF place(size - dot, 0, dot, dot);
        painter.setBrush(theme.surface);
        painter.drawEllipse(place);
        const double ring = qMax(1.0, dot * 0.15);
        painter.setBrush(theme.danger);
        painter.drawEllipse(place.adjusted(ring, ring, -ring, -ring));
    }
    return pixmap;
}

} // namespace

QIcon trayPicture(const TrayState &state)
{
    QIcon icon;
    for (const int size : traySizes)
        icon.addPixmap(trayPixmap(size, state));
    return icon;
}

TrayIcon::TrayIcon(QObject *parent) : QObject(parent), m_clearAfter(new ClearAfterMenu(&m_menu))
{
    m_menu.setObjectName(u"trayMenu"_s);
    const auto add = [this](const QString &name, auto &&onTriggered) {
        QAction *action = m_menu.addAction(QString());
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, std::forward<decltype(onTriggered)>(onTriggered));
        return action;
    };
    m_next = add(u"actionNext"_s, &TrayIcon::nextChosen);
    m_showHide = add(u"actionShowHide"_s, &TrayIcon::showHideChosen);
    m_menu.addSeparator();
    auto *group = new QActionGroup(this);
    for (const Availability availability :
         {Availability::Chat, Availability::Away, Availability::Busy, Availability::Invisible}) {
        QAction *action = add(u"actionState"_s + QString::number(static_cast<int>(availability)), [this, availability] {
            refresh(); // ticked when it is true
            Q_EMIT availabilityPicked(availability);
        });
        action->setCheckable(true);
        action->setData(QVariant::fromValue(availability));
        group->addAction(action);
        m_states << action;
    }
    m_menu.addMenu(m_clearAfter);
    connect(m_clearAfter, &ClearAfterMenu::clearAfterPicked, this, &TrayIcon::clearAfterPicked);
    connect(m_clearAfter, &ClearAfterMenu::chooseChosen, this, &TrayIcon::chooseEndChosen);
    m_menu.addSeparator();
    m_mute = add(u"actionMute"_s, [this](bool mute) { Q_EMIT muteChosen(mute); });
    m_mute->setCheckable(true);
    m_settings = add(u"actionSettings"_s, &TrayIcon::settingsChosen);
    m_menu.addSeparator();
    m_quit = add(u"actionQuit"_s, &TrayIcon::quitChosen);
    refresh();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setShown(bool shown)
{
    if (shown == (m_icon != nullptr))
        return;
    m_icon.reset();
    if (!shown)
        return;
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(&m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT clicked();
    });
    refresh();
    m_icon->show();
}

void TrayIcon::setState(const TrayState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    refresh();
}

void TrayIcon::refresh()
{
    const Theme &theme = themeOf(QApplication::palette());
    m_next->setText(tr("Next unread conversation (%n)", nullptr, m_state.unread));
    m_next->setVisible(m_state.unread > 0);
    m_showHide->setText(m_state.windowShown ? tr("Hide window") : tr("Show window"));
    for (QAction *action : std::as_const(m_states)) {
        const auto availability = action->data().value<Availability>();
        action->setText(availabilityName(availability));
        action->setIcon(presenceIcon(availability, theme));
        action->setChecked(availability == m_state.picked);
        QFont font = m_menu.font(); // an icon takes the place of the tick where no D-Bus carries the menu
        font.setBold(action->isChecked());
        action->setFont(font);
        action->setEnabled(m_state.signedIn);
    }
    m_clearAfter->setEnabled(m_state.signedIn);
    m_clearAfter->setUntil(m_state.until, m_state.now);
    m_mute->setText(tr("Mute for 1 hour"));
    m_mute->setChecked(m_state.muted);
    m_settings->setText(tr("Settings…"));
    m_quit->setText(tr("Quit"));
    if (!m_icon)
        return;
    m_icon->setIcon(trayPicture(m_state));
    const QString state = m_state.connected ? availabilityName(m_state.shown) : tr("not connected");
    //: %1 is "Busy", "not connected"…
    QString words = tr("Timbre: %1").arg(state);
    if (m_state.unread > 0)
        //: %1 is "Timbre: Busy"
        words = tr("%1, %n unread", nullptr, m_state.unread).arg(words);
    m_icon->setToolTip(words);
}

} // namespace timbre::gui
