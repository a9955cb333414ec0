// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/screen_idle_reader.h"

#include <QSocketNotifier>

#include <cstdlib>
#include <xcb/screensaver.h>
#include <xcb/xcb.h>
#include <xcb/xcbext.h>

namespace timbre::desktop {

// xcb and not Xlib, because it neither blocks nor ends the program when the server goes.
class ScreenIdleReader::Display
{
public:
    Display() : m_connection(xcb_connect(nullptr, &m_screen))
    {
        if (xcb_connection_has_error(m_connection) != 0)
            return;
        const xcb_query_extension_reply_t *extension = xcb_get_extension_data(m_connection, &xcb_screensaver_id);
        if (!extension || !extension->present)
            return;
        xcb_screen_iterator_t screens = xcb_setup_roots_iterator(xcb_get_setup(m_connection));
        for (int i = 0; i < m_screen && screens.rem > 1; ++i)
            xcb_screen_next(&screens);
        m_root = screens.data->root;
        m_notifier = std::make_unique<QSocketNotifier>(xcb_get_file_descriptor(m_connection), QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { look(); });
    }
    ~Display()
    {
        m_notifier.reset();
        xcb_disconnect(m_connection); // frees it after an error too
    }
    Display(const Display &) = delete;
    Display &operator=(const Display &) = delete;

    bool isUsable() const { return m_notifier && xcb_connection_has_error(m_connection) == 0; }

    void ask(Done done)
    {
        if (m_asked != 0)
            xcb_discard_reply(m_connection, m_asked);
        m_done = std::move(done);
        m_asked = xcb_screensaver_query_info(m_connection, m_root).sequence;
        xcb_flush(m_connection);
        look();
    }

private:
    void look()
    {
        if (xcb_connection_has_error(m_connection) != 0) {
            m_notifier->setEnabled(false);
            answer(std::nullopt);
            return;
        }
        while (xcb_generic_event_t *event = xcb_poll_for_event(m_connection))
            std::free(event); // none wanted, but they may come
        void *reply = nullptr;
        xcb_generic_error_t *error = nullptr;
        if (m_asked == 0 || xcb_poll_for_reply(m_connection, m_asked, &reply, &error) == 0)
            return;
        m_asked = 0;
        std::optional<qint64> idleFor;
        if (reply)
            idleFor = static_cast<xcb_screensaver_query_info_reply_t *>(reply)->ms_since_user_input;
        std::free(reply);
        std::free(error);
        answer(idleFor);
    }
    void answer(std::optional<qint64> idleFor)
    {
        if (const Done done = std::exchange(m_done, {}))
            done(idleFor);
    }

    int m_screen = 0;
    xcb_connection_t *m_connection;
    xcb_window_t m_root = 0;
    unsigned m_asked = 0;
    std::unique_ptr<QSocketNotifier> m_notifier;
    Done m_done;
};

ScreenIdleReader::ScreenIdleReader() = default;

ScreenIdleReader::~ScreenIdleReader() = default;

void ScreenIdleReader::read(Done done)
{
    if (m_display && !m_display->isUsable())
        m_display.reset();
    if (!m_display && !qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        m_display = std::make_unique<Display>();
    if (m_display && m_display->isUsable())
        m_display->ask(std::move(done));
    else
        done(std::nullopt);
}

} // namespace timbre::desktop
