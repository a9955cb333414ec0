// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/big_data.h"

#include "node/replies.h"

namespace timbre::node {

void BigData::handle(Device &device, QByteArrayView frame)
{
    device.send(errorAck(maskedType(quint8(frame.front())), protocol::ErrorCode::Params, device.encoding));
}

} // namespace timbre::node
