// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/presence_model.h"
#include "core/random.h"
#include "core/status_controller.h"

namespace timbre::core {

// Answers contacts that ask "what is your status?" and asks those that must be asked. Askers are collected for a
// random 250-500 ms and answered with one directed presence (toList, at most 200 ids a packet, packets 20 ms apart);
// whoever was answered within 10 s with the same state is skipped. Never answers a stranger, subStatus 2, 3 or 4, or
// before the first broadcast. Owned by Session; GUI thread.
class PresenceExchange : public QObject
{
    Q_OBJECT

public:
    PresenceExchange(Connection &connection, StatusController &status, Clock &clock, Random &random,
                     QObject *parent = nullptr);
    ~PresenceExchange() override;

    // The caller has checked that this is an accepted contact.
    void answer(const ContactId &asker);
    void ask(const ContactId &id);
    void lineLost();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace timbre::core
