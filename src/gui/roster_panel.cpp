// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/roster_panel.h"

#include "core/text.h"
#include "gui/icons.h"
#include "gui/inline_rename.h"
#include "gui/roster_delegate.h"
#include "gui/roster_freeze.h"
#include "gui/roster_view.h"
#include "ui_roster_panel.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace timbre::gui
{

using models::RosterModel;

namespace
{

constexpr QSize drawingSize(200, 140);
constexpr qsizetype longestQuoted = 40;

} // namespace

// Everything that is not in the form: the list and its helpers, and what was chosen.
class RosterPanel::Private
{
public:
    enum class Empty { No, NoContacts, NobodyOnline, NoMatch };

    Private(RosterPanel *panel, Ui::RosterPanel &form, std::unique_ptr<core::Clock> own,
            core::Clock &clock)
        : q(panel), ui(form), ownClock(std::move(own)), freeze(clock), delegate(clock),
          view(new RosterView(form.listPage)), rename(new InlineRename(view->viewport()))
    {
    }

    void wire();
    void wireModel();
    void setFilter(const QString &text);
    void restoreCurrent();
    void keep();
    void noteCurrent();
    void updateCounts();
    void updateEmpty(Empty state);
    void updatePending();
    void updateLook();
    void placeRename();
    void startRename(const core::ContactId &id);
    void endRename(const core::ContactId &id, const QString &text, bool kept);
    void openMenu(const core::ContactId &id, const QPoint &position);
    void activate(const core::ContactId &id);
    bool editKey(QKeyEvent *event);
    core::Contact contact(const core::ContactId &id) const
    {
        return model->indexOf(id).data(RosterModel::ContactRole).value<core::Contact>();
    }

    RosterPanel *const q;
    Ui::RosterPanel &ui;
    std::unique_ptr<core::Clock> ownClock; // if none was handed in
    RosterFreeze freeze;
    RosterDelegate delegate;
    RosterView *view; // owned by the form's page
    InlineRename *rename; // owned by the view
    QAction *searchAction = nullptr;
    QAction *clearAction = nullptr;
    QPointer<RosterModel> model;
    core::ContactId current;
    core::ContactId beforeFilter; // comes back when the filter goes
    Empty empty = Empty::No;
};

RosterPanel::RosterPanel(QWidget *parent)
    : RosterPanel(std::make_unique<core::SystemClock>(), nullptr, parent)
{
}

RosterPanel::RosterPanel(core::Clock &clock, QWidget *parent) : RosterPanel(nullptr, &clock, parent)
{
}

RosterPanel::RosterPanel(std::unique_ptr<core::Clock> own, core::Clock *clock, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::RosterPanel>())
{
    m_ui->setupUi(this);
    setBackgroundRole(QPalette::Base);
    core::Clock &used = clock ? *clock : *own;
    d = std::make_unique<Private>(this, *m_ui, std::move(own), used);
    m_ui->listLayout->addWidget(d->view);
    setTabOrder(m_ui->showOnlineButton, d->view);
    setTabOrder(d->view, m_ui->emptyPrimaryButton);
    d->wire();
    d->updateLook();
    d->updateCounts();
    d->updatePending();
}

RosterPanel::~RosterPanel()
{
    // The widgets outlive d, and losing the focus would still be told.
    d->rename->disconnect(this);
    d->view->disconnect(this);
}

void RosterPanel::Private::wire()
{
    view->setObjectName(u"rosterView"_s);
    view->setAccessibleName(RosterPanel::tr("Contacts"));
    view->setItemDelegate(&delegate);
    view->setComposer(ui.filterEdit);
    freeze.watch(view);
    searchAction = ui.filterEdit->addAction(QIcon(), QLineEdit::LeadingPosition);
    clearAction = ui.filterEdit->addAction(QIcon(), QLineEdit::TrailingPosition);
    clearAction->setToolTip(RosterPanel::tr("Clear the search"));
    clearAction->setVisible(false);
    ui.filterEdit->installEventFilter(q);

    connect(&freeze, &RosterFreeze::frozenChanged, q, [this](bool frozen) {
        if (model)
            model->setOrderFrozen(frozen);
    });
    connect(view, &RosterView::contactActivated, q, [this](const auto &id) { activate(id); });
    connect(view, &RosterView::contactPainted, q, &RosterPanel::contactPainted);
    connect(view, &RosterView::removeAsked, q, &RosterPanel::removeChosen);
    connect(view, &RosterView::renameAsked, q, [this](const auto &id) { startRename(id); });
    connect(view, &RosterView::menuAsked, q,
            [this](const auto &id, const QPoint &position) { openMenu(id, position); });
    connect(view, &RosterView::rowsShifted, q, [this] { placeRename(); });
    connect(view, &RosterView::typed, q, [this](QKeyEvent *event) {
        ui.filterEdit->setFocus(Qt::OtherFocusReason);
        ui.filterEdit->end(false);
        QCoreApplication::sendEvent(ui.filterEdit, event);
    });
    connect(view, &RosterView::composed, q, [this](QInputMethodEvent *event) {
        // The focus waits until the composition is done: moving it would end it.
        const bool done = event->preeditString().isEmpty();
        QCoreApplication::sendEvent(ui.filterEdit, event);
        if (done)
            ui.filterEdit->setFocus(Qt::OtherFocusReason);
    });

    connect(rename, &InlineRename::started, q, [this] {
        freeze.setHeld(RosterFreeze::Hold::Rename, true);
        keep();
        placeRename();
    });
    connect(rename, &InlineRename::finished, q,
            [this](const auto &id, const QString &text, bool kept) { endRename(id, text, kept); });

    connect(ui.filterEdit, &QLineEdit::textChanged, q,
            [this](const QString &text) { setFilter(text); });
    connect(clearAction, &QAction::triggered, ui.filterEdit, &QLineEdit::clear);
    connect(ui.showAllButton, &QToolButton::toggled, q, [this](bool all) {
        if (model)
            model->setShow(all ? RosterModel::Show::All : RosterModel::Show::Online);
    });
    connect(ui.footerButton, &QPushButton::clicked, ui.showAllButton, &QToolButton::click);
    connect(ui.pendingButton, &QPushButton::clicked, q, [this] {
        if (model)
            model->applyPendingOrder();
        view->setFocus(Qt::OtherFocusReason);
    });
    connect(ui.emptyPrimaryButton, &QPushButton::clicked, q, [this] {
        switch (empty) {
        case Empty::NoContacts:
            Q_EMIT q->addContactChosen();
            break;
        case Empty::NobodyOnline:
            ui.showAllButton->click();
            break;
        case Empty::NoMatch:
            ui.filterEdit->clear();
            break;
        case Empty::No:
            break;
        }
    });
    connect(ui.emptySecondButton, &QPushButton::clicked, q, &RosterPanel::showMyAccountChosen);
}

void RosterPanel::setModel(RosterModel *model)
{
    if (d->model == model)
        return;
    d->rename->cancel();
    if (d->model) {
        d->model->disconnect(this);
        d->model->setAccessibleText({});
    }
    d->model = model;
    d->view->setModel(model);
    d->current = {};
    d->beforeFilter = {};
    if (model)
        d->wireModel();
    d->updateCounts();
    d->updatePending();
}

void RosterPanel::Private::wireModel()
{
    connect(model, &RosterModel::countsChanged, q, [this] { updateCounts(); });
    connect(model, &RosterModel::pendingChangesChanged, q, [this] { updatePending(); });
    connect(model, &RosterModel::modelReset, q, [this] { restoreCurrent(); });
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, q,
            [this] { noteCurrent(); });
    model->setAccessibleText([delegate = QPointer(&delegate)](const QModelIndex &index) {
        return delegate ? delegate->sentence(index) : QString();
    });
    model->setOrderFrozen(freeze.isFrozen());
    model->setVisible(q->isVisible());
    model->setFilter(ui.filterEdit->text());
    ui.showAllButton->setChecked(model->show() == RosterModel::Show::All);
    ui.showOnlineButton->setChecked(model->show() == RosterModel::Show::Online);
}

core::ContactId RosterPanel::currentContact() const
{
    return d->current;
}

void RosterPanel::setCurrentContact(const core::ContactId &id)
{
    if (d->model)
        d->view->setCurrentIndex(d->model->indexOf(id));
}

void RosterPanel::Private::noteCurrent()
{
    const core::ContactId id = view->idOf(view->currentIndex());
    if (id == current)
        return;
    current = id;
    // Not at once: the current row may be changing because the model is removing rows right now.
    QMetaObject::invokeMethod(
        q, [this] { keep(); }, Qt::QueuedConnection);
    Q_EMIT q->currentContactChanged(id);
}

// Online does not hide whom the user is looking at.
void RosterPanel::Private::keep()
{
    if (model)
        model->setKept(rename->contact().isEmpty() ? current : rename->contact());
}

// A reset forgets the selection, which is a contact's and not a row's.
void RosterPanel::Private::restoreCurrent()
{
    const core::ContactId id = current;
    view->setCurrentIndex(model->indexOf(id));
    noteCurrent();
}

void RosterPanel::Private::activate(const core::ContactId &id)
{
    Q_EMIT q->contactActivated(id);
}

void RosterPanel::startFilter(const QString &text)
{
    if (!text.isEmpty())
        m_ui->filterEdit->setText(text);
    m_ui->filterEdit->setFocus(Qt::ShortcutFocusReason);
}

void RosterPanel::Private::setFilter(const QString &text)
{
    const bool active = !text.isEmpty();
    clearAction->setVisible(active);
    if (ui.filterEdit->property("active").toBool() != active) {
        ui.filterEdit->setProperty("active", active);
        ui.filterEdit->style()->polish(ui.filterEdit);
    }
    if (!model)
        return;
    if (active && model->filter().isEmpty())
        beforeFilter = current;
    rename->cancel();
    model->setFilter(text);
    // The best match is the one Enter opens; without a filter the list is as it was before it.
    const QModelIndex target = active ? view->firstContact() : model->indexOf(beforeFilter);
    view->setCurrentIndex(target);
    if (active)
        view->scrollToTop();
    else if (target.isValid())
        view->scrollTo(target, QAbstractItemView::PositionAtCenter);
    updateCounts();
}

bool RosterPanel::Private::editKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(view, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const core::ContactId id = current; !id.isEmpty()) {
            beforeFilter = id;
            ui.filterEdit->clear();
            view->setFocus(Qt::OtherFocusReason);
            activate(id);
        }
        return true;
    case Qt::Key_Escape:
        if (ui.filterEdit->text().isEmpty())
            view->setFocus(Qt::OtherFocusReason);
        else
            ui.filterEdit->clear();
        return true;
    default:
        return false;
    }
}

bool RosterPanel::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_ui->filterEdit && event->type() == QEvent::KeyPress
        && d->editKey(static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(object, event);
}

void RosterPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_ui->filterEdit->text().isEmpty())
        m_ui->filterEdit->clear();
    else
        QWidget::keyPressEvent(event);
}

void RosterPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (d->model)
        d->model->setVisible(true);
}

void RosterPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (d->model)
        d->model->setVisible(false);
}

void RosterPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (!d)
        return;
    switch (event->type()) {
    case QEvent::LanguageChange:
        m_ui->retranslateUi(this);
        d->view->setAccessibleName(tr("Contacts"));
        d->clearAction->setToolTip(tr("Clear the search"));
        d->updateCounts();
        d->updatePending();
        break;
    case QEvent::PaletteChange:
    case QEvent::LayoutDirectionChange:
        d->updateLook();
        break;
    default:
        break;
    }
}

void RosterPanel::Private::updateLook()
{
    const Theme &theme = themeOf(q->palette());
    searchAction->setIcon(tintedIcon(u"search"_s, theme.text2));
    clearAction->setIcon(themedIcon(u"close"_s, theme));
    // Style sheets do not mirror.
    const bool rightToLeft = q->isRightToLeft();
    for (const auto &[button, side] :
         {std::pair(ui.showAllButton, rightToLeft ? u"right"_s : u"left"_s),
          std::pair(ui.showOnlineButton, rightToLeft ? u"left"_s : u"right"_s)}) {
        if (button->property("segment").toString() == side)
            continue;
        button->setProperty("segment", side);
        button->style()->polish(button);
    }
    updateEmpty(empty);
}

void RosterPanel::Private::updateCounts()
{
    const int rows = model ? model->rowCount() : 0;
    const int total = model ? model->totalContacts() : 0;
    const int hidden = model ? model->hiddenContacts() : 0;
    const bool filtered = model && !model->filter().isEmpty();
    const QLocale locale;
    ui.summaryLabel->setText(filtered
                                 ? RosterPanel::tr("%Ln found", "contacts", rows)
                                 : RosterPanel::tr("%1 of %2 online")
                                       .arg(locale.toString(model ? model->onlineContacts() : 0),
                                            locale.toString(total)));
    ui.footerButton->setText(RosterPanel::tr("%Ln offline hidden – show", "contacts", hidden));
    ui.footerButton->setVisible(hidden > 0 && rows > 0);
    updateEmpty(rows > 0         ? Empty::No
                    : filtered   ? Empty::NoMatch
                    : hidden > 0 ? Empty::NobodyOnline
                                 : Empty::NoContacts);
}

void RosterPanel::Private::updateEmpty(Empty state)
{
    empty = state;
    ui.stack->setCurrentWidget(state == Empty::No ? ui.listPage : ui.emptyPage);
    ui.tools->setVisible(state != Empty::NoContacts);
    ui.emptySecondButton->setVisible(state == Empty::NoContacts);
    QString picture;
    switch (state) {
    case Empty::No:
        return;
    case Empty::NoContacts:
        picture = u"no-contacts"_s;
        ui.emptyTitle->setText(RosterPanel::tr("No contacts yet"));
        ui.emptyText->setText(RosterPanel::tr("Add someone by account name, or give them yours. "
                                              "You will see each other's status here."));
        ui.emptyPrimaryButton->setText(RosterPanel::tr("Add contact"));
        break;
    case Empty::NobodyOnline:
        picture = u"nobody-online"_s;
        ui.emptyTitle->setText(RosterPanel::tr("Nobody is online"));
        ui.emptyText->setText(RosterPanel::tr("Contacts appear here as they come."));
        ui.emptyPrimaryButton->setText(
            RosterPanel::tr("Show offline (%1)").arg(QLocale().toString(model->hiddenContacts())));
        break;
    case Empty::NoMatch: {
        QString wanted = model->filter();
        if (wanted.size() > longestQuoted)
            wanted = wanted.left(longestQuoted) + u'…';
        picture = u"no-match"_s;
        ui.emptyTitle->setText(RosterPanel::tr("No one matches"));
        ui.emptyText->setText(
            RosterPanel::tr("Nothing found for ‘%1’ in names, accounts and moods.")
                .arg(core::isolated(wanted)));
        ui.emptyPrimaryButton->setText(RosterPanel::tr("Clear the search"));
        break;
    }
    }
    ui.drawingLabel->setPixmap(
        drawing(picture, themeOf(q->palette()), drawingSize, q->devicePixelRatioF()));
}

void RosterPanel::Private::updatePending()
{
    const int count = model ? model->pendingChanges() : 0;
    if (count > 0)
        ui.pendingButton->setText(RosterPanel::tr("%Ln change(s) waiting", nullptr, count));
    // First the one that goes: both together would ask for more width than there may be.
    (count > 0 ? ui.summaryLabel : static_cast<QWidget *>(ui.pendingButton))->hide();
    (count > 0 ? ui.pendingButton : static_cast<QWidget *>(ui.summaryLabel))->show();
}

void RosterPanel::Private::startRename(const core::ContactId &id)
{
    const QModelIndex index = model->indexOf(id);
    if (!index.isValid())
        return;
    view->setCurrentIndex(index);
    view->scrollTo(index);
    core::Contact known = contact(id);
    const QString shown = known.displayName();
    known.nickname.clear();
    rename->start(id, shown, known.displayName());
}

void RosterPanel::Private::placeRename()
{
    if (rename->contact().isEmpty())
        return;
    const QModelIndex index = model ? model->indexOf(rename->contact()) : QModelIndex();
    if (!index.isValid()) {
        rename->cancel();
        return;
    }
    const QRect row = view->visualRect(index);
    QRect rect = RosterDelegate::nameRect(row, view->font(), view->layoutDirection());
    const int height = rename->sizeHint().height();
    rect.setTop(row.top() + (row.height() - height) / 2);
    rect.setHeight(height);
    rename->setGeometry(rect.adjusted(-metrics::gap2, 0, metrics::gap1, 0));
}

void RosterPanel::Private::endRename(const core::ContactId &id, const QString &text, bool kept)
{
    freeze.setHeld(RosterFreeze::Hold::Rename, false);
    keep();
    if (kept)
        Q_EMIT q->renameChosen(id, text);
}

void RosterPanel::Private::openMenu(const core::ContactId &id, const QPoint &position)
{
    const core::Contact about = contact(id);
    const Theme &theme = themeOf(q->palette());
    auto *menu = new QMenu(q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"contactMenu"_s);
    const auto add = [&](const QString &icon, const QString &text, auto &&onTriggered) {
        QAction *action = menu->addAction(themedIcon(icon, theme), text);
        QObject::connect(action, &QAction::triggered, q,
                         std::forward<decltype(onTriggered)>(onTriggered));
        return action;
    };
    add(u"person"_s, RosterPanel::tr("Show card"), [this, id] { activate(id); });
    menu->addSeparator();
    add(u"rename"_s, RosterPanel::tr("Rename"), [this, id] {
        startRename(id);
    })->setShortcut(Qt::Key_F2);
    if (about.relation == core::Relation::Accepted) {
        const bool pinned = about.pinned;
        add(pinned ? u"unpin"_s : u"pin"_s,
            pinned ? RosterPanel::tr("Unpin") : RosterPanel::tr("Pin to the top"),
            [this, id, pinned] { Q_EMIT q->pinChosen(id, !pinned); });
    }
    menu->addSeparator();
    add(u"remove"_s, RosterPanel::tr("Remove…"), [this, id] {
        Q_EMIT q->removeChosen(id);
    })->setShortcut(Qt::Key_Delete);
    add(u"block"_s, RosterPanel::tr("Block…"), [this, id] { Q_EMIT q->blockChosen(id); });

    freeze.setHeld(RosterFreeze::Hold::Menu, true);
    QObject::connect(menu, &QMenu::aboutToHide, q,
                     [this] { freeze.setHeld(RosterFreeze::Hold::Menu, false); });
    menu->popup(position);
}

} // namespace timbre::gui
