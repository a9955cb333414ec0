// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <optional>

class QDBusServiceWatcher;
class QDBusVariant;

namespace timbre::desktop {

// What the user told the desktop about its look, as far as it says so: light or dark, and whether things may move. Read
// from the settings portal (org.freedesktop.portal.Settings), at start() and whenever it changes, also when the portal
// comes later. Waits for nobody; without a portal nothing is ever said. Owned by Application; GUI thread.
class AppearancePortal : public QObject
{
    Q_OBJECT

public:
    struct Facts {
        std::optional<bool> dark; // nothing: no preference, or nobody to ask
        bool reducedMotion = false;
        bool operator==(const Facts &) const = default;
    };

    explicit AppearancePortal(QObject *parent = nullptr);
    ~AppearancePortal() override;

    void start();
    Facts facts() const { return m_facts; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void readAll();
    void read(const QString &group, const QString &key);
    void learn(const QString &group, const QString &key, const QVariant &value);
    void setFacts(const Facts &facts);

    QDBusServiceWatcher *m_watcher = nullptr; // child
    Facts m_facts;
};

} // namespace timbre::desktop
