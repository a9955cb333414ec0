// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "app/node_control.h"

#include "app/node_settings.h"

#include <QFile>
#include <QJsonDocument>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace timbre::app {

using namespace Qt::StringLiterals;
using node::Node;
using node::StartError;

namespace {

constexpr time_t patience = 30; // seconds
constexpr qsizetype longestAnswer = 256 * 1024 * 1024;

class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) { }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    operator int() const { return m_number; }

private:
    int m_number;
};

bool connectTo(int descriptor, const QString &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    if (std::size_t(name.size()) >= sizeof address.sun_path)
        return false;
    std::copy(name.begin(), name.end(), address.sun_path);
    return ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

QByteArray exchange(int descriptor, const QByteArray &line)
{
    qsizetype sent = 0;
    while (sent < line.size()) {
        const ssize_t step = ::send(descriptor, line.constData() + sent, std::size_t(line.size() - sent), MSG_NOSIGNAL);
        if (step <= 0)
            return {};
        sent += step;
    }
    QByteArray answer;
    char chunk[64 * 1024];
    while (!answer.endsWith('\n') && answer.size() < longestAnswer) {
        const ssize_t step = ::recv(descriptor, chunk, sizeof chunk, 0);
        if (step <= 0)
            return {};
        answer.append(chunk, step);
    }
    return answer;
}

QJsonObject failure(const QString &word, const QString &reason)
{
    return {{u"ok"_s, false}, {u"error"_s, word}, {u"reason"_s, reason}};
}

} // namespace

std::optional<QJsonObject> askRunningNode(const QString &dataFolder, const QJsonObject &request)
{
    const Descriptor descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (descriptor < 0 || !connectTo(descriptor, Node::controlSocketPath(dataFolder)))
        return std::nullopt;
    const timeval time{patience, 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    ::setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
    const QByteArray answer = exchange(descriptor, QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    const QJsonObject object = QJsonDocument::fromJson(answer).object();
    if (object.isEmpty())
        return std::nullopt;
    return object;
}

QJsonObject askNode(const node::NodeConfig &config, const QJsonObject &request)
{
    if (const auto answer = askRunningNode(config.dataFolder, request))
        return *answer;
    // A mistyped folder shall not become an empty node; the first account may make one.
    const bool adding = request.value("command"_L1) == "user-add"_L1;
    if (!adding && !QFile::exists(Node::databasePath(config.dataFolder)))
        return failure(u"start"_s, u"there is no node in %1"_s.arg(config.dataFolder));
    const auto answer = Node::command(config, request);
    if (answer)
        return *answer;
    if (answer.error().kind == StartError::Kind::DataFolderInUse)
        return failure(
            u"unreachable"_s,
            u"the node on %1 runs but does not answer; only its own user and root may ask it"_s.arg(config.dataFolder));
    QString sentence = sentenceFor(answer.error());
    sentence.chop(1);
    return failure(u"start"_s, sentence);
}

} // namespace timbre::app
