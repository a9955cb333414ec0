// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/control_socket.h"

#include <QFile>
#include <QJsonDocument>

#include <boost/asio/buffer.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace timbre::node {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr int connectionLimit = 8;
constexpr std::size_t lineLimit = 64 * 1024;
constexpr auto lineTime = 10s;

bool isTrusted(LocalSocket &socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    if (::getsockopt(socket.native_handle(), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
        return false;
    return peer.uid == 0 || peer.uid == ::geteuid();
}

// One command-line program at the other end. Keeps itself alive by its pending operation.
class Conversation : public std::enable_shared_from_this<Conversation>
{
public:
    Conversation(LocalSocket socket, Timers &timers, Admin &admin, std::shared_ptr<int> connections) :
        m_socket(std::move(socket)),
        m_timers(timers),
        m_admin(admin),
        m_connections(std::move(connections))
    {
        ++*m_connections;
    }
    ~Conversation() { --*m_connections; }
    Conversation(const Conversation &) = delete;
    Conversation &operator=(const Conversation &) = delete;

    void read()
    {
        m_timers.after(lineTime, [weak = weak_from_this(), line = ++m_line] {
            const auto self = weak.lock();
            error_code ignored;
            if (self && self->m_line == line)
                self->m_socket.close(ignored);
        });
        asio::async_read_until(m_socket, asio::dynamic_buffer(m_received, lineLimit), '\n',
                               [self = shared_from_this()](error_code error, std::size_t size) {
                                   if (!error)
                                       self->received(size);
                               });
    }

private:
    void received(std::size_t size)
    {
        ++m_line; // no deadline while the node works
        const auto request = QJsonDocument::fromJson(QByteArray(m_received.data(), qsizetype(size)));
        std::fill_n(m_received.begin(), size, '\0'); // there may be a password in it
        m_received.erase(0, size);
        m_admin.handle(request.object(), [self = shared_from_this()](const QJsonObject &answer) {
            self->answer(QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n');
        });
    }
    void answer(const QByteArray &line)
    {
        m_sent = line;
        asio::async_write(m_socket, asio::buffer(m_sent.constData(), std::size_t(m_sent.size())),
                          [self = shared_from_this()](error_code error, std::size_t) {
                              if (!error)
                                  self->read();
                          });
    }

    LocalSocket m_socket;
    Timers &m_timers;
    Admin &m_admin;
    std::shared_ptr<int> m_connections;
    std::string m_received;
    QByteArray m_sent;
    quint64 m_line = 0;
};

} // namespace

ControlSocket::ControlSocket(asio::io_context &loop, Timers &timers, Admin &admin) :
    m_loop(loop),
    m_timers(timers),
    m_admin(admin),
    m_acceptor(loop),
    m_next(loop),
    m_connections(std::make_shared<int>(0))
{
}

Expected<Success, QString> ControlSocket::open(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (std::size_t(name.size()) >= sizeof(sockaddr_un::sun_path))
        return unexpected(u"the path %1 is too long for a socket"_s.arg(path));
    ::unlink(name.constData());
    const asio::local::stream_protocol::endpoint endpoint(name.toStdString());
    error_code error;
    m_acceptor.open(endpoint.protocol(), error);
    // Before bind(), so that there is no moment in which it is anybody's.
    if (!error && ::fchmod(m_acceptor.native_handle(), S_IRUSR | S_IWUSR) != 0)
        error.assign(errno, boost::system::system_category());
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(connectionLimit, error);
    if (error) {
        error_code ignored;
        m_acceptor.close(ignored);
        return unexpected(u"%1: %2"_s.arg(path, QString::fromStdString(error.message())));
    }
    m_path = path;
    return Success();
}

void ControlSocket::accept()
{
    if (!m_acceptor.is_open())
        return;
    m_acceptor.async_accept(m_next, [this](error_code error) {
        if (!m_acceptor.is_open())
            return;
        if (error) {
            m_timers.after(100ms, [this] { accept(); }); // out of descriptors
            return;
        }
        LocalSocket socket = std::exchange(m_next, LocalSocket(m_loop));
        if (*m_connections < connectionLimit && isTrusted(socket))
            std::make_shared<Conversation>(std::move(socket), m_timers, m_admin, m_connections)->read();
        accept();
    });
}

void ControlSocket::close()
{
    if (!m_acceptor.is_open())
        return;
    error_code ignored;
    m_acceptor.close(ignored);
    ::unlink(QFile::encodeName(m_path).constData());
}

} // namespace timbre::node
