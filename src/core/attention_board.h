// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/attention.h"
#include "core/clock.h"
#include "core/contact_id.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QSet>

namespace timbre::core {

// Something that happened, in the words of the account it happened to. A value.
struct Incident {
    Happening happening = Happening::Message;
    QString account; // as the owner of the accounts calls it
    ContactId who; // the conversation: a contact or a room; whoever asks; nobody for a Problem
    ContactId author; // in a room
    QString text; // cleaned
    bool waited = false; // at the server, while we were away
};

// What a notification is to say. A value without words: app finds names and makes sentences.
struct Toast {
    enum class Kind {
        One,
        Group, // several that came close together
        Summary, // what came while Busy
    };
    Kind kind = Kind::One;
    QString key; // two with the same key are one, replaced
    Incident newest;
    int messages = 0; // of it not yet seen, or of all of the group
    int people = 0; // who wrote them: contacts or rooms
    int requests = 0;
    int available = 0;
    bool sound = false;
};

// Turns what happens in all accounts into few notifications (features.md S6, S8): one per conversation, replaced and
// never stacked, at most one in a second and the same one every two; more than three new ones within five seconds are
// one; what waited at the server comes when it is complete; after Busy one summary. At most one sound in five seconds.
// Shows nothing itself. Owned by app; GUI thread.
class AttentionBoard : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds pace{1'000};
    static constexpr Milliseconds samePace{2'000};
    static constexpr Milliseconds groupTime{5'000};
    static constexpr qsizetype groupFrom = 4;
    static constexpr Milliseconds longestWait{10'000}; // for the rest of what waited
    static constexpr Milliseconds soundPace{5'000};
    static constexpr Milliseconds insistence{5 * 60'000}; // three messages in it are insistent
    static constexpr Milliseconds muteTime{60 * 60'000};

    explicit AttentionBoard(Clock &clock, QObject *parent = nullptr);
    ~AttentionBoard() override;

    void setPreferences(const Preferences &preferences) { m_preferences = preferences; }
    void setDesktopQuiet(bool quiet) { m_desktopQuiet = quiet; }
    void setMuted(bool muted); // for an hour, or no longer
    bool isMuted() const;

    // Of `situation` what belongs to the account and the contact; the rest is known here. What it got.
    Attention happened(const Incident &incident, Situation situation);
    // The user looks at the conversation, answered the request, has solved the problem.
    void seen(Happening happening, const QString &account, const ContactId &who);
    // The user closed it, or it went by itself: what comes next counts from one again.
    void gone(const QString &key);
    void leftBusy(const QString &account);
    void forget(const QString &account);

    static QString keyOf(Happening happening, const QString &account, const ContactId &who);

Q_SIGNALS:
    void show(const timbre::core::Toast &toast);
    void withdraw(const QString &key);
    // A sound without a toast, since one of our windows has the focus.
    void soundWanted(timbre::core::Happening happening);

private:
    struct Entry {
        Incident newest;
        int count = 0;
        bool sound = false;
        qint64 firstAt = 0;
        qint64 dueAt = 0;
    };
    bool isInsistent(const Incident &incident);
    void add(const Incident &incident, bool sound);
    void flush();
    void showOne(const QString &key);
    void showGroup(const QStringList &keys);
    void emitGroup(bool sound);
    void emitToast(Toast toast, bool wantsSound);
    bool takeSound(bool wanted);
    void schedule();
    static Toast sumOf(const QMap<QString, Entry> &entries);

    Clock &m_clock;
    std::unique_ptr<Timer> m_timer;
    Preferences m_preferences;
    bool m_desktopQuiet = false;
    qint64 m_mutedUntil = 0; // monotonic
    QMap<QString, Entry> m_waiting;
    QHash<QString, int> m_live; // shown and not gone: how many it stands for
    QMap<QString, Entry> m_group; // what the live group stands for
    QHash<QString, qint64> m_shownAt; // per key, of the last few seconds
    QHash<QString, qint64> m_freshAt; // when a key was shown anew, of the last five seconds
    QMap<QString, Entry> m_missed; // while Busy
    QHash<QString, QList<qint64>> m_writtenAt; // of who may insist
    std::optional<qint64> m_lastShow;
    std::optional<qint64> m_lastSound;
};

} // namespace timbre::core

Q_DECLARE_METATYPE(timbre::core::Toast)
