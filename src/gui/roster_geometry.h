// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemModel>

#include <vector>

namespace timbre::gui {

// Of a row that is one line, at the default font (features.md 5.1).
inline constexpr int compactRowHeight = 28, compactRowAvatar = 20;

// Where the rows of a roster stand: contacts of one height, and among them a handful of lower
// section headers. Every question costs as much as there are headers, whatever the number of
// contacts; a row's place is arithmetic, nothing is laid out. A value; positions are in pixels from
// the top of the list.
class RosterGeometry
{
public:
    // Finds the headers by stepping over whole sections (CountRole), not by reading every row.
    void read(const QAbstractItemModel *model);
    void setHeights(int row, int header);

    int rowHeight() const { return m_rowHeight; }
    int total() const { return top(m_rows); }
    int top(int row) const;
    int height(int row) const { return isHeader(row) ? m_headerHeight : m_rowHeight; }
    bool isHeader(int row) const;
    // -1 outside.
    int rowAt(int y) const;

private:
    int m_rows = 0;
    int m_rowHeight = 1;
    int m_headerHeight = 1;
    std::vector<int> m_headers; // rows, rising
};

} // namespace timbre::gui
