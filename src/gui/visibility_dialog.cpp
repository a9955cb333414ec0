// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/visibility_dialog.h"

#include "core/text.h"
#include "gui/face_menu.h"
#include "gui/panel_style.h"
#include "ui_visibility_dialog.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QScopedValueRollback>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timbre::gui {

using core::ContactId;
using core::Face;
using core::VisibilityDocument;

VisibilityDialog::VisibilityDialog(Facts facts, QWidget *parent) :
    QDialog(parent),
    m_ui(std::make_unique<Ui::VisibilityDialog>()),
    m_facts(std::move(facts))
{
    m_ui->setupUi(this);
    m_ui->ruleList->setIconSize(QSize(16, 16));
    const core::VisibilityRules &known = m_facts.rules;
    for (auto rule = known.contacts.cbegin(); rule != known.contacts.cend(); ++rule)
        m_rows.append({Row::Kind::Contact, rule.key().node(), rule.value()});
    std::sort(m_rows.begin(), m_rows.end(),
              [this](const Row &a, const Row &b) { return nameOf(a).localeAwareCompare(nameOf(b)) < 0; });
    for (const auto &rule : known.groups)
        m_rows.append({Row::Kind::Group, rule.group, rule.face});
    m_rows.append({Row::Kind::Everyone, {}, known.everyone});

    for (const Face face : core::everyFace)
        m_ui->faceBox->addItem(QString(), static_cast<int>(face));
    for (const Entry &contact : m_facts.contacts.mid(0, mostContacts)) {
        auto *item = new QListWidgetItem(contact.name, m_ui->allowedList);
        item->setData(Qt::UserRole, contact.id);
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(known.allowed.contains(ContactId(contact.id)) ? Qt::Checked : Qt::Unchecked);
    }
    m_ui->strictCheck->setChecked(m_facts.strict);

    connect(m_ui->ruleList, &QListWidget::currentRowChanged, this, &VisibilityDialog::showRow);
    connect(m_ui->faceBox, &QComboBox::currentIndexChanged, this, &VisibilityDialog::takeFace);
    connect(m_ui->addButton, &QPushButton::clicked, this, &VisibilityDialog::add);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &VisibilityDialog::remove);
    connect(m_ui->strictCheck, &QCheckBox::toggled, this, &VisibilityDialog::restyle);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->saveButton, &QPushButton::clicked, this, [this] {
        Q_EMIT picked(rules());
        accept();
    });
    restyle();
    refreshTargets();
    m_ui->ruleList->setCurrentRow(static_cast<int>(m_rows.size()) - 1);
    showRow();
    resize(defaultSize(*this, {460, 640}));
}

VisibilityDialog::~VisibilityDialog() = default;

QString VisibilityDialog::nameOf(const Row &row) const
{
    if (row.kind == Row::Kind::Everyone)
        return tr("Everyone");
    const QList<Entry> &entries = row.kind == Row::Kind::Group ? m_facts.groups : m_facts.contacts;
    const auto found
        = std::find_if(entries.cbegin(), entries.cend(), [&row](const Entry &each) { return each.id == row.id; });
    const QString name = found != entries.cend() ? found->name : row.id;
    //: %1 is the name of a group of contacts
    return row.kind == Row::Kind::Group ? tr("Group %1").arg(core::isolated(name)) : name;
}

QString VisibilityDialog::sentence(const Row &row) const
{
    //: %1 is a contact, a group or "Everyone", %2 "Busy", "As I pick it" or "Looks offline"
    return tr("%1: %2").arg(core::isolated(nameOf(row)), faceName(row.face));
}

// Nobody who has seen the user can be made to think that they are offline without closing the line.
bool VisibilityDialog::canHide(const Row &row) const
{
    if (!m_facts.hasSeen)
        return true;
    if (row.kind == Row::Kind::Contact)
        return !m_facts.hasSeen(ContactId(row.id));
    return std::none_of(m_facts.contacts.cbegin(), m_facts.contacts.cend(), [&](const Entry &contact) {
        const ContactId id(contact.id);
        if (row.kind == Row::Kind::Group && !(m_facts.groupsOf && m_facts.groupsOf(id).contains(row.id)))
            return false;
        return m_facts.hasSeen(id);
    });
}

void VisibilityDialog::add()
{
    const QString id = m_ui->targetBox->currentData().toString();
    if (id.isEmpty())
        return;
    const bool group = m_ui->targetBox->currentIndex() < m_ui->targetBox->property("groups").toInt();
    const Row row{group ? Row::Kind::Group : Row::Kind::Contact, id, Face::AsPicked};
    const auto place
        = std::find_if(m_rows.cbegin(), m_rows.cend(),
                       [group](const Row &each) {
                           return group ? each.kind == Row::Kind::Everyone : each.kind != Row::Kind::Contact;
                       })
        - m_rows.cbegin();
    m_rows.insert(place, row);
    refreshList();
    refreshTargets();
    m_ui->ruleList->setCurrentRow(static_cast<int>(place));
    showRow();
    m_ui->faceBox->setFocus(Qt::OtherFocusReason);
}

void VisibilityDialog::remove()
{
    const int at = m_ui->ruleList->currentRow();
    if (at < 0 || at >= m_rows.size() - 1)
        return;
    m_rows.removeAt(at);
    refreshList();
    refreshTargets();
    m_ui->ruleList->setCurrentRow(at);
    showRow();
}

void VisibilityDialog::showRow()
{
    const int at = m_ui->ruleList->currentRow();
    const bool any = at >= 0 && at < m_rows.size();
    m_ui->faceBox->setEnabled(any);
    m_ui->removeButton->setEnabled(any && m_rows[at].kind != Row::Kind::Everyone);
    m_ui->seenLabel->hide();
    if (!any)
        return;
    const QScopedValueRollback showing(m_showing, true);
    const Row &row = m_rows[at];
    const bool hides = canHide(row) || row.face == Face::OfflineLooking;
    const int offline = m_ui->faceBox->findData(static_cast<int>(Face::OfflineLooking));
    if (auto *model = qobject_cast<QStandardItemModel *>(m_ui->faceBox->model()))
        model->item(offline)->setEnabled(hides);
    m_ui->faceBox->setCurrentIndex(m_ui->faceBox->findData(static_cast<int>(row.face)));
    m_ui->seenLabel->setVisible(!hides);
    m_ui->seenLabel->setText(
        row.kind == Row::Kind::Contact
            ? tr("%1 has seen you since you signed in. To look offline: sign out, choose it, and sign in again.")
                  .arg(core::isolated(nameOf(row)))
            : tr("Some of them have seen you since you signed in. To look offline: sign out, choose it, and sign in "
                 "again."));
}

void VisibilityDialog::takeFace()
{
    const int at = m_ui->ruleList->currentRow();
    if (m_showing || at < 0 || at >= m_rows.size())
        return;
    m_rows[at].face = static_cast<Face>(m_ui->faceBox->currentData().toInt());
    refreshList();
}

void VisibilityDialog::refreshList()
{
    const QScopedValueRollback showing(m_showing, true);
    const Theme &theme = themeOf(QApplication::palette());
    QListWidget &list = *m_ui->ruleList;
    while (list.count() > m_rows.size())
        delete list.takeItem(list.count() - 1);
    while (list.count() < m_rows.size())
        list.addItem(QString());
    for (int at = 0; at < list.count(); ++at) {
        list.item(at)->setText(sentence(m_rows[at]));
        list.item(at)->setIcon(faceIcon(m_rows[at].face, theme));
    }
}

// Groups and contacts that have no rule yet.
void VisibilityDialog::refreshTargets()
{
    const auto hasRule = [this](Row::Kind kind, const QString &id) {
        return std::any_of(m_rows.cbegin(), m_rows.cend(),
                           [&](const Row &row) { return row.kind == kind && row.id == id; });
    };
    m_ui->targetBox->clear();
    for (const Entry &group : std::as_const(m_facts.groups)) {
        if (!hasRule(Row::Kind::Group, group.id))
            m_ui->targetBox->addItem(tr("Group %1").arg(core::isolated(group.name)), group.id);
    }
    m_ui->targetBox->setProperty("groups", m_ui->targetBox->count());
    for (const Entry &contact : m_facts.contacts.mid(0, mostContacts)) {
        if (!hasRule(Row::Kind::Contact, contact.id))
            m_ui->targetBox->addItem(contact.name, contact.id);
    }
    m_ui->addButton->setEnabled(m_ui->targetBox->count() > 0);
}

core::VisibilityRules VisibilityDialog::rules() const
{
    core::VisibilityRules result = m_facts.rules;
    result.contacts.clear();
    result.groups.clear();
    for (const Row &row : m_rows) {
        if (row.kind == Row::Kind::Contact)
            result.contacts.insert(ContactId(row.id), row.face);
        else if (row.kind == Row::Kind::Group)
            result.groups.append({row.id, row.face});
        else
            result.everyone = row.face;
    }
    for (int at = 0; at < m_ui->allowedList->count(); ++at) {
        const QListWidgetItem *item = m_ui->allowedList->item(at);
        const ContactId id(item->data(Qt::UserRole).toString());
        if (item->checkState() == Qt::Checked)
            result.allowed.insert(id);
        else
            result.allowed.remove(id);
    }
    if (m_ui->strictCheck->isChecked() != m_facts.strict)
        result.strict = m_ui->strictCheck->isChecked();
    return result;
}

void VisibilityDialog::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(
        this,
        u"QListWidget { background: %1; border: 1px solid %2; border-radius: 6px; padding: 4px; outline: 0; }"
        "QListWidget::item { color: %3; padding: 5px; border-radius: 6px; }"
        "QListWidget::item:selected { background: %4; color: %3; }"_s.arg(theme.raised.name(), theme.border.name(),
                                                                          theme.text.name(), theme.selected.name()));
    {
        const QScopedValueRollback showing(m_showing, true);
        for (int i = 0; i < m_ui->faceBox->count(); ++i) {
            const auto face = static_cast<Face>(m_ui->faceBox->itemData(i).toInt());
            m_ui->faceBox->setItemText(i, faceName(face));
            m_ui->faceBox->setItemIcon(i, faceIcon(face, theme));
        }
    }
    m_ui->strictHint->setText(
        m_ui->strictCheck->isChecked()
            ? tr(
                "Nothing is sent to anyone but those ticked above. Going invisible closes the connection for a moment, "
                "so that the server itself calls you offline: no client can tell. Who is online you see only as they "
                "change something.")
            : tr("Contacts with Timbre see you offline. Simple clients such as webtim still show you as online."));
    QString trouble;
    if (m_facts.state == VisibilityDocument::State::Damaged)
        trouble = tr("The saved rules could not be read. Until you save new ones everyone sees you offline.");
    else if (m_facts.state == VisibilityDocument::State::Newer)
        trouble = tr("A newer Timbre wrote these rules. Changes made here last until you quit.");
    m_ui->troubleLabel->setText(trouble);
    m_ui->troubleLabel->setVisible(!trouble.isEmpty());
    refreshList();
}

bool VisibilityDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    // A sentence that appears needs its room; broken lines are no minimum size to a window.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) {
        const int needed = layout()->totalHeightForWidth(width());
        if (height() < needed)
            resize(width(), needed);
    }
    return done;
}

void VisibilityDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    if (changesLook(event) || event->type() == QEvent::LanguageChange)
        restyle();
    QDialog::changeEvent(event);
}

} // namespace timbre::gui
