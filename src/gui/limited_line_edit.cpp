// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/limited_line_edit.h"

#include "core/text.h"

#include <QSignalBlocker>
#include <QTextBoundaryFinder>

namespace timbre::gui {

LimitedLineEdit::LimitedLineEdit(QWidget *parent) : QLineEdit(parent)
{
    setMaxLength(8192); // a first cut, so that a pasted novel costs nothing
    connect(this, &QLineEdit::textChanged, this, &LimitedLineEdit::enforce);
}

void LimitedLineEdit::setLimits(int graphemes, int bytes)
{
    m_graphemes = graphemes;
    m_bytes = bytes;
    enforce(text());
}

int LimitedLineEdit::remaining() const
{
    return m_graphemes - core::graphemeCount(text());
}

bool LimitedLineEdit::fits(QStringView text) const
{
    return core::graphemeCount(text) <= m_graphemes && text.toUtf8().size() <= m_bytes;
}

void LimitedLineEdit::enforce(const QString &now)
{
    QString good = now;
    good.replace(u'\n', u' ').replace(u'\r', u' ').replace(QChar(0x2028), u' ');
    if (!fits(good)) {
        // What is new stands between what both texts begin and end with; only that part gives way.
        qsizetype head = 0;
        const qsizetype shorter = qMin(good.size(), m_good.size());
        while (head < shorter && good[head] == m_good[head])
            ++head;
        qsizetype tail = 0;
        while (tail < shorter - head && good[good.size() - 1 - tail] == m_good[m_good.size() - 1 - tail])
            ++tail;
        const QString added = good.mid(head, good.size() - head - tail);
        const QString before = good.left(head);
        const QString after = good.right(tail);
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, added);
        qsizetype best = 0;
        for (qsizetype end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary()) {
            if (!fits(before + added.left(end) + after))
                break;
            best = end;
        }
        good = before + added.left(best) + after;
        if (!fits(good)) { // set by code, not typed: cut the end
            QTextBoundaryFinder whole(QTextBoundaryFinder::Grapheme, good);
            qsizetype keep = 0;
            for (qsizetype end = whole.toNextBoundary(); end > 0 && fits(good.left(end)); end = whole.toNextBoundary())
                keep = end;
            good.truncate(keep);
            head = keep;
            best = 0;
        }
        const QSignalBlocker quiet(this);
        setText(good);
        setCursorPosition(static_cast<int>(head + best));
    } else if (good != now) {
        const int cursor = cursorPosition();
        const QSignalBlocker quiet(this);
        setText(good);
        setCursorPosition(cursor);
    }
    m_good = good;
    Q_EMIT remainingChanged(remaining());
}

} // namespace timbre::gui
