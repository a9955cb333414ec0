// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/metrics.h"

#include "protocol/frame.h"

#include <QFile>

#include <sys/resource.h>
#include <unistd.h>

namespace timbre::node {

using protocol::FrameType;

namespace {

struct Writer {
    QByteArray text;

    void head(const char *name, const char *kind, const char *help)
    {
        text += QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + kind + '\n';
    }
    void value(const char *name, const QByteArray &number, const QByteArray &labels = {})
    {
        text += name;
        if (!labels.isEmpty())
            text += '{' + labels + '}';
        text += ' ' + number + '\n';
    }
    template <typename Number> void single(const char *name, const char *kind, const char *help, Number number)
    {
        head(name, kind, help);
        value(name, QByteArray::number(number));
    }
};

struct NamedType {
    FrameType type;
    const char *name;
};

constexpr NamedType names[] = {
    {FrameType::Ack, "ack"},
    {FrameType::Ping, "ping"},
    {FrameType::Register, "register"},
    {FrameType::Token, "token"},
    {FrameType::Auth, "auth"},
    {FrameType::OfflineMessages, "offline_messages"},
    {FrameType::OfflineMessagesEnd, "offline_messages_end"},
    {FrameType::BroadcastPresence, "broadcast_presence"},
    {FrameType::PullMessages, "pull_messages"},
    {FrameType::VRoom, "vroom"},
    {FrameType::Business, "business"},
    {FrameType::Nodes, "nodes"},
    {FrameType::Message, "message"},
    {FrameType::Presence, "presence"},
    {FrameType::RevokeMessage, "revoke_message"},
    {FrameType::BurnMessage, "burn_message"},
    {FrameType::Stream, "stream"},
    {FrameType::BigString, "big_string"},
    {FrameType::BigBinary, "big_binary"},
    {FrameType::BigBinaryStream, "big_binary_stream"},
};

void frames(Writer &out, const char *name, const char *help, std::array<quint64, 128> counts)
{
    out.head(name, "counter", help);
    for (const NamedType &named : names) {
        quint64 &count = counts[std::size_t(named.type)];
        out.value(name, QByteArray::number(count), QByteArray("type=\"") + named.name + '"');
        count = 0;
    }
    quint64 others = 0;
    for (const quint64 count : counts)
        others += count;
    out.value(name, QByteArray::number(others), "type=\"other\"");
}

} // namespace

QByteArray metricsText(const MetricsSnapshot &snapshot)
{
    const Counters &counters = snapshot.counters;
    Writer out;
    out.single("timbre_connections", "gauge", "Open connections, signed in or not.", snapshot.connections);
    out.single("timbre_connections_total", "counter", "Connections accepted.", counters.connections);
    out.single("timbre_connections_refused_total", "counter", "Connections over a limit.", counters.refusedConnections);
    out.single("timbre_accounts", "gauge", "Accounts.", snapshot.accounts);
    out.single("timbre_accounts_online", "gauge", "Accounts with a device signed in.", snapshot.accountsOnline);
    frames(out, "timbre_frames_received_total", "WebSocket messages from clients by frame type.", counters.framesIn);
    frames(out, "timbre_frames_sent_total", "WebSocket messages to clients by frame type.", counters.framesOut);
    out.single("timbre_frame_bytes_received_total", "counter", "Bytes of frames from clients.", counters.bytesIn);
    out.single("timbre_frame_bytes_sent_total", "counter", "Bytes of frames to clients.", counters.bytesOut);
    out.single("timbre_messages_stored_total", "counter", "Messages ever stored.", snapshot.messagesStored);
    out.head("timbre_passwords_total", "counter", "Passwords given to sign in or for a token, by outcome.");
    out.value("timbre_passwords_total", QByteArray::number(counters.rightPasswords), "outcome=\"right\"");
    out.value("timbre_passwords_total", QByteArray::number(counters.wrongPasswords), "outcome=\"refused\"");
    out.value("timbre_passwords_total", QByteArray::number(counters.busyPasswords), "outcome=\"busy\"");
    out.single("timbre_store_queue_length", "gauge", "Jobs waiting for the database.", quint64(snapshot.store.waiting));
    out.single("timbre_store_jobs_total", "counter", "Jobs done by the database.", snapshot.store.jobs);
    out.head("timbre_store_commit_seconds", "summary", "Time of a transaction, the disk included.");
    out.value("timbre_store_commit_seconds_sum",
              QByteArray::number(std::chrono::duration<double>(snapshot.store.committing).count()));
    out.value("timbre_store_commit_seconds_count", QByteArray::number(snapshot.store.commits));
    out.single("process_resident_memory_bytes", "gauge", "Resident memory.", snapshot.residentBytes);
    out.single("process_cpu_seconds_total", "counter", "User and system time.", snapshot.cpuSeconds);
    return out.text;
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = file.readAll().split(' ');
    return fields.size() > 1 ? fields[1].toLongLong() * ::sysconf(_SC_PAGESIZE) : 0;
}

double cpuSeconds()
{
    rusage usage{};
    if (::getrusage(RUSAGE_SELF, &usage) != 0)
        return 0;
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace timbre::node
