// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/tell_me_menu.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace timbre::gui {

using core::TellMeWish;

TellMeMenu::TellMeMenu(core::TellMe &tellMe, const core::ContactId &id, QWidget *parent) :
    QMenu(tr("Tell me when"), parent)
{
    setObjectName(u"tellMeMenu"_s);
    if (tellMe.isNewer()) {
        addAction(tr("A newer Timbre keeps these wishes; this one leaves them alone"))->setEnabled(false);
        return;
    }
    const TellMeWish wish = tellMe.wish(id);
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &name, const QString &text, bool checked, auto change) {
        QAction *action = addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(checked);
        connect(action, &QAction::triggered, this, [&tellMe, id, change](bool on) {
            TellMeWish changed = tellMe.wish(id);
            change(changed, on);
            tellMe.setWish(id, changed);
        });
        return action;
    };
    const auto addWhen = [&](const QString &name, const QString &text, TellMeWish::When when) {
        group->addAction(
            add(name, text, wish.when == when, [when](TellMeWish &changed, bool) { changed.when = when; }));
    };
    addWhen(u"actionTellNever"_s, tr("Never"), TellMeWish::When::Never);
    addWhen(u"actionTellOnline"_s, tr("Online"), TellMeWish::When::Online);
    addWhen(u"actionTellFree"_s, tr("Free to chat"), TellMeWish::When::Free);
    addSeparator();
    add(u"actionTellPatient"_s, tr("Only after two minutes of it"), wish.patient,
        [](TellMeWish &changed, bool on) { changed.patient = on; });
    addSeparator();
    add(u"actionTellBusy"_s, tr("Notify me even while I am busy"), wish.evenWhenBusy,
        [](TellMeWish &changed, bool on) { changed.evenWhenBusy = on; });
}

} // namespace timbre::gui
