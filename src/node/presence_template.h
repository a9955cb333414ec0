// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/directory.h"
#include "protocol/types.h"

#include <array>
#include <optional>

namespace timbre::node {

// One presence on its way to many: encoded once per encoding, the recipient's node spliced in for
// each. What `toTid` holds beside the node goes to everybody as it is. Lives on the stack of one
// fan-out.
class PresenceTemplate
{
public:
    explicit PresenceTemplate(protocol::Presence presence);

    void sendTo(const Account &account);

private:
    struct Halves {
        QByteArray bytes;
        qsizetype before = 0; // bytes in front of the recipient's node
        qsizetype after = 0; // where the rest begins
    };
    const Halves &json();
    const Halves &thrift(qsizetype nodeLength);

    protocol::Presence m_presence; // toTid.node is empty
    std::optional<Halves> m_json;
    std::optional<Halves> m_thrift; // for nodes of one length: nearly all have the same
};

} // namespace timbre::node
