// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/visibility_flow.h"

#include "core/text.h"
#include "gui/face_menu.h"
#include "gui/own_card.h"
#include "gui/presence_painter.h"
#include "gui/reveal_bar.h"
#include "gui/reveal_guard.h"
#include "gui/status_header.h"
#include "gui/status_menu.h"
#include "gui/visibility_dialog.h"
#include "gui/words.h"

#include <QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timbre::gui {

using core::Availability;
using core::ContactId;
using core::Face;

namespace {

constexpr core::Milliseconds lookDelay{100};

QList<VisibilityDialog::Entry> contactsByName(const core::Roster &roster)
{
    QList<VisibilityDialog::Entry> entries;
    for (const ContactId &id : roster.accepted())
        entries.append({id.node(), roster.contact(id).value_or(core::Contact()).displayName()});
    std::sort(entries.begin(), entries.end(),
              [](const auto &a, const auto &b) { return a.name.localeAwareCompare(b.name) < 0; });
    return entries;
}

} // namespace

VisibilityFlow::VisibilityFlow(core::Session &session, core::Clock &clock, StatusHeader &header, OwnCard &card,
                               RevealBar &bar, QWidget *window) :
    m_session(session),
    m_clock(clock),
    m_card(card),
    m_bar(bar),
    m_window(window),
    m_guard(std::make_unique<RevealGuard>(session.reveals(), session.roster(), bar)),
    m_seeMeAs(new SeeMeAs(&card)),
    m_rules(header.menu()->showAsMenu()->addAction(QString())),
    m_strict(header.menu()->showAsMenu()->addAction(QString())),
    m_later(clock.makeTimer([this] {
        refreshView();
        refreshHint();
    }))
{
    card.addSection(m_seeMeAs);
    m_rules->setObjectName(u"actionVisibility"_s);
    m_strict->setObjectName(u"actionStrict"_s);
    m_strict->setCheckable(true);
    connect(m_rules, &QAction::triggered, this, &VisibilityFlow::openDialog);
    connect(m_strict, &QAction::triggered, this, [this](bool on) { m_session.visibility().setStrict(on); });
    connect(m_seeMeAs, &SeeMeAs::chosenChanged, this, &VisibilityFlow::refreshView);

    const auto soon = [this] {
        if (!m_later->isActive())
            m_later->start(lookDelay);
    };
    connect(&session.visibility(), &core::VisibilityKeeper::changed, this, soon);
    connect(&session.reveals(), &core::Reveals::changed, this, soon);
    connect(&session.reveals(), &core::Reveals::reminderDue, this, &VisibilityFlow::remind);
    connect(&session.status(), &core::StatusController::manualChanged, this, soon);
    connect(&session.status(), &core::StatusController::pendingChanged, this, soon);
    connect(&session.status(), &core::StatusController::absenceChanged, this, soon);
    connect(&session.status(), &core::StatusController::minutePassed, this, soon);
    connect(&session.connection(), &core::Connection::statusChanged, this, soon);
    connect(&session.connection(), &core::Connection::lineLost, this, [this] {
        if (m_seen)
            m_seen->at = m_clock.wall();
    });
    connect(&session.roster(), &core::Roster::acceptedChanged, this, &VisibilityFlow::refreshPeople);
    connect(&session.roster(), &core::Roster::contactsChanged, this, &VisibilityFlow::refreshPeople);
    retranslate();
}

VisibilityFlow::~VisibilityFlow() = default;

QString VisibilityFlow::nameOf(const ContactId &id) const
{
    const auto contact = m_session.roster().contact(id);
    return contact ? contact->displayName() : id.node();
}

void VisibilityFlow::retranslate()
{
    m_rules->setText(tr("Who sees what…"));
    m_strict->setText(tr("Invisible is strict"));
    refresh();
}

void VisibilityFlow::refresh()
{
    refreshPeople();
    refreshView();
    refreshHint();
}

void VisibilityFlow::addTo(QMenu &menu, const ContactId &id)
{
    if (!m_session.roster().isAccepted(id))
        return;
    core::VisibilityKeeper &keeper = m_session.visibility();
    const auto own = keeper.rules().contacts.constFind(id);
    core::VisibilityRules others = keeper.rules();
    others.contacts.clear();
    auto *faces = new FaceMenu(&menu);
    faces->setFaces(own != keeper.rules().contacts.cend() ? std::optional(*own) : std::nullopt,
                    others.faceOf(id, keeper.groupsOf(id)), !hasSeen(id), nameOf(id));
    connect(faces, &FaceMenu::facePicked, this, [&keeper, id](std::optional<Face> face) { keeper.setFace(id, face); });
    menu.addSeparator();
    menu.addMenu(faces);
    QAction *allowed = menu.addAction(tr("May see me while I am invisible"));
    allowed->setObjectName(u"actionAllowed"_s);
    allowed->setCheckable(true);
    allowed->setChecked(keeper.isAllowed(id));
    connect(allowed, &QAction::triggered, this, [&keeper, id](bool on) { keeper.setAllowed(id, on); });
}

void VisibilityFlow::openDialog()
{
    VisibilityDialog::Facts facts;
    facts.rules = m_session.visibility().rules();
    facts.state = m_session.visibility().state();
    facts.strict = m_session.visibility().isStrict();
    for (const core::ContactGroup &group : m_session.groups().groups())
        facts.groups.append({group.id, group.name});
    facts.contacts = contactsByName(m_session.roster());
    facts.groupsOf = [this](const ContactId &id) { return m_session.visibility().groupsOf(id); };
    facts.hasSeen = [this](const ContactId &id) { return hasSeen(id); };
    auto *dialog = new VisibilityDialog(std::move(facts), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &VisibilityDialog::picked, this,
            [this](const core::VisibilityRules &rules) { m_session.visibility().setRules(rules); });
    dialog->open();
}

void VisibilityFlow::refreshPeople()
{
    QList<SeeMeAs::Person> people;
    const QList<VisibilityDialog::Entry> contacts = contactsByName(m_session.roster());
    for (const VisibilityDialog::Entry &entry : contacts.mid(0, VisibilityDialog::mostContacts))
        people.append({ContactId(entry.id), entry.name});
    m_seeMeAs->setPeople(people);
}

// What the contact was told on this line; without that, what is left of an earlier one.
void VisibilityFlow::refreshView()
{
    const ContactId id = m_seeMeAs->chosen();
    if (m_seen && m_seen->id != id)
        m_seen.reset();
    const qint64 now = m_clock.wall();
    const QString who = core::isolated(nameOf(id));
    SeeMeAs::View view;
    view.id = m_session.ownId();
    view.name = m_session.ownName();
    view.state = availabilityName(Availability::Unknown);
    if (const std::optional<core::Told> told = id.isEmpty() ? std::nullopt : m_session.status().toldTo(id)) {
        m_seen = Seen{id, now};
        const bool invisible = told->availability == Availability::Invisible;
        view.availability = invisible ? Availability::Offline : told->availability;
        view.state = words::stateUntil(availabilityName(view.availability), told->until, now);
        view.mood = told->mood;
        if (invisible)
            view.note = tr("With a simple client such as webtim %1 sees you online.").arg(who);
        else if (told->idleSince > 0)
            view.note = words::absence({core::Absence::Reason::Idle, told->idleSince}, now);
    } else if (m_seen) {
        view.availability = Availability::Offline;
        view.freshness = core::Freshness::Stale;
        //: %1 is a state, %2 a time: "Offline as of 14:05"
        view.state = tr("%1 as of %2").arg(availabilityName(Availability::Offline), words::moment(m_seen->at, now));
        view.note = tr("The server told %1 that you left. Since then nothing was sent.").arg(who);
    } else {
        view.note = tr("Nothing was sent to %1 since you signed in.").arg(who);
    }
    m_seeMeAs->setView(view);
}

void VisibilityFlow::refreshHint()
{
    const core::Reveals &reveals = m_session.reveals();
    m_strict->setChecked(m_session.visibility().isStrict());
    QStringList lines;
    if (m_session.visibility().state() == core::VisibilityDocument::State::Damaged)
        lines << tr("The rules of who sees what could not be read. Until you save new ones (status menu, Show as) "
                    "everyone sees you offline.");
    if (reveals.isHidden()) {
        const QStringList visible = witnesses();
        lines << (visible.isEmpty()
                      ? tr("Strictly invisible: nothing is sent to anyone, no client can tell. When you leave, the "
                           "server itself tells your contacts that you went offline; an old client may show that.")
                      : tr("Strictly invisible: nothing is sent to anyone else, no other client can tell. When you "
                           "leave, the server itself tells your contacts that you went offline; an old client may show "
                           "that."));
        if (reveals.areOthersOnline())
            lines << tr("Another device of yours is online: your contacts still see that one.");
        if (!visible.isEmpty())
            //: %1 is a list of names
            lines << tr("You are visible to: %1").arg(visible.join(tr(", ", "between names")));
    }
    m_card.setInvisibleHint(lines.join(u'\n'));
}

// Who sees the user though they are hidden, and why.
QStringList VisibilityFlow::witnesses() const
{
    QStringList names;
    const QSet<ContactId> allowed = m_session.visibility().rules().allowed | m_session.visibility().guests();
    for (const ContactId &id : allowed) {
        if (m_session.roster().isAccepted(id))
            names << core::isolated(nameOf(id));
    }
    names.sort();
    for (const core::Reveal &reveal : m_session.reveals().log()) {
        const QString who = core::isolated(nameOf(reveal.id));
        names.removeOne(who);
        names << (reveal.way == core::Reveal::Way::Wrote ? tr("%1 (you wrote to them)").arg(who)
                                                         : tr("%1 (you wanted them as a contact)").arg(who));
    }
    return names;
}

void VisibilityFlow::remind()
{
    const qint64 since = m_session.reveals().invisibleSince();
    if (since == 0)
        return;
    m_bar.ask(
        tr("You have been invisible since %1.").arg(words::moment(since, m_clock.wall())), {},
        {tr("Become visible"), tr("Stay invisible")},
        [this](int answer) {
            if (answer == 0)
                m_session.status().setAvailability(Availability::Chat);
        },
        false);
}

} // namespace timbre::gui
