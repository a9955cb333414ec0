// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/autostart.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using timbre::desktop::Autostart;
using State = Autostart::State;

// Starting at login: the entry a desktop reads, what it says when others have changed it, and what happens where it
// cannot be written or where there is no such folder to see.
class tst_Autostart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAndRemovesAnEntry();
    void theEntryIsValid();
    void startsWhatTheEntrySays();
    void hearsWhatOthersSwitchedOff_data();
    void hearsWhatOthersSwitchedOff();
    void anUnwritableFolderIsSaid();
    void withoutAPortalItIsImpossible();

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir m_folder;
    QString path(const QString &name = u"autostart"_s) const { return m_folder.filePath(name); }
    QString file() const { return path() + "/io.github.timbre.Timbre.desktop"_L1; }
};

void tst_Autostart::writesAndRemovesAnEntry()
{
    Autostart autostart({u"/usr/bin/timbre"_s, u"--minimised"_s}, path(), Autostart::Place::Folder);
    QSignalSpy states(&autostart, &Autostart::stateChanged);
    QCOMPARE(autostart.state(), State::Off);
    autostart.set(true);
    QCOMPARE(autostart.state(), State::On);
    const QByteArray entry = read(file());
    QVERIFY(entry.contains("\nExec=/usr/bin/timbre --minimised\n"));
    QVERIFY(entry.contains("\nX-GNOME-Autostart-enabled=true\n"));
    autostart.set(false);
    QCOMPARE(autostart.state(), State::Off);
    QVERIFY(!QFile::exists(file()));
    autostart.set(false); // nothing to remove
    QCOMPARE(autostart.state(), State::Off);
    QCOMPARE(states.count(), 3);
}

void tst_Autostart::theEntryIsValid()
{
    const QString validator = QStandardPaths::findExecutable(u"desktop-file-validate"_s);
    QVERIFY2(!validator.isEmpty(), "desktop-file-utils is in scripts/packages.txt");
    QDir().mkpath(path());
    QFile entry(file());
    QVERIFY(entry.open(QFile::WriteOnly));
    entry.write(
        Autostart::entry({u"/opt/my programs/timbre"_s, u"--minimised"_s, u"--profile"_s, u"/a \"b\" $c %d"_s}));
    entry.close();
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(validator, {file()});
    QVERIFY(process.waitForFinished());
    QCOMPARE(QString::fromUtf8(process.readAll()), QString());
    QCOMPARE(process.exitCode(), 0);
    QFile::remove(file());
}

// GLib reads the entry as GNOME does.
void tst_Autostart::startsWhatTheEntrySays()
{
    const QString gio = QStandardPaths::findExecutable(u"gio"_s);
    if (gio.isEmpty())
        QSKIP("no gio here");
    const QString folder = path(u"a \"quoted\" $folder 100%"_s);
    QVERIFY(QDir().mkpath(folder));
    Autostart autostart({u"/usr/bin/touch"_s, folder + "/started"_L1}, path(), Autostart::Place::Folder);
    autostart.set(true);
    QCOMPARE(QProcess::execute(gio, {u"launch"_s, file()}), 0);
    QTRY_VERIFY(QFile::exists(folder + "/started"_L1));
    autostart.set(false);
}

void tst_Autostart::hearsWhatOthersSwitchedOff_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<State>("expected");
    QTest::newRow("gnome") << QByteArray("[Desktop Entry]\nX-GNOME-Autostart-enabled=false\n") << State::Off;
    QTest::newRow("hidden") << QByteArray("[Desktop Entry]\nHidden = true\n") << State::Off;
    QTest::newRow("on") << QByteArray("[Desktop Entry]\nHidden=false\n") << State::On;
}

void tst_Autostart::hearsWhatOthersSwitchedOff()
{
    QFETCH(QByteArray, text);
    QFETCH(State, expected);
    QVERIFY(QDir().mkpath(path()));
    QFile entry(file());
    QVERIFY(entry.open(QFile::WriteOnly));
    entry.write(text);
    entry.close();
    Autostart autostart({u"timbre"_s}, path(), Autostart::Place::Folder);
    QCOMPARE(autostart.state(), expected);
    autostart.set(true); // the person wants it again
    QCOMPARE(autostart.state(), State::On);
    autostart.set(false);
}

void tst_Autostart::anUnwritableFolderIsSaid()
{
    QFile inTheWay(path(u"file"_s));
    QVERIFY(inTheWay.open(QFile::WriteOnly));
    Autostart autostart({u"timbre"_s}, path(u"file"_s) + "/autostart"_L1, Autostart::Place::Folder);
    QSignalSpy states(&autostart, &Autostart::stateChanged);
    autostart.set(true);
    QCOMPARE(states.count(), 1);
    QCOMPARE(states.constFirst().constFirst().value<State>(), State::Impossible);
    QCOMPARE(autostart.state(), State::Impossible);
}

void tst_Autostart::withoutAPortalItIsImpossible()
{
    Autostart autostart({u"timbre"_s}, path(), Autostart::Place::Portal);
    QSignalSpy states(&autostart, &Autostart::stateChanged);
    autostart.recall(State::On);
    QCOMPARE(autostart.state(), State::On);
    autostart.set(true);
    QTRY_COMPARE(states.count(), 1);
    QCOMPARE(autostart.state(), State::Impossible);
    QVERIFY(!QFile::exists(file()));
}

QTEST_GUILESS_MAIN(tst_Autostart)
#include "tst_autostart.moc"
