// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/main_window.h"

#include "core/text.h"
#include "gui/about_dialog.h"
#include "gui/add_contact_dialog.h"
#include "gui/icons.h"
#include "gui/panel_style.h"
#include "gui/roster_panel.h"
#include "gui/status_menu.h"
#include "gui/words.h"
#include "ui_main_window.h"

#include <QAbstractItemView>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QItemSelectionModel>
#include <QMenu>
#include <QPointer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace timbre::gui
{

namespace
{

using core::ContactId;
using core::ManualStatus;
using core::RequestProblem;

// At the default font.
constexpr int wideFrom = 620; // below, roster and card take turns
constexpr int rosterWidth = 340;
constexpr int narrowestRoster = 240;
constexpr int widestRoster = 420;
constexpr core::Milliseconds resultStays{6'000};
constexpr core::Milliseconds refusalTakes{700};

} // namespace

class MainWindow::Private
{
public:
    Private(MainWindow *window, Ui::MainWindow &form, core::Session &s, models::RosterModel &r,
            core::Clock &c);

    void wire();
    void wireRoster();
    void makeMenu();
    void retranslate();
    void restyle();
    bool isWide() const;
    void layOut();
    void focusRoster();
    void showContact(const ContactId &id);
    void openCard(); // where roster and card take turns
    void closeCard();
    void refreshCard();
    void refreshOwn();
    void refreshConnection();
    void say(const QString &sentence);
    void requestFailed(const ContactId &id, RequestProblem problem);
    void startAdding();
    void requestStands();
    void askRemove(const ContactId &id);
    void askBlock(const ContactId &id);
    QString nameOf(const ContactId &id) const;

    MainWindow *q;
    Ui::MainWindow &ui;
    core::Session &session;
    models::RosterModel &roster;
    core::Clock &clock;
    AddContactDialog *addDialog = nullptr; // child of the window, made when first wanted
    AboutDialog *aboutDialog = nullptr;
    QMenu *menu = nullptr; // child of the window
    QMenu *appearanceMenu = nullptr;
    QMenu *sortMenu = nullptr;
    std::unique_ptr<core::Timer> resultTimer;
    std::unique_ptr<core::Timer> ageTimer;
    std::unique_ptr<core::Timer> addTimer; // runs while a request that left may still be refused
    RosterPanel *rosterPanel; // child of the left pane
    ContactId added; // who it asks
    QString account;
    QString server;
    ContactId shown; // whose card is shown; empty = one's own
    QPointer<QWidget> focusBeforeQuestion;
    bool cardOpen = false;
};

MainWindow::Private::Private(MainWindow *window, Ui::MainWindow &form, core::Session &s,
                             models::RosterModel &r, core::Clock &c)
    : q(window), ui(form), session(s), roster(r), clock(c),
      resultTimer(c.makeTimer([this] { ui.resultBar->setSentence({}); })),
      ageTimer(c.makeTimer([this] { refreshCard(); })),
      addTimer(c.makeTimer([this] { requestStands(); })),
      rosterPanel(new RosterPanel(c, form.leftPane))
{
    rosterPanel->setObjectName(u"rosterPanel"_s);
    ui.leftLayout->addWidget(rosterPanel, 1);
}

// Everything between core and the widgets of this window, in one place.
void MainWindow::Private::wire()
{
    core::StatusController &status = session.status();
    const auto pickAvailability
        = [&status](core::Availability availability) { status.setAvailability(availability); };
    const auto pickStatus = [&status](const ManualStatus &picked) { status.setManual(picked); };

    // own presence -> core
    connect(ui.statusHeader, &StatusHeader::availabilityPicked, q, pickAvailability);
    connect(ui.statusHeader, &StatusHeader::statusPicked, q, pickStatus);
    connect(ui.statusHeader, &StatusHeader::moodPicked, q,
            [&status](const QString &mood) { status.setMood(mood); });
    connect(ui.statusHeader, &StatusHeader::signOutChosen, q, &MainWindow::signOutChosen);
    connect(ui.ownCard, &OwnCard::availabilityPicked, q, pickAvailability);
    connect(ui.ownCard, &OwnCard::statusPicked, q, pickStatus);

    // core -> own presence
    connect(&status, &core::StatusController::manualChanged, q, [this] { refreshOwn(); });
    connect(&status, &core::StatusController::pendingChanged, ui.statusHeader,
            &StatusHeader::setPending);
    connect(&status, &core::StatusController::recentMoodsChanged, q, [this] { refreshOwn(); });
    connect(&session, &core::Session::ownNameChanged, q, [this] { refreshOwn(); });
    connect(&session.connection(), &core::Connection::statusChanged, q,
            [this] { refreshConnection(); });
    connect(&session.connection(), &core::Connection::signedIn, q, [this] { refreshOwn(); });

    // the line
    ui.connectionStrip->setClock(clock);
    connect(ui.connectionStrip, &ConnectionStrip::tryNowChosen, q,
            [this] { session.connection().tryNow(); });
    connect(ui.connectionStrip, &ConnectionStrip::passwordEntered, q, &MainWindow::passwordEntered);

    // requests
    connect(&session.roster(), &core::Roster::requestsChanged, q,
            [this] { ui.requestsPanel->setRequests(session.roster().requests()); });
    connect(ui.requestsPanel, &RequestsPanel::acceptChosen, q,
            [this](const ContactId &id) { session.accept(id); });
    connect(ui.requestsPanel, &RequestsPanel::declineChosen, q,
            [this](const ContactId &id) { session.decline(id); });
    connect(ui.requestsPanel, &RequestsPanel::removeChosen, q,
            [this](const ContactId &id) { session.remove(id); });
    connect(ui.requestsPanel, &RequestsPanel::blockChosen, q,
            [this](const ContactId &id) { askBlock(id); });

    wireRoster();

    // questions and what came of them
    connect(ui.confirmBar, &ConfirmBar::removeConfirmed, q,
            [this](const ContactId &id, bool alsoBlock) {
                if (alsoBlock)
                    session.block(id);
                else
                    session.remove(id);
                closeCard();
            });
    connect(ui.confirmBar, &ConfirmBar::blockConfirmed, q, [this](const ContactId &id) {
        session.block(id);
        closeCard();
    });
    connect(ui.confirmBar, &ConfirmBar::cancelled, q, [this] {
        if (focusBeforeQuestion && focusBeforeQuestion->isVisible())
            focusBeforeQuestion->setFocus(Qt::OtherFocusReason);
    });
    connect(&session, &core::Session::requestFailed, q,
            [this](const ContactId &id, RequestProblem problem) { requestFailed(id, problem); });
    connect(&session, &core::Session::contactAdded, q, [this](const ContactId &id) {
        // tim answers a request only when it fails: a moment without an answer is success.
        if (addDialog && addDialog->isWaiting()) {
            added = id;
            addTimer->start(refusalTakes);
        }
    });
}

void MainWindow::Private::wireRoster()
{
    core::Roster &contacts = session.roster();
    rosterPanel->setModel(&roster);
    // A list that only got the focus has a current row, but nobody chose it: what counts is
    // selected.
    const QItemSelectionModel *selection = nullptr;
    if (const auto *view = rosterPanel->findChild<QAbstractItemView *>())
        selection = view->selectionModel();
    const auto showSelected = [this, selection] {
        if (!selection || selection->hasSelection())
            showContact(rosterPanel->currentContact());
    };
    connect(rosterPanel, &RosterPanel::currentContactChanged, q, showSelected);
    if (selection)
        connect(selection, &QItemSelectionModel::selectionChanged, q, showSelected);
    connect(rosterPanel, &RosterPanel::contactActivated, q, [this](const ContactId &id) {
        showContact(id);
        openCard();
    });
    connect(rosterPanel, &RosterPanel::addContactChosen, q, [this] { startAdding(); });
    connect(rosterPanel, &RosterPanel::showMyAccountChosen, ui.actionMyAccount, &QAction::trigger);
    const auto rename
        = [&contacts](const ContactId &id, const QString &name) { contacts.rename(id, name); };
    const auto pin
        = [&contacts](const ContactId &id, bool pinned) { contacts.setPinned(id, pinned); };
    connect(rosterPanel, &RosterPanel::renameChosen, q, rename);
    connect(rosterPanel, &RosterPanel::pinChosen, q, pin);
    connect(rosterPanel, &RosterPanel::removeChosen, q,
            [this](const ContactId &id) { askRemove(id); });
    connect(rosterPanel, &RosterPanel::blockChosen, q,
            [this](const ContactId &id) { askBlock(id); });
    connect(rosterPanel, &RosterPanel::contactPainted, q, &MainWindow::contactPainted);

    connect(ui.contactCard, &ContactCard::renameChosen, q, rename);
    connect(ui.contactCard, &ContactCard::pinChosen, q, pin);
    connect(ui.contactCard, &ContactCard::removeChosen, q,
            [this](const ContactId &id) { askRemove(id); });
    connect(ui.contactCard, &ContactCard::blockChosen, q,
            [this](const ContactId &id) { askBlock(id); });
    connect(ui.contactCard, &ContactCard::backChosen, q, [this] { closeCard(); });
    connect(ui.ownCard, &OwnCard::backChosen, q, [this] { closeCard(); });
    const auto sayCopied = [this] { say(tr("Copied.")); };
    connect(ui.contactCard, &ContactCard::copied, q, sayCopied);
    connect(ui.ownCard, &OwnCard::copied, q, sayCopied);

    connect(&contacts, &core::Roster::contactsChanged, q, [this](const QSet<ContactId> &ids) {
        if (!shown.isEmpty() && ids.contains(shown))
            refreshCard();
        const ContactId asked = ui.confirmBar->asksAbout();
        if (!asked.isEmpty() && ids.contains(asked) && !session.roster().contact(asked))
            ui.confirmBar->cancel(); // gone meanwhile
    });
    connect(&session.presences(), &core::PresenceModel::presencesChanged, q,
            [this](const QSet<ContactId> &ids) {
                if (ids.contains(shown))
                    refreshCard();
            });
}

void MainWindow::Private::makeMenu()
{
    menu = new QMenu(q);
    menu->setObjectName(u"windowMenu"_s);
    appearanceMenu = new QMenu(menu);
    sortMenu = new QMenu(menu);
    menu->addAction(ui.actionAddContact);
    menu->addAction(ui.actionMyAccount);
    menu->addSeparator();
    menu->addMenu(appearanceMenu);
    menu->addMenu(sortMenu);
    menu->addSeparator();
    menu->addAction(ui.actionAbout);
    menu->addAction(ui.actionQuit);
    ui.statusHeader->menuButton()->setMenu(menu);

    auto *appearances = new QActionGroup(q);
    for (QAction *action :
         {ui.actionAppearanceSystem, ui.actionAppearanceLight, ui.actionAppearanceDark}) {
        appearances->addAction(action);
        appearanceMenu->addAction(action);
    }
    const std::pair<QAction *, Appearance> looks[]
        = {{ui.actionAppearanceSystem, Appearance::System},
           {ui.actionAppearanceLight, Appearance::Light},
           {ui.actionAppearanceDark, Appearance::Dark}};
    for (const auto &[action, look] : looks)
        connect(action, &QAction::triggered, q,
                [this, look = look] { Q_EMIT q->appearanceChosen(static_cast<int>(look)); });

    auto *sorts = new QActionGroup(q);
    for (QAction *action : {ui.actionSortStatus, ui.actionSortName}) {
        sorts->addAction(action);
        sortMenu->addAction(action);
    }
    (roster.sortMode() == models::RosterModel::SortMode::Name ? ui.actionSortName
                                                              : ui.actionSortStatus)
        ->setChecked(true);
    connect(ui.actionSortStatus, &QAction::triggered, q,
            [this] { roster.setSortMode(models::RosterModel::SortMode::Status); });
    connect(ui.actionSortName, &QAction::triggered, q,
            [this] { roster.setSortMode(models::RosterModel::SortMode::Name); });

    connect(ui.statusHeader->addButton(), &QToolButton::clicked, ui.actionAddContact,
            &QAction::trigger);
    connect(ui.actionAddContact, &QAction::triggered, q, [this] { startAdding(); });
    connect(ui.actionMyAccount, &QAction::triggered, q, [this] {
        showContact({});
        openCard();
    });
    connect(ui.actionAbout, &QAction::triggered, q, [this] {
        if (!aboutDialog)
            aboutDialog = new AboutDialog(q);
        aboutDialog->show();
        aboutDialog->raise();
        aboutDialog->activateWindow();
    });
    connect(ui.actionQuit, &QAction::triggered, q, &MainWindow::quitChosen);
    const auto find = [this] {
        closeCard();
        rosterPanel->startFilter();
    };
    connect(ui.actionFind, &QAction::triggered, q, find);
    connect(ui.actionJump, &QAction::triggered, q, find);

    // Shortcuts work wherever the focus is in this window.
    q->addActions({ui.actionAddContact, ui.actionQuit, ui.actionFind, ui.actionJump});
    q->addActions(ui.statusHeader->menu()->shortcutActions());
}

void MainWindow::Private::retranslate()
{
    appearanceMenu->setTitle(tr("Appearance"));
    sortMenu->setTitle(tr("Sort contacts"));
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
    ui.contactCard->setBackVisible(!wide);
    ui.ownCard->setBackVisible(!wide);
}

void MainWindow::Private::showContact(const ContactId &id)
{
    shown = id;
    refreshCard();
}

void MainWindow::Private::openCard()
{
    if (isWide())
        return;
    cardOpen = true;
    layOut();
    ui.rightPane->currentWidget()
        ->findChild<QToolButton *>(u"backButton"_s)
        ->setFocus(Qt::OtherFocusReason);
}

void MainWindow::Private::closeCard()
{
    if (!cardOpen)
        return;
    cardOpen = false;
    layOut();
    focusRoster();
}

void MainWindow::Private::refreshCard()
{
    const std::optional<core::Contact> contact = session.roster().contact(shown);
    // Whoever is gone or still asks has no card: requests are answered in their own place.
    if (!contact || contact->relation == core::Relation::AsksUs
        || contact->relation == core::Relation::Unapproved) {
        shown = {};
        ageTimer->stop();
        ui.rightPane->setCurrentWidget(ui.ownCard);
        return;
    }
    const qint64 now = clock.wall();
    ui.contactCard->setContact(*contact, session.presences().presence(shown), now);
    ui.rightPane->setCurrentWidget(ui.contactCard);
    const qint64 next = ui.contactCard->agesChangeIn(now);
    if (next >= 0)
        ageTimer->start(core::Milliseconds(next));
    else
        ageTimer->stop();
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
    const core::StatusController &status = session.status();
    ui.statusHeader->setStatus(status.manual());
    ui.statusHeader->setPending(status.isPending());
    ui.statusHeader->setRecentMoods(status.recentMoods());
    ui.ownCard->setStatus(status.manual(),
                          session.connection().status().state == core::ConnectionState::Online);
    ui.ownCard->setRecentMoods(status.recentMoods());
    q->setWindowTitle(name.isEmpty() ? u"Timbre"_s : u"%1 — Timbre"_s.arg(name));
}

void MainWindow::Private::refreshConnection()
{
    const core::ConnectionStatus status = session.connection().status();
    ui.statusHeader->setConnection(status.state);
    ui.connectionStrip->setStatus(status);
    ui.ownCard->setStatus(session.status().manual(), status.state == core::ConnectionState::Online);
    ui.statusHeader->setPending(session.status().isPending());
}

void MainWindow::Private::say(const QString &sentence)
{
    ui.resultBar->setSentence(sentence);
    resultTimer->start(resultStays);
}

void MainWindow::Private::requestFailed(const ContactId &id, RequestProblem problem)
{
    const bool adds = addDialog && addDialog->isWaiting();
    if (adds && (id.isEmpty() || added.isEmpty() || id == added)) {
        addTimer->stop();
        added = {};
        const QString sentence = words::requestSentence(problem, addDialog->account());
        switch (problem) {
        case RequestProblem::NoSuchAccount:
        case RequestProblem::Yourself:
        case RequestProblem::BlockedByThem:
        case RequestProblem::AlreadyContact:
            return addDialog->showAccountError(sentence);
        case RequestProblem::NotConnected:
        case RequestProblem::NoAnswer:
        case RequestProblem::ServerError:
            return addDialog->showError(sentence);
        }
    }
    const QString name = nameOf(id);
    const QString sentence = words::requestSentence(problem, name);
    if (ui.requestsPanel->showError(id, sentence))
        return;
    //: %1 is a name, %2 a whole sentence
    say(name.isEmpty() ? sentence : tr("%1: %2").arg(core::isolated(name), sentence));
}

void MainWindow::Private::startAdding()
{
    if (!addDialog) {
        addDialog = new AddContactDialog(q);
        connect(addDialog, &AddContactDialog::submitted, q,
                [this](const QString &who, const QString &text, const QString &nickname) {
                    session.addContact(who, text, nickname);
                });
    }
    if (addDialog->isVisible()) {
        addDialog->raise();
        addDialog->activateWindow();
        return;
    }
    const QString own = session.ownName();
    addDialog->start(session.ownId(), account, own.isEmpty() ? account : own);
}

void MainWindow::Private::requestStands()
{
    const QString name = nameOf(added);
    added = {};
    if (addDialog && addDialog->isWaiting())
        addDialog->accept();
    say(tr("Request sent to %1.").arg(core::isolated(name)));
}

void MainWindow::Private::askRemove(const ContactId &id)
{
    const auto contact = session.roster().contact(id);
    if (!contact)
        return;
    focusBeforeQuestion = QApplication::focusWidget();
    ui.confirmBar->askRemove(*contact);
}

void MainWindow::Private::askBlock(const ContactId &id)
{
    const auto contact = session.roster().contact(id);
    if (!contact)
        return;
    focusBeforeQuestion = QApplication::focusWidget();
    ui.confirmBar->askBlock(*contact);
}

QString MainWindow::Private::nameOf(const ContactId &id) const
{
    const auto contact = session.roster().contact(id);
    return contact ? contact->displayName() : id.node();
}

MainWindow::MainWindow(core::Session &session, models::RosterModel &roster, core::Clock &clock,
                       QWidget *parent)
    : QMainWindow(parent), m_ui(std::make_unique<Ui::MainWindow>())
{
    m_ui->setupUi(this);
    d = std::make_unique<Private>(this, *m_ui, session, roster, clock);
    setWindowIcon(appIcon());
    m_ui->noticeBar->setAlarming(true);
    m_ui->noticeBar->setClosable(false);
    m_ui->rightPane->setCurrentWidget(m_ui->ownCard);
    d->makeMenu();
    d->wire();
    d->retranslate();
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

void MainWindow::setNotice(const QString &sentence)
{
    m_ui->noticeBar->setSentence(sentence);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (d && event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        d->retranslate();
        d->refreshOwn();
        d->refreshCard();
    }
    if (d && changesLook(event)) {
        d->restyle();
        d->layOut();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->accept(); // app decides whether this ends the program
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    d->layOut();
}

} // namespace timbre::gui
