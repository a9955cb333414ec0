// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/face_menu.h"

#include "core/text.h"
#include "gui/icons.h"
#include "gui/presence_painter.h"

#include <QActionGroup>
#include <QApplication>

using namespace Qt::StringLiterals;

namespace timbre::gui {

using core::Face;

QString faceName(Face face)
{
    if (const auto availability = core::availabilityOf(face))
        return availabilityName(*availability);
    return face == Face::AsPicked ? FaceMenu::tr("As I pick it") : FaceMenu::tr("Looks offline");
}

QIcon faceIcon(Face face, const Theme &theme)
{
    if (face == Face::AsPicked)
        return themedIcon(u"person"_s, theme);
    return presenceIcon(core::availabilityOf(face).value_or(core::Availability::Offline), theme);
}

FaceMenu::FaceMenu(QWidget *parent) : QMenu(tr("Show as"), parent)
{
    setObjectName(u"faceMenu"_s);
}

void FaceMenu::setFaces(std::optional<Face> own, Face byRules, bool canHide, const QString &name)
{
    clear();
    const Theme &theme = themeOf(QApplication::palette());
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &text, const QIcon &icon, std::optional<Face> face) {
        QAction *action = addAction(icon, text);
        action->setCheckable(true);
        action->setChecked(face == own);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, face] { Q_EMIT facePicked(face); });
        return action;
    };
    //: %1 is what a contact is shown as without a rule of its own: "Busy", "Looks offline"
    add(tr("As the rules say (%1)").arg(faceName(byRules)), {}, std::nullopt)->setObjectName(u"actionNoRule"_s);
    addSeparator();
    for (const Face face : core::everyFace) {
        QAction *action = add(faceName(face), faceIcon(face, theme), face);
        if (face != Face::OfflineLooking)
            continue;
        action->setObjectName(u"actionLooksOffline"_s);
        action->setEnabled(canHide || own == face);
    }
    if (canHide)
        return;
    QAction *why
        = addAction(tr("%1 has seen you since you signed in:").arg(core::isolated(name)).replace(u'&', "&&"_L1));
    why->setEnabled(false);
    QAction *how = addAction(tr("sign out, choose this, and sign in again."));
    how->setObjectName(u"actionWhyNot"_s);
    how->setEnabled(false);
}

} // namespace timbre::gui
