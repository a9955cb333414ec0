// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/certificate_panel.h"
#include "gui/theme.h"
#include "gui/widget_checks.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace Qt::StringLiterals;
using gui::CertificatePanel;
using gui::CertificateQuestion;
using Kind = CertificateQuestion::Kind;

// What is asked about a certificate, and what is not offered.
class tst_CertificatePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anUnknownOneShowsItsFingerprint();
    void aChangedOneShowsBoth();
    void anUnusableOneIsNotOffered();
    void strangersTextsArePlain();
    void escapeDeclines();
    void everythingHasAName();

private:
    static CertificateQuestion question(Kind kind)
    {
        CertificateQuestion made;
        made.kind = kind;
        made.server = u"tim.example.org:443"_s;
        made.fingerprint = QStringList(32, u"AB"_s).join(u':');
        made.remembered = QStringList(32, u"CD"_s).join(u':');
        return made;
    }
    bool shows(const char *name) { return m_panel->findChild<QWidget *>(QLatin1StringView(name))->isVisible(); }
    QString words() { return m_panel->findChild<QLabel *>(u"questionLabel"_s)->text(); }

    std::unique_ptr<CertificatePanel> m_panel;
};

void tst_CertificatePanel::init()
{
    gui::applyAppearance(*qApp, gui::Appearance::Light);
    m_panel = std::make_unique<CertificatePanel>();
    m_panel->resize(360, 300);
    QVERIFY(!m_panel->isVisible());
}

void tst_CertificatePanel::anUnknownOneShowsItsFingerprint()
{
    m_panel->ask(question(Kind::Unknown));
    QVERIFY(m_panel->isVisible());
    QVERIFY(words().contains(u"tim.example.org:443"_s));
    QCOMPARE(m_panel->findChild<QPlainTextEdit *>(u"fingerprintEdit"_s)->toPlainText(),
             question(Kind::Unknown).fingerprint);
    QVERIFY(!shows("rememberedEdit"));
    QSignalSpy trusted(m_panel.get(), &CertificatePanel::trustChosen);
    QTest::mouseClick(m_panel->findChild<QPushButton *>(u"trustButton"_s), Qt::LeftButton);
    QCOMPARE(trusted.count(), 1);
    QVERIFY(!m_panel->isVisible());
}

void tst_CertificatePanel::aChangedOneShowsBoth()
{
    m_panel->ask(question(Kind::Changed));
    QVERIFY(words().contains(u"Alarm"_s));
    QVERIFY(shows("rememberedEdit"));
    QCOMPARE(m_panel->findChild<QPlainTextEdit *>(u"rememberedEdit"_s)->toPlainText(),
             question(Kind::Changed).remembered);
}

void tst_CertificatePanel::anUnusableOneIsNotOffered()
{
    m_panel->ask(question(Kind::Unusable));
    QVERIFY(!shows("trustButton"));
    QVERIFY(shows("declineButton"));
}

void tst_CertificatePanel::strangersTextsArePlain()
{
    CertificateQuestion hostile = question(Kind::Unknown);
    hostile.otherName = true;
    hostile.subject = u"<b>bank</b>\n\u202Eevil"_s;
    m_panel->ask(hostile);
    QVERIFY(!words().contains(u'\n'));
    QVERIFY(!words().contains(u'\u202E'));
    QVERIFY(m_panel->findChild<gui::PlainLabel *>(u"questionLabel"_s)); // which paints what it is given
}

void tst_CertificatePanel::escapeDeclines()
{
    m_panel->ask(question(Kind::Unknown));
    QSignalSpy declined(m_panel.get(), &CertificatePanel::declineChosen);
    QTest::keyClick(m_panel.get(), Qt::Key_Escape);
    QCOMPARE(declined.count(), 1);
    QVERIFY(!m_panel->isVisible());
}

void tst_CertificatePanel::everythingHasAName()
{
    m_panel->ask(question(Kind::Changed));
    QCOMPARE(test::unnamedControls(*m_panel), QStringList());
}

QTEST_MAIN(tst_CertificatePanel)
#include "tst_certificate_panel.moc"
