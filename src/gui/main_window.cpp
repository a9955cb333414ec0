// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/main_window.h"

#include "core/digest_collector.h"
#include "core/text.h"
#include "gui/about_dialog.h"
#include "gui/add_contact_flow.h"
#include "gui/announcement_label.h"
#include "gui/announcer.h"
#include "gui/card_pane.h"
#include "gui/conversation_keys.h"
#include "gui/conversation_pane.h"
#include "gui/digest_panel.h"
#include "gui/icons.h"
#include "gui/ledger_dialog.h"
#include "gui/main_menu.h"
#include "gui/panel_style.h"
#include "gui/popup_access.h"
#include "gui/removal_flow.h"
#include "gui/reveal_bar.h"
#include "gui/reveal_guard.h"
#include "gui/roster_panel.h"
#include "gui/status_flow.h"
#include "gui/status_menu.h"
#include "gui/visibility_flow.h"
#include "gui/words.h"
#include "ui_main_window.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCloseEvent>
#include <QItemSelectionModel>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

using core::ContactId;
using core::RequestProblem;

// At the default font.
constexpr int wideFrom = 620; // below, roster and card take turns
constexpr int rosterWidth = 340;
constexpr int narrowestRoster = 240;
constexpr int widestRoster = 420;
constexpr core::Milliseconds resultStays{6'000};

} // namespace

class MainWindow::Private
{
public:
    Private(MainWindow *window, Ui::MainWindow &form, core::Session &s, models::RosterModel &r, core::Clock &c);

    void wire();
    void wireRoster();
    void wireActions();
    void restyle();
    bool isWide() const;
    void layOut();
    void focusRoster();
    void openCard(); // where roster and card take turns
    void closeCard();
    void leaveCard(); // back to the conversation, or to the roster
    void converse(const ContactId &id);
    void refreshOwn();
    void refreshConnection();
    void openLedger(const ContactId &about);
    void say(const QString &sentence);
    void requestFailed(const ContactId &id, RequestProblem problem);
    QString nameOf(const ContactId &id) const;

    MainWindow *q;
    Ui::MainWindow &ui;
    core::Session &session;
    core::Clock &clock;
    models::RosterModel &roster;
    core::DigestCollector digests;
    AddContactFlow addFlow;
    RemovalFlow removalFlow;
    StatusFlow statusFlow;
    RevealBar *revealBar; // child of the window
    VisibilityFlow visibilityFlow;
    CardPane cardPane;
    AboutDialog *aboutDialog = nullptr; // child of the window, made when first wanted
    MainMenu *menu; // child of the window
    CertificatePanel *certificatePanel; // child of the left pane, as the next
    RosterPanel *rosterPanel;
    Announcer announcer;
    AnnouncementLabel *announcements; // child of the window
    std::unique_ptr<core::Timer> resultTimer;
    QString account;
    QString server;
    bool cardOpen = false;
    bool closingHides = false;
    int unread = 0;
};

MainWindow::Private::Private(MainWindow *window, Ui::MainWindow &form, core::Session &s, models::RosterModel &r,
                             core::Clock &c) :
    q(window),
    ui(form),
    session(s),
    clock(c),
    roster(r),
    digests(s, c),
    addFlow(s, c, window),
    removalFlow(*form.confirmBar, s),
    statusFlow(s.status(), c, *form.statusHeader, *form.ownCard, window),
    revealBar(new RevealBar(form.central)),
    visibilityFlow(s, c, *form.statusHeader, *form.ownCard, *revealBar, window),
    cardPane(*form.rightPane, *form.contactCard, *form.ownCard, *form.conversationPane, s, c),
    menu(new MainMenu(form, r, window)),
    certificatePanel(new CertificatePanel(form.leftPane)),
    rosterPanel(new RosterPanel(c, form.leftPane)),
    announcer(s, c),
    announcements(new AnnouncementLabel(window)),
    resultTimer(c.makeTimer([this] { ui.resultBar->setSentence({}); }))
{
    rosterPanel->setObjectName(u"rosterPanel"_s);
    ui.leftLayout->insertWidget(ui.leftLayout->indexOf(ui.connectionStrip) + 1, certificatePanel);
    auto *digestPanel = new DigestPanel(form.leftPane);
    connect(&digests, &core::DigestCollector::ready, digestPanel, [this, digestPanel](const core::Digest &digest) {
        digestPanel->setDigest(digest, [this](const ContactId &id) { return nameOf(id); });
    });
    connect(&digests, &core::DigestCollector::left, digestPanel, [digestPanel] { digestPanel->setDigest({}, {}); });
    ui.leftLayout->addWidget(digestPanel);
    ui.leftLayout->addWidget(rosterPanel, 1);
    ui.centralLayout->insertWidget(ui.centralLayout->indexOf(ui.confirmBar), revealBar);
    ui.connectionStrip->setClock(c);
}

// Everything between core and the widgets of this window, in one place.
void MainWindow::Private::wire()
{
    // own presence; the status itself is StatusFlow's
    connect(ui.statusHeader, &StatusHeader::signOutChosen, q, &MainWindow::signOutChosen);
    connect(&session, &core::Session::ownNameChanged, q, [this] { refreshOwn(); });
    connect(&session.connection(), &core::Connection::statusChanged, q, [this] { refreshConnection(); });
    connect(&session.connection(), &core::Connection::signedIn, q, [this] { refreshOwn(); });

    // the line
    connect(ui.connectionStrip, &ConnectionStrip::tryNowChosen, q, [this] { session.connection().tryNow(); });
    connect(ui.connectionStrip, &ConnectionStrip::passwordEntered, q, &MainWindow::passwordEntered);

    // requests
    connect(&session.roster(), &core::Roster::requestsChanged, q,
            [this] { ui.requestsPanel->setRequests(session.roster().requests()); });
    connect(ui.requestsPanel, &RequestsPanel::acceptChosen, q, [this](const ContactId &id) {
        visibilityFlow.guard().ask(id, core::Reveal::Way::Accepted, [this, id] { session.accept(id); });
    });
    const auto showEyes = [this] { ui.requestsPanel->setRevealing(session.reveals().isHidden()); };
    connect(&session.reveals(), &core::Reveals::changed, q, showEyes);
    showEyes();
    connect(ui.requestsPanel, &RequestsPanel::declineChosen, q, [this](const ContactId &id) { session.decline(id); });
    connect(ui.requestsPanel, &RequestsPanel::removeChosen, q, [this](const ContactId &id) { session.remove(id); });
    connect(ui.requestsPanel, &RequestsPanel::blockChosen, &removalFlow, &RemovalFlow::askBlock);

    wireRoster();
    connect(ui.conversationPane, &ConversationPane::backChosen, q, [this] { closeCard(); });
    connect(ui.conversationPane, &ConversationPane::leaveChosen, q, [this] {
        closeCard();
        focusRoster();
    });
    connect(ui.conversationPane, &ConversationPane::cardChosen, q, [this](const ContactId &id) {
        cardPane.showCard(id);
        layOut();
        ui.contactCard->findChild<QToolButton *>(u"backButton"_s)->setFocus(Qt::OtherFocusReason);
    });
    const auto *keys = new ConversationKeys(session.conversations(), q);
    connect(keys, &ConversationKeys::conversationChosen, q, [this](const ContactId &id) { converse(id); });

    // questions and what came of them
    connect(&removalFlow, &RemovalFlow::done, q, [this] { closeCard(); });
    connect(&addFlow, &AddContactFlow::requestSent, q,
            [this](const ContactId &id) { say(tr("Request sent to %1.").arg(core::isolated(nameOf(id)))); });
    connect(&session, &core::Session::requestFailed, q,
            [this](const ContactId &id, RequestProblem problem) { requestFailed(id, problem); });
}

void MainWindow::Private::wireRoster()
{
    core::Roster &contacts = session.roster();
    roster.setGroups(&session.groups());
    roster.setLastSeen(&session.lastSeen());
    rosterPanel->setGroups(&session.groups());
    core::Conversations &conversations = session.conversations();
    for (const ContactId &id : conversations.unreadConversations())
        roster.setUnread(id, conversations.unread(id));
    connect(&conversations, &core::Conversations::unreadChanged, &roster,
            [this](const ContactId &id, int count) { roster.setUnread(id, count); });
    connect(&conversations, &core::Conversations::messageAdded, &roster, [this](const core::ChatMessage &message) {
        if (!message.conversation.isRoom())
            roster.setLastMessage(message.conversation.person(), message.time);
    });
    rosterPanel->setModel(&roster);
    // A list that only got the focus has a current row, but nobody chose it: what counts is
    // selected.
    const QItemSelectionModel *selection = nullptr;
    if (const auto *view = rosterPanel->findChild<QAbstractItemView *>())
        selection = view->selectionModel();
    const auto showSelected = [this, selection] {
        const ContactId id = rosterPanel->currentContact();
        if ((selection && !selection->hasSelection()) || (id == cardPane.shown() && !id.isEmpty()))
            return; // a row that only moved chooses nobody
        cardPane.show(id);
        layOut();
    };
    connect(rosterPanel, &RosterPanel::currentContactChanged, q, showSelected);
    if (selection)
        connect(selection, &QItemSelectionModel::selectionChanged, q, showSelected);
    connect(rosterPanel, &RosterPanel::contactActivated, q, [this](const ContactId &id) {
        cardPane.show(id);
        layOut();
        openCard();
        if (ui.rightPane->currentWidget() == ui.conversationPane)
            ui.conversationPane->focusInput();
    });
    connect(rosterPanel, &RosterPanel::cardChosen, q, [this](const ContactId &id) {
        cardPane.showCard(id);
        layOut();
        openCard();
    });
    connect(rosterPanel, &RosterPanel::addContactChosen, q, [this] { addFlow.start(account); });
    connect(rosterPanel, &RosterPanel::showMyAccountChosen, ui.actionMyAccount, &QAction::trigger);
    const auto rename = [&contacts](const ContactId &id, const QString &name) { contacts.rename(id, name); };
    const auto pin = [&contacts](const ContactId &id, bool pinned) { contacts.setPinned(id, pinned); };
    connect(rosterPanel, &RosterPanel::renameChosen, q, rename);
    connect(rosterPanel, &RosterPanel::pinChosen, q, pin);
    connect(rosterPanel, &RosterPanel::removeChosen, &removalFlow, &RemovalFlow::askRemove);
    connect(rosterPanel, &RosterPanel::blockChosen, &removalFlow, &RemovalFlow::askBlock);
    connect(rosterPanel, &RosterPanel::contactMenuOpens, q,
            [this](QMenu *opening, const ContactId &id) { visibilityFlow.addTo(*opening, id); });
    connect(rosterPanel, &RosterPanel::contactPainted, q, &MainWindow::contactPainted);

    connect(ui.contactCard, &ContactCard::renameChosen, q, rename);
    connect(ui.contactCard, &ContactCard::pinChosen, q, pin);
    connect(ui.contactCard, &ContactCard::removeChosen, &removalFlow, &RemovalFlow::askRemove);
    connect(ui.contactCard, &ContactCard::blockChosen, &removalFlow, &RemovalFlow::askBlock);
    connect(ui.contactCard, &ContactCard::backChosen, q, [this] { leaveCard(); });
    connect(ui.contactCard, &ContactCard::ledgerChosen, q, [this](const ContactId &id) { openLedger(id); });
    connect(ui.ownCard, &OwnCard::backChosen, q, [this] { closeCard(); });
    const auto sayCopied = [this] { say(tr("Copied.")); };
    connect(ui.contactCard, &ContactCard::copied, q, sayCopied);
    connect(ui.ownCard, &OwnCard::copied, q, sayCopied);
}

void MainWindow::Private::wireActions()
{
    connect(menu, &MainMenu::appearanceChosen, q,
            [this](Appearance look) { Q_EMIT q->appearanceChosen(static_cast<int>(look)); });
    connect(certificatePanel, &CertificatePanel::trustChosen, q, &MainWindow::certificateTrusted);
    connect(certificatePanel, &CertificatePanel::declineChosen, q, &MainWindow::certificateDeclined);
    connect(ui.actionSettings, &QAction::triggered, q, &MainWindow::settingsChosen);
    connect(&menu->accounts(), &AccountsMenu::accountChosen, q, &MainWindow::accountChosen);
    connect(&menu->accounts(), &AccountsMenu::addChosen, q, &MainWindow::addAccountChosen);
    connect(ui.statusHeader->addButton(), &QToolButton::clicked, ui.actionAddContact, &QAction::trigger);
    // A menu that belongs to the button cannot be opened by assistive programs (Qt 6.4).
    connect(ui.statusHeader->menuButton(), &QToolButton::clicked, q, [this, button = ui.statusHeader->menuButton()] {
        const QSize size = menu->sizeHint();
        const QRect place(QPoint(button->width() - size.width(), button->height()), size);
        menu->popup(button->mapToGlobal(QStyle::visualRect(q->layoutDirection(), button->rect(), place).topLeft()));
    });
    connect(ui.actionAddContact, &QAction::triggered, q, [this] { addFlow.start(account); });
    connect(ui.actionMyAccount, &QAction::triggered, q, [this] {
        cardPane.show({});
        openCard();
    });
    connect(ui.actionLedger, &QAction::triggered, q, [this] { openLedger({}); });
    connect(ui.actionAbout, &QAction::triggered, q, [this] {
        if (!aboutDialog)
            aboutDialog = new AboutDialog(q);
        aboutDialog->show();
        aboutDialog->raise();
        aboutDialog->activateWindow();
    });
    connect(ui.actionQuit, &QAction::triggered, q, &MainWindow::quitChosen);
    connect(ui.actionAnnounce, &QAction::toggled, q, [this](bool on) { announcer.setEnabled(on); });
    connect(ui.actionAnnounce, &QAction::triggered, q, [this](bool on) {
        announcements->say(on ? tr("Changes are told from now on") : tr("Changes are no longer told"));
        Q_EMIT q->announcingChosen(on);
    });
    connect(&announcer, &Announcer::announced, announcements, &AnnouncementLabel::say);
    const auto find = [this] {
        closeCard();
        rosterPanel->startFilter();
    };
    connect(ui.actionFind, &QAction::triggered, q, find);
    connect(ui.actionJump, &QAction::triggered, q, find);

    // Shortcuts work wherever the focus is in this window.
    q->addActions(
        {ui.actionAddContact, ui.actionSettings, ui.actionAnnounce, ui.actionQuit, ui.actionFind, ui.actionJump});
    q->addActions(ui.statusHeader->menu()->shortcutActions());
    q->addAction(ui.statusHeader->undoAction());
}

void MainWindow::Private::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    // By id, so that nothing of it reaches into the roster.
    ui.splitter->setStyleSheet(
        u"QSplitter#splitter::handle { background: %1; }"
        "QWidget#leftPane { background: %2; }"_s.arg(theme.separator.name(), theme.surface.name()));
}

bool MainWindow::Private::isWide() const
{
    return q->width() >= wideFrom * metrics::scale(QApplication::font());
}

void MainWindow::Private::focusRoster()
{
    QWidget *view = rosterPanel->findChild<QAbstractItemView *>();
    (view ? view : rosterPanel)->setFocus(Qt::OtherFocusReason);
}

void MainWindow::Private::layOut()
{
    const double scale = metrics::scale(QApplication::font());
    const bool wide = isWide();
    ui.leftPane->setMinimumWidth(qRound(narrowestRoster * scale));
    ui.leftPane->setMaximumWidth(wide ? qRound(widestRoster * scale) : QWIDGETSIZE_MAX);
    ui.leftPane->setVisible(wide || !cardOpen);
    ui.rightPane->setVisible(wide || cardOpen);
    ui.contactCard->setBackVisible(!wide || cardPane.isCardOfContact());
    ui.conversationPane->setBackVisible(!wide);
    ui.ownCard->setBackVisible(!wide);
}

void MainWindow::Private::openCard()
{
    if (isWide())
        return;
    cardOpen = true;
    layOut();
    ui.rightPane->currentWidget()->findChild<QToolButton *>(u"backButton"_s)->setFocus(Qt::OtherFocusReason);
}

void MainWindow::Private::closeCard()
{
    if (!cardOpen)
        return;
    cardOpen = false;
    layOut();
    focusRoster();
}

void MainWindow::Private::leaveCard()
{
    const ContactId id = cardPane.shown();
    if (!session.roster().isAccepted(id)) {
        closeCard();
        return;
    }
    cardPane.show(id);
    layOut();
    ui.conversationPane->focusInput();
}

void MainWindow::Private::converse(const ContactId &id)
{
    rosterPanel->setCurrentContact(id);
    cardPane.converse(id);
    layOut();
    openCard();
    ui.conversationPane->focusInput();
}

void MainWindow::Private::refreshOwn()
{
    const QString ownName = session.ownName();
    const QString name = ownName.isEmpty() ? account : ownName;
    const ContactId id = session.ownId();
    //: %1 is an account, %2 a server: "alice on this computer"
    const QString inWords = server.isEmpty() ? account : tr("%1, %2").arg(account, server);
    ui.statusHeader->setPerson(id, name, inWords);
    ui.ownCard->setPerson(id, name, inWords);
    statusFlow.refresh();
    visibilityFlow.refresh();
    const QString title = name.isEmpty() ? u"Timbre"_s : u"%1 — Timbre"_s.arg(name);
    q->setWindowTitle(unread == 0 ? title : u"(%1) %2"_s.arg(unread).arg(title));
}

void MainWindow::Private::refreshConnection()
{
    const core::ConnectionStatus status = session.connection().status();
    ui.statusHeader->setConnection(status.state);
    ui.connectionStrip->setStatus(status);
    ui.ownCard->setConnected(status.state == core::ConnectionState::Online);
    ui.statusHeader->setPending(session.status().isPending());
}

void MainWindow::Private::openLedger(const ContactId &about)
{
    auto *dialog = new LedgerDialog(session.ledger(), session.roster(), clock, q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setContact(about);
    dialog->open();
}

void MainWindow::Private::say(const QString &sentence)
{
    ui.resultBar->setSentence(sentence);
    resultTimer->start(resultStays);
}

void MainWindow::Private::requestFailed(const ContactId &id, RequestProblem problem)
{
    if (addFlow.takeFailure(id, problem))
        return;
    const QString name = nameOf(id);
    const QString sentence = words::requestSentence(problem, name);
    if (ui.requestsPanel->showError(id, sentence))
        return;
    //: %1 is a name, %2 a whole sentence
    say(name.isEmpty() ? sentence : tr("%1: %2").arg(core::isolated(name), sentence));
}

QString MainWindow::Private::nameOf(const ContactId &id) const
{
    const auto contact = session.roster().contact(id);
    return contact ? contact->displayName() : id.node();
}

MainWindow::MainWindow(core::Session &session, models::RosterModel &roster, core::Clock &clock, QWidget *parent) :
    QMainWindow(parent),
    m_ui(std::make_unique<Ui::MainWindow>())
{
    showOpenMenusToAssistance();
    m_ui->setupUi(this);
    d = std::make_unique<Private>(this, *m_ui, session, roster, clock);
    setWindowIcon(appIcon());
    m_ui->conversationPane->begin(session, clock);
    m_ui->noticeBar->setAlarming(true);
    m_ui->noticeBar->setClosable(true);
    d->wireActions();
    d->wire();
    d->restyle();
    resize(defaultSize(*this, {780, 660}));
    const int left = qRound(rosterWidth * metrics::scale(QApplication::font()));
    m_ui->splitter->setSizes({left, qMax(1, width() - left)});
    m_ui->splitter->setStretchFactor(0, 0);
    m_ui->splitter->setStretchFactor(1, 1);
    d->refreshOwn();
    d->refreshConnection();
    m_ui->requestsPanel->setRequests(session.roster().requests());
    d->layOut();
    d->focusRoster();
}

MainWindow::~MainWindow() = default;

void MainWindow::setAccountLabel(const QString &account, const QString &serverInWords)
{
    d->account = account;
    d->server = serverInWords;
    d->refreshOwn();
}

void MainWindow::setAccounts(const QList<AccountChoice> &accounts)
{
    d->menu->accounts().setChoices(accounts);
}

void MainWindow::askCertificate(const CertificateQuestion &question)
{
    d->certificatePanel->ask(question);
}

void MainWindow::dropCertificateQuestion()
{
    d->certificatePanel->cancel();
}

void MainWindow::openConversation(const core::ContactId &id)
{
    d->converse(id);
}

core::ContactId MainWindow::shownConversation() const
{
    const auto *pane = d->ui.conversationPane;
    return pane->isVisible() ? pane->peer() : core::ContactId();
}

void MainWindow::setClosingHides(bool hides)
{
    d->closingHides = hides;
}

void MainWindow::setUnread(int count)
{
    if (std::exchange(d->unread, count) != count)
        d->refreshOwn();
}

void MainWindow::setTellMe(core::TellMe *tellMe)
{
    d->rosterPanel->setTellMe(tellMe);
}

void MainWindow::chooseEnd()
{
    Q_EMIT d->ui.statusHeader->menu()->chooseEndChosen();
}

void MainWindow::addContact(const QString &wanted)
{
    d->addFlow.start(d->account, wanted);
}

void MainWindow::setAnnouncing(bool on)
{
    m_ui->actionAnnounce->setChecked(on);
}

void MainWindow::setCompactRows(bool compact)
{
    d->rosterPanel->setCompact(compact);
}

void MainWindow::setNotice(const QString &sentence)
{
    m_ui->noticeBar->setSentence(sentence);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (d && event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        d->refreshOwn();
        d->cardPane.refresh();
        d->visibilityFlow.retranslate();
    }
    if (d && changesLook(event)) {
        d->restyle();
        d->layOut();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(!d->closingHides); // app decides whether this ends the program
    if (d->closingHides)
        hide();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    d->layOut();
}

} // namespace timbre::gui
