// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/tray_icon.h"

#include <QAction>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace timbre;
using namespace timbre::gui;
using namespace Qt::StringLiterals;
using core::Availability;

namespace {

// On a panel of a middle grey.
QImage picture(const TrayState &state, int size)
{
    QImage image(size, size, QImage::Format_RGB32);
    image.fill(Qt::darkGray);
    QPainter painter(&image);
    painter.drawPixmap(0, 0, trayPicture(state).pixmap(QSize(size, size), 1.0));
    return image;
}

// Pixels that are clearly lighter or darker.
int differences(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += qAbs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 24 ? 1 : 0;
    }
    return count;
}

TrayState stateOf(Availability availability)
{
    TrayState state;
    state.shown = availability;
    state.picked = availability;
    state.connected = true;
    return state;
}

} // namespace

class tst_TrayIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statesAreToldApartWithoutColour_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {22, 24, 32, 64})
            QTest::addRow("%d", size) << size;
    }
    void statesAreToldApartWithoutColour()
    {
        QFETCH(int, size);
        QList<TrayState> states;
        for (const Availability availability :
             {Availability::Chat, Availability::Away, Availability::Busy, Availability::Invisible})
            states.append(stateOf(availability));
        TrayState unread = stateOf(Availability::Chat);
        unread.unread = 1;
        states.append(unread);
        TrayState offline = stateOf(Availability::Chat);
        offline.connected = false;
        states.append(offline);
        for (qsizetype a = 0; a < states.size(); ++a) {
            for (qsizetype b = 0; b < a; ++b) {
                const int apart = differences(picture(states.at(a), size), picture(states.at(b), size));
                QVERIFY2(apart >= size / 3, qPrintable(u"%1 and %2: %3"_s.arg(a).arg(b).arg(apart)));
            }
        }
    }

    void theMenuSaysWhatWasChosen()
    {
        TrayIcon tray;
        TrayState state = stateOf(Availability::Away);
        state.unread = 3;
        tray.setState(state);
        QSignalSpy states(&tray, &TrayIcon::availabilityPicked);
        const auto action = [&](const char *name) { return tray.menu().findChild<QAction *>(QLatin1StringView(name)); };
        QVERIFY(action("actionState1")->isChecked());
        action("actionState2")->trigger();
        QCOMPARE(states.size(), 1);
        QCOMPARE(states.constFirst().constFirst().value<Availability>(), Availability::Busy);
        QVERIFY(action("actionState1")->isChecked()); // until it is true
        for (const auto &[name, signal] :
             {std::pair("actionNext", &TrayIcon::nextChosen), std::pair("actionShowHide", &TrayIcon::showHideChosen),
              std::pair("actionSettings", &TrayIcon::settingsChosen), std::pair("actionQuit", &TrayIcon::quitChosen)}) {
            QSignalSpy spy(&tray, signal);
            action(name)->trigger();
            QCOMPARE(spy.size(), 1);
        }
        QSignalSpy mutes(&tray, &TrayIcon::muteChosen);
        action("actionMute")->trigger();
        QCOMPARE(mutes.constFirst().constFirst().toBool(), true);
    }

    void nothingUnreadIsNoEvent()
    {
        TrayIcon tray;
        tray.setState(stateOf(Availability::Chat));
        QVERIFY(!tray.menu().findChild<QAction *>(u"actionNext"_s)->isVisible());
        TrayState signedOut;
        signedOut.signedIn = false;
        tray.setState(signedOut);
        QVERIFY(!tray.menu().findChild<QAction *>(u"actionState0"_s)->isEnabled());
        QVERIFY(tray.menu().findChild<QAction *>(u"actionQuit"_s)->isEnabled());
    }
};

QTEST_MAIN(tst_TrayIcon)
#include "tst_tray_icon.moc"
