// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contact.h"

#include <QHash>
#include <QWidget>

#include <memory>

namespace Ui {
class RequestsPanel;
}

namespace timbre::gui {

class RequestCard;

// Received requests and unapproved entries above the roster, oldest first (features.md S13): three
// at once, then page by page, 200 at most; how many more wait is said, and all received requests can be declined at
// once (asked for once more, in place). A card stays the same
// widget while its contact is in the list, so an arriving request takes neither focus nor place
// from under a click. Hidden when empty. Owned by the window's form.
class RequestsPanel : public QWidget
{
    Q_OBJECT

public:
    static constexpr int shownAtFirst = 3;
    static constexpr int page = 50;
    static constexpr int shownAtMost = 200;

    explicit RequestsPanel(QWidget *parent = nullptr);
    ~RequestsPanel() override;

    void setRequests(const QList<core::Contact> &requests);
    void setRevealing(bool reveals); // see RequestCard
    bool showError(const core::ContactId &id, const QString &sentence); // false: no such card

Q_SIGNALS:
    void acceptChosen(const timbre::core::ContactId &id);
    void declineChosen(const timbre::core::ContactId &id);
    void removeChosen(const timbre::core::ContactId &id);
    void blockChosen(const timbre::core::ContactId &id);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    RequestCard *makeCard(const core::ContactId &id);
    void refresh();
    void declineAll();
    QList<core::ContactId> received() const; // without those that are only unapproved
    void fit();
    void restyle();

    std::unique_ptr<Ui::RequestsPanel> m_ui;
    QList<core::Contact> m_requests;
    QHash<core::ContactId, RequestCard *> m_cards; // children of the scroll area
    bool m_revealing = false;
    int m_wanted = shownAtFirst;
    qsizetype m_toDecline = 0; // as many were named in the question; 0: nothing was asked
};

} // namespace timbre::gui
