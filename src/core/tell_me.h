// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/presence_model.h"
#include "core/roster.h"

#include <functional>

namespace timbre::core {

// What the user wants to hear of one contact. A value.
struct TellMeWish {
    enum class When { Never, Online, Free };
    When when = When::Never;
    bool patient = false; // two minutes of it, not ten seconds
    bool evenWhenBusy = false; // what this contact writes is shown while we are Busy
    bool operator==(const TellMeWish &) const = default;
};

// "Tell me when Anna is online": waits until a contact has been it without a break for ten seconds (features.md S8,
// section 4 item 8), says so once, and not again within ten minutes. Who is it already, or is found so by a sign-in, is
// no news. Keeps the wishes in the Store, as the document "tell-me" (version 1; at most 1 000 wishes, those of contacts
// that go are forgotten); one that a newer version wrote is neither used nor touched. Owned by AttentionWatch; GUI
// thread.
class TellMe : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds stable{10'000};
    static constexpr Milliseconds longStable{120'000};
    static constexpr Milliseconds again{10 * 60'000};
    static constexpr qsizetype mostWishes = 1'000;

    // Asked whether what is heard now is the sign-in's.
    using IsSigningIn = std::function<bool()>;

    TellMe(PresenceModel &presences, Roster &roster, Store &store, Clock &clock, IsSigningIn isSigningIn,
           QObject *parent = nullptr);
    ~TellMe() override;

    // What was kept is of a newer version: nothing can be wished.
    bool isNewer() const { return m_isNewer; }
    TellMeWish wish(const ContactId &id) const { return m_wishes.value(id); }
    // False if there are too many, or isNewer().
    bool setWish(const ContactId &id, const TellMeWish &wish);

Q_SIGNALS:
    void reached(const timbre::core::ContactId &id, timbre::core::TellMeWish::When what);
    void wishChanged(const timbre::core::ContactId &id);

private:
    struct Watched {
        bool isIt = false; // when last known for sure
        bool isNews = false; // became it, and nobody was told
        qint64 dueAt = 0; // monotonic; 0 = not waiting
        std::optional<qint64> toldAt;
    };
    void load();
    void save();
    void look(const ContactId &id);
    void tell();
    void schedule();

    PresenceModel &m_presences;
    Roster &m_roster;
    Store &m_store;
    Clock &m_clock;
    IsSigningIn m_isSigningIn;
    std::unique_ptr<Timer> m_timer;
    QHash<ContactId, TellMeWish> m_wishes;
    QHash<ContactId, Watched> m_watched;
    bool m_isNewer = false;
};

} // namespace timbre::core
