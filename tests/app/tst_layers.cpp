// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

// The arrows of docs/ARCHITECTURE.md, read off the #include lines: link lines alone let a header through that needs no
// symbol.
class tst_Layers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modulesIncludeOnlyWhatTheyMay_data();
    void modulesIncludeOnlyWhatTheyMay();
    void aForbiddenIncludeIsFound();
    void everyFolderOfSrcIsInTheTable();

private:
    static QMap<QString, QSet<QString>> allowed();
    static QStringList violations(const QString &module, const QString &text);
};

// Module -> modules it may include; Qt's module headers by their first letters.
QMap<QString, QSet<QString>> tst_Layers::allowed()
{
    QMap<QString, QSet<QString>> table;
    table[u"protocol"_s] = {u"protocol"_s};
    table[u"core"_s] = {u"core"_s, u"protocol"_s};
    table[u"net"_s] = {u"net"_s, u"core"_s, u"protocol"_s};
    table[u"store"_s] = {u"store"_s, u"core"_s, u"protocol"_s};
    table[u"terminal"_s] = {u"terminal"_s};
    table[u"desktop"_s] = {u"desktop"_s, u"core"_s, u"protocol"_s};
    table[u"models"_s] = {u"models"_s, u"core"_s, u"protocol"_s};
    table[u"node"_s] = {u"node"_s, u"protocol"_s};
    table[u"gui"_s] = {u"gui"_s, u"models"_s, u"core"_s, u"protocol"_s};
    table[u"cli"_s] = {u"cli"_s, u"terminal"_s, u"net"_s, u"core"_s, u"protocol"_s};
    table[u"app"_s] = {u"app"_s,  u"gui"_s,     u"models"_s,   u"store"_s, u"net"_s,
                       u"node"_s, u"desktop"_s, u"terminal"_s, u"core"_s,  u"protocol"_s};
    return table;
}

QStringList tst_Layers::violations(const QString &module, const QString &text)
{
    static const QRegularExpression own(u"#\\s*include\\s+\"([a-z_]+)/"_s);
    static const QRegularExpression upwards(u"#\\s*include\\s+\"\\.\\./"_s);
    static const QRegularExpression widgets(
        u"#\\s*include\\s+<(QApplication|Q\\w*Widget|Q\\w*Window|QPainter|QPixmap|QIcon|QStyle\\w*|QLabel|QMenu|QDialog)>"_s);
    static const QRegularExpression sockets(
        u"#\\s*include\\s+<(QWebSocket\\w*|Q(Tcp|Ssl|Abstract)Socket|QTcpServer|QNetwork\\w*|boost/[^>]+|sys/socket.h)>"_s);
    static const QRegularExpression sql(u"#\\s*include\\s+<QSql\\w*>"_s);

    static const QRegularExpression desktop(u"#\\s*include\\s+<(QDBus\\w*|X11/[^>]+|xcb/[^>]+|qt6keychain/[^>]+|canberra.h)>"_s);

    QStringList found;
    for (auto match = own.globalMatch(text); match.hasNext();) {
        const QString target = match.next().captured(1);
        if (!allowed().value(module).contains(target))
            found.append(target);
    }
    const bool mayPaint = module == "gui"_L1 || module == "app"_L1;
    const bool maySpeak = module == "net"_L1 || module == "node"_L1 || module == "app"_L1;
    const bool mayStore = module == "store"_L1 || module == "node"_L1;
    for (const auto &[pattern, may] :
         {std::pair(upwards, false), std::pair(widgets, mayPaint), std::pair(sockets, maySpeak),
          std::pair(sql, mayStore), std::pair(desktop, module == "desktop"_L1)}) {
        const auto match = pattern.match(text);
        if (!may && match.hasMatch())
            found.append(match.captured(0));
    }
    return found;
}

void tst_Layers::modulesIncludeOnlyWhatTheyMay_data()
{
    QTest::addColumn<QString>("module");
    const auto modules = allowed().keys();
    for (const QString &module : modules)
        QTest::newRow(qPrintable(module)) << module;
}

void tst_Layers::modulesIncludeOnlyWhatTheyMay()
{
    QFETCH(QString, module);
    int files = 0;
    QDirIterator it(QStringLiteral(TIMBRE_SOURCE_DIR "/src/") + module, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList found = violations(module, QString::fromUtf8(file.readAll()));
        QVERIFY2(found.isEmpty(), qPrintable(file.fileName() + ": "_L1 + found.join(u", ")));
        ++files;
    }
    QVERIFY(files > 0);
}

void tst_Layers::aForbiddenIncludeIsFound()
{
    QCOMPARE(violations(u"core"_s, u"#include \"net/connection_manager.h\"\n"_s), QStringList{u"net"_s});
    QCOMPARE(violations(u"models"_s, u"#include <QIcon>\n"_s).size(), 1);
    QCOMPARE(violations(u"gui"_s, u"#include <QWebSocket>\n"_s).size(), 1);
    QCOMPARE(violations(u"net"_s, u"#include <QWidget>\n"_s).size(), 1);
    QCOMPARE(violations(u"gui"_s, u"#include <QDBusConnection>\n"_s).size(), 1);
    QCOMPARE(violations(u"net"_s, u"#include \"../core/clock.h\"\n"_s).size(), 1);
    QCOMPARE(violations(u"net"_s, u"#include \"core/clock.h\"\n#include <QWebSocket>\n"_s), QStringList());
}

void tst_Layers::everyFolderOfSrcIsInTheTable()
{
    const QStringList folders
        = QDir(QStringLiteral(TIMBRE_SOURCE_DIR "/src")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    QCOMPARE(folders, allowed().keys());
}

QTEST_GUILESS_MAIN(tst_Layers)
#include "tst_layers.moc"
