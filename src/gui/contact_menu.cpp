// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/contact_menu.h"

#include "gui/group_menu.h"
#include "gui/icons.h"
#include "gui/tell_me_menu.h"

using namespace Qt::StringLiterals;

namespace timbre::gui {

ContactMenu::ContactMenu(const core::Contact &contact, const Theme &theme, QWidget *parent) : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"contactMenu"_s);
    const auto add = [&](const QString &icon, const QString &text, auto &&onTriggered) {
        QAction *action = addAction(themedIcon(icon, theme), text);
        connect(action, &QAction::triggered, this, std::forward<decltype(onTriggered)>(onTriggered));
        return action;
    };
    add(u"person"_s, tr("Show card"), &ContactMenu::cardChosen);
    addSeparator();
    add(u"rename"_s, tr("Rename"), &ContactMenu::renameChosen)->setShortcut(Qt::Key_F2);
    if (contact.relation == core::Relation::Accepted) {
        const bool pinned = contact.pinned;
        add(pinned ? u"unpin"_s : u"pin"_s, pinned ? tr("Unpin") : tr("Pin to the top"),
            [this, pinned] { Q_EMIT pinChosen(!pinned); });
    }
    m_contact = contact.id;
    m_beforeRemoval = addSeparator();
    add(u"remove"_s, tr("Remove…"), &ContactMenu::removeChosen)->setShortcut(Qt::Key_Delete);
    add(u"block"_s, tr("Block…"), &ContactMenu::blockChosen);
}

void ContactMenu::addGroups(core::ContactGroups &groups, const Theme &theme)
{
    insertMenu(m_beforeRemoval, new GroupMenu(groups, m_contact, theme, this));
}

void ContactMenu::offerTellMe(core::TellMe &tellMe, const core::ContactId &id)
{
    insertMenu(m_beforeRemoval, new TellMeMenu(tellMe, id, this));
}

} // namespace timbre::gui
