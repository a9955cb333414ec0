// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/keychain.h"
#include "net/account_client.h"
#include "net/server_address.h"
#include "node/node.h"
#include "store/profile.h"

#include <QString>

// Sentences for the typed errors that only the composition root sees. Those of core are in gui/words.h.
namespace timbre::app {

QString sentenceFor(const store::ProfileError &error);
QString sentenceFor(const node::StartError &error);
QString sentenceFor(const net::AccountError &error);
QString sentenceFor(const net::AddressError &error);
QString sentenceFor(desktop::KeychainError error);

} // namespace timbre::app
