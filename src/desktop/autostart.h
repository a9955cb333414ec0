// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace timbre::desktop {

// Whether the program starts when its user logs in: an entry of its own in the user's autostart folder, or in a
// Flatpak, which sees no such folder, the portal's word (org.freedesktop.portal.Background). The entry is read each
// time, since desktops offer to switch it off too; the portal cannot be asked, so what it answered last is told by the
// caller. Owned by the composition root; GUI thread; does not block on the bus.
class Autostart : public QObject
{
    Q_OBJECT

public:
    enum class State { Off, On, Impossible };
    enum class Place { Folder, Portal };

    // `command`: program and arguments. `folder`: of the autostart entries.
    explicit Autostart(QStringList command, QObject *parent = nullptr);
    Autostart(QStringList command, QString folder, Place place, QObject *parent = nullptr);

    static Place placeHere();
    Place place() const { return m_place; }
    State state() const;
    // For the portal: what it said last time.
    void recall(State state) { m_portalState = state; }
    // stateChanged() tells what came of it, at once or when the portal has answered.
    void set(bool on);

    // The text of the entry; for tests and reviewers.
    static QByteArray entry(const QStringList &command);

Q_SIGNALS:
    void stateChanged(timbre::desktop::Autostart::State state);

private Q_SLOTS:
    void onPortalAnswer(uint response, const QVariantMap &results);

private:
    QString file() const;
    bool writeEntry();
    void askPortal(bool on);
    void settle(State state);

    QStringList m_command;
    QString m_folder;
    Place m_place;
    State m_portalState = State::Off;
    State m_failed = State::Off; // Impossible after a failed write
};

} // namespace timbre::desktop
