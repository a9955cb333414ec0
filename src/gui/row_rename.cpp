// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/row_rename.h"

#include "core/contact.h"
#include "gui/inline_rename.h"
#include "gui/roster_delegate.h"
#include "gui/roster_view.h"
#include "gui/theme.h"
#include "models/roster_model.h"

namespace timbre::gui {

using models::RosterModel;

RowRename::RowRename(RosterView &view) : m_view(view), m_edit(new InlineRename(view.viewport()))
{
    connect(m_edit, &InlineRename::started, this, [this] {
        Q_EMIT started();
        place();
    });
    connect(m_edit, &InlineRename::finished, this, &RowRename::finished);
    connect(&view, &RosterView::rowsShifted, this, &RowRename::place);
}

const RosterModel *RowRename::model() const
{
    return qobject_cast<const RosterModel *>(m_view.model());
}

core::ContactId RowRename::contact() const
{
    return m_edit->contact();
}

void RowRename::cancel()
{
    m_edit->cancel();
}

void RowRename::start(const core::ContactId &id)
{
    const QModelIndex index = model() ? model()->indexOf(id) : QModelIndex();
    if (!index.isValid())
        return;
    m_view.setCurrentIndex(index);
    m_view.scrollTo(index);
    auto known = index.data(RosterModel::ContactRole).value<core::Contact>();
    const QString shown = known.displayName();
    known.nickname.clear();
    m_edit->start(id, shown, known.displayName());
}

void RowRename::place()
{
    if (contact().isEmpty())
        return;
    const QModelIndex index = model() ? model()->indexOf(contact()) : QModelIndex();
    if (!index.isValid()) {
        m_edit->cancel();
        return;
    }
    const QRect row = m_view.visualRect(index);
    QRect rect = RosterDelegate::nameRect(row, m_view.font(), m_view.layoutDirection());
    const int height = m_edit->sizeHint().height();
    rect.setTop(row.top() + (row.height() - height) / 2);
    rect.setHeight(height);
    m_edit->setGeometry(rect.adjusted(-metrics::gap2, 0, metrics::gap1, 0));
}

} // namespace timbre::gui
