// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/roster_geometry.h"

#include "models/roster_model.h"

#include <algorithm>

namespace timbre::gui {

using models::RosterModel;

void RosterGeometry::read(const QAbstractItemModel *model)
{
    m_headers.clear();
    m_rows = model ? model->rowCount() : 0;
    const auto isHeaderRow = [model](int row) {
        return model->index(row, 0).data(RosterModel::KindRole).value<RosterModel::RowKind>()
            == RosterModel::RowKind::Header;
    };
    int row = 0;
    while (row < m_rows && isHeaderRow(row)) {
        m_headers.push_back(row);
        row += 1 + model->index(row, 0).data(RosterModel::CountRole).toInt();
    }
    if (m_headers.empty() || row == m_rows)
        return;
    // The counts do not add up, so they cannot be stepped over.
    m_headers.clear();
    for (row = 0; row < m_rows; ++row) {
        if (isHeaderRow(row))
            m_headers.push_back(row);
    }
}

void RosterGeometry::setHeights(int row, int header)
{
    m_rowHeight = std::max(1, row);
    m_headerHeight = std::max(1, header);
}

int RosterGeometry::top(int row) const
{
    const auto above = static_cast<int>(std::lower_bound(m_headers.begin(), m_headers.end(), row) - m_headers.begin());
    return row * m_rowHeight - above * (m_rowHeight - m_headerHeight);
}

bool RosterGeometry::isHeader(int row) const
{
    return std::binary_search(m_headers.begin(), m_headers.end(), row);
}

int RosterGeometry::rowAt(int y) const
{
    if (y < 0 || y >= total())
        return -1;
    int first = 0; // the first row of the run that starts at `start`
    int start = 0;
    for (const int header : m_headers) {
        const int headerTop = top(header);
        if (y < headerTop)
            break;
        if (y < headerTop + m_headerHeight)
            return header;
        first = header + 1;
        start = headerTop + m_headerHeight;
    }
    return first + (y - start) / m_rowHeight;
}

} // namespace timbre::gui
