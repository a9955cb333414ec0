// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/group_header_menu.h"

#include "gui/menu_field.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timbre::gui {

GroupHeaderMenu::GroupHeaderMenu(core::ContactGroups &groups, const QString &id, QWidget *parent) : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"groupHeaderMenu"_s);
    const QList<core::ContactGroup> &all = groups.groups();
    const auto at = std::find_if(all.cbegin(), all.cend(), [&id](const auto &group) { return group.id == id; });
    if (at == all.cend())
        return;
    auto *field = new MenuField(tr("Name of the group"), at->name, {}, this);
    addAction(field);
    connect(field, &MenuField::entered, &groups, [&groups, id](const QString &name) { groups.rename(id, name); });
    addSeparator();
    if (at != all.cbegin()) {
        connect(addAction(tr("Move up")), &QAction::triggered, &groups,
                [&groups, id, before = std::prev(at)->id] { groups.moveGroup(id, before); });
    }
    if (std::next(at) != all.cend()) {
        const auto afterNext = std::next(at, 2);
        const QString before = afterNext == all.cend() ? QString() : afterNext->id;
        connect(addAction(tr("Move down")), &QAction::triggered, &groups,
                [&groups, id, before] { groups.moveGroup(id, before); });
    }
    addSeparator();
    connect(addAction(tr("Remove group (its contacts stay)")), &QAction::triggered, &groups,
            [&groups, id] { groups.remove(id); });
}

} // namespace timbre::gui
