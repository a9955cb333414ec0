// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <memory>

namespace timbre::desktop {

// Whether somebody offers the older kind of system tray (XEmbed) on this X screen, and when that changes, by a
// connection of its own to the X server. Says no where there is no X. Owned by TrayWatch; GUI thread.
class TraySelection : public QObject
{
    Q_OBJECT

public:
    explicit TraySelection(QObject *parent = nullptr);
    ~TraySelection() override;

    bool isOwned() const;

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace timbre::desktop
