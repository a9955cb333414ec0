// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/ledger_dialog.h"

#include "core/text.h"
#include "gui/panel_style.h"
#include "gui/presence_painter.h"
#include "gui/words.h"
#include "ui_ledger_dialog.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timbre::gui {

namespace {

using core::ContactId;
using core::LedgerEntry;
using Kind = LedgerEntry::Kind;
using Why = LedgerEntry::Why;

constexpr core::Milliseconds refreshDelay{300};
constexpr qsizetype namesShown = 3;
constexpr QSize wanted{680, 480};

} // namespace

LedgerDialog::LedgerDialog(core::PresenceLedger &ledger, const core::Roster &roster, core::Clock &clock,
                           QWidget *parent) :
    QDialog(parent),
    m_ui(std::make_unique<Ui::LedgerDialog>()),
    m_ledger(ledger),
    m_roster(roster),
    m_clock(clock),
    m_later(clock.makeTimer([this] { refresh(); }))
{
    m_ui->setupUi(this);
    m_ui->entryTree->header()->setStretchLastSection(true);
    m_ui->entryTree->header()->setSectionsMovable(false);
    connect(m_ui->contactBox, &QComboBox::currentIndexChanged, this, &LedgerDialog::refresh);
    connect(m_ui->forgetButton, &QPushButton::clicked, this, &LedgerDialog::forget);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(&ledger, &core::PresenceLedger::changed, this, [this] {
        if (!m_later->isActive())
            m_later->start(refreshDelay);
    });
    resize(defaultSize(*this, wanted));
    restyle();
    fillContacts();
    refresh();
}

LedgerDialog::~LedgerDialog() = default;

void LedgerDialog::setContact(const ContactId &id)
{
    const int index = m_ui->contactBox->findData(id.node());
    m_ui->contactBox->setCurrentIndex(std::max(0, index));
}

ContactId LedgerDialog::contact() const
{
    return ContactId(m_ui->contactBox->currentData().toString());
}

QString LedgerDialog::nameOf(const ContactId &id) const
{
    const auto contact = m_roster.contact(id);
    return contact ? contact->displayName() : id.node();
}

void LedgerDialog::fillContacts()
{
    QList<std::pair<QString, QString>> contacts; // name, node
    for (const core::Contact &contact : m_roster.contacts())
        contacts.append({contact.displayName(), contact.id.node()});
    std::sort(contacts.begin(), contacts.end(), [](const auto &a, const auto &b) {
        return std::pair(QString::localeAwareCompare(a.first, b.first), a.second) < std::pair(0, b.second);
    });
    const QSignalBlocker blocker(m_ui->contactBox);
    m_ui->contactBox->clear();
    m_ui->contactBox->addItem(tr("Everybody"), QString());
    for (const auto &[name, node] : std::as_const(contacts))
        m_ui->contactBox->addItem(name, node);
}

QString LedgerDialog::who(const LedgerEntry &entry) const
{
    if (entry.everybody)
        return tr("All contacts");
    QStringList names;
    for (const ContactId &id : entry.people.first(std::min(namesShown, entry.people.size())))
        names.append(core::isolated(nameOf(id)));
    const QString list = names.join(tr(", ", "between names"));
    const int more = static_cast<int>(entry.people.size() - names.size());
    //: %1 is names
    return more == 0 ? list : tr("%1 and %n more", nullptr, more).arg(list);
}

QString LedgerDialog::what(const LedgerEntry &entry) const
{
    switch (entry.kind) {
    case Kind::Told: {
        const QString state = availabilityName(entry.availability);
        //: %1 is a state, %2 a mood
        return entry.mood.isEmpty() ? state : tr("%1, %2").arg(state, core::isolated(entry.mood));
    }
    case Kind::Asked:
        if (entry.times > 1)
            return entry.answered ? tr("Asked %n time(s), was answered", nullptr, entry.times)
                                  : tr("Asked %n time(s), was not answered", nullptr, entry.times);
        return entry.answered ? tr("Asked, was answered") : tr("Asked, was not answered");
    case Kind::Joined:
        return tr("Became a contact");
    case Kind::Left:
        return tr("No contact any more");
    }
    Q_UNREACHABLE();
}

QString LedgerDialog::why(const LedgerEntry &entry) const
{
    if (entry.kind == Kind::Asked && entry.stranger)
        return tr("Not one of your contacts");
    if (entry.kind != Kind::Told)
        return {};
    switch (entry.why) {
    case Why::Picked:
        return tr("You picked it");
    case Why::Ended:
        return tr("The status before had ended");
    case Why::Scheduled:
        return tr("Your schedule");
    case Why::Absent:
        return tr("Nobody was at this computer");
    case Why::Returned:
        return tr("You were back");
    case Why::DesktopQuiet:
        return tr("This computer’s do not disturb");
    case Why::OtherDevice:
        return tr("Picked on another device");
    case Why::SignIn:
        return tr("Signed in");
    case Why::Repeat:
        return tr("Repeated after signing in");
    case Why::Answer:
        return tr("They asked");
    case Why::Question:
        return tr("Asked how they are");
    case Why::Profile:
        return tr("Your name changed");
    }
    Q_UNREACHABLE();
}

void LedgerDialog::refresh()
{
    m_later->stop();
    m_forgets = false;
    const ContactId id = contact();
    const QList<LedgerEntry> entries = id.isEmpty() ? m_ledger.entries() : m_ledger.about(id);
    const Theme &theme = themeOf(QApplication::palette());
    const qint64 now = m_clock.wall();
    QTreeWidget &tree = *m_ui->entryTree;
    QList<QTreeWidgetItem *> rows;
    rows.reserve(entries.size());
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry) {
        auto *row = new QTreeWidgetItem({words::moment(entry->at, now), who(*entry), what(*entry), why(*entry)});
        if (entry->kind == Kind::Told)
            row->setIcon(2, presenceIcon(entry->availability, theme));
        rows.append(row);
    }
    const bool first = tree.topLevelItemCount() == 0;
    tree.clear();
    tree.addTopLevelItems(rows); // the tree owns them
    if (first && !rows.isEmpty()) {
        for (const int column : {0, 1, 2})
            tree.resizeColumnToContents(column);
    }
    tree.setColumnHidden(1, !id.isEmpty());
    if (m_ledger.isReadOnly())
        m_ui->hintLabel->setText(
            tr("A newer Timbre kept this list. Nothing is added to it until you use that one again."));
    else if (entries.isEmpty())
        m_ui->hintLabel->setText(tr("Nothing yet."));
    else
        m_ui->hintLabel->setText(tr("The last 30 days, kept on this computer only."));
    m_ui->forgetButton->setText(tr("Forget all"));
    m_ui->forgetButton->setEnabled(!m_ledger.isReadOnly() && !m_ledger.entries().isEmpty());
}

void LedgerDialog::forget()
{
    if (!m_forgets) {
        m_forgets = true;
        m_ui->forgetButton->setText(tr("Press again to forget all"));
        return;
    }
    m_ledger.clear();
    refresh();
    m_ui->closeButton->setFocus(Qt::OtherFocusReason);
}

void LedgerDialog::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(this,
                    u"QTreeWidget { background: %1; border: 1px solid %2; border-radius: 6px; outline: 0; }"
                    "QTreeWidget::item { color: %3; padding: 4px 6px; }"
                    "QTreeWidget::item:selected { background: %4; color: %3; }"_s.arg(
                        theme.raised.name(), theme.border.name(), theme.text.name(), theme.selected.name()));
}

void LedgerDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        const ContactId shown = contact();
        m_ui->retranslateUi(this);
        fillContacts();
        setContact(shown);
    }
    if (changesLook(event) || event->type() == QEvent::LanguageChange) {
        restyle();
        refresh();
    }
    QDialog::changeEvent(event);
}

} // namespace timbre::gui
