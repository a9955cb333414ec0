// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/presence_model.h"
#include "core/random.h"
#include "core/status_controller.h"

namespace timbre::core {

// Answers contacts that ask "what is your status?" and asks those that must be asked. Askers are collected for a
// random 250-500 ms and answered with one directed presence (toList, at most 200 ids a packet, packets 20 ms apart);
// a device that was answered within 10 s with the same state is skipped. Asks of one moment share a packet too. Packets
// are of type 19: one bad node in the list of a 91 and nobody gets it (protocol-live.md 5). Says nothing before the
// first broadcast, which asks everybody anyway. Each contact hears its own face, and whoever has none hears nothing and
// is asked nothing: that would tell as much. Owned by Session; GUI thread.
class PresenceExchange : public QObject
{
    Q_OBJECT

public:
    PresenceExchange(PresencePacer &pacer, StatusController &status, Clock &clock, Random &random,
                     QObject *parent = nullptr);
    ~PresenceExchange() override;

    // The caller has checked that this is an accepted contact and that it asked (subStatus Ask). `device` is the asking
    // one's resource: another device of the same contact knows nothing yet.
    void answer(const ContactId &asker, const QString &device = {});
    void ask(const ContactId &id);
    // The contact went offline: whoever comes back knows nothing of us.
    void forget(const ContactId &id);
    void lineLost();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace timbre::core
