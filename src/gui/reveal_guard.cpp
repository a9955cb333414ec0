// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/reveal_guard.h"

#include "core/text.h"
#include "gui/icons.h"
#include "gui/reveal_bar.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace timbre::gui {

using core::Reveal;

RevealGuard::RevealGuard(core::Reveals &reveals, const core::Roster &roster, RevealBar &bar, QObject *parent) :
    QObject(parent),
    m_reveals(reveals),
    m_roster(roster),
    m_bar(bar)
{
    connect(&reveals, &core::Reveals::changed, this, &RevealGuard::changed);
}

QIcon RevealGuard::iconFor(const core::ContactId &id) const
{
    return wouldReveal(id) ? themedIcon(u"eye"_s, themeOf(QApplication::palette())) : QIcon();
}

void RevealGuard::ask(const core::ContactId &id, Reveal::Way way, std::function<void()> act)
{
    if (!wouldReveal(id)) {
        act();
        return;
    }
    const auto contact = m_roster.contact(id);
    const QString who = core::isolated(contact ? contact->displayName() : id.node());
    const bool writes = way == Reveal::Way::Wrote;
    const QStringList answers = writes ? QStringList{tr("Send"), tr("Send and stay visible"), tr("Cancel")}
                                       : QStringList{tr("Do it"), tr("Do it and stay visible"), tr("Cancel")};
    m_bar.ask(tr("%1 will know you are here.").arg(who),
              tr("You are hidden from them now. “Stay visible” lets them see you until you are visible again."),
              answers, [this, id, way, act = std::move(act)](int answer) {
                  if (answer == 2)
                      return;
                  m_reveals.revealed(id, way);
                  if (answer == 1)
                      m_reveals.stayVisibleTo(id);
                  act();
              });
}

} // namespace timbre::gui
