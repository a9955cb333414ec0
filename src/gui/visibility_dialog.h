// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/visibility.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace Ui {
class VisibilityDialog;
}

namespace timbre::gui {

// Who sees which status, as a list of rules, the strongest first, with the rule in hand below; who may see the user
// while invisible, and whether Invisible is strict. picked() comes with Save. Non-blocking: show it with open(). Owned
// by whoever opens it.
class VisibilityDialog : public QDialog
{
    Q_OBJECT

public:
    // At most so many contacts can be chosen here; the others have their own menu.
    static constexpr qsizetype mostContacts = 500;

    struct Entry {
        QString id; // of a group, or a contact's node
        QString name;
    };
    struct Facts {
        core::VisibilityRules rules;
        core::VisibilityDocument::State state = core::VisibilityDocument::State::Read;
        bool strict = false; // what holds now, wherever it comes from
        QList<Entry> groups;
        QList<Entry> contacts; // by name
        std::function<QStringList(const core::ContactId &)> groupsOf;
        std::function<bool(const core::ContactId &)> hasSeen; // since the sign-in
    };

    explicit VisibilityDialog(Facts facts, QWidget *parent = nullptr);
    ~VisibilityDialog() override;

Q_SIGNALS:
    void picked(const timbre::core::VisibilityRules &rules);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        enum class Kind { Contact, Group, Everyone };
        Kind kind = Kind::Everyone;
        QString id;
        core::Face face = core::Face::AsPicked;
    };

    QString nameOf(const Row &row) const;
    QString sentence(const Row &row) const;
    bool canHide(const Row &row) const;
    void add();
    void remove();
    void showRow();
    void takeFace();
    void refreshList();
    void refreshTargets();
    core::VisibilityRules rules() const;
    void restyle();

    std::unique_ptr<Ui::VisibilityDialog> m_ui;
    Facts m_facts;
    QList<Row> m_rows; // contacts, groups, everyone
    bool m_showing = false; // the fields are being filled, not edited
};

} // namespace timbre::gui
