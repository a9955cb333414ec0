// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/coalescing_socket.h"

#include <boost/beast/ssl/ssl_stream.hpp>

namespace timbre::node {

// TLS over the coalescing socket: OpenSSL's records are what is remembered and leaves once per loop turn. Encrypting is
// synchronous and never waits, because the layer below takes everything. Costs about 45 kB per connection (asio's two
// record buffers and OpenSSL's own state).
using TlsStream = beast::ssl_stream<CoalescingSocket>;

inline Outgoing &outgoingOf(CoalescingSocket &stream)
{
    return stream.outgoing();
}

inline Outgoing &outgoingOf(TlsStream &stream)
{
    return stream.next_layer().outgoing();
}

} // namespace timbre::node
