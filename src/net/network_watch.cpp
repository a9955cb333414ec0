// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "net/network_watch.h"

#ifdef Q_OS_LINUX
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#endif
#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace timbre::net {

NetworkWatch::NetworkWatch(core::Clock &clock, int descriptor, QObject *parent) :
    QObject(parent),
    m_descriptor(descriptor),
    m_notifier(QSocketNotifier::Read),
    m_timer(clock.makeTimer([this] { Q_EMIT changed(); }))
{
    if (m_descriptor < 0)
        return;
    m_notifier.setSocket(m_descriptor);
    connect(&m_notifier, &QSocketNotifier::activated, this, &NetworkWatch::drain);
    m_notifier.setEnabled(true);
}

NetworkWatch::~NetworkWatch()
{
    m_notifier.setEnabled(false);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

// What changed does not matter, only that something did. ENOBUFS means so much that the kernel
// dropped some.
void NetworkWatch::drain()
{
    std::array<char, 8192> bytes;
    ssize_t read = 0;
    do {
        read = recv(m_descriptor, bytes.data(), bytes.size(), MSG_DONTWAIT);
    } while (read > 0 || (read < 0 && (errno == EINTR || errno == ENOBUFS)));
    if (read == 0 || (errno != EAGAIN && errno != EWOULDBLOCK))
        m_notifier.setEnabled(false); // over: it would be readable for ever
    m_timer->start(settleTime);
}

int NetworkWatch::openRouteSocket()
{
#ifdef Q_OS_LINUX
    const int descriptor = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE);
    if (descriptor < 0)
        return -1;
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    address.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR | RTMGRP_IPV4_ROUTE | RTMGRP_IPV6_ROUTE;
    const void *generic = &address;
    if (bind(descriptor, static_cast<const sockaddr *>(generic), sizeof address) == 0)
        return descriptor;
    ::close(descriptor);
#endif
    return -1;
}

} // namespace timbre::net
