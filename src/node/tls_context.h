// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/expected.h"

#include <QString>

#include <boost/asio/ssl/context.hpp>

#include <memory>

namespace timbre::node {

// A server's TLS from two PEM files (tim's ssl_certificate and ssl_certificate_key): the chain, leaf first, and its
// private key without a passphrase. TLS 1.2 and later, no renegotiation, OpenSSL's own choice of ciphers. The error is
// the rest of a sentence and names the file: unreadable, not PEM, key of another certificate, expired. tim falls back
// to a certificate of its own or to plain HTTP in such a case; this node does not (protocol.md 1.1).
Expected<std::shared_ptr<boost::asio::ssl::context>, QString> loadTls(const QString &certificate, const QString &key);

} // namespace timbre::node
