// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/sounds.h"

#include <QLoggingCategory>

#include <canberra.h>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace timbre::desktop {

namespace {
Q_LOGGING_CATEGORY(lcSounds, "timbre.sounds")
} // namespace

class Sounds::Player
{
public:
    void play(const QByteArray &name)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_isEnding || m_isBusy)
                return;
            m_wanted = name;
        }
        m_wake.notify_one();
    }
    void end()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isEnding = true;
        }
        m_wake.notify_one();
    }
    // The thread.
    void run()
    {
        ca_context *context = nullptr;
        for (;;) {
            QByteArray name;
            {
                std::unique_lock lock(m_mutex);
                m_isBusy = false;
                m_wake.wait(lock, [this] { return m_isEnding || !m_wanted.isEmpty(); });
                if (m_isEnding)
                    break;
                name = std::exchange(m_wanted, {});
                m_isBusy = true;
            }
            if (!context && ca_context_create(&context) == CA_SUCCESS) {
                ca_context_change_props(context, CA_PROP_APPLICATION_NAME, "Timbre", CA_PROP_APPLICATION_ID,
                                        "io.github.timbre.Timbre", nullptr);
            }
            const int result = context
                ? ca_context_play(context, 0, CA_PROP_EVENT_ID, name.constData(), CA_PROP_MEDIA_ROLE, "event", nullptr)
                : CA_ERROR_NOTAVAILABLE;
            if (result != CA_SUCCESS && !std::exchange(m_hasComplained, true))
                qCInfo(lcSounds, "no sounds: %s", ca_strerror(result));
        }
        if (context)
            ca_context_destroy(context);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    QByteArray m_wanted;
    bool m_isBusy = false;
    bool m_isEnding = false;
    bool m_hasComplained = false; // the thread's
};

Sounds::Sounds() = default;

Sounds::~Sounds()
{
    if (m_player)
        m_player->end();
}

void Sounds::play(const QString &name)
{
    if (!m_player) {
        m_player = std::make_shared<Player>();
        std::thread([player = m_player] { player->run(); }).detach(); // ends by end(), not waited for
    }
    m_player->play(name.toUtf8());
}

} // namespace timbre::desktop
