// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include "app/demo.h"

#include "app/demo_cast.h"
#include "app/demo_person.h"
#include "app/problem_words.h"

#include <QApplication>
#include <QScreen>

#include <cstdio>

namespace timbre::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int windowGap = 24;
constexpr QSize preferredWindow{660, 760};

} // namespace

Demo::Demo(Options options, core::Clock &clock, core::Random &random, QObject *parent) :
    QObject(parent),
    m_options(std::move(options)),
    m_clock(clock),
    m_random(random)
{
}

// Clients before the node they talk to.
Demo::~Demo()
{
    m_person.reset();
    m_alice.reset();
    m_bob.reset();
    m_friends.clear();
}

void Demo::start()
{
    gui::applyAppearance(*qApp, m_options.appearance);
    node::NodeConfig config;
    config.dataFolder = m_folder.filePath(u"node"_s);
    m_node = std::make_unique<EmbeddedNode>(std::move(config));
    connect(m_node.get(), &EmbeddedNode::started, this, &Demo::onNodeStarted);
    connect(m_node.get(), &EmbeddedNode::failed, this,
            [this](const node::StartError &error) { fail(sentenceFor(error)); });
    m_node->start();
}

void Demo::onNodeStarted()
{
    m_phase = Phase::SigningIn;
    m_alice = makeAccount(u"Alice"_s);
    m_bob = makeAccount(u"Bob"_s);
    if (!m_alice || !m_bob)
        return;
    QList<DemoFriend::Character> cast = demoFriends();
    cast.append(demoStranger());
    for (DemoFriend::Character &character : cast) {
        m_friends.push_back(std::make_unique<DemoFriend>(std::move(character), *m_node, m_clock, m_random));
        connect(&m_friends.back()->session().connection(), &core::Connection::statusChanged, this,
                &Demo::onSomebodyOnline);
    }
    placeWindows();
    for (Account *account : {m_alice.get(), m_bob.get()}) {
        connect(&account->connection(), &core::Connection::statusChanged, this, &Demo::onSomebodyOnline);
        connect(&account->session().roster(), &core::Roster::acceptedChanged, this, &Demo::onRosterChanged);
        connect(&account->window(), &gui::MainWindow::quitChosen, this, &Demo::leave);
        account->signInAtNode(*m_node);
    }
    connect(qGuiApp, &QGuiApplication::lastWindowClosed, this, &Demo::leave);
    for (const auto &somebody : m_friends)
        somebody->signIn();
}

std::unique_ptr<Account> Demo::makeAccount(const QString &name)
{
    auto data = store::Profile::open(m_folder.filePath(name.toLower()));
    if (!data) {
        fail(sentenceFor(data.error()));
        return nullptr;
    }
    store::AccountRecord record;
    record.home = store::AccountRecord::Home::ThisComputer;
    record.name = name;
    return std::make_unique<Account>(std::move(*data), std::move(record), m_clock, m_random);
}

void Demo::placeWindows()
{
    const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
    const QSize size
        = preferredWindow.boundedTo({(screen.width() - 3 * windowGap) / 2, screen.height() - 3 * windowGap});
    const int left = screen.left() + (screen.width() - 2 * size.width() - windowGap) / 2;
    const int top = screen.top() + (screen.height() - size.height()) / 2;
    m_alice->window().setGeometry(QRect({left, top}, size));
    m_bob->window().setGeometry(QRect({left + size.width() + windowGap, top}, size));
    m_alice->window().show();
    m_bob->window().show();
}

void Demo::onSomebodyOnline()
{
    if (m_phase != Phase::SigningIn)
        return;
    const auto isOnline
        = [](core::Session &session) { return session.connection().status().state == core::ConnectionState::Online; };
    if (isOnline(m_alice->session()) && isOnline(m_bob->session())
        && std::all_of(m_friends.begin(), m_friends.end(),
                       [&](const auto &somebody) { return isOnline(somebody->session()); }))
        becomeFriends();
}

// Everybody by the ordinary way: a request, an acceptance. Bob accepts Alice; the stranger's request to Alice stays
// open, so that there is one to look at.
void Demo::becomeFriends()
{
    m_phase = Phase::MakingFriends;
    connect(&m_bob->session().roster(), &core::Roster::requestsChanged, this, [this] {
        for (const core::Contact &request : m_bob->session().roster().requests())
            m_bob->session().accept(request.id);
    });
    m_alice->session().addContact(u"Bob"_s, u"Hello Bob!"_s, {});
    for (const auto &somebody : m_friends) {
        if (somebody == m_friends.back())
            break;
        for (Account *account : {m_alice.get(), m_bob.get()})
            account->session().addContact(somebody->character().account, {}, {});
    }
    m_friends.back()->session().addContact(u"Alice"_s, u"Hi Alice, we met at the conference 👋"_s, {});
}

void Demo::onRosterChanged()
{
    const qsizetype everybody = static_cast<qsizetype>(m_friends.size()) - 1 + 1; // not the stranger, but each other
    if (m_phase != Phase::MakingFriends || m_alice->session().roster().accepted().size() < everybody
        || m_bob->session().roster().accepted().size() < everybody)
        return;
    m_phase = Phase::Running;
    if (m_options.playFolder.isEmpty()) {
        for (const auto &somebody : m_friends)
            somebody->becomeLively();
        return;
    }
    m_person = std::make_unique<DemoPerson>(*m_alice, *m_bob, m_clock, m_options.playFolder, m_options.playClicks);
    connect(m_person.get(), &DemoPerson::done, this, [this](bool succeeded) { Q_EMIT finished(succeeded ? 0 : 1); });
    m_person->start();
}

void Demo::leave()
{
    if (std::exchange(m_phase, Phase::Leaving) != Phase::Leaving)
        Q_EMIT finished(0);
}

void Demo::fail(const QString &sentence)
{
    std::fprintf(stderr, "timbre: %s\n", qUtf8Printable(sentence));
    Q_EMIT finished(1);
}

} // namespace timbre::app
