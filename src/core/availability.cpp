// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/availability.h"

namespace timbre::core {

namespace {

constexpr Availability picks[] = {Availability::Chat, Availability::Away, Availability::Busy, Availability::Invisible};

}

Availability availabilityFromShow(std::optional<qint16> show)
{
    switch (protocol::Show(show.value_or(0))) {
    case protocol::Show::Invisible:
        return Availability::Offline;
    case protocol::Show::Away:
        return Availability::Away;
    case protocol::Show::Busy:
        return Availability::Busy;
    case protocol::Show::Unset:
    case protocol::Show::Chat:
        break;
    }
    return Availability::Chat;
}

protocol::Show showFromAvailability(Availability availability)
{
    switch (availability) {
    case Availability::Chat:
        return protocol::Show::Chat;
    case Availability::Away:
        return protocol::Show::Away;
    case Availability::Busy:
        return protocol::Show::Busy;
    case Availability::Invisible:
        return protocol::Show::Invisible;
    case Availability::Offline:
    case Availability::Unknown:
        break;
    }
    Q_ASSERT_X(false, "showFromAvailability", "not something one can announce");
    return protocol::Show::Invisible;
}

bool isPresent(Availability availability)
{
    return availability == Availability::Chat || availability == Availability::Away
        || availability == Availability::Busy;
}

QString wordOf(Availability availability)
{
    switch (availability) {
    case Availability::Chat:
        return QStringLiteral("chat");
    case Availability::Away:
        return QStringLiteral("away");
    case Availability::Busy:
        return QStringLiteral("busy");
    case Availability::Invisible:
        return QStringLiteral("invisible");
    case Availability::Offline:
    case Availability::Unknown:
        break;
    }
    return {};
}

std::optional<Availability> availabilityFromWord(const QString &word)
{
    for (const Availability pick : picks) {
        if (wordOf(pick) == word)
            return pick;
    }
    return std::nullopt;
}

} // namespace timbre::core
