// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "node/account_store.h"
#include "support/node_harness.h"

#include <sodium.h>

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using protocol::ErrorCode;

// What the person who runs the node does to accounts, and what happens to their hashes.
class tst_Accounts : public QObject
{
    Q_OBJECT

    static QByteArray storedHash(NodeHarness &node, const QString &account)
    {
        QByteArray hash;
        node.store->run([account](node::Database &database) { return database.account(account); },
                        [&hash](const std::optional<std::optional<node::AccountRow>> &row) {
                            hash = row && *row ? (*row)->passwordHash : QByteArray();
                        });
        node.settle();
        return hash;
    }
    static void storeHash(NodeHarness &node, const QString &account, const QByteArray &hash)
    {
        node.store->run(
            [account, hash](node::Database &database) -> std::optional<bool> {
                return database.setPasswordHash(account, hash) ? std::optional(true) : std::nullopt;
            },
            [](std::optional<bool>) {});
        node.settle();
    }
    // 0 if the password is right.
    static int check(NodeHarness &node, const QString &name, const QString &password)
    {
        std::optional<int> code;
        node.accounts->checkPassword(
            {name, {}, password}, u"192.0.2.1"_s,
            [&](const Expected<QString, ErrorCode> &result) { code = result ? 0 : int(result.error()); });
        node.settleUntil([&] { return code.has_value(); });
        node.settle();
        return code.value_or(-1);
    }

private Q_SLOTS:
    void signingInRenewsAHashOfAnotherCost()
    {
        NodeHarness node;
        const QString alice = node.addAccount(u"alice"_s);
        char old[crypto_pwhash_STRBYTES];
        QCOMPARE(crypto_pwhash_str_alg(old, "pw", 2, 2, 16384, crypto_pwhash_ALG_ARGON2ID13), 0);
        storeHash(node, alice, old);
        QCOMPARE(check(node, u"alice"_s, u"wrong"_s), 4105);
        QCOMPARE(storedHash(node, alice), QByteArray(old));
        QCOMPARE(check(node, u"alice"_s, u"pw"_s), 0);
        const QByteArray renewed = storedHash(node, alice);
        QVERIFY2(renewed.startsWith("$argon2id$v=19$m=8,t=1,"), renewed.constData());
        QCOMPARE(check(node, u"alice"_s, u"pw"_s), 0);
        QCOMPARE(storedHash(node, alice), renewed); // once is enough
    }
    void aBlockedAccountsPasswordIsNeverRight()
    {
        NodeHarness node;
        const QString alice = node.addAccount(u"alice"_s);
        node.addAccount(u"bob"_s);
        QStringList done;
        const auto note = [&](const Expected<QString, ErrorCode> &result) {
            done.append(result ? *result : QString::number(int(result.error())));
        };
        node.accounts->setBlocked(alice, true, note);
        node.accounts->setBlocked(u"KrffBZqyqTM"_s, true, note);
        node.settle();
        QVERIFY(done.contains(alice) && done.contains(u"4109"_s));
        QCOMPARE(check(node, u"alice"_s, u"pw"_s), 4105);
        QCOMPARE(check(node, u"bob"_s, u"pw"_s), 0);
        node.accounts->setBlocked(alice, false, note);
        node.settle();
        QCOMPARE(check(node, u"alice"_s, u"pw"_s), 0);
    }
    void everyCheckIsReportedOnce()
    {
        NodeHarness node;
        node.addAccount(u"alice"_s);
        QList<node::Accounts::Check> checks;
        node.accounts->onChecked([&](node::Accounts::Check outcome, const QString &) { checks.append(outcome); });
        check(node, u"alice"_s, u"pw"_s);
        check(node, u"alice"_s, u"wrong"_s);
        check(node, u"nobody"_s, u"pw"_s);
        using Check = node::Accounts::Check;
        QCOMPARE(checks, (QList{Check::Right, Check::Wrong, Check::Wrong}));
    }
};

QTEST_GUILESS_MAIN(tst_Accounts)
#include "tst_accounts.moc"
