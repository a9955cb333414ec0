// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/session.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace timbre::gui {

// Tells people who hear their screen what changes in the roster, many changes in one sentence (features.md 4, item 9).
// Off until setEnabled(). Gathers for two seconds and says no more than one sentence in five; whoever came and left
// meanwhile is not mentioned, and only what is known for sure counts. Says nothing after a sign-in until three seconds
// passed without presence, for at least 5 and at most 30 s (features.md S8). Owned by MainWindow; GUI thread. Decides
// what and when; AnnouncementLabel makes it heard.
class Announcer : public QObject
{
    Q_OBJECT

public:
    static constexpr core::Milliseconds gatherTime{2'000};
    static constexpr core::Milliseconds pauseTime{5'000}; // between two sentences
    static constexpr core::Milliseconds shortestQuiet{5'000};
    static constexpr core::Milliseconds longestQuiet{30'000};
    static constexpr core::Milliseconds calm{3'000};

    Announcer(core::Session &session, core::Clock &clock, QObject *parent = nullptr);
    ~Announcer() override;

    void setEnabled(bool enabled);
    bool isEnabled() const { return m_enabled; }

Q_SIGNALS:
    void announced(const QString &sentence);

private:
    void onPresences(const QSet<core::ContactId> &ids);
    void startQuiet();
    void onQuietTimer();
    void speak();
    void learnEverybody();

    core::Session &m_session;
    core::Clock &m_clock;
    std::unique_ptr<core::Timer> m_speakTimer;
    std::unique_ptr<core::Timer> m_quietTimer; // runs while it is quiet
    QHash<core::ContactId, core::Availability> m_told; // or known before anything was told
    QSet<core::ContactId> m_changed;
    qint64 m_spokeAt;
    qint64 m_quietSince = 0;
    qint64 m_heardAt = 0;
    bool m_enabled = false;
};

} // namespace timbre::gui
