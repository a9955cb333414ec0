// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/popup_access.h"

#include "gui/main_window.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QApplication>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace timbre::gui {

namespace {

class WindowWithMenu final : public QAccessibleWidget
{
public:
    explicit WindowWithMenu(QWidget *window) : QAccessibleWidget(window, QAccessible::Window) { }

    int childCount() const override { return QAccessibleWidget::childCount() + (openMenu() ? 1 : 0); }
    QAccessibleInterface *child(int index) const override
    {
        QMenu *menu = openMenu();
        return menu && index == QAccessibleWidget::childCount() ? QAccessible::queryAccessibleInterface(menu)
                                                                : QAccessibleWidget::child(index);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const QMenu *menu = openMenu();
        return menu && child && child->object() == menu ? QAccessibleWidget::childCount()
                                                        : QAccessibleWidget::indexOfChild(child);
    }

private:
    // The outermost one that hangs on this window; its submenus are children of its rows.
    QMenu *openMenu() const
    {
        const QList<QMenu *> menus = widget()->findChildren<QMenu *>();
        const auto open = std::find_if(menus.cbegin(), menus.cend(), [](const QMenu *menu) {
            const QList<QObject *> owners = menu->menuAction()->associatedObjects();
            return menu->isVisible() && std::none_of(owners.cbegin(), owners.cend(), [](QObject *owner) {
                       return qobject_cast<QMenu *>(owner) || qobject_cast<QToolButton *>(owner);
                   });
        });
        return open == menus.cend() ? nullptr : *open;
    }
};

QAccessibleInterface *makeAccess(const QString &className, QObject *object)
{
    const bool ours = className == QLatin1StringView(MainWindow::staticMetaObject.className());
    return ours ? new WindowWithMenu(static_cast<QWidget *>(object)) : nullptr;
}

} // namespace

void showOpenMenusToAssistance()
{
    QAccessible::installFactory(makeAccess);
}

} // namespace timbre::gui
