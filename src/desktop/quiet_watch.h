// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/quiet_source.h"

#include <QHash>

class QDBusMessage;
class QDBusVariant;

namespace timbre::desktop {

// The desktop's do-not-disturb where it can be read on the session bus: "Inhibited" of the notification service (KDE
// and others), "paused" of dunst, GNOME's switch through the settings portal where that passes it on. Starts no
// service, waits for nobody. Owned by the composition root; GUI thread.
class QuietWatch final : public core::QuietSource
{
    Q_OBJECT

public:
    using QuietSource::QuietSource;

    void start() override;
    std::optional<bool> isQuiet() const override;

private Q_SLOTS:
    void onPropertiesChanged(const QString &interface, const QVariantMap &values, const QStringList &invalid);
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void readService();
    void readPortal();
    void read(const QString &source, const QDBusMessage &message);
    void tell(const QString &source, const QVariant &value);

    QHash<QString, bool> m_says; // what each source that answered says
    quint32 m_reading = 0;
};

} // namespace timbre::desktop
