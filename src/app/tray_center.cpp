// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/tray_center.h"

#include "app/status_sharing.h"
#include "desktop/launcher_badge.h"

#include <QEvent>

namespace timbre::app {

namespace {
constexpr core::Milliseconds gathered{50};
} // namespace

TrayCenter::TrayCenter(Accounts &accounts, NoticeCenter &notices, StatusSharing &sharing,
                       const core::PreferencesKeeper &preferences, core::Clock &clock, QObject *parent) :
    QObject(parent),
    m_accounts(accounts),
    m_notices(notices),
    m_sharing(sharing),
    m_preferences(preferences),
    m_clock(clock),
    m_refresh(clock.makeTimer([this] { refresh(); }))
{
    const auto soon = [this] { m_refresh->start(gathered); };
    connect(&m_watch, &desktop::TrayWatch::changed, this, &TrayCenter::onTrayChanged);
    connect(&notices, &NoticeCenter::unreadChanged, this, soon);
    connect(&notices, &NoticeCenter::mutedChanged, this, soon);
    connect(&preferences, &core::PreferencesKeeper::changed, this, &TrayCenter::applyClosing);
    connect(&accounts, &Accounts::added, this, &TrayCenter::onAdded);
    connect(&accounts, &Accounts::currentChanged, this, soon);
    const QList<Account *> present = accounts.all();
    for (Account *account : present)
        onAdded(account);

    connect(&m_icon, &gui::TrayIcon::clicked, this, &TrayCenter::onClicked);
    connect(&m_icon, &gui::TrayIcon::nextChosen, &notices, &NoticeCenter::openNext);
    connect(&m_icon, &gui::TrayIcon::showHideChosen, this, &TrayCenter::showOrHide);
    connect(&m_icon, &gui::TrayIcon::availabilityPicked, this,
            [this](core::Availability availability) { m_sharing.pick(availability, std::nullopt); });
    connect(&m_icon, &gui::TrayIcon::clearAfterPicked, this, [this](core::ClearAfter after) {
        if (Account *account = m_accounts.current())
            account->session().status().setClearAfter(after);
    });
    connect(&m_icon, &gui::TrayIcon::chooseEndChosen, this, [this] {
        Q_EMIT showWanted();
        if (Account *account = m_accounts.current())
            account->window().chooseEnd();
    });
    connect(&m_icon, &gui::TrayIcon::muteChosen, &notices, &NoticeCenter::setMuted);
    connect(&m_icon, &gui::TrayIcon::settingsChosen, this, &TrayCenter::settingsWanted);
    connect(&m_icon, &gui::TrayIcon::quitChosen, this, &TrayCenter::quitWanted);
    soon();
}

TrayCenter::~TrayCenter()
{
    m_accounts.disconnect(this);
}

void TrayCenter::onAdded(Account *account)
{
    const auto soon = [this] { m_refresh->start(gathered); };
    connect(&account->connection(), &core::Connection::statusChanged, this, soon);
    const core::StatusController &status = account->session().status();
    connect(&status, &core::StatusController::manualChanged, this, soon);
    connect(&status, &core::StatusController::absenceChanged, this, soon);
    connect(&status, &core::StatusController::scheduleChanged, this, soon);
    connect(&status, &core::StatusController::minutePassed, this, soon);
    account->window().installEventFilter(this);
    applyClosing();
    soon();
}

bool TrayCenter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        m_refresh->start(gathered);
    return QObject::eventFilter(watched, event);
}

void TrayCenter::onTrayChanged()
{
    m_icon.setShown(m_watch.isThere());
    applyClosing();
    refresh();
    if (keepsRunning() && std::exchange(m_startsHidden, false) && m_accounts.current()->window().isMinimized())
        m_accounts.current()->window().hide();
    const bool isGone = m_watch.tray() == desktop::TrayWatch::Tray::None;
    if (Account *account = m_accounts.current(); isGone && account && !account->window().isVisible())
        Q_EMIT showWanted(); // nobody could ever show it again
}

bool TrayCenter::keepsRunning() const
{
    return m_watch.isThere() && m_preferences.preferences().keepRunning && !m_accounts.isEmpty();
}

void TrayCenter::applyClosing()
{
    const QList<Account *> accounts = m_accounts.all();
    for (Account *account : accounts)
        account->window().setClosingHides(keepsRunning());
}

void TrayCenter::refresh()
{
    gui::TrayState state;
    state.unread = m_notices.unread();
    state.muted = m_notices.isMuted();
    state.now = m_clock.wall();
    Account *account = m_accounts.current();
    state.signedIn = account != nullptr;
    state.windowShown = account && account->window().isVisible();
    if (account) {
        core::StatusController &status = account->session().status();
        state.shown = status.effective().availability;
        state.picked = status.manual().availability;
        state.until = status.manual().until;
        state.connected = account->connection().status().state == core::ConnectionState::Online;
    }
    m_icon.setState(state);
    const QList<Account *> accounts = m_accounts.all();
    for (Account *each : accounts)
        each->window().setUnread(state.unread);
    if (std::exchange(m_toldUnread, state.unread) != state.unread)
        desktop::setLauncherBadge(state.unread);
}

void TrayCenter::onClicked()
{
    if (!m_notices.openNext())
        showOrHide();
}

void TrayCenter::showOrHide()
{
    Account *account = m_accounts.current();
    if (account && account->window().isVisible() && !account->window().isMinimized())
        account->window().hide();
    else
        Q_EMIT showWanted();
}

} // namespace timbre::app
