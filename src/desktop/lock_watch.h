// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QVariantMap>

class QDBusMessage;

namespace timbre::desktop {

// Whether the screen is locked and whether the machine goes to sleep, as logind tells it on the system bus (LockedHint
// of our session, PrepareForSleep), and screen savers on the session bus. Nothing of it may be there. Asks only when
// start()ed, waits for nobody. Owned by DeskWatch; GUI thread.
class LockWatch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void start();
    bool isThere() const { return m_isThere; }
    bool isLocked() const { return m_hint || m_saver; }
    bool isAsleep() const { return m_asleep; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onPrepareForSleep(bool before);
    void onSessionChanged(const QString &interface, const QVariantMap &values, const QStringList &invalid);
    void onSaverChanged(bool active);

private:
    void watchSession(const QString &path);
    void setHint(bool locked);

    bool m_isThere = false;
    bool m_hint = false;
    bool m_saver = false;
    bool m_asleep = false;
};

} // namespace timbre::desktop
