// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/roster_model.h"

#include <QSignalSpy>

namespace timbre::test {

// Every signal that tells a view of rows that come, go or move.
class RowSpy
{
public:
    explicit RowSpy(models::RosterModel &model) :
        m_moved(&model, &models::RosterModel::rowsMoved),
        m_inserted(&model, &models::RosterModel::rowsInserted),
        m_removed(&model, &models::RosterModel::rowsRemoved),
        m_layout(&model, &models::RosterModel::layoutChanged),
        m_reset(&model, &models::RosterModel::modelReset)
    {
    }
    qsizetype moves() const { return m_moved.size() + m_layout.size(); }
    qsizetype all() const { return moves() + m_inserted.size() + m_removed.size() + m_reset.size(); }
    qsizetype resets() const { return m_reset.size(); }

private:
    QSignalSpy m_moved, m_inserted, m_removed, m_layout, m_reset;
};

} // namespace timbre::test
