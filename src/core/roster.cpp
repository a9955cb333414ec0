// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/roster.h"

#include "core/text.h"

#include <QMetaObject>

#include <algorithm>

namespace timbre::core {

namespace {

constexpr int mostRequests = 1'000; // received ones; strangers can send any number
constexpr qint64 echoTime = 30'000; // ms in which the server may still contradict what just happened
constexpr int mostEchoes = 10'000;

bool isRequest(Relation relation)
{
    return relation == Relation::AsksUs || relation == Relation::Unapproved;
}

} // namespace

class Roster::Private
{
public:
    Private(Roster *owner, Store &theStore, Clock &theClock);

    void put(const Contact &contact);
    void drop(const ContactId &id);
    void setRelation(Contact contact, Relation relation);
    void changed(const ContactId &id, bool isRequest);
    void flush();
    void capRequests();
    bool isRecent(const QHash<ContactId, qint64> &times, const ContactId &id) const;
    void note(QHash<ContactId, qint64> &times, const ContactId &id);

    Roster *q;
    Store &store;
    Clock &clock;
    QHash<ContactId, Contact> contacts;
    QSet<ContactId> accepted;
    QList<ContactId> received; // AsksUs, oldest first
    QHash<ContactId, qint64> acceptedAt; // monotonic; a roster asked for earlier may not have them yet
    QHash<ContactId, qint64> goneAt; // monotonic; a roster asked for earlier may still have them
    QSet<ContactId> toTell;
    bool requestsToTell = false;
    bool flushQueued = false;
    bool acceptedToTell = false;
};

Roster::Private::Private(Roster *owner, Store &theStore, Clock &theClock) : q(owner), store(theStore), clock(theClock)
{
    for (const Contact &contact : store.contacts()) {
        if (contact.id.isEmpty())
            continue;
        contacts.insert(contact.id, contact);
        if (contact.relation == Relation::Accepted)
            accepted.insert(contact.id);
        else if (contact.relation == Relation::AsksUs)
            received.append(contact.id);
    }
    std::stable_sort(received.begin(), received.end(), [this](const auto &a, const auto &b) {
        return contacts[a].requestedAt < contacts[b].requestedAt;
    });
}

void Roster::Private::put(const Contact &contact)
{
    const auto known = contacts.constFind(contact.id);
    bool request = isRequest(contact.relation);
    if (known != contacts.cend()) {
        if (*known == contact)
            return;
        request = request || isRequest(known->relation);
    }
    const std::optional<Relation> before = known == contacts.cend() ? std::nullopt : std::optional(known->relation);
    contacts.insert(contact.id, contact);
    store.saveContact(contact);
    if (before != contact.relation) {
        if (before == Relation::Accepted) {
            accepted.remove(contact.id);
            acceptedToTell = true;
        } else if (before == Relation::AsksUs) {
            received.removeOne(contact.id);
        }
        if (contact.relation == Relation::Accepted) {
            accepted.insert(contact.id);
            acceptedToTell = true;
        } else if (contact.relation == Relation::AsksUs) {
            received.append(contact.id);
            capRequests();
        }
    }
    changed(contact.id, request);
}

void Roster::Private::drop(const ContactId &id)
{
    const auto known = contacts.constFind(id);
    if (known == contacts.cend())
        return;
    const Relation relation = known->relation;
    contacts.erase(known);
    store.forgetContact(id);
    if (accepted.remove(id))
        acceptedToTell = true;
    received.removeOne(id);
    changed(id, isRequest(relation));
}

void Roster::Private::setRelation(Contact contact, Relation relation)
{
    contact.relation = relation;
    put(contact);
}

void Roster::Private::changed(const ContactId &id, bool isRequest)
{
    toTell.insert(id);
    requestsToTell = requestsToTell || isRequest;
    if (flushQueued)
        return;
    flushQueued = true;
    QMetaObject::invokeMethod(
        q, [this] { flush(); }, Qt::QueuedConnection);
}

void Roster::Private::flush()
{
    flushQueued = false;
    const QSet<ContactId> ids = std::exchange(toTell, {});
    const bool requests = std::exchange(requestsToTell, false);
    if (!ids.isEmpty())
        Q_EMIT q->contactsChanged(ids);
    if (requests)
        Q_EMIT q->requestsChanged();
}

void Roster::Private::capRequests()
{
    while (received.size() > mostRequests)
        drop(ContactId(received.first()));
}

bool Roster::Private::isRecent(const QHash<ContactId, qint64> &times, const ContactId &id) const
{
    const auto at = times.constFind(id);
    return at != times.cend() && clock.monotonic() - *at < echoTime;
}

void Roster::Private::note(QHash<ContactId, qint64> &times, const ContactId &id)
{
    const qint64 now = clock.monotonic();
    if (times.size() >= mostEchoes)
        times.removeIf([now](const auto &entry) { return now - entry.value() >= echoTime; });
    times.insert(id, now);
}

// acceptedChanged goes out at the end of each public call, not coalesced: presence that arrives in
// the same turn must already find its contact.
namespace {
class TellAccepted
{
public:
    TellAccepted(Roster &roster, bool &changed) : m_roster(roster), m_changed(changed) { }
    ~TellAccepted()
    {
        if (std::exchange(m_changed, false))
            Q_EMIT m_roster.acceptedChanged();
    }
    TellAccepted(const TellAccepted &) = delete;
    TellAccepted &operator=(const TellAccepted &) = delete;

private:
    Roster &m_roster;
    bool &m_changed;
};
} // namespace

Roster::Roster(Store &store, Clock &clock, QObject *parent) :
    QObject(parent),
    d(std::make_unique<Private>(this, store, clock))
{
}

Roster::~Roster() = default;

const QHash<ContactId, Contact> &Roster::contacts() const
{
    return d->contacts;
}

std::optional<Contact> Roster::contact(const ContactId &id) const
{
    const auto known = d->contacts.constFind(id);
    return known == d->contacts.cend() ? std::nullopt : std::optional(*known);
}

bool Roster::isAccepted(const ContactId &id) const
{
    return d->accepted.contains(id);
}

QSet<ContactId> Roster::accepted() const
{
    return d->accepted;
}

QList<Contact> Roster::requests() const
{
    QList<Contact> list;
    for (const Contact &contact : std::as_const(d->contacts)) {
        if (isRequest(contact.relation))
            list.append(contact);
    }
    std::sort(list.begin(), list.end(), [](const Contact &a, const Contact &b) {
        return std::pair(a.requestedAt, a.id) < std::pair(b.requestedAt, b.id);
    });
    return list;
}

void Roster::setServerRoster(const QList<QString> &nodes)
{
    const TellAccepted tell(*this, d->acceptedToTell);
    const bool adopt = !d->store.isRosterAdopted();
    QSet<ContactId> present;
    for (const QString &node : nodes) {
        const ContactId id(node);
        if (id.isEmpty() || present.contains(id))
            continue;
        present.insert(id);
        if (d->isRecent(d->goneAt, id))
            continue;
        Contact contact = d->contacts.value(id);
        if (contact.id.isEmpty()) {
            contact.id = id;
            contact.requestedAt = adopt ? 0 : d->clock.wall();
            d->setRelation(contact, adopt ? Relation::Accepted : Relation::Unapproved);
        } else if (contact.relation == Relation::Asked) {
            d->setRelation(contact, Relation::Accepted);
        }
    }
    if (adopt)
        d->store.setRosterAdopted();
    // tim answers nothing for an empty roster, so an empty list proves nothing: whom the user
    // accepted stays.
    if (present.isEmpty())
        return;
    QList<ContactId> gone;
    for (const Contact &contact : std::as_const(d->contacts)) {
        const bool listed = contact.relation == Relation::Accepted || contact.relation == Relation::Unapproved;
        if (listed && !present.contains(contact.id) && !d->isRecent(d->acceptedAt, contact.id))
            gone.append(contact.id);
    }
    for (const ContactId &id : std::as_const(gone))
        d->drop(id);
}

void Roster::requestReceived(const ContactId &from, const QString &text)
{
    const TellAccepted tell(*this, d->acceptedToTell);
    Contact contact = d->contacts.value(from);
    // A blocked one stays blocked; of an accepted one it is a late copy of the request that was
    // accepted.
    if (from.isEmpty() || contact.relation == Relation::Blocked
        || (!contact.id.isEmpty() && contact.relation == Relation::Accepted))
        return;
    contact.id = from;
    contact.requestText = cleanRequestText(text);
    contact.requestedAt = d->clock.wall();
    d->setRelation(contact, Relation::AsksUs);
}

void Roster::becameFriend(const ContactId &id)
{
    const TellAccepted tell(*this, d->acceptedToTell);
    const Contact contact = d->contacts.value(id);
    // Only what the user asked for: anybody else who turns up in the server's roster is Unapproved
    // there.
    if (contact.id.isEmpty() || contact.relation != Relation::Asked)
        return;
    d->note(d->acceptedAt, id);
    d->goneAt.remove(id);
    d->setRelation(contact, Relation::Accepted);
}

void Roster::removedByPeer(const ContactId &id)
{
    const TellAccepted tell(*this, d->acceptedToTell);
    const auto known = d->contacts.constFind(id);
    if (known == d->contacts.cend() || known->relation == Relation::Blocked)
        return;
    d->note(d->goneAt, id);
    d->drop(id);
}

void Roster::setProfile(const ContactId &id, const protocol::UserBean &bean)
{
    const auto known = d->contacts.constFind(id);
    if (known == d->contacts.cend())
        return;
    Contact contact = *known;
    contact.profileName = cleanName(bean.name.value_or(QString()));
    if (contact.profileName.isEmpty())
        contact.profileName = cleanName(bean.nickName.value_or(QString()));
    d->put(contact);
}

void Roster::requestSent(const ContactId &id, const QString &account, const QString &text)
{
    const TellAccepted tell(*this, d->acceptedToTell);
    Contact contact = d->contacts.value(id);
    contact.id = id;
    contact.account = cleanName(account);
    contact.requestText = cleanRequestText(text);
    contact.requestedAt = d->clock.wall();
    d->goneAt.remove(id);
    d->setRelation(contact, Relation::Asked);
}

void Roster::accept(const ContactId &id)
{
    const TellAccepted tell(*this, d->acceptedToTell);
    const Contact contact = d->contacts.value(id);
    if (contact.id.isEmpty() || !isRequest(contact.relation))
        return;
    d->note(d->acceptedAt, id);
    d->goneAt.remove(id);
    d->setRelation(contact, Relation::Accepted);
}

void Roster::takeBackAccept(const ContactId &id)
{
    const TellAccepted tell(*this, d->acceptedToTell);
    const Contact contact = d->contacts.value(id);
    if (!contact.id.isEmpty() && contact.relation == Relation::Accepted)
        d->setRelation(contact, Relation::AsksUs);
}

void Roster::decline(const ContactId &id)
{
    const auto known = d->contacts.constFind(id);
    if (known != d->contacts.cend() && isRequest(known->relation))
        remove(id);
}

void Roster::remove(const ContactId &id)
{
    const TellAccepted tell(*this, d->acceptedToTell);
    d->note(d->goneAt, id);
    d->drop(id);
}

void Roster::block(const ContactId &id)
{
    const TellAccepted tell(*this, d->acceptedToTell);
    if (id.isEmpty())
        return;
    Contact contact = d->contacts.value(id);
    contact.id = id;
    contact.requestText.clear();
    d->setRelation(contact, Relation::Blocked);
}

void Roster::rename(const ContactId &id, const QString &nickname)
{
    Contact contact = d->contacts.value(id);
    if (contact.id.isEmpty())
        return;
    contact.nickname = cleanName(nickname);
    d->put(contact);
}

void Roster::setPinned(const ContactId &id, bool pinned)
{
    Contact contact = d->contacts.value(id);
    if (contact.id.isEmpty())
        return;
    contact.pinned = pinned;
    d->put(contact);
}

} // namespace timbre::core
