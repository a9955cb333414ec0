// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/contact_card.h"
#include "gui/ledger_dialog.h"
#include "gui/theme.h"
#include "gui/widget_checks.h"
#include "gui/window_fixture.h"

#include <QComboBox>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace timbre;
using core::Availability;
using core::LedgerEntry;
using test::WindowFixture;

// What the table says, for everybody and for one.
class tst_LedgerDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { gui::applyAppearance(*qApp, gui::Appearance::Light); }
    void saysWhatBobHeardAndWhy();
    void followsTheLedger();
    void forgetsOnlyAtTheSecondPress();
    void opensFromMenuAndCard();
    void everyControlHasANameAndRoom();

private:
    static QStringList rows(const gui::LedgerDialog &dialog)
    {
        QStringList list;
        const auto *tree = dialog.findChild<QTreeWidget *>(u"entryTree"_s);
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            const QTreeWidgetItem *row = tree->topLevelItem(i);
            list.append(row->text(1) + u'|' + row->text(2) + u'|' + row->text(3));
        }
        return list;
    }
    static QString plain(QString text) { return text.remove(QChar(0x2068)).remove(QChar(0x2069)); }
};

void tst_LedgerDialog::saysWhatBobHeardAndWhy()
{
    WindowFixture f;
    const core::ContactId bob = f.add(u"Bob"_s);
    f.add(u"<b>Eve</b>"_s);
    f.make();
    f.goOnline();
    f.session->status().setManual({Availability::Busy, u"call"_s});
    f.clock.advance(1'000);
    f.session->ledger().asked(bob, false);
    f.session->ledger().asked(core::ContactId(u"mallory"_s), true);
    gui::LedgerDialog dialog(f.session->ledger(), f.session->roster(), f.clock);
    dialog.setContact(bob);
    QStringList said;
    for (const QString &row : rows(dialog))
        said.append(plain(row));
    QCOMPARE(said.first(), u"Bob|Asked, was not answered|"_s);
    QVERIFY(said.contains(u"All contacts|Busy, call|You picked it"_s));
    QVERIFY(said.last().endsWith(u"|Signed in"_s));
    dialog.setContact({});
    QCOMPARE(plain(rows(dialog).first()), u"mallory|Asked, was not answered|Not one of your contacts"_s);
}

void tst_LedgerDialog::followsTheLedger()
{
    WindowFixture f;
    f.make();
    gui::LedgerDialog dialog(f.session->ledger(), f.session->roster(), f.clock);
    QVERIFY(rows(dialog).isEmpty());
    f.goOnline();
    QVERIFY(!rows(dialog).isEmpty());
}

void tst_LedgerDialog::forgetsOnlyAtTheSecondPress()
{
    WindowFixture f;
    f.make();
    f.goOnline();
    gui::LedgerDialog dialog(f.session->ledger(), f.session->roster(), f.clock);
    auto *button = dialog.findChild<QPushButton *>(u"forgetButton"_s);
    button->click();
    QVERIFY(!f.session->ledger().entries().isEmpty());
    button->click();
    QVERIFY(f.session->ledger().entries().isEmpty());
    QVERIFY(!button->isEnabled());
}

void tst_LedgerDialog::opensFromMenuAndCard()
{
    WindowFixture f;
    const core::ContactId bob = f.add(u"Bob"_s);
    f.make();
    f.goOnline();
    f.window->show();
    f.window->findChild<QAction *>(u"actionLedger"_s)->trigger();
    auto *dialog = f.window->findChild<gui::LedgerDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->findChild<QComboBox *>(u"contactBox"_s)->currentIndex(), 0);
    delete dialog;
    Q_EMIT f.window->findChild<gui::ContactCard *>()->ledgerChosen(bob);
    dialog = f.window->findChild<gui::LedgerDialog *>();
    QCOMPARE(dialog->findChild<QComboBox *>(u"contactBox"_s)->currentText(), u"Bob"_s);
}

void tst_LedgerDialog::everyControlHasANameAndRoom()
{
    WindowFixture f;
    f.add(u"Bob"_s);
    f.make();
    f.goOnline();
    for (const double factor : {1.0, 1.75}) {
        const test::FontFactor larger(factor);
        gui::LedgerDialog dialog(f.session->ledger(), f.session->roster(), f.clock);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QCOMPARE(test::unnamedControls(dialog), QStringList());
        QCOMPARE(test::clippedTexts(dialog).join(u"; "_s), QString());
    }
}

QTEST_MAIN(tst_LedgerDialog)
#include "tst_ledger_dialog.moc"
