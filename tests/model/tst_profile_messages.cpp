// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "model/profile_fixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace timbre;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using core::ChatMessage;
using core::ContactId;
using core::ConversationId;
using core::MessageKey;
using core::MessageState;

// The messages a profile keeps: all of them, over a reopening, without ever being waited for.
class tst_ProfileMessages : public QObject
{
    Q_OBJECT

private:
    QString folder() const { return m_dir->filePath(u"profile"_s); }
    static ChatMessage message(qint64 id, const QString &peer, const QString &text,
                               MessageState state = MessageState::Received)
    {
        ChatMessage made;
        made.id = id;
        made.conversation = ConversationId::with(ContactId(peer));
        made.mine = state != MessageState::Received;
        made.from = made.mine ? ContactId() : ContactId(peer);
        made.unread = !made.mine;
        made.state = state;
        made.mid = state == MessageState::Waiting ? 0 : id * 10;
        made.clientId = made.mine ? id * 100 : 0;
        made.time = 1'800'000'000'000 + id;
        made.text = text;
        return made;
    }
    QList<ChatMessage> page(store::Profile &profile, const QString &peer, int count,
                            MessageKey before = {std::numeric_limits<qint64>::max(), 0})
    {
        std::optional<QList<ChatMessage>> found;
        profile.messages().fetch(ConversationId::with(ContactId(peer)), before, count, this,
                                 [&](const QList<ChatMessage> &messages) { found = messages; });
        const bool came = QTest::qWaitFor([&] { return found.has_value(); });
        return came ? *found : QList<ChatMessage>();
    }

    std::unique_ptr<QTemporaryDir> m_dir;

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void keepsAllOverAReopening()
    {
        const QList<ChatMessage> all{
            message(1, u"anna"_s, u"hello\n\"world\" 😀"_s), message(2, u"anna"_s, u"hi"_s, MessageState::Sent),
            message(3, u"anna"_s, u"later"_s, MessageState::Waiting), message(4, u"ben"_s, u""_s)};
        {
            const auto profile = opened(folder());
            QVERIFY(profile);
            for (const ChatMessage &one : all)
                profile->messages().saveMessage(one);
            QCOMPARE(page(*profile, u"anna"_s, 10), all.mid(0, 3)); // what was only just said too
        }
        const auto profile = opened(folder());
        const auto start = profile->messages().start();
        QCOMPARE(start.lastId, 4);
        QCOMPARE(start.unsent, QList<ChatMessage>{all.at(2)});
        QCOMPARE(start.unread, (QList<ChatMessage>{all.at(0), all.at(3)}));
        QCOMPARE(start.newest.size(), 3);
        QCOMPARE(page(*profile, u"anna"_s, 10), all.mid(0, 3));
        QCOMPARE(page(*profile, u"anna"_s, 1, all.at(2).key()), QList<ChatMessage>{all.at(1)});
        QVERIFY(page(*profile, u"nobody"_s, 10).isEmpty());
    }

    void changesReadsAndForgets()
    {
        const auto conversation = ConversationId::with(ContactId(u"anna"_s));
        {
            const auto profile = opened(folder());
            core::MessageStore &messages = profile->messages();
            for (qint64 id = 1; id <= 4; ++id)
                messages.saveMessage(message(id, u"anna"_s, u"m%1"_s.arg(id)));
            messages.saveMessage(message(5, u"ben"_s, u"other"_s));
            messages.saveRead(conversation, 3);
            messages.saveMessage(message(6, u"anna"_s, u"after"_s)); // not read, though said later
            messages.saveTakenBack(conversation, 20, false);
            messages.saveTakenBack(conversation, 40, true); // there is none of ours with this number
            messages.saveTakenBack(conversation, 0, true);
            messages.forgetMessage(1);
        }
        const auto profile = opened(folder());
        const QList<ChatMessage> left = page(*profile, u"anna"_s, 10);
        QCOMPARE(left.size(), 4);
        QCOMPARE(left.at(0).state, MessageState::TakenBack);
        QVERIFY(left.at(0).text.isEmpty());
        QCOMPARE(left.at(2).text, u"m4"_s);
        QStringList unread;
        for (const ChatMessage &one : profile->messages().start().unread)
            unread.append(one.text);
        QCOMPARE(unread, (QStringList{u"m4"_s, u"other"_s, u"after"_s}));
    }

    void theThirdVersionGetsATableForMessages()
    {
        {
            const auto profile = opened(folder());
            profile->saveContact(contact(u"anna"_s, u"Anna"_s));
        }
        QVERIFY(execute(folder() + u"/profile.db"_s, {u"DROP TABLE messages"_s, u"PRAGMA user_version=3"_s}));
        const auto profile = opened(folder());
        QVERIFY(profile);
        QCOMPARE(profile->contacts().size(), 1);
        profile->messages().saveMessage(message(1, u"anna"_s, u"hello"_s));
        QCOMPARE(page(*profile, u"anna"_s, 10).size(), 1);
        profile->flush();
        QVERIFY(!profile->lastWriteError());
    }

    void forgettingTheAccountForgetsWhatWasSaid()
    {
        {
            const auto profile = opened(folder());
            profile->messages().saveMessage(message(1, u"anna"_s, u"secret"_s));
            profile->flush();
            profile->forgetAccount();
            QVERIFY(page(*profile, u"anna"_s, 10).isEmpty());
        }
        QCOMPARE(opened(folder())->messages().start().lastId, 0);
    }

    // The promise of the outbox: what settle() has seen outlives this program.
    void settledMessagesOutliveAKill()
    {
        const auto profile = opened(folder());
        profile->messages().saveMessage(message(1, u"anna"_s, u"important"_s, MessageState::Waiting));
        profile->messages().settle(core::Milliseconds(10'000));
        const QString copy = m_dir->filePath(u"copy"_s);
        QVERIFY(QDir().mkpath(copy));
        for (const QString &name : {u"profile.db"_s, u"profile.db-wal"_s})
            QVERIFY(QFile::copy(folder() + u'/' + name, copy + u'/' + name));
        QCOMPARE(opened(copy)->messages().start().unsent.size(), 1);
    }

    void readerThatIsGoneIsNotCalled()
    {
        const auto profile = opened(folder());
        profile->messages().saveMessage(message(1, u"anna"_s, u"hello"_s));
        bool called = false;
        {
            QObject context;
            profile->messages().fetch(ConversationId::with(ContactId(u"anna"_s)), {}, 10, &context,
                                      [&](const QList<ChatMessage> &) { called = true; });
        }
        QCOMPARE(page(*profile, u"anna"_s, 10).size(), 1); // asked later, and answered
        QVERIFY(!called);
    }

    void aLongHistoryOpensSoonAndPagesQuickly()
    {
        {
            const auto profile = opened(folder());
            for (qint64 id = 1; id <= 20'000; ++id) {
                ChatMessage one = message(id, u"friend%1"_s.arg(id % 20), u"message number %1"_s.arg(id));
                one.unread = id % 10 == 0;
                profile->messages().saveMessage(one);
            }
        }
        QElapsedTimer timer;
        timer.start();
        const auto profile = opened(folder());
        QCOMPARE(profile->messages().start().unread.size(), 2'000);
        const qint64 opening = timer.restart();
        const QList<ChatMessage> found = page(*profile, u"friend7"_s, 50, {1'800'000'000'000 + 10'000, 0});
        QCOMPARE(found.size(), 50);
        qInfo() << "opened in" << opening << "ms, a page in" << timer.elapsed() << "ms";
        QVERIFY(opening < 2'000);
    }
};

QTEST_GUILESS_MAIN(tst_ProfileMessages)
#include "tst_profile_messages.moc"
