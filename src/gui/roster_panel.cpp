// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/roster_panel.h"

#include "gui/contact_menu.h"
#include "gui/filter_field.h"
#include "gui/group_header_menu.h"
#include "gui/icons.h"
#include "gui/panel_style.h"
#include "gui/roster_delegate.h"
#include "gui/roster_empty_page.h"
#include "gui/roster_freeze.h"
#include "gui/roster_view.h"
#include "gui/row_rename.h"
#include "ui_roster_panel.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QPointer>
#include <QStyle>

#include <array>

using namespace Qt::StringLiterals;

namespace timbre::gui {

using models::RosterModel;

// Everything that is not in the form: the list and its helpers, and what was chosen.
class RosterPanel::Private
{
public:
    Private(RosterPanel *panel, Ui::RosterPanel &form, std::unique_ptr<core::Clock> own, core::Clock &theClock) :
        q(panel),
        ui(form),
        ownClock(std::move(own)),
        clock(theClock),
        freeze(theClock),
        delegate(theClock),
        view(new RosterView(form.listPage)),
        rename(*view),
        filter(*form.filterEdit),
        emptyPage(form, *panel)
    {
    }

    void wire();
    void wireModel();
    void setFilter(const QString &text);
    void restoreCurrent();
    void keep();
    void noteCurrent();
    void updateCounts();
    void fillEmpty();
    void updatePending();
    void updateLook();
    void endRename(const core::ContactId &id, const QString &text, bool kept);
    void openMenu(const core::ContactId &id, const QPoint &position);
    void openBestMatch();
    void openHeaderMenu(const QModelIndex &header, const QPoint &position);
    void drop(const core::ContactId &id, const QModelIndex &target, const core::ContactId &before);
    void holdWhileOpen(QMenu *menu);
    std::array<std::pair<QToolButton *, RosterModel::Show>, 4> shows() const;
    RosterPanel *const q;
    Ui::RosterPanel &ui;
    std::unique_ptr<core::Clock> ownClock; // if none was handed in
    core::Clock &clock;
    RosterFreeze freeze;
    RosterDelegate delegate;
    RosterView *view; // owned by the form's page
    RowRename rename;
    FilterField filter;
    RosterEmptyPage emptyPage;
    QPointer<RosterModel> model;
    QPointer<core::ContactGroups> groups;
    core::ContactId current;
    core::TellMe *tellMe = nullptr; // not owned
    core::ContactId beforeFilter; // comes back when the filter goes
};

RosterPanel::RosterPanel(QWidget *parent) : RosterPanel(std::make_unique<core::SystemClock>(), nullptr, parent) { }

RosterPanel::RosterPanel(core::Clock &clock, QWidget *parent) : RosterPanel(nullptr, &clock, parent) { }

RosterPanel::RosterPanel(std::unique_ptr<core::Clock> own, core::Clock *clock, QWidget *parent) :
    QWidget(parent),
    m_ui(std::make_unique<Ui::RosterPanel>())
{
    m_ui->setupUi(this);
    setBackgroundRole(QPalette::Base);
    core::Clock &used = clock ? *clock : *own;
    d = std::make_unique<Private>(this, *m_ui, std::move(own), used);
    m_ui->listLayout->addWidget(d->view);
    setTabOrder(m_ui->pendingButton, d->view);
    setTabOrder(d->view, m_ui->emptyPrimaryButton);
    d->wire();
    d->updateLook();
    d->updateCounts();
    d->updatePending();
}

RosterPanel::~RosterPanel()
{
    // The widgets outlive d, and losing the focus would still be told.
    d->view->disconnect(this);
}

void RosterPanel::Private::wire()
{
    view->setObjectName(u"rosterView"_s);
    view->setAccessibleName(RosterPanel::tr("Contacts"));
    view->setItemDelegate(&delegate);
    view->setComposer(ui.filterEdit);
    freeze.watch(view);
    view->setPhrases(clock, [this](const QModelIndex &index) { return delegate.changesIn(index); });

    connect(&freeze, &RosterFreeze::frozenChanged, q, [this](bool frozen) {
        if (model)
            model->setOrderFrozen(frozen);
    });
    connect(view, &RosterView::contactActivated, q, &RosterPanel::contactActivated);
    connect(view, &RosterView::contactPainted, q, &RosterPanel::contactPainted);
    connect(view, &RosterView::removeAsked, q, &RosterPanel::removeChosen);
    connect(view, &RosterView::renameAsked, &rename, &RowRename::start);
    connect(view, &RosterView::menuAsked, q,
            [this](const auto &id, const QPoint &position) { openMenu(id, position); });
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

    connect(&rename, &RowRename::started, q, [this] {
        freeze.setHeld(RosterFreeze::Hold::Rename, true);
        keep();
    });
    connect(&rename, &RowRename::finished, q,
            [this](const auto &id, const QString &text, bool kept) { endRename(id, text, kept); });

    connect(&filter, &FilterField::changed, q, [this](const QString &text) { setFilter(text); });
    connect(&filter, &FilterField::walked, q, [this](QKeyEvent *event) { QCoreApplication::sendEvent(view, event); });
    connect(&filter, &FilterField::entered, q, [this] { openBestMatch(); });
    connect(&filter, &FilterField::left, q, [this] { view->setFocus(Qt::OtherFocusReason); });
    for (const auto &[button, show] : shows()) {
        connect(button, &QToolButton::toggled, q, [this, show = show](bool on) {
            if (model && on)
                model->setShow(show);
        });
    }
    connect(view, &RosterView::foldAsked, q, [this](const QModelIndex &header) {
        model->setCollapsed(header, !header.data(RosterModel::CollapsedRole).toBool());
    });
    connect(view, &RosterView::headerMenuAsked, q,
            [this](const QModelIndex &header, const QPoint &position) { openHeaderMenu(header, position); });
    connect(view, &RosterView::dropped, q,
            [this](const auto &id, const QModelIndex &target, const auto &before) { drop(id, target, before); });
    connect(view, &RosterView::draggingChanged, q,
            [this](bool dragging) { freeze.setHeld(RosterFreeze::Hold::Drag, dragging); });
    connect(ui.footerButton, &QPushButton::clicked, ui.showAllButton, &QToolButton::click);
    connect(ui.pendingButton, &QPushButton::clicked, q, [this] {
        if (model)
            model->applyPendingOrder();
        view->setFocus(Qt::OtherFocusReason);
    });
    connect(ui.emptyPrimaryButton, &QPushButton::clicked, q, [this] { fillEmpty(); });
    connect(ui.emptySecondButton, &QPushButton::clicked, q, &RosterPanel::showMyAccountChosen);
}

std::array<std::pair<QToolButton *, RosterModel::Show>, 4> RosterPanel::Private::shows() const
{
    return {{{ui.showAllButton, RosterModel::Show::All},
             {ui.showReachableButton, RosterModel::Show::Reachable},
             {ui.showOnlineButton, RosterModel::Show::Online},
             {ui.showUnreadButton, RosterModel::Show::Unread}}};
}

// What the page in place of an empty list offers.
void RosterPanel::Private::fillEmpty()
{
    switch (emptyPage.kind()) {
    case RosterEmptyPage::Kind::NoContacts:
        Q_EMIT q->addContactChosen();
        break;
    case RosterEmptyPage::Kind::NobodyOnline:
    case RosterEmptyPage::Kind::NothingUnread:
        ui.showAllButton->click();
        break;
    case RosterEmptyPage::Kind::NoMatch:
        ui.filterEdit->clear();
        break;
    case RosterEmptyPage::Kind::None:
        break;
    }
}

void RosterPanel::setModel(RosterModel *model)
{
    if (d->model == model)
        return;
    d->rename.cancel();
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
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, q, [this] { noteCurrent(); });
    model->setAccessibleText([delegate = QPointer(&delegate)](const QModelIndex &index) {
        return delegate ? delegate->sentence(index) : QString();
    });
    model->setOrderFrozen(freeze.isFrozen());
    model->setVisible(q->isVisible());
    model->setFilter(ui.filterEdit->text());
    for (const auto &[button, show] : shows()) {
        if (model->show() == show)
            button->setChecked(true);
    }
}

void RosterPanel::setGroups(core::ContactGroups *groups)
{
    d->groups = groups;
}

void RosterPanel::setCompact(bool compact)
{
    d->rename.cancel();
    d->view->setCompact(compact);
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
        model->setKept(rename.contact().isEmpty() ? current : rename.contact());
}

// A reset forgets the selection, which is a contact's and not a row's.
void RosterPanel::Private::restoreCurrent()
{
    const core::ContactId id = current;
    view->setCurrentIndex(model->indexOf(id));
    noteCurrent();
}

void RosterPanel::setTellMe(core::TellMe *tellMe)
{
    d->tellMe = tellMe;
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
    if (!model)
        return;
    if (active && model->filter().isEmpty())
        beforeFilter = current;
    rename.cancel();
    model->setFilter(text);
    // The best match is the one Enter opens; without a filter the list is as it was before it.
    const QModelIndex target = active ? view->firstItem() : model->indexOf(beforeFilter);
    view->setCurrentIndex(target);
    if (active)
        view->scrollToTop();
    else if (target.isValid())
        view->scrollTo(target, QAbstractItemView::PositionAtCenter);
    updateCounts();
}

void RosterPanel::Private::openBestMatch()
{
    const core::ContactId id = current;
    if (id.isEmpty())
        return;
    beforeFilter = id;
    ui.filterEdit->clear();
    view->setFocus(Qt::OtherFocusReason);
    Q_EMIT q->contactActivated(id);
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
        d->filter.retranslate();
        d->updateCounts();
        d->updatePending();
        break;
    case QEvent::PaletteChange:
    case QEvent::ApplicationFontChange:
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
    applyPanelStyle(ui.emptyPage);
    // Both stand in one place, and nothing below may move when they change.
    ui.summaryLabel->setMinimumHeight(ui.pendingButton->sizeHint().height());
    filter.setIcons(tintedIcon(u"search"_s, theme.text2), themedIcon(u"close"_s, theme));
    // Style sheets do not mirror.
    const bool rightToLeft = q->isRightToLeft();
    for (const auto &[button, side] : {std::pair(ui.showAllButton, rightToLeft ? u"right"_s : u"left"_s),
                                       std::pair(ui.showUnreadButton, rightToLeft ? u"left"_s : u"right"_s)}) {
        if (button->property("segment").toString() == side)
            continue;
        button->setProperty("segment", side);
        button->style()->polish(button);
    }
    emptyPage.update(model);
}

void RosterPanel::Private::updateCounts()
{
    const int rows = model ? model->rowCount() : 0;
    const int total = model ? model->totalContacts() : 0;
    const int hidden = model ? model->hiddenContacts() : 0;
    const bool filtered = model && !model->filter().isEmpty();
    const QLocale locale;
    ui.summaryLabel->setText(
        filtered ? RosterPanel::tr("%Ln found", "contacts", rows)
                 : RosterPanel::tr("%1 of %2 online")
                       .arg(locale.toString(model ? model->onlineContacts() : 0), locale.toString(total)));
    const bool byOffline = model && model->show() == RosterModel::Show::Online;
    ui.footerButton->setText(byOffline ? RosterPanel::tr("%Ln offline hidden – show", "contacts", hidden)
                                       : RosterPanel::tr("%Ln hidden – show", "contacts", hidden));
    ui.footerButton->setVisible(hidden > 0 && rows > 0);
    emptyPage.update(model);
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

void RosterPanel::Private::endRename(const core::ContactId &id, const QString &text, bool kept)
{
    freeze.setHeld(RosterFreeze::Hold::Rename, false);
    keep();
    if (kept)
        Q_EMIT q->renameChosen(id, text);
}

void RosterPanel::Private::openMenu(const core::ContactId &id, const QPoint &position)
{
    const auto contact = model->indexOf(id).data(RosterModel::ContactRole).value<core::Contact>();
    auto *menu = new ContactMenu(contact, themeOf(q->palette()), q);
    if (tellMe && contact.relation == core::Relation::Accepted)
        menu->offerTellMe(*tellMe, id);
    connect(menu, &ContactMenu::cardChosen, q, [this, id] { Q_EMIT q->cardChosen(id); });
    connect(menu, &ContactMenu::renameChosen, &rename, [this, id] { rename.start(id); });
    connect(menu, &ContactMenu::pinChosen, q, [this, id](bool pinned) { Q_EMIT q->pinChosen(id, pinned); });
    connect(menu, &ContactMenu::removeChosen, q, [this, id] { Q_EMIT q->removeChosen(id); });
    connect(menu, &ContactMenu::blockChosen, q, [this, id] { Q_EMIT q->blockChosen(id); });

    Q_EMIT q->contactMenuOpens(menu, id);
    if (groups && contact.relation == core::Relation::Accepted)
        menu->addGroups(*groups, themeOf(q->palette()));
    holdWhileOpen(menu);
    menu->popup(position);
}

void RosterPanel::Private::holdWhileOpen(QMenu *menu)
{
    freeze.setHeld(RosterFreeze::Hold::Menu, true);
    connect(menu, &QMenu::aboutToHide, q, [this] { freeze.setHeld(RosterFreeze::Hold::Menu, false); });
}

void RosterPanel::Private::openHeaderMenu(const QModelIndex &header, const QPoint &position)
{
    if (!groups || header.data(RosterModel::SectionRole).value<RosterModel::Section>() != RosterModel::Section::Group)
        return;
    auto *menu = new GroupHeaderMenu(*groups, header.data(RosterModel::GroupRole).toString(), q);
    holdWhileOpen(menu);
    menu->popup(position);
}

// From the group it stands in into the one it was dropped on; in a group of one's own order also to its place there.
void RosterPanel::Private::drop(const core::ContactId &id, const QModelIndex &target, const core::ContactId &before)
{
    const QModelIndex row = model->indexOf(id);
    if (!groups || !row.isValid())
        return;
    using Section = RosterModel::Section;
    const auto section = target.data(RosterModel::SectionRole).value<Section>();
    const QString to = target.data(RosterModel::GroupRole).toString();
    const auto contact = row.data(RosterModel::ContactRole).value<core::Contact>();
    if (section == Section::Pinned || contact.pinned) {
        if (contact.pinned != (section == Section::Pinned))
            Q_EMIT q->pinChosen(id, section == Section::Pinned);
        if (section == Section::Pinned)
            return;
    }
    const bool wasGrouped = row.data(RosterModel::SectionRole).value<Section>() == Section::Group;
    const QString from = wasGrouped ? row.data(RosterModel::GroupRole).toString() : QString();
    const bool onHeader = view->idOf(target).isEmpty();
    QList<core::ContactId> order; // of the group as it stands on the screen
    for (int i = 0; section == Section::Group && i < model->rowCount(); ++i) {
        const QModelIndex index = model->index(i);
        if (const core::ContactId other = view->idOf(index);
            !other.isEmpty() && other != id && index.data(RosterModel::GroupRole).toString() == to)
            order.append(other);
    }
    if (!from.isEmpty() && from != to)
        groups->setMember(from, id, false);
    if (section != Section::Group)
        return;
    groups->setMember(to, id, true);
    // Only a drop within the group, or into one that has such an order, makes an order by hand.
    if (!onHeader && (from == to || groups->group(to)->isOrdered)) {
        const qsizetype at = order.indexOf(before);
        order.insert(at < 0 ? order.size() : at, id);
        groups->setOrder(to, order);
    }
}

} // namespace timbre::gui
