// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/accounts.h"

#include "node/account_store.h"

namespace timbre::node {

using namespace std::chrono_literals;
using protocol::ErrorCode;

namespace {

// The owner's own program signs in at once, but a cold start of it may take longer than tim's ten
// seconds.
constexpr auto ownerTokenLifetime = 60s;

protocol::NodeIdScheme schemeOf(const NodeConfig &config)
{
    if (config.salt.isEmpty() && config.maskSeed.isEmpty())
        return {};
    return protocol::NodeIdScheme(config.salt.toUtf8(), config.maskSeed.toUtf8());
}

} // namespace

Accounts::Accounts(const NodeConfig &config, Environment environment, Timers &timers, NodeStore &store,
                   HashPool &hashes) :
    m_config(config),
    m_environment(std::move(environment)),
    m_timers(timers),
    m_store(store),
    m_hashes(hashes),
    m_scheme(schemeOf(config)),
    m_tokens(m_environment, m_scheme),
    m_guard(m_environment.now)
{
}

void Accounts::setExisting(const QStringList &nodes)
{
    m_existing = QSet<QString>(nodes.begin(), nodes.end());
}

void Accounts::registerAccount(const Credentials &credentials, NodeResult done)
{
    if (!m_config.openRegistration)
        return done(unexpected(ErrorCode::PermissionDenied));
    addAccount(credentials, std::move(done));
}

void Accounts::addAccount(const Credentials &credentials, NodeResult done)
{
    if (credentials.name.isEmpty() || credentials.password.isEmpty())
        return done(unexpected(ErrorCode::Params));
    const QString node = m_scheme.accountNode(credentials.name, credentials.domain);
    if (exists(node))
        return done(unexpected(ErrorCode::HasExist));
    AccountRow row{node, credentials.name, credentials.domain, {}, m_environment.wallNanoseconds()};
    const bool accepted
        = m_hashes.hash(credentials.password.toUtf8(), [this, row = std::move(row), done](QByteArray hash) mutable {
              if (hash.isEmpty())
                  return done(unexpected(ErrorCode::Overload));
              row.passwordHash = std::move(hash);
              m_store.run(
                  [row](Database &database) -> std::optional<bool> {
                      const bool added = database.addAccount(row);
                      return database.failed() ? std::nullopt : std::optional(added);
                  },
                  [this, node = row.node, done](std::optional<bool> added) {
                      if (!added)
                          return done(unexpected(ErrorCode::Database));
                      m_existing.insert(node);
                      if (!*added)
                          return done(unexpected(ErrorCode::HasExist));
                      done(QString(node));
                  });
          });
    if (!accepted)
        done(unexpected(ErrorCode::Overload));
}

void Accounts::verify(const QString &node, const QString &password, const QString &address, NodeResult done)
{
    const auto check = [this, node, password, address, done] {
        m_store.run([node](Database &database) { return database.account(node); },
                    [this, node, password, address, done](std::optional<std::optional<AccountRow>> row) {
                        if (!row)
                            return done(unexpected(ErrorCode::Database));
                        compare(node, password, *row ? (*row)->passwordHash : QByteArray(), address, done);
                    });
    };
    const auto delay = m_guard.delay(address, node);
    if (delay > 0s)
        m_timers.after(delay, check);
    else
        check();
}

void Accounts::compare(const QString &node, const QString &password, const QByteArray &hash, const QString &address,
                       NodeResult done)
{
    const auto verified = [this, node, hash, address, done](bool right, const QByteArray &renewed) {
        if (!right || isBlocked(node)) {
            m_guard.failed(address, node);
            checked(Check::Wrong, address);
            return done(unexpected(ErrorCode::PermissionDenied));
        }
        m_guard.succeeded(address, node);
        checked(Check::Right, address);
        if (!renewed.isEmpty()) {
            m_store.run(
                [node, hash, renewed](Database &database) {
                    const bool replaced = AccountStore(database).replaceHash(node, hash, renewed);
                    return replaced ? std::optional(true) : std::nullopt;
                },
                [](std::optional<bool>) {}); // tried again at the next sign-in
        }
        done(QString(node));
    };
    if (m_hashes.verify(password.toUtf8(), hash, verified))
        return;
    checked(Check::Busy, address);
    done(unexpected(ErrorCode::Overload));
}

void Accounts::checkPassword(const Credentials &credentials, const QString &address, NodeResult done)
{
    if (credentials.name.isEmpty() || credentials.password.isEmpty())
        return done(unexpected(ErrorCode::PermissionDenied));
    verify(m_scheme.accountNode(credentials.name, credentials.domain), credentials.password, address, std::move(done));
}

void Accounts::issueToken(const Credentials &credentials, std::optional<protocol::TextMap> extend,
                          const QString &address, NodeResult done)
{
    checkPassword(credentials, address,
                  [this, name = credentials.name, domain = credentials.domain, extend = std::move(extend),
                   done](Expected<QString, ErrorCode> node) {
                      if (!node) {
                          const bool wrong = node.error() == ErrorCode::PermissionDenied;
                          return done(unexpected(wrong ? ErrorCode::NoPass : ErrorCode(node.error())));
                      }
                      done(m_tokens.issue({name, domain, *node, extend}, m_config.tokenTimeout));
                  });
}

std::optional<Tokens::Grant> Accounts::redeemToken(const QString &token, const QString &name, const QString &domain)
{
    return m_tokens.redeem(token, name, domain);
}

void Accounts::changePassword(const QString &node, const QString &before, const QString &after, const QString &address,
                              NodeResult done)
{
    verify(node, before, address, [this, after, done](Expected<QString, ErrorCode> verified) {
        if (!verified) {
            const bool wrong = verified.error() == ErrorCode::PermissionDenied;
            return done(unexpected(wrong ? ErrorCode::ModifyAuth : ErrorCode(verified.error())));
        }
        storeHash(*verified, after, done);
    });
}

void Accounts::setPassword(const QString &node, const QString &password, NodeResult done)
{
    if (!exists(node))
        return done(unexpected(ErrorCode::NoExist));
    if (password.isEmpty())
        return done(unexpected(ErrorCode::Params));
    storeHash(node, password, std::move(done));
}

void Accounts::storeHash(const QString &node, const QString &password, NodeResult done)
{
    const bool accepted = m_hashes.hash(password.toUtf8(), [this, node, done](QByteArray hash) {
        if (hash.isEmpty())
            return done(unexpected(ErrorCode::Overload));
        m_store.run(
            [node, hash](Database &database) {
                return database.setPasswordHash(node, hash) ? std::optional(true) : std::nullopt;
            },
            [node, done](std::optional<bool> stored) {
                if (!stored)
                    return done(unexpected(ErrorCode::Database));
                done(QString(node));
            });
    });
    if (!accepted)
        done(unexpected(ErrorCode::Overload));
}

void Accounts::setBlocked(const QString &node, bool blocked, NodeResult done)
{
    if (!exists(node))
        return done(unexpected(ErrorCode::NoExist));
    m_store.run(
        [node, blocked](Database &database) {
            return AccountStore(database).setBlocked(node, blocked) ? std::optional(true) : std::nullopt;
        },
        [this, node, blocked, done](std::optional<bool> stored) {
            if (!stored)
                return done(unexpected(ErrorCode::Database));
            if (blocked)
                m_blocked.insert(node);
            else
                m_blocked.remove(node);
            done(QString(node));
        });
}

void Accounts::checked(Check check, const QString &address) const
{
    if (m_checked)
        m_checked(check, address);
}

void Accounts::ownerToken(const QString &name, const QString &domain, NodeResult done)
{
    const AccountRow row{m_scheme.accountNode(name, domain), name, domain, {}, m_environment.wallNanoseconds()};
    m_store.run(
        [row](Database &database) -> std::optional<bool> {
            const bool added = database.addAccount(row);
            return database.failed() ? std::nullopt : std::optional(added);
        },
        [this, row, done](std::optional<bool> added) {
            if (!added)
                return done(unexpected(ErrorCode::Database));
            m_existing.insert(row.node);
            done(m_tokens.issue({row.name, row.domain, row.node, std::nullopt},
                                std::max<std::chrono::seconds>(ownerTokenLifetime, m_config.tokenTimeout)));
        });
}

} // namespace timbre::node
