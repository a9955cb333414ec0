// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/avatar.h"
#include "gui/icons.h"
#include "gui/theme.h"

#include <QApplication>
#include <QDir>
#include <QFontInfo>
#include <QImage>
#include <QPushButton>
#include <QTest>

using namespace timbre;
using namespace timbre::gui;
using namespace Qt::StringLiterals;

class tst_Theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data() { themes(); }
    void textCanBeRead();
    void shapesCanBeSeen_data() { themes(); }
    void shapesCanBeSeen();
    void surfacesDiffer_data() { themes(); }
    void surfacesDiffer();
    void paletteFindsItsTheme();
    void contrastRatioIsThatOfWcag();
    void appearanceCanBeSwitched();
    void theDesktopDecidesWhatSystemIs();
    void plainShapesReachOpenWindowsAtOnce();
    void motionIsReducedAndComesBack();
    void styleSheetLeavesNoNameUnfilled();
    void digitsDoNotComeFromTheEmojiFont();
    void everyIconIsDrawnInTheColourAsked_data();
    void everyIconIsDrawnInTheColourAsked();
    void everyDrawingHasAPicture();
    void avatarLetters_data();
    void avatarLetters();
    void avatarLettersCanBeReadOnEveryColour();
    void avatarIsTheSameForTheSameIdOnly();

private:
    static void themes();
};

void tst_Theme::themes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void tst_Theme::textCanBeRead()
{
    QFETCH(bool, dark);
    const Theme theme = dark ? darkTheme() : lightTheme();
    const auto check = [](const char *what, const QColor &text, const QColor &on) {
        QVERIFY2(contrastRatio(text, on) >= 4.5,
                 qPrintable(u"%1: %2 on %3 is %4"_s.arg(QLatin1StringView(what), text.name(), on.name())
                                .arg(contrastRatio(text, on))));
    };
    for (const QColor &on :
         {theme.window, theme.surface, theme.raised, theme.hover, theme.selected, theme.pressed, theme.warning})
        check("text", theme.text, on);
    for (const QColor &on : {theme.window, theme.surface, theme.raised, theme.hover, theme.selected, theme.pressed})
        check("text2", theme.text2, on);
    for (const QColor &on : {theme.window, theme.surface, theme.raised, theme.hover}) {
        check("accent", theme.accent, on);
        check("danger", theme.danger, on);
    }
    check("onAccent", theme.onAccent, theme.accent);
}

void tst_Theme::shapesCanBeSeen()
{
    QFETCH(bool, dark);
    const Theme theme = dark ? darkTheme() : lightTheme();
    for (const QColor &shape : {theme.chat, theme.away, theme.busy, theme.offline, theme.accent}) {
        for (const QColor &on :
             {theme.window, theme.surface, theme.raised, theme.hover, theme.selected, theme.pressed}) {
            QVERIFY2(contrastRatio(shape, on) >= 3.0,
                     qPrintable(u"%1 on %2 is %3"_s.arg(shape.name(), on.name()).arg(contrastRatio(shape, on))));
        }
    }
}

void tst_Theme::surfacesDiffer()
{
    QFETCH(bool, dark);
    const Theme theme = dark ? darkTheme() : lightTheme();
    QVERIFY(theme.hover != theme.surface);
    QVERIFY(theme.selected != theme.hover);
    QVERIFY(theme.pressed != theme.selected);
    QVERIFY(contrastRatio(theme.pressed, theme.surface) > contrastRatio(theme.hover, theme.surface));
}

void tst_Theme::paletteFindsItsTheme()
{
    QVERIFY(!themeOf(paletteOf(lightTheme())).dark);
    QVERIFY(themeOf(paletteOf(darkTheme())).dark);
}

void tst_Theme::contrastRatioIsThatOfWcag()
{
    QVERIFY(qAbs(contrastRatio(Qt::black, Qt::white) - 21.0) < 0.01);
    QVERIFY(qAbs(contrastRatio(QColor(0x767676), Qt::white) - 4.54) < 0.01);
    QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
}

void tst_Theme::appearanceCanBeSwitched()
{
    applyAppearance(*qApp, Appearance::Dark);
    QPushButton button;
    QVERIFY(themeOf(button.palette()).dark);
    applyAppearance(*qApp, Appearance::Light);
    QVERIFY(!themeOf(button.palette()).dark);
    QVERIFY(!themeOf(QApplication::palette()).dark);
}

void tst_Theme::theDesktopDecidesWhatSystemIs()
{
    Look look;
    look.desktopDark = true;
    applyAppearance(*qApp, Appearance::System, look);
    QVERIFY(themeOf(QApplication::palette()).dark);
    applyAppearance(*qApp, Appearance::Light, look); // what the user chose here is stronger
    QVERIFY(!themeOf(QApplication::palette()).dark);
    look.desktopDark = false;
    applyAppearance(*qApp, Appearance::Dark, look);
    QVERIFY(themeOf(QApplication::palette()).dark);
    applyAppearance(*qApp, Appearance::System, look);
    QVERIFY(!themeOf(QApplication::palette()).dark);
}

void tst_Theme::plainShapesReachOpenWindowsAtOnce()
{
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        applyAppearance(*qApp, appearance);
        const QPushButton button;
        const Theme before = themeOf(button.palette());
        QVERIFY(!before.plainShapes);
        Look look;
        look.plainShapes = true;
        applyAppearance(*qApp, appearance, look);
        const Theme &after = themeOf(button.palette());
        QVERIFY(after.plainShapes);
        QCOMPARE(after.dark, before.dark);
        QCOMPARE(after.presence(core::Availability::Chat), after.presence(core::Availability::Busy));
        applyAppearance(*qApp, appearance);
        QVERIFY(!themeOf(button.palette()).plainShapes);
    }
}

void tst_Theme::motionIsReducedAndComesBack()
{
    applyAppearance(*qApp, Appearance::Light);
    const int flash = QApplication::cursorFlashTime();
    QVERIFY(!isMotionReduced());
    Look look;
    look.reducedMotion = true;
    applyAppearance(*qApp, Appearance::Light, look);
    QVERIFY(isMotionReduced());
    QCOMPARE(QApplication::cursorFlashTime(), 0);
    applyAppearance(*qApp, Appearance::Light);
    QVERIFY(!isMotionReduced());
    QCOMPARE(QApplication::cursorFlashTime(), flash);
}

void tst_Theme::styleSheetLeavesNoNameUnfilled()
{
    applyAppearance(*qApp, Appearance::Light);
    QVERIFY(!qApp->styleSheet().isEmpty());
    const qsizetype comment = qApp->styleSheet().indexOf(u"*/"_s);
    QVERIFY2(qApp->styleSheet().indexOf(u'@', comment) < 0, qPrintable(qApp->styleSheet()));
}

void tst_Theme::digitsDoNotComeFromTheEmojiFont()
{
    QFont font(u"Sans Serif"_s, 10);
    const QStringList families = withEmoji(font).families();
    QVERIFY(families.contains(u"Noto Color Emoji"_s));
    // An alias in front would match nothing, and the next family would be asked for digits.
    QCOMPARE(families.first(), QFontInfo(font).family());
    QCOMPARE(withEmoji(withEmoji(font)).families(), families);
}

void tst_Theme::everyIconIsDrawnInTheColourAsked_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(u":/timbre/icons/symbolic"_s).entryList();
    QVERIFY(files.size() >= 20);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void tst_Theme::everyIconIsDrawnInTheColourAsked()
{
    QFETCH(QString, name);
    const QImage image
        = tintedIcon(name, QColor(0x12, 0x34, 0x56)).pixmap(24, 24).toImage().convertToFormat(QImage::Format_ARGB32);
    int drawn = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() < 128)
                continue;
            ++drawn; // rounded, as the pixmap is premultiplied
            QVERIFY(qAbs(pixel.red() - 0x12) <= 2);
            QVERIFY(qAbs(pixel.green() - 0x34) <= 2);
            QVERIFY(qAbs(pixel.blue() - 0x56) <= 2);
        }
    }
    QVERIFY2(drawn >= 10, qPrintable(name));
    QVERIFY(tintedIcon(u"no such icon"_s, Qt::red).isNull());
}

void tst_Theme::everyDrawingHasAPicture()
{
    for (const QString &name : {u"no-contacts"_s, u"nobody-online"_s, u"no-match"_s}) {
        const QPixmap light = drawing(name, lightTheme(), {200, 140}, 2.0);
        const QPixmap dark = drawing(name, darkTheme(), {200, 140}, 2.0);
        QCOMPARE(light.size(), QSize(400, 280));
        QVERIFY(light.toImage() != dark.toImage());
    }
    for (const int size : {16, 24, 32, 128}) {
        const QImage icon = appIcon().pixmap(size, size).toImage();
        QCOMPARE(icon.size(), QSize(size, size));
        QVERIFY(icon.pixelColor(size / 4, size / 6).alpha() > 200);
    }
}

void tst_Theme::avatarLetters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("letters");
    QTest::newRow("two-words") << u"Ada Lovelace"_s << u"AL"_s;
    QTest::newRow("first-and-last") << u"ada king of lovelace"_s << u"AL"_s;
    QTest::newRow("one-word") << u"bob"_s << u"B"_s;
    QTest::newRow("han") << u"王小明"_s << u"王"_s;
    QTest::newRow("arabic-would-join") << u"مريم العلي"_s << u"م"_s;
    QTest::newRow("accent-stays") << u"e\u0301lise"_s << u"E\u0301"_s;
    QTest::newRow("emoji-before-word") << u"🎻 violin"_s << u"V"_s;
    QTest::newRow("only-emoji") << u"👩‍👩‍👧"_s << u"👩‍👩‍👧"_s;
    QTest::newRow("blank") << u"  "_s << u"?"_s;
    QTest::newRow("empty") << QString() << u"?"_s;
    QTest::newRow("lone-surrogate") << QString(QChar(0xD83D)) << QString(QChar(0xD83D));
    QTest::newRow("long") << QString(1'000'000, u'x') << u"X"_s;
}

void tst_Theme::avatarLetters()
{
    QFETCH(QString, name);
    QTEST(gui::avatarLetters(name), "letters");
}

void tst_Theme::avatarLettersCanBeReadOnEveryColour()
{
    QSet<QRgb> colours;
    for (int i = 0; i < 500; ++i) {
        const core::ContactId id(QString::number(i));
        colours.insert(avatarColor(id, false).rgb());
        for (const bool grey : {false, true})
            QVERIFY2(contrastRatio(Qt::white, avatarColor(id, grey)) >= 4.5, qPrintable(avatarColor(id, grey).name()));
        QVERIFY(avatarColor(id, true).hsvSaturation() < avatarColor(id, false).hsvSaturation());
    }
    QVERIFY(colours.size() >= 12);
}

void tst_Theme::avatarIsTheSameForTheSameIdOnly()
{
    const core::ContactId ada(u"ada"_s);
    const QPixmap first = avatarPixmap(ada, u"Ada"_s, 36, 2.0, false);
    QCOMPARE(first.size(), QSize(72, 72));
    QCOMPARE(first.deviceIndependentSize(), QSizeF(36, 36));
    QCOMPARE(avatarPixmap(ada, u"Ada"_s, 36, 2.0, false).cacheKey(), first.cacheKey());
    QVERIFY(avatarPixmap(ada, u"Ada"_s, 36, 2.0, true).toImage() != first.toImage());
    QVERIFY(avatarPixmap(ada, u"Bda"_s, 36, 2.0, false).toImage() != first.toImage());
    // The hash is part of what people recognise: it may not change from run to run.
    QCOMPARE(avatarColor(core::ContactId(u"bystander"_s), false), avatarColor(core::ContactId(u"bystander"_s), false));
}

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
