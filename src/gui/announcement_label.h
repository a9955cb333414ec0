// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace timbre::gui {

// A widget that is heard and not seen: Qt 6.4 has no announcement of its own, so this is a notification, one pixel
// wide and empty, that changes its name and shows up again for every sentence. Owned by its window; GUI thread.
class AnnouncementLabel : public QWidget
{
    Q_OBJECT

public:
    explicit AnnouncementLabel(QWidget *parent);

    void say(const QString &sentence);
};

} // namespace timbre::gui
