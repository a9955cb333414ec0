// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/account.h"
#include "app/demo_friend.h"
#include "app/embedded_node.h"
#include "app/options.h"

#include <QTemporaryDir>

#include <vector>

namespace timbre::app {

class DemoPerson;

// `timbre --demo`: a node on a free loopback port with a temporary data folder, Alice's and Bob's windows side by side
// as two real clients over real sockets, and a dozen friends (DemoFriend). Touches nothing of the user's own data. With
// Options::playFolder a scripted person plays it and the program ends by itself. Owned by main(); GUI thread.
class Demo : public QObject
{
    Q_OBJECT

public:
    Demo(Options options, core::Clock &clock, core::Random &random, QObject *parent = nullptr);
    ~Demo() override;

    void start();
    void leave();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void onNodeStarted();
    std::unique_ptr<Account> makeAccount(const QString &name);
    void placeWindows();
    void onSomebodyOnline();
    void becomeFriends();
    void onRosterChanged();
    void fail(const QString &sentence);

    enum class Phase { Starting, SigningIn, MakingFriends, Running, Leaving };

    Options m_options;
    core::Clock &m_clock;
    core::Random &m_random;
    QTemporaryDir m_folder;
    std::unique_ptr<EmbeddedNode> m_node;
    std::vector<std::unique_ptr<DemoFriend>> m_friends;
    std::unique_ptr<Account> m_alice;
    std::unique_ptr<Account> m_bob;
    std::unique_ptr<DemoPerson> m_person;
    Phase m_phase = Phase::Starting;
};

} // namespace timbre::app
