// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/presence_painter.h"

#include <QImage>
#include <QTest>

using namespace timbre;
using namespace timbre::gui;
using namespace Qt::StringLiterals;
using core::Availability;
using core::Freshness;

namespace {

constexpr int margin = 3;

QImage shape(Availability availability, Freshness freshness, const Theme &theme, int size,
             Certainty certainty = Certainty::Recent)
{
    QImage image(size + 2 * margin, size + 2 * margin, QImage::Format_RGB32);
    image.fill(theme.surface);
    QPainter painter(&image);
    paintPresence(painter, QRectF(margin, margin, size, size), availability, freshness, theme, theme.surface,
                  certainty);
    return image;
}

// How much two shapes differ when nothing but light and dark is seen, each with the full contrast
// of its own colour: the share of the square's pixels that are ink in one and paper in the other.
double greyDistance(const QImage &a, const QImage &b, const QColor &paper, int size)
{
    const auto ink = [&](const QImage &image) {
        int strongest = 1;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                strongest = std::max(strongest, qAbs(qGray(image.pixel(x, y)) - qGray(paper.rgb())));
        }
        return strongest;
    };
    const double inkA = ink(a);
    const double inkB = ink(b);
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            sum += qAbs(qAbs(qGray(a.pixel(x, y)) - qGray(paper.rgb())) / inkA
                        - qAbs(qGray(b.pixel(x, y)) - qGray(paper.rgb())) / inkB);
        }
    }
    return sum / (size * size);
}

} // namespace

class tst_PresencePainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapesDifferWithoutColour_data();
    void shapesDifferWithoutColour();
    void freshnessShowsOnThosePresent_data() { shapesDifferWithoutColour_data(); }
    void freshnessShowsOnThosePresent();
    void olderShowsOnThosePresent_data() { shapesDifferWithoutColour_data(); }
    void olderShowsOnThosePresent();
    void invisibleIsStripedWhereItIsLargeEnough();
    void nothingIsPaintedOutsideTheRing();
    void ringSeparatesTheShapeFromWhatIsBehind();
    void plainShapesAreLargerGreyAndDifferent_data();
    void plainShapesAreLargerGreyAndDifferent();
    void iconIsCrispAtEveryRatio();
    void painterIsLeftAsItWas();
    void sentenceSaysWhoWhatAndHowSure();
};

void tst_PresencePainter::shapesDifferWithoutColour_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("size");
    for (const int size : {9, 11, 16}) {
        QTest::addRow("light-%d", size) << false << size;
        QTest::addRow("dark-%d", size) << true << size;
    }
}

void tst_PresencePainter::shapesDifferWithoutColour()
{
    QFETCH(bool, dark);
    QFETCH(int, size);
    const Theme theme = dark ? darkTheme() : lightTheme();
    const Availability all[]
        = {Availability::Chat, Availability::Away, Availability::Busy, Availability::Offline, Availability::Unknown};
    for (const Availability a : all) {
        for (const Availability b : all) {
            if (a == b)
                continue;
            const double distance = greyDistance(shape(a, Freshness::Live, theme, size),
                                                 shape(b, Freshness::Live, theme, size), theme.surface, size);
            QVERIFY2(distance >= 0.12,
                     qPrintable(u"%1 and %2: %3"_s.arg(availabilityName(a), availabilityName(b)).arg(distance)));
        }
    }
}

void tst_PresencePainter::freshnessShowsOnThosePresent()
{
    QFETCH(bool, dark);
    QFETCH(int, size);
    const Theme theme = dark ? darkTheme() : lightTheme();
    for (const Availability who : {Availability::Chat, Availability::Away, Availability::Busy}) {
        const QImage live = shape(who, Freshness::Live, theme, size);
        const QImage stale = shape(who, Freshness::Stale, theme, size);
        const QImage leaving = shape(who, Freshness::Leaving, theme, size);
        QVERIFY(greyDistance(live, stale, theme.surface, size) >= 0.08);
        QVERIFY(greyDistance(stale, leaving, theme.surface, size) >= 0.05);
        QVERIFY(live != leaving);
        // Half filled: ink below, paper above the middle.
        const int middle = margin + size / 2;
        QVERIFY(contrastRatio(stale.pixelColor(middle, margin + size * 3 / 4), theme.surface) >= 2.5);
    }
    // Nothing known of someone who is gone can be less sure.
    QCOMPARE(shape(Availability::Offline, Freshness::Stale, theme, size),
             shape(Availability::Offline, Freshness::Live, theme, size));
}

// What was heard long ago looks like neither the same state just heard, nor stale, nor like being offline.
void tst_PresencePainter::olderShowsOnThosePresent()
{
    QFETCH(const bool, dark);
    QFETCH(const int, size);
    const Theme theme = dark ? darkTheme() : lightTheme();
    const QImage offline = shape(Availability::Offline, Freshness::Live, theme, size);
    for (const Availability state : {Availability::Chat, Availability::Away, Availability::Busy}) {
        const QImage older = shape(state, Freshness::Live, theme, size, Certainty::Older);
        for (const QImage &other :
             {shape(state, Freshness::Live, theme, size), offline, shape(state, Freshness::Stale, theme, size)})
            QVERIFY2(greyDistance(older, other, theme.surface, size) > 0.07,
                     qPrintable(u"%1: %2"_s.arg(int(state)).arg(greyDistance(older, other, theme.surface, size))));
    }
}

void tst_PresencePainter::invisibleIsStripedWhereItIsLargeEnough()
{
    const Theme theme = lightTheme();
    QVERIFY(greyDistance(shape(Availability::Invisible, Freshness::Live, theme, 16),
                         shape(Availability::Offline, Freshness::Live, theme, 16), theme.surface, 16)
            >= 0.08);
    QCOMPARE(shape(Availability::Invisible, Freshness::Live, theme, 9),
             shape(Availability::Offline, Freshness::Live, theme, 9));
}

void tst_PresencePainter::nothingIsPaintedOutsideTheRing()
{
    for (const int number : {0, 1, 2, 3, 4, 5}) {
        const QImage image = shape(static_cast<Availability>(number), Freshness::Stale, lightTheme(), 11);
        for (int i = 0; i < image.width(); ++i) {
            QCOMPARE(image.pixelColor(i, 0), lightTheme().surface);
            QCOMPARE(image.pixelColor(0, i), lightTheme().surface);
            QCOMPARE(image.pixelColor(i, image.height() - 1), lightTheme().surface);
        }
    }
}

void tst_PresencePainter::ringSeparatesTheShapeFromWhatIsBehind()
{
    QImage image(17, 17, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    paintPresence(painter, QRectF(3, 3, 11, 11), Availability::Chat, Freshness::Live, lightTheme(), Qt::white);
    painter.end();
    QCOMPARE(image.pixelColor(8, 2), QColor(Qt::white)); // the ring, above the disc
    QCOMPARE(image.pixelColor(8, 8), lightTheme().chat);
    QCOMPARE(image.pixelColor(0, 0), QColor(Qt::magenta)); // a bystander pixel
}

void tst_PresencePainter::plainShapesAreLargerGreyAndDifferent_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void tst_PresencePainter::plainShapesAreLargerGreyAndDifferent()
{
    QFETCH(bool, dark);
    const Theme theme = withPlainShapes(dark ? darkTheme() : lightTheme());
    const Availability all[]
        = {Availability::Chat, Availability::Away, Availability::Busy, Availability::Offline, Availability::Unknown};
    for (const Availability a : all) {
        const QImage image = shape(a, Freshness::Live, theme, 11);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                // As good as grey: our text has a breath of blue.
                const QColor pixel = image.pixelColor(x, y);
                QVERIFY(qAbs(pixel.red() - pixel.green()) <= 12 && qAbs(pixel.green() - pixel.blue()) <= 12);
            }
        }
        for (const Availability b : all) {
            if (a != b)
                QVERIFY(greyDistance(image, shape(b, Freshness::Live, theme, 11), theme.surface, 12) >= 0.12);
        }
    }
    // Ink where an 11 px disc has none.
    const QImage disc = shape(Availability::Chat, Freshness::Live, theme, 11);
    const QImage coloured = shape(Availability::Chat, Freshness::Live, dark ? darkTheme() : lightTheme(), 11);
    QVERIFY(disc.pixelColor(margin - 1, disc.height() / 2) != theme.surface);
    QCOMPARE(coloured.pixelColor(margin - 1, coloured.height() / 2), theme.surface);
}

void tst_PresencePainter::iconIsCrispAtEveryRatio()
{
    const QIcon icon = presenceIcon(Availability::Busy, darkTheme(), 16);
    for (const int ratio : {1, 2, 3}) {
        const QPixmap pixmap = icon.pixmap(QSize(16, 16), ratio);
        QCOMPARE(pixmap.size(), QSize(16, 16) * ratio);
    }
    // Not faded: the shape says which state it is, even in a disabled menu.
    QCOMPARE(icon.pixmap(16, 16, QIcon::Disabled).toImage(), icon.pixmap(16, 16, QIcon::Normal).toImage());
}

void tst_PresencePainter::painterIsLeftAsItWas()
{
    QImage image(20, 20, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painter.setPen(Qt::red);
    painter.setBrush(Qt::blue);
    for (const int number : {0, 1, 2, 3, 4, 5}) {
        paintPresence(painter, QRectF(1, 1, 16, 16), static_cast<Availability>(number), Freshness::Stale, lightTheme());
        QCOMPARE(painter.pen().color(), QColor(Qt::red));
        QCOMPARE(painter.brush().color(), QColor(Qt::blue));
        QVERIFY(!painter.testRenderHint(QPainter::Antialiasing));
        QVERIFY(!painter.hasClipping());
    }
}

void tst_PresencePainter::sentenceSaysWhoWhatAndHowSure()
{
    const auto plain = [](QString text) { return text.remove(QChar(0x2068)).remove(QChar(0x2069)); };
    QCOMPARE(plain(presenceSentence(u"Bob"_s, Availability::Busy, Freshness::Live, u"tea"_s)), u"Bob: Busy. tea"_s);
    QCOMPARE(plain(presenceSentence(u"Bob"_s, Availability::Busy, Freshness::Stale, {})),
             u"Bob: Busy, not up to date"_s);
    QCOMPARE(plain(presenceSentence(u"Bob"_s, Availability::Offline, Freshness::Stale, {})), u"Bob: Offline"_s);
    // A name that is written from right to left does not turn the sentence around it.
    QVERIFY(presenceSentence(u"مريم"_s, Availability::Chat, Freshness::Live, {}).contains(u"\u2068مريم\u2069"_s));
}

QTEST_MAIN(tst_PresencePainter)
#include "tst_presence_painter.moc"
