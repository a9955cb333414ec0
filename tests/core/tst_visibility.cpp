// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/visibility_keeper.h"
#include "support/fake_random.h"
#include "support/memory_store.h"

#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace timbre::core;
using namespace timbre::test;
using namespace Qt::StringLiterals;
using Reach = EffectiveStatus::Reach;

namespace {

const ContactId anna(u"anna"_s);
constexpr Availability picks[] = {Availability::Chat, Availability::Away, Availability::Busy, Availability::Invisible};

EffectiveStatus statusOf(Availability availability, bool strict = false)
{
    StatusInputs inputs;
    inputs.connection = ConnectionState::Online;
    inputs.manual = {availability, u"mood"_s, availability == Availability::Chat ? 0 : 99};
    inputs.before = inputs.manual;
    inputs.strictInvisible = strict;
    return effectiveStatus(inputs);
}

template <typename T, std::size_t N> T anyOf(const T (&from)[N], FakeRandom &random)
{
    return from[random.bits() % N];
}

// "chat", "invisible" …; "-" for nothing.
QString heard(const std::optional<Told> &told)
{
    return told ? wordOf(told->availability) : u"-"_s;
}

} // namespace

// Who sees which face, as a table, as properties, and as a text from a hostile disk.
class tst_Visibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statesAndRules_data()
    {
        QTest::addColumn<Availability>("pick");
        QTest::addColumn<Face>("face");
        QTest::addColumn<QString>("seen"); // by everybody else, then by who may see us while invisible
        const QStringList plain{u"chat chat"_s, u"away away"_s, u"busy busy"_s, u"invisible chat"_s};
        for (int i = 0; i < 4; ++i) {
            const QByteArray pick = wordOf(picks[i]).toLatin1();
            const bool hidden = picks[i] == Availability::Invisible;
            QTest::addRow("%s%s", pick.constData(), " as picked") << picks[i] << Face::AsPicked << plain[i];
            QTest::addRow("%s%s", pick.constData(), " as chat")
                << picks[i] << Face::Chat << (hidden ? u"invisible chat"_s : u"chat chat"_s);
            QTest::addRow("%s%s", pick.constData(), " as away")
                << picks[i] << Face::Away << (hidden ? u"invisible away"_s : u"away away"_s);
            QTest::addRow("%s%s", pick.constData(), " as busy")
                << picks[i] << Face::Busy << (hidden ? u"invisible busy"_s : u"busy busy"_s);
            QTest::addRow("%s%s", pick.constData(), " offline-looking") << picks[i] << Face::OfflineLooking << u"- -"_s;
        }
    }
    void statesAndRules()
    {
        QFETCH(const Availability, pick);
        QFETCH(const Face, face);
        QFETCH(const QString, seen);
        // The same rule of each of the three kinds, with rules of the weaker kinds that must lose.
        VisibilityRules byContact;
        byContact.contacts = {{anna, face}};
        byContact.groups = {{u"work"_s, Face::Busy}};
        byContact.everyone = Face::OfflineLooking;
        VisibilityRules byGroup;
        byGroup.groups = {{u"elsewhere"_s, Face::Away}, {u"work"_s, face}, {u"home"_s, Face::Away}};
        byGroup.everyone = Face::OfflineLooking;
        VisibilityRules byEveryone;
        byEveryone.everyone = face;
        byEveryone.groups = {{u"elsewhere"_s, Face::Away}};
        byEveryone.contacts = {{ContactId(u"ben"_s), Face::Away}};
        for (VisibilityRules rules : {byContact, byGroup, byEveryone}) {
            const QStringList groups{u"home"_s, u"work"_s};
            for (const bool strict : {false, true}) {
                const QString stranger = heard(faceFor(statusOf(pick, strict), rules, anna, groups));
                rules.allowed.insert(anna);
                const QString friendly = heard(faceFor(statusOf(pick, strict), rules, anna, groups));
                rules.allowed.clear();
                // Strictly invisible is the same without a word to those who may not see it.
                const QString expected = strict ? QString(seen).replace("invisible"_L1, "-"_L1) : seen;
                QCOMPARE(stranger + u' ' + friendly, expected);
            }
        }
    }

    void anotherFaceGivesNothingAway()
    {
        VisibilityRules rules;
        rules.everyone = Face::Busy;
        QCOMPARE(faceFor(statusOf(Availability::Away), rules, anna, {}), (Told{Availability::Busy, {}, 0, 0}));
        QCOMPARE(faceFor(statusOf(Availability::Busy), rules, anna, {}), (Told{Availability::Busy, u"mood"_s, 99, 0}));
    }

    void nobodyHearsAnythingWithoutALine()
    {
        VisibilityRules rules;
        rules.contacts = {{anna, Face::Chat}};
        rules.allowed = {anna};
        QVERIFY(!faceFor({}, rules, anna, {}));
    }

    // Total, without memory; a face is its own face; nothing leaves that nobody asked for.
    void properties()
    {
        FakeRandom random(7);
        const QStringList names{u"a"_s, u"b"_s, u"c"_s};
        for (int round = 0; round < 20'000; ++round) {
            const EffectiveStatus status = statusOf(anyOf(picks, random), random.bits() % 2 == 0);
            VisibilityRules rules;
            rules.everyone = anyOf(everyFace, random);
            for (quint64 i = random.bits() % 3; i > 0; --i)
                rules.groups.append({names[qsizetype(random.bits() % 3)], anyOf(everyFace, random)});
            if (random.bits() % 3 == 0)
                rules.contacts.insert(anna, anyOf(everyFace, random));
            if (random.bits() % 2 == 0)
                rules.allowed.insert(anna);
            const QStringList groups = names.mid(qsizetype(random.bits() % 4));

            const auto face = faceFor(status, rules, anna, groups);
            QCOMPARE(faceFor(status, rules, anna, groups), face);
            if (rules.isUniform(status))
                QCOMPARE(face, std::optional(status.told()));
            if (rules.faceOf(anna, groups) == Face::OfflineLooking)
                QVERIFY(!face);
            if (status.reach == Reach::AllowList && !rules.allowed.contains(anna))
                QVERIFY(!face);
            if (!face)
                continue;
            QVERIFY(face->availability != Availability::Offline && face->availability != Availability::Unknown);
            if (face->availability == Availability::Invisible)
                QVERIFY(face->mood.isEmpty() && face->until == 0);
            EffectiveStatus again{Reach::Roster, face->availability, face->mood, face->until, face->idleSince, {}};
            if (isPresent(face->availability))
                QCOMPARE(faceFor(again, rules, anna, groups), face);
        }
    }

    void rulesSurviveTheProgram()
    {
        MemoryStore store;
        VisibilityRules rules;
        rules.everyone = Face::Away;
        rules.groups = {{u"Büro 🍜"_s, Face::OfflineLooking}, {u"b"_s, Face::AsPicked}};
        rules.contacts = {{anna, Face::Chat}, {ContactId(u"ben"_s), Face::Busy}};
        rules.allowed = {anna};
        rules.strict = true;
        VisibilityKeeper(store).setRules(rules);
        const VisibilityKeeper next(store);
        QCOMPARE(next.rules(), rules);
        QVERIFY(next.state() == VisibilityDocument::State::Read);
        QVERIFY(next.isStrict());
    }

    void guestsDoNot()
    {
        MemoryStore store;
        {
            VisibilityKeeper keeper(store);
            QSignalSpy changes(&keeper, &VisibilityKeeper::changed);
            keeper.addGuest(anna);
            QCOMPARE(changes.size(), 1);
            QCOMPARE(heard(keeper.faceFor(statusOf(Availability::Invisible, true), anna)), u"chat"_s);
        }
        QVERIFY(!VisibilityKeeper(store).isAllowed(anna));
    }

    void hostileTexts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<VisibilityDocument::State>("state");
        QTest::addColumn<Face>("everyone");
        using State = VisibilityDocument::State;
        QTest::newRow("none") << QByteArray() << State::Fresh << Face::AsPicked;
        QTest::newRow("no json") << QByteArray("{\"v\":1,") << State::Damaged << Face::OfflineLooking;
        QTest::newRow("array") << QByteArray("[1]") << State::Damaged << Face::OfflineLooking;
        QTest::newRow("no version") << QByteArray("{}") << State::Damaged << Face::OfflineLooking;
        QTest::newRow("version of words") << QByteArray("{\"v\":\"1\"}") << State::Damaged << Face::OfflineLooking;
        QTest::newRow("nothing but a version") << QByteArray("{\"v\":1}") << State::Read << Face::AsPicked;
        QTest::newRow("unknown face") << QByteArray("{\"v\":1,\"everyone\":\"purple\"}") << State::Read
                                      << Face::OfflineLooking;
        QTest::newRow("face of a wrong type")
            << QByteArray("{\"v\":1,\"everyone\":[]}") << State::Read << Face::OfflineLooking;
        QTest::newRow("newer") << QByteArray("{\"v\":2,\"everyone\":\"busy\",\"layers\":{}}") << State::Newer
                               << Face::Busy;
        QTest::newRow("wrong types") << QByteArray("{\"v\":1,\"everyone\":\"chat\",\"groups\":{\"a\":1},\"contacts\":["
                                                   "1],\"allowed\":\"x\",\"strict\":\"yes\"}")
                                     << State::Read << Face::Chat;
        QTest::newRow("bytes") << QByteArray("\xff\xfe\x00\x01", 4) << State::Damaged << Face::OfflineLooking;
    }
    void hostileTexts()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const VisibilityDocument::State, state);
        QFETCH(const Face, everyone);
        const VisibilityDocument document = readVisibility(text);
        QVERIFY(document.state == state);
        QVERIFY(document.rules.everyone == everyone);
        QVERIFY(document.rules.groups.isEmpty() && document.rules.contacts.isEmpty());
        QVERIFY(document.rules.allowed.isEmpty() && !document.rules.strict);
    }

    void tooMuchIsCut()
    {
        QByteArray text = "{\"v\":1,\"allowed\":[";
        for (int i = 0; i < 20'000; ++i)
            text += '"' + QByteArray::number(i) + "\",";
        text += "\"x\",\"\"],\"groups\":[{\"group\":\"" + QByteArray(300, 'g')
            + "\",\"face\":\"chat\"},{\"face\":\"chat\"},7]}";
        const VisibilityDocument document = readVisibility(text);
        QVERIFY(document.state == VisibilityDocument::State::Read);
        QCOMPARE(document.rules.allowed.size(), mostVisibilityRules);
        QVERIFY(document.rules.groups.isEmpty());
    }

    void whatANewerVersionWroteStays()
    {
        MemoryStore store;
        const QByteArray newer("{\"v\":2,\"everyone\":\"busy\",\"layers\":{}}");
        store.documents.insert(u"visibility"_s, newer);
        VisibilityKeeper keeper(store);
        keeper.setFace(anna, Face::Away);
        QCOMPARE(store.documents.value(u"visibility"_s), newer);
        QCOMPARE(heard(keeper.faceFor(statusOf(Availability::Chat), anna)), u"away"_s); // for now
    }

    void damagedRulesHideUntilTheUserSaysOtherwise()
    {
        MemoryStore store;
        store.documents.insert(u"visibility"_s, "?");
        VisibilityKeeper keeper(store);
        QVERIFY(!keeper.faceFor(statusOf(Availability::Chat), anna));
        keeper.setRules({});
        QVERIFY(VisibilityKeeper(store).state() == VisibilityDocument::State::Read);
    }

    void accountsChoiceBeatsThePreference()
    {
        MemoryStore store;
        VisibilityKeeper keeper(store);
        QVERIFY(!keeper.isStrict());
        keeper.setStrictByDefault(true);
        QVERIFY(keeper.isStrict());
        keeper.setStrict(false);
        QVERIFY(!keeper.isStrict());
        keeper.setStrict(std::nullopt);
        QVERIFY(keeper.isStrict());
    }
};

QTEST_GUILESS_MAIN(tst_Visibility)
#include "tst_visibility.moc"
