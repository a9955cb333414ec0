// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "core/preferences.h"

#include <QMap>
#include <QSignalSpy>
#include <QTest>

using namespace timbre::core;
using namespace Qt::StringLiterals;

class tst_Preferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithWhatSuitsMost();
    void keepsWhatWasChosen();
    void savesOnlyWhatChanged();
    void takesNonsenseForNotChosen();

private:
    QMap<QString, QString> m_file;
    PreferencesKeeper::Load load()
    {
        return [this](const QString &key) { return m_file.value(key); };
    }
    PreferencesKeeper::Save save()
    {
        return [this](const QString &key, const QString &value) { m_file.insert(key, value); };
    }
};

void tst_Preferences::startsWithWhatSuitsMost()
{
    m_file.clear();
    const PreferencesKeeper keeper(load(), save());
    QCOMPARE(keeper.preferences(), Preferences());
    QVERIFY(m_file.isEmpty());
}

void tst_Preferences::keepsWhatWasChosen()
{
    m_file.clear();
    Preferences all; // every one other than it was
    all.awayAfterMinutes = 25;
    all.awayWhenLocked = all.rememberMoods = all.sameStatusEverywhere = false;
    all.busyWithDesktop = all.strictInvisible = true;
    all.notifyMessages = all.notifyRequests = all.showMessageText = all.sounds = false;
    all.insistentBreaksThrough = all.compactRows = true;
    all.rememberLastSeen = all.keepRunning = false;
    all.highContrastShapes = all.announceChanges = true;
    all.motion = Preferences::Motion::Reduced;
    {
        PreferencesKeeper keeper(load(), save());
        keeper.set(all);
    }
    const PreferencesKeeper again(load(), save());
    QCOMPARE(again.preferences(), all);
    QCOMPARE(m_file.size(), 17);
}

void tst_Preferences::savesOnlyWhatChanged()
{
    m_file.clear();
    m_file.insert(u"preferences/of-a-newer-version"_s, u"kept"_s);
    PreferencesKeeper keeper(load(), save());
    QSignalSpy changes(&keeper, &PreferencesKeeper::changed);
    Preferences wanted = keeper.preferences();
    keeper.set(wanted);
    QCOMPARE(changes.size(), 0);
    wanted.compactRows = true;
    keeper.set(wanted);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(m_file,
             (QMap<QString, QString>{{u"preferences/compact-rows"_s, u"yes"_s},
                                     {u"preferences/of-a-newer-version"_s, u"kept"_s}}));
}

void tst_Preferences::takesNonsenseForNotChosen()
{
    m_file = {{u"preferences/sounds"_s, u"maybe"_s},
              {u"preferences/away-after-minutes"_s, u"-3"_s},
              {u"preferences/motion"_s, u"wild"_s}};
    PreferencesKeeper keeper(load(), save());
    QCOMPARE(keeper.preferences(), Preferences());
    m_file.insert(u"preferences/away-after-minutes"_s, u"999999999999"_s);
    QCOMPARE(PreferencesKeeper(load(), save()).preferences(), Preferences());
    Preferences wanted;
    wanted.awayAfterMinutes = 100'000;
    keeper.set(wanted);
    QCOMPARE(keeper.preferences().awayAfterMinutes, longestAwayAfter);
}

QTEST_GUILESS_MAIN(tst_Preferences)
#include "tst_preferences.moc"
