// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/group_menu.h"

#include "gui/icons.h"
#include "gui/menu_field.h"

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

// An & in a name is no shortcut.
QString plain(QString name)
{
    return name.replace(u'&', u"&&"_s);
}

} // namespace

GroupMenu::GroupMenu(core::ContactGroups &groups, const core::ContactId &contact, const Theme &theme, QWidget *parent) :
    QMenu(tr("Groups"), parent)
{
    setObjectName(u"groupMenu"_s);
    setIcon(themedIcon(u"person"_s, theme));
    const QStringList in = groups.groupsOf(contact);
    for (const core::ContactGroup &group : groups.groups()) {
        QAction *action = addAction(plain(group.name));
        action->setCheckable(true);
        action->setChecked(in.contains(group.id));
        connect(action, &QAction::toggled, this,
                [&groups, contact, id = group.id](bool on) { groups.setMember(id, contact, on); });
    }
    if (!groups.groups().isEmpty())
        addSeparator();
    using Trouble = core::ContactGroups::Trouble;
    QString explanation = tr("Group names are kept in your profile on the server, where others can read them.");
    if (groups.trouble() == Trouble::NewerHere)
        explanation = tr("A newer Timbre wrote your groups here. Changes last until you quit.");
    else if (groups.trouble() == Trouble::NewerOnServer)
        explanation = tr("A newer Timbre wrote your groups on the server. Changes stay on this computer.");
    auto *field = new MenuField(tr("New group…"), {}, explanation, this);
    field->setObjectName(u"newGroupField"_s);
    addAction(field);
    connect(field, &MenuField::entered, &groups, [&groups, contact](const QString &name) {
        if (const QString id = groups.create(name); !id.isEmpty())
            groups.setMember(id, contact, true);
    });
}

} // namespace timbre::gui
