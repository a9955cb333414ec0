// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/contact.h"

namespace timbre::core {

QString Contact::displayName() const
{
    for (const QString *name : {&nickname, &profileName, &account}) {
        if (!name->isEmpty())
            return *name;
    }
    return id.node();
}

} // namespace timbre::core
