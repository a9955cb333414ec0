// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/notice_center.h"

#include "core/text.h"
#include "gui/avatar.h"
#include "gui/words.h"

#include <QApplication>

namespace timbre::app {

using namespace Qt::StringLiterals;
using core::ContactId;
using core::Happening;
using core::Toast;

namespace {

constexpr core::Milliseconds quietAskedAfter{1'000}; // the start of the program has better to do
constexpr int avatarSize = 64;

const QString acceptAction = u"accept"_s;
const QString declineAction = u"decline"_s;

// Names of the freedesktop sound naming specification.
QString soundOf(Happening happening)
{
    switch (happening) {
    case Happening::Message:
    case Happening::Mention:
    case Happening::RoomMessage:
        return u"message-new-instant"_s;
    case Happening::Request:
        return u"dialog-question"_s;
    case Happening::Available:
        return u"service-login"_s;
    case Happening::Problem:
        return u"network-connectivity-lost"_s;
    }
    return {};
}

QString categoryOf(Happening happening)
{
    switch (happening) {
    case Happening::Message:
    case Happening::Mention:
    case Happening::RoomMessage:
        return u"im.received"_s;
    case Happening::Request:
        return u"im"_s;
    case Happening::Available:
        return u"presence.online"_s;
    case Happening::Problem:
        return u"network.error"_s;
    }
    return {};
}

} // namespace

NoticeCenter::NoticeCenter(Accounts &accounts, const core::PreferencesKeeper &preferences, core::Clock &clock,
                           QObject *parent) :
    QObject(parent),
    m_accounts(accounts),
    m_preferences(preferences),
    m_clock(clock),
    m_board(clock),
    m_notifications(clock),
    m_quietStart(clock.makeTimer([this] { m_quiet.start(); })),
    m_muteEnd(clock.makeTimer([this] { Q_EMIT mutedChanged(); }))
{
    m_board.setPreferences(preferences.preferences());
    connect(&preferences, &core::PreferencesKeeper::changed, this, [this](const core::Preferences &now) {
        m_board.setPreferences(now);
        followDesktop();
    });
    connect(&m_board, &core::AttentionBoard::show, this, &NoticeCenter::onShow);
    connect(&m_board, &core::AttentionBoard::withdraw, this, [this](const QString &key) {
        m_shown.remove(key);
        m_notifications.withdraw(key);
    });
    connect(&m_board, &core::AttentionBoard::soundWanted, this,
            [this](Happening happening) { m_sounds.play(soundOf(happening)); });
    connect(&m_notifications, &desktop::Notifications::activated, this, &NoticeCenter::onActivated);
    connect(&m_notifications, &desktop::Notifications::replied, this, &NoticeCenter::onReplied);
    connect(&m_notifications, &desktop::Notifications::soundWanted, this,
            [this](const QString &name) { m_sounds.play(name); });
    const auto forget = [this](const QString &key) {
        m_shown.remove(key);
        m_board.gone(key);
    };
    connect(&m_notifications, &desktop::Notifications::closed, this, forget);
    connect(&m_notifications, &desktop::Notifications::notShown, this, forget);
    connect(&m_quiet, &desktop::QuietWatch::changed, this, &NoticeCenter::followDesktop);
    m_quietStart->start(quietAskedAfter);

    connect(&accounts, &Accounts::added, this, &NoticeCenter::onAdded);
    connect(&accounts, &Accounts::removed, this, &NoticeCenter::onRemoved);
    const QList<Account *> present = accounts.all();
    for (Account *account : present)
        onAdded(account);
}

NoticeCenter::~NoticeCenter()
{
    m_accounts.disconnect(this);
    for (const auto &[account, joined] : m_joined)
        account->window().setTellMe(nullptr);
}

void NoticeCenter::onAdded(Account *account)
{
    Joined &joined = m_joined[account];
    joined.name = QString::number(++m_lastName);
    core::Session &session = account->session();
    joined.watch
        = std::make_unique<core::AttentionWatch>(session, account->store(), m_clock, m_board, joined.name,
                                                 [account](const ContactId &who) { return focusIn(*account, who); });
    core::AttentionWatch *watch = joined.watch.get();
    connect(watch, &core::AttentionWatch::flashWanted, account, [account] {
        if (account->window().isVisible())
            QApplication::alert(&account->window());
    });
    connect(account, &Account::woke, watch, &core::AttentionWatch::woke);
    core::Conversations &conversations = session.conversations();
    connect(&conversations, &core::Conversations::messageReceived, watch,
            [watch, &session](const core::ChatMessage &message, bool fromOfflineBatch) {
                // Strangers' messages wait in their conversation; only contacts make noise.
                if (session.roster().isAccepted(message.from))
                    watch->messageReceived(Happening::Message, message.from, {}, message.text, fromOfflineBatch);
            });
    connect(&conversations, &core::Conversations::unreadChanged, this,
            [this, name = joined.name](const ContactId &peer, int count) {
                if (count == 0)
                    m_board.seen(Happening::Message, name, peer);
                Q_EMIT unreadChanged();
            });
    account->window().setTellMe(&watch->tellMe());
    followDesktop();
    Q_EMIT unreadChanged();
}

void NoticeCenter::onRemoved(Account *account)
{
    account->window().setTellMe(nullptr);
    m_joined.erase(account);
    Q_EMIT unreadChanged();
}

int NoticeCenter::unread() const
{
    int count = 0;
    const QList<Account *> accounts = m_accounts.all();
    for (Account *account : accounts)
        count += account->session().conversations().totalUnread();
    return count;
}

bool NoticeCenter::openNext()
{
    QList<Account *> accounts = m_accounts.all();
    if (m_accounts.current()) // its own first
        accounts.prepend(m_accounts.current());
    for (Account *account : std::as_const(accounts)) {
        const QList<ContactId> waiting = account->session().conversations().unreadConversations();
        if (waiting.isEmpty())
            continue;
        Q_EMIT openWanted(account, waiting.constFirst(), {});
        return true;
    }
    return false;
}

void NoticeCenter::setMuted(bool muted)
{
    m_board.setMuted(muted);
    if (muted)
        m_muteEnd->start(core::AttentionBoard::muteTime);
    else
        m_muteEnd->stop();
    Q_EMIT mutedChanged();
}

void NoticeCenter::followDesktop()
{
    const bool quiet = m_quiet.isQuiet().value_or(false);
    m_board.setDesktopQuiet(quiet);
    const bool busy = quiet && m_preferences.preferences().busyWithDesktop;
    for (const auto &[account, joined] : m_joined)
        account->session().status().setDesktopQuiet(busy);
}

core::Situation::Focus NoticeCenter::focusIn(Account &account, const ContactId &who)
{
    using Focus = core::Situation::Focus;
    if (!QApplication::activeWindow())
        return Focus::Elsewhere;
    const bool isHere
        = account.window().isActiveWindow() && !who.isEmpty() && account.window().shownConversation() == who;
    return isHere ? Focus::Here : Focus::OwnWindow;
}

// While nothing at all leaves, an answer would give the user away: that is decided in the window, which says so.
bool NoticeCenter::wouldReveal(Account &account, const ContactId &who)
{
    return account.session().reveals().wouldReveal(who);
}

QString NoticeCenter::nameOf(Account &account, const ContactId &who)
{
    const auto contact = account.session().roster().contact(who);
    return contact ? contact->displayName() : who.node();
}

Account *NoticeCenter::accountOf(const Toast &toast) const
{
    for (const auto &[account, joined] : m_joined) {
        if (joined.name == toast.newest.account)
            return account;
    }
    return nullptr;
}

void NoticeCenter::onShow(const Toast &toast)
{
    Account *account = accountOf(toast);
    if (!account)
        return;
    m_shown.insert(toast.key, toast);
    m_notifications.show(toast.key, worded(toast, *account));
}

desktop::Notification NoticeCenter::worded(const Toast &toast, Account &account) const
{
    desktop::Notification notification;
    const Happening happening = toast.newest.happening;
    notification.category = categoryOf(happening);
    if (toast.sound)
        notification.sound = soundOf(happening);
    if (toast.kind != Toast::Kind::One) {
        QStringList parts;
        if (toast.messages > 0) {
            //: %1 is "from 3 people"
            parts += tr("%n message(s) %1", nullptr, toast.messages).arg(tr("from %n people", nullptr, toast.people));
        }
        if (toast.requests > 0)
            parts += tr("%n contact request(s)", nullptr, toast.requests);
        if (toast.available > 0)
            parts += tr("%n contact(s) you wait for", nullptr, toast.available);
        notification.title = toast.kind == Toast::Kind::Summary ? tr("While you were busy") : tr("New in Timbre");
        notification.body = parts.join(u'\n');
        return notification;
    }

    const ContactId who = toast.newest.who;
    const QString bare = nameOf(account, who);
    const QString name = core::isolated(bare);
    if (!who.isEmpty())
        notification.image = gui::avatarPixmap(who, bare, avatarSize, 1.0, false).toImage();
    const bool reveals = !who.isEmpty() && wouldReveal(account, who);
    switch (happening) {
    case Happening::Message:
    case Happening::Mention:
    case Happening::RoomMessage:
        //: %1 is a name
        notification.title = toast.messages > 1 ? tr("%1 (%n new)", nullptr, toast.messages).arg(name) : bare;
        notification.body
            = m_preferences.preferences().showMessageText ? toast.newest.text : tr("You have a new message.");
        if (!reveals) {
            notification.replyLabel = tr("Reply");
            notification.replyHint = tr("Reply to %1").arg(name);
        }
        break;
    case Happening::Request:
        notification.title = tr("%1 wants to be your contact").arg(name);
        notification.body = toast.newest.text;
        if (!reveals)
            notification.actions = {{acceptAction, tr("Accept")}, {declineAction, tr("Decline")}};
        break;
    case Happening::Available: {
        const core::ContactPresence presence = account.session().presences().presence(who);
        notification.title = presence.availability == core::Availability::Chat ? tr("%1 is free to chat").arg(name)
                                                                               : tr("%1 is online").arg(name);
        notification.body = presence.mood;
        notification.isMinor = true;
        break;
    }
    case Happening::Problem:
        //: %1 is an account
        notification.title = tr("%1 is not signed in").arg(core::isolated(accountLabel(account.record())));
        notification.body = gui::words::connectionSentence(account.connection().status(), -1);
        break;
    }
    return notification;
}

void NoticeCenter::onActivated(const QString &key, const QString &action, const QString &token)
{
    const auto shown = m_shown.constFind(key);
    if (shown == m_shown.constEnd())
        return;
    const Toast toast = *shown;
    Account *account = accountOf(toast);
    if (!account)
        return;
    const ContactId who = toast.newest.who;
    if (toast.newest.happening == Happening::Request && toast.kind == Toast::Kind::One && !action.isEmpty()) {
        if (action == acceptAction && wouldReveal(*account, who))
            Q_EMIT openWanted(account, {}, token); // shown before the user went into hiding
        else if (action == acceptAction)
            account->session().accept(who);
        else if (action == declineAction)
            account->session().decline(who);
        return;
    }
    m_board.gone(key);
    m_shown.remove(key);
    m_notifications.withdraw(key);
    const bool isTalk = toast.kind == Toast::Kind::One && toast.newest.happening != Happening::Request
        && toast.newest.happening != Happening::Problem;
    Q_EMIT openWanted(account, isTalk ? who : ContactId(), token);
}

void NoticeCenter::onReplied(const QString &key, const QString &text)
{
    const auto shown = m_shown.constFind(key);
    if (shown == m_shown.constEnd() || shown->kind != Toast::Kind::One)
        return;
    const Toast toast = *shown;
    Account *account = accountOf(toast);
    if (!account)
        return;
    // The user may have gone into hiding since it was shown: nothing leaves unasked then.
    if (wouldReveal(*account, toast.newest.who)) {
        Q_EMIT openWanted(account, toast.newest.who, {});
        return;
    }
    account->session().conversations().send(toast.newest.who, text);
    account->session().conversations().markRead(toast.newest.who);
}

} // namespace timbre::app
