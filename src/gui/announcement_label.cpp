// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/announcement_label.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace timbre::gui {

namespace {

QAccessibleInterface *makeAccess(const QString &className, QObject *object)
{
    const bool ours = className == QLatin1StringView(AnnouncementLabel::staticMetaObject.className());
    return ours ? new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Notification) : nullptr;
}

} // namespace

AnnouncementLabel::AnnouncementLabel(QWidget *parent) : QWidget(parent)
{
    QAccessible::installFactory(makeAccess);
    setFixedSize(1, 1);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

// Windows and macOS hear an alert; at-spi's readers speak a notification when it shows up.
void AnnouncementLabel::say(const QString &sentence)
{
    setAccessibleName(sentence);
    if (!QAccessible::isActive())
        return;
    for (const auto type : {QAccessible::ObjectHide, QAccessible::ObjectShow, QAccessible::Alert}) {
        QAccessibleEvent event(this, type);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace timbre::gui
