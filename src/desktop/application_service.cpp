// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/application_service.h"

#include <QDBusConnection>

namespace timbre::desktop {

using namespace Qt::StringLiterals;

namespace {

QString tokenOf(const QVariantMap &platformData)
{
    const QString token = platformData.value(u"activation-token"_s).toString();
    const QString id = token.isEmpty() ? platformData.value(u"desktop-startup-id"_s).toString() : token;
    return id.left(ApplicationService::longestText);
}

} // namespace

bool ApplicationService::offer()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    // The object before the name: the call that had us started waits for the name.
    return bus.isConnected()
        && bus.registerObject(QLatin1StringView(objectPath), this, QDBusConnection::ExportScriptableSlots)
        && bus.registerService(QLatin1StringView(busName));
}

void ApplicationService::Activate(const QVariantMap &platformData)
{
    Q_EMIT activated(tokenOf(platformData));
}

void ApplicationService::Open(const QStringList &links, const QVariantMap &platformData)
{
    const QStringList taken = links.first(qMin(links.size(), mostLinks));
    for (const QString &link : taken) {
        if (link.size() <= longestText)
            Q_EMIT linkOpened(link, tokenOf(platformData));
    }
}

void ApplicationService::ActivateAction(const QString &action, const QVariantList &, const QVariantMap &)
{
    if (action.size() <= longestText)
        Q_EMIT actionChosen(action);
}

} // namespace timbre::desktop
