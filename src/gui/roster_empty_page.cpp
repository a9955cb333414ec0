// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/roster_empty_page.h"

#include "core/text.h"
#include "gui/icons.h"
#include "gui/theme.h"
#include "models/roster_model.h"
#include "ui_roster_panel.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

constexpr QSize drawingSize(200, 140);
constexpr qsizetype longestQuoted = 40;

} // namespace

RosterEmptyPage::RosterEmptyPage(Ui::RosterPanel &form, const QWidget &panel) : m_form(form), m_panel(panel) { }

RosterEmptyPage::Kind RosterEmptyPage::kindOf(const models::RosterModel *model)
{
    if (!model)
        return Kind::NoContacts;
    if (model->rowCount() > 0)
        return Kind::None;
    if (!model->filter().isEmpty())
        return Kind::NoMatch;
    if (model->hiddenContacts() == 0)
        return Kind::NoContacts;
    return model->show() == models::RosterModel::Show::Unread ? Kind::NothingUnread : Kind::NobodyOnline;
}

void RosterEmptyPage::update(const models::RosterModel *model)
{
    m_kind = kindOf(model);
    m_form.stack->setCurrentWidget(m_kind == Kind::None ? m_form.listPage : m_form.emptyPage);
    m_form.tools->setVisible(m_kind != Kind::NoContacts);
    m_form.emptySecondButton->setVisible(m_kind == Kind::NoContacts);
    QString picture;
    switch (m_kind) {
    case Kind::None:
        return;
    case Kind::NoContacts:
        picture = u"no-contacts"_s;
        m_form.emptyTitle->setText(tr("No contacts yet"));
        m_form.emptyText->setText(tr("Add someone by account name, or give them yours. "
                                     "You will see each other's status here."));
        m_form.emptyPrimaryButton->setText(tr("Add contact"));
        break;
    case Kind::NobodyOnline:
        picture = u"nobody-online"_s;
        m_form.emptyTitle->setText(model->show() == models::RosterModel::Show::Reachable ? tr("Nobody is free to chat")
                                                                                         : tr("Nobody is online"));
        m_form.emptyText->setText(tr("Contacts appear here as they come."));
        m_form.emptyPrimaryButton->setText(tr("Show all (%1)").arg(QLocale().toString(model->hiddenContacts())));
        break;
    case Kind::NothingUnread:
        picture = u"nobody-online"_s;
        m_form.emptyTitle->setText(tr("Nothing unread"));
        m_form.emptyText->setText(tr("Contacts who write to you appear here until you have read it."));
        m_form.emptyPrimaryButton->setText(tr("Show all contacts"));
        break;
    case Kind::NoMatch: {
        QString wanted = model->filter();
        if (wanted.size() > longestQuoted)
            wanted = wanted.left(longestQuoted) + u'…';
        picture = u"no-match"_s;
        m_form.emptyTitle->setText(tr("No one matches"));
        m_form.emptyText->setText(
            tr("Nothing found for ‘%1’ in names, accounts and moods.").arg(core::isolated(wanted)));
        m_form.emptyPrimaryButton->setText(tr("Clear the search"));
        break;
    }
    }
    m_form.drawingLabel->setPixmap(
        drawing(picture, themeOf(m_panel.palette()), drawingSize, m_panel.devicePixelRatioF()));
}

} // namespace timbre::gui
