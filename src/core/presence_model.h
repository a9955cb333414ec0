// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/contact.h"
#include "protocol/types.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace timbre::core {

// The truth of who is what, since when and how sure (design.md 2; protocol-live.md, client list). Fed with presence
// frames of the wire by Session; owned by Session; GUI thread. Sends nothing itself: what must be asked leaves as a
// signal. One timer serves all contacts. Strangers' presence is dropped: only setContacts() may have one.
//
// A notice (`offline:true`, no show, status or subStatus) ends the claims of all devices after 5 s of grace, unless
// presence of the same device arrived within 2 s before or after it: then the contact is asked once and the answer
// decides. Presence of another device than the notice names is believed: the notice was the old connection's.
// A claim ends with its device: when a new device appears beside an old one, or a present contact was not heard for
// 15 minutes, it is asked, and claims that do not answer are dropped; none left = Unknown. `offline:true` beside a show
// or status is the client's own doing: drawn offline, but no notice. Frames of one run (fromTid.resource and extend's
// run) with an older `seq` than seen are dropped. Who sends without end is held for a while (PresenceFlood).
class PresenceModel : public QObject
{
    Q_OBJECT

public:
    explicit PresenceModel(Clock &clock, QObject *parent = nullptr);
    ~PresenceModel() override;

    ContactPresence presence(const ContactId &id) const; // Unknown if never heard or no contact

    // Who may be asked; asking shows us to them. Unset = everybody. Of whom must not be asked the last word stays, as of
    // then, where an answer would have decided.
    void setMayAsk(std::function<bool(const ContactId &)> mayAsk);

    // Who may have a presence. Those that go lose theirs; new ones start Unknown.
    void setContacts(const QSet<ContactId> &ids);

    // What a frame did, so that the caller knows whether to answer. A frame that is out of order changes nothing, but
    // an ask in it still wants its answer.
    enum class Applied { Stranger, OutOfOrder, Applied, Ask, ProfileChanged, OwnNotice };
    Applied apply(const protocol::Presence &presence, const ContactId &ownId);

    // Our line fell / is back and everybody is asked: everything heard becomes Stale at once, and live again contact by
    // contact. Who was present and stays silent for `patience` after lineBack() is Unknown; who was offline still is.
    static constexpr Milliseconds answerTime{10'000};
    void lineLost();
    void lineBack(Milliseconds patience = answerTime);
    // Another broadcast that asks everybody left.
    void everybodyAsked();

Q_SIGNALS:
    // At most once per turn of the event loop, however many frames came.
    void presencesChanged(const QSet<timbre::core::ContactId> &ids);
    // Ask this contact once, directed, with subStatus Ask.
    void askNeeded(const timbre::core::ContactId &id);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace timbre::core
