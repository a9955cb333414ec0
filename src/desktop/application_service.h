// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <QVariantMap>

namespace timbre::desktop {

// The running program as the desktop calls it over D-Bus (org.freedesktop.Application, desktop entry specification,
// "D-Bus Activation"): show yourself, open these links, do the action of the .desktop file with this id. The bus starts
// the program for such a call if need be. Owned by main() and offered once, for the default profile only; GUI thread.
// Texts come from whoever is on the user's bus: they are capped here and understood by the receiver.
class ApplicationService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    static constexpr auto busName = "io.github.timbre.Timbre";
    static constexpr auto objectPath = "/io/github/timbre/Timbre";
    static constexpr qsizetype longestText = 4096;
    static constexpr qsizetype mostLinks = 16;

    using QObject::QObject;

    // False where there is no bus, or somebody else has the name.
    bool offer();

public Q_SLOTS:
    Q_SCRIPTABLE void Activate(const QVariantMap &platformData);
    Q_SCRIPTABLE void Open(const QStringList &links, const QVariantMap &platformData);
    Q_SCRIPTABLE void ActivateAction(const QString &action, const QVariantList &parameters,
                                     const QVariantMap &platformData);

Q_SIGNALS:
    // `token`: for coming to the front where the desktop guards the focus; may be empty.
    void activated(const QString &token);
    void linkOpened(const QString &link, const QString &token);
    void actionChosen(const QString &action);
};

} // namespace timbre::desktop
