// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/digest_panel.h"
#include "gui/theme.h"
#include "gui/widget_checks.h"
#include "gui/window_fixture.h"

#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace timbre;
using core::Availability;
using core::ContactId;
using core::Digest;
using gui::DigestPanel;
using test::WindowFixture;

namespace {

QString nameOf(const ContactId &id)
{
    return id.node();
}

QStringList plain(const Digest &digest)
{
    QStringList list = DigestPanel::sentences(digest, nameOf);
    for (QString &sentence : list)
        sentence.remove(QChar(0x2068)).remove(QChar(0x2069));
    return list;
}

} // namespace

class tst_DigestPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { gui::applyAppearance(*qApp, gui::Appearance::Light); }
    void oneSentencePerFact();
    void manyFactsAreANumber();
    void comesOnReturnAndGoesOnClose_data();
    void comesOnReturnAndGoesOnClose();
    void goesWhenTheUserLeavesAgain();
    void everyControlHasANameAndRoom();

private:
    // Away for a quarter of an hour, in which Anna became busy.
    static void beAway(WindowFixture &f, const ContactId &anna)
    {
        f.goOnline();
        f.hear(anna, Availability::Chat);
        f.settle();
        f.clock.advance(15 * 60'000);
        f.hear(anna, Availability::Busy, u"call"_s);
        f.settle();
        f.session->status().here();
        f.settle();
    }
};

void tst_DigestPanel::oneSentencePerFact()
{
    Digest digest;
    digest.messages = {{ContactId(u"Dora"_s), 2}, {ContactId(u"Anna"_s), 1}};
    digest.changed
        = {{ContactId(u"Anna"_s), Availability::Busy, {}}, {ContactId(u"Ben"_s), Availability::Away, u"tea"_s}};
    digest.cameOnline = {ContactId(u"A"_s), ContactId(u"B"_s), ContactId(u"C"_s), ContactId(u"D"_s)};
    digest.moods = {{ContactId(u"Cem"_s), Availability::Chat, u"<b>beach</b>"_s}};
    const QStringList said = plain(digest);
    QCOMPARE(said.size(), 5);
    QVERIFY(said.at(0).startsWith(u"3 message"));
    QVERIFY(said.at(0).endsWith(u"from Dora, Anna."));
    QCOMPARE(said.at(1), u"Anna is now Busy."_s);
    QCOMPARE(said.at(2), u"Ben is now Away: tea"_s);
    QCOMPARE(said.at(3), u"A, B, C and 1 more came online."_s);
    QCOMPARE(said.at(4), u"Cem says: <b>beach</b>"_s);
}

void tst_DigestPanel::manyFactsAreANumber()
{
    Digest digest;
    for (int i = 0; i < 40; ++i)
        digest.changed.append({ContactId(u"c%1"_s.arg(i)), Availability::Busy, {}});
    const QStringList said = plain(digest);
    QCOMPARE(said.size(), DigestPanel::mostSentences);
    QVERIFY(said.last().contains(u"35"));
}

void tst_DigestPanel::comesOnReturnAndGoesOnClose_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("button") << false;
    QTest::newRow("escape") << true;
}

void tst_DigestPanel::comesOnReturnAndGoesOnClose()
{
    QFETCH(bool, byKey);
    WindowFixture f;
    const ContactId anna = f.add(u"Anna"_s);
    f.make();
    f.window->show();
    auto *panel = f.window->findChild<DigestPanel *>();
    QVERIFY(panel->isHidden());
    beAway(f, anna);
    QVERIFY(panel->isVisible());
    QVERIFY(panel->accessibleName().startsWith(u"While you were away"));
    QVERIFY(panel->accessibleDescription().contains(u"is now Busy"));
    auto *close = panel->findChild<QToolButton *>();
    close->setFocus();
    if (byKey)
        QTest::keyClick(close, Qt::Key_Escape);
    else
        QTest::keyClick(close, Qt::Key_Space);
    QVERIFY(panel->isHidden());
}

void tst_DigestPanel::goesWhenTheUserLeavesAgain()
{
    WindowFixture f;
    const ContactId anna = f.add(u"Anna"_s);
    f.make();
    f.window->show();
    beAway(f, anna);
    auto *panel = f.window->findChild<DigestPanel *>();
    QVERIFY(panel->isVisible());
    f.session->status().setAvailability(Availability::Busy);
    QVERIFY(panel->isHidden());
}

void tst_DigestPanel::everyControlHasANameAndRoom()
{
    for (const double factor : {1.0, 1.75}) {
        const test::FontFactor larger(factor);
        Digest digest;
        digest.cameOnline = {ContactId(QString(64, u'W'))};
        digest.moods = {{ContactId(u"Cem"_s), Availability::Chat, QString(128, u'm')}};
        DigestPanel panel;
        panel.resize(260, 600);
        panel.setDigest(digest, nameOf);
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QCOMPARE(test::unnamedControls(panel), QStringList());
        QCOMPARE(test::clippedTexts(panel), QStringList());
    }
}

QTEST_MAIN(tst_DigestPanel)
#include "tst_digest_panel.moc"
