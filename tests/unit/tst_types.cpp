// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "protocol/frame.h"

#include <QSet>
#include <QTest>

using namespace timbre::protocol;
using namespace Qt::StringLiterals;

namespace {

template <typename T> QString printed(const T &value)
{
    QString text;
    QDebug(&text) << value;
    return text.trimmed();
}

// Ids rise and keys differ even without regard to case: what both encodings rely on.
template <WireStruct T> bool hasUsableFields()
{
    int last = 0;
    bool good = true;
    QSet<QByteArray> keys;
    forEachField<T>([&](const auto &field) {
        good = good && field.id > last;
        last = field.id;
        const auto key = QByteArray(field.key.data(), qsizetype(field.key.size())).toLower();
        good = good && !key.isEmpty() && !keys.contains(key);
        keys.insert(key);
    });
    return good;
}

} // namespace

class tst_Types : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldListsAreUsable();
    void equalityLooksAtEveryField();
    void printingShowsWhatIsThere();
    void printingAuthShowsNoSecret();
    void everyFrameTypeHasItsName();
};

void tst_Types::fieldListsAreUsable()
{
    QVERIFY(hasUsableFields<Error>());
    QVERIFY(hasUsableFields<Ack>());
    QVERIFY(hasUsableFields<Auth>());
    QVERIFY(hasUsableFields<Tid>());
    QVERIFY(hasUsableFields<Request>());
    QVERIFY(hasUsableFields<Presence>());
    QVERIFY(hasUsableFields<Message>());
    QVERIFY(hasUsableFields<MessageList>());
    QVERIFY(hasUsableFields<Stream>());
    QVERIFY(hasUsableFields<UserBean>());
    QVERIFY(hasUsableFields<RoomBean>());
    QVERIFY(hasUsableFields<Nodes>());
}

void tst_Types::equalityLooksAtEveryField()
{
    const auto differsInEach = []<typename T>(const T &blank) {
        int same = 0;
        forEachField<T>([&](const auto &field) {
            T changed = blank;
            auto &member = changed.*(field.member);
            using Member = std::decay_t<decltype(member)>;
            if constexpr (requires { member.has_value(); })
                member.emplace();
            else if constexpr (std::is_same_v<Member, QString>)
                member = u"x"_s;
            else
                member = Member(1);
            same += changed == blank;
        });
        return same == 0 && blank == T();
    };
    QVERIFY(differsInEach(Error()));
    QVERIFY(differsInEach(Ack()));
    QVERIFY(differsInEach(Auth()));
    QVERIFY(differsInEach(Tid()));
    QVERIFY(differsInEach(Request()));
    QVERIFY(differsInEach(Presence()));
    QVERIFY(differsInEach(Message()));
    QVERIFY(differsInEach(MessageList()));
    QVERIFY(differsInEach(Stream()));
    QVERIFY(differsInEach(UserBean()));
    QVERIFY(differsInEach(RoomBean()));
    QVERIFY(differsInEach(Nodes()));
    Presence a;
    a.fromTid = Tid{u"a"_s, {}, {}, {}, {}};
    Presence b = a;
    b.fromTid->resource = u"r"_s;
    QVERIFY(!(a == b));
}

void tst_Types::printingShowsWhatIsThere()
{
    Presence value;
    value.show = qint16(4);
    value.subStatus = qint8(65);
    value.fromTid = Tid{u"node"_s, {}, {}, qint8(-1), {}};
    value.extend = TextMap{{u"k"_s, u"v"_s}};
    const QString text = printed(value);
    QVERIFY2(text.contains(u"show=4"_s), qPrintable(text));
    QVERIFY2(text.contains(u"subStatus=65"_s), qPrintable(text));
    QVERIFY2(text.contains(u"node=\"node\""_s), qPrintable(text));
    QVERIFY2(text.contains(u"termtyp=-1"_s), qPrintable(text));
    QVERIFY2(text.contains(u"\"k\""_s), qPrintable(text));
    QVERIFY2(!text.contains(u"toTid"_s), qPrintable(text));
    QVERIFY(printed(MessageList{1, QList<Message>{Message()}}).contains(u"msType=0"_s));
    UserBean user;
    user.nickName = u"al"_s;
    Nodes nodes;
    nodes.usermap = QMap<QString, UserBean>{{u"u"_s, user}};
    QVERIFY(printed(nodes).contains(u"nickName=\"al\""_s));
}

void tst_Types::printingAuthShowsNoSecret()
{
    Auth auth;
    auth.name = u"alice"_s;
    auth.pwd = u"hunter2"_s;
    auth.token = u"sesame"_s;
    auth.resource = u"desk"_s;
    const QString text = printed(auth);
    QVERIFY2(text.contains(u"alice"_s) && text.contains(u"desk"_s), qPrintable(text));
    QVERIFY2(!text.contains(u"hunter2"_s) && !text.contains(u"sesame"_s), qPrintable(text));
}

void tst_Types::everyFrameTypeHasItsName()
{
    QSet<QLatin1StringView> names;
    for (const int type : {12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 41, 42, 90, 91, 92, 93, 94, 95, 96, 97})
        names.insert(frameTypeName(FrameType(type)));
    QCOMPARE(names.size(), 21);
    QVERIFY(!names.contains(frameTypeName(FrameType(99))));
    QCOMPARE(frameTypeName(FrameType::Auth), "auth"_L1);
}

QTEST_APPLESS_MAIN(tst_Types)
#include "tst_types.moc"
