// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/tray_selection.h"

#include <QSocketNotifier>

#include <cstdlib>
#include <xcb/xcb.h>

namespace timbre::desktop {

namespace {

template <typename T> using Malloced = std::unique_ptr<T, decltype(&std::free)>;

xcb_atom_t atom(xcb_connection_t *connection, const QByteArray &name)
{
    const auto cookie = xcb_intern_atom(connection, 0, static_cast<uint16_t>(name.size()), name.constData());
    const Malloced<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(connection, cookie, nullptr), &std::free);
    return reply ? reply->atom : xcb_atom_t(XCB_NONE);
}

} // namespace

class TraySelection::Private
{
public:
    ~Private()
    {
        notifier.reset();
        if (connection)
            xcb_disconnect(connection);
    }

    void listenTo(xcb_window_t window)
    {
        const uint32_t mask = XCB_EVENT_MASK_STRUCTURE_NOTIFY;
        xcb_change_window_attributes(connection, window, XCB_CW_EVENT_MASK, &mask);
    }
    void readOwner()
    {
        const auto cookie = xcb_get_selection_owner(connection, selection);
        const Malloced<xcb_get_selection_owner_reply_t> reply(
            xcb_get_selection_owner_reply(connection, cookie, nullptr), &std::free);
        owner = reply ? reply->owner : xcb_window_t(XCB_NONE);
        if (owner != XCB_NONE)
            listenTo(owner); // tells when it goes
        xcb_flush(connection);
    }
    // True if the owner may be another now.
    bool drain()
    {
        bool isNews = false;
        while (const Malloced<xcb_generic_event_t> event{xcb_poll_for_event(connection), &std::free}) {
            const int type = event->response_type & ~0x80;
            isNews = isNews || type == XCB_CLIENT_MESSAGE || type == XCB_DESTROY_NOTIFY;
        }
        return isNews;
    }

    xcb_connection_t *connection = nullptr;
    xcb_atom_t selection = XCB_NONE;
    xcb_window_t owner = XCB_NONE;
    std::unique_ptr<QSocketNotifier> notifier;
};

TraySelection::TraySelection(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        return;
    int screen = 0;
    d->connection = xcb_connect(nullptr, &screen);
    if (xcb_connection_has_error(d->connection) != 0)
        return;
    auto screens = xcb_setup_roots_iterator(xcb_get_setup(d->connection));
    for (int i = 0; i < screen && screens.rem > 1; ++i)
        xcb_screen_next(&screens);
    d->selection = atom(d->connection, "_NET_SYSTEM_TRAY_S" + QByteArray::number(screen));
    d->listenTo(screens.data->root); // a new tray announces itself there
    d->readOwner();
    d->notifier = std::make_unique<QSocketNotifier>(xcb_get_file_descriptor(d->connection), QSocketNotifier::Read);
    connect(d->notifier.get(), &QSocketNotifier::activated, this, [this] {
        const bool wasOwned = isOwned();
        if (d->drain())
            d->readOwner();
        if (xcb_connection_has_error(d->connection) != 0) {
            d->notifier->setEnabled(false); // the X server is gone; it would be readable for ever
            d->owner = XCB_NONE;
        }
        if (isOwned() != wasOwned)
            Q_EMIT changed();
    });
}

TraySelection::~TraySelection() = default;

bool TraySelection::isOwned() const
{
    return d->owner != XCB_NONE;
}

} // namespace timbre::desktop
