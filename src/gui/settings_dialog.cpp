// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/settings_dialog.h"

#include "gui/icons.h"
#include "gui/panel_style.h"
#include "ui_settings_dialog.h"

#include <QApplication>
#include <QButtonGroup>
#include <QEvent>
#include <QScopedValueRollback>

namespace timbre::gui {

using namespace Qt::StringLiterals;
using core::Preferences;

namespace {

constexpr QSize preferred{720, 600};
constexpr int listWidth = 190;

} // namespace

SettingsDialog::SettingsDialog(core::PreferencesKeeper &preferences, QWidget *parent) :
    QDialog(parent),
    m_ui(std::make_unique<Ui::SettingsDialog>()),
    m_preferences(preferences)
{
    m_ui->setupUi(this);
    setObjectName(u"settingsDialog"_s);
    setWindowIcon(appIcon());
    setAttribute(Qt::WA_QuitOnClose, false); // the program does not live by its settings
    m_ui->awaySpin->setMaximum(core::longestAwayAfter);
    m_switches = {
        {m_ui->keepRunningCheck, &Preferences::keepRunning},
        {m_ui->rememberLastSeenCheck, &Preferences::rememberLastSeen},
        {m_ui->awayWhenLockedCheck, &Preferences::awayWhenLocked},
        {m_ui->busyWithDesktopCheck, &Preferences::busyWithDesktop},
        {m_ui->rememberMoodsCheck, &Preferences::rememberMoods},
        {m_ui->sameStatusCheck, &Preferences::sameStatusEverywhere},
        {m_ui->strictInvisibleCheck, &Preferences::strictInvisible},
        {m_ui->notifyMessagesCheck, &Preferences::notifyMessages},
        {m_ui->notifyRequestsCheck, &Preferences::notifyRequests},
        {m_ui->showMessageTextCheck, &Preferences::showMessageText},
        {m_ui->soundsCheck, &Preferences::sounds},
        {m_ui->insistentCheck, &Preferences::insistentBreaksThrough},
        {m_ui->compactRowsCheck, &Preferences::compactRows},
        {m_ui->highContrastCheck, &Preferences::highContrastShapes},
        {m_ui->announceCheck, &Preferences::announceChanges},
    };
    wire();
    for (int i = 0; i < m_ui->pages->count(); ++i)
        m_ui->pageList->addItem(QString());
    showPreferences(preferences.preferences());
    restyle();
    refreshWords();
    resize(defaultSize(*this, preferred));
    m_ui->pageList->setCurrentRow(0);
    m_ui->pageList->setFocus(Qt::OtherFocusReason);
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::wire()
{
    connect(m_ui->pageList, &QListWidget::currentRowChanged, m_ui->pages, &QStackedWidget::setCurrentIndex);
    for (const Switch &each : std::as_const(m_switches))
        connect(each.box, &QCheckBox::toggled, this, &SettingsDialog::take);
    connect(m_ui->reducedMotionCheck, &QCheckBox::toggled, this, &SettingsDialog::take);
    connect(m_ui->awaySpin, &QSpinBox::valueChanged, this, &SettingsDialog::take);
    connect(&m_preferences, &core::PreferencesKeeper::changed, this,
            [this](const Preferences &now) { showPreferences(now); });
    connect(m_ui->autostartCheck, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_showing)
            Q_EMIT autostartChosen(on);
    });
    auto *looks = new QButtonGroup(this);
    looks->addButton(m_ui->systemRadio, static_cast<int>(Appearance::System));
    looks->addButton(m_ui->lightRadio, static_cast<int>(Appearance::Light));
    looks->addButton(m_ui->darkRadio, static_cast<int>(Appearance::Dark));
    connect(looks, &QButtonGroup::idClicked, this, &SettingsDialog::appearanceChosen);
}

void SettingsDialog::showPage(Page page)
{
    m_ui->pageList->setCurrentRow(static_cast<int>(page));
}

void SettingsDialog::setAppearance(Appearance appearance)
{
    m_ui->systemRadio->setChecked(appearance == Appearance::System);
    m_ui->lightRadio->setChecked(appearance == Appearance::Light);
    m_ui->darkRadio->setChecked(appearance == Appearance::Dark);
}

void SettingsDialog::setAutostart(Autostart state)
{
    m_autostart = state;
    const QScopedValueRollback showing(m_showing, true);
    m_ui->autostartCheck->setChecked(state == Autostart::On);
    m_ui->autostartCheck->setEnabled(state != Autostart::Impossible);
    refreshWords();
}

void SettingsDialog::setIdleSource(IdleSource source)
{
    m_idleSource = source;
    refreshWords();
}

AccountSettingsPage &SettingsDialog::accounts()
{
    return *m_ui->accountsPage;
}

void SettingsDialog::showPreferences(const Preferences &preferences)
{
    const QScopedValueRollback showing(m_showing, true);
    for (const Switch &each : std::as_const(m_switches))
        each.box->setChecked(preferences.*each.member);
    m_ui->awaySpin->setValue(preferences.awayAfterMinutes);
    m_ui->reducedMotionCheck->setChecked(preferences.motion == Preferences::Motion::Reduced);
    m_ui->showMessageTextCheck->setEnabled(preferences.notifyMessages);
    m_ui->awayTail->setVisible(preferences.awayAfterMinutes > 0);
}

void SettingsDialog::take()
{
    if (m_showing)
        return;
    Preferences wanted = m_preferences.preferences();
    for (const Switch &each : std::as_const(m_switches))
        wanted.*each.member = each.box->isChecked();
    wanted.awayAfterMinutes = m_ui->awaySpin->value();
    wanted.motion = m_ui->reducedMotionCheck->isChecked() ? Preferences::Motion::Reduced : Preferences::Motion::System;
    m_preferences.set(wanted);
}

void SettingsDialog::refreshWords()
{
    const QStringList names{tr("General"), tr("Status"), tr("Notifications"), tr("Appearance"),
                            tr("Accounts & connection")};
    for (int i = 0; i < m_ui->pageList->count(); ++i)
        m_ui->pageList->item(i)->setText(names.value(i));
    QString idle;
    switch (m_idleSource) {
    case IdleSource::Both:
        idle = tr("This desktop tells when nobody touches it, and when it is locked.");
        break;
    case IdleSource::IdleOnly:
        idle = tr("This desktop tells when nobody touches it, but not when it is locked.");
        break;
    case IdleSource::LockOnly:
        idle = tr("This desktop tells only when it is locked, so time without a touch cannot be seen.");
        break;
    case IdleSource::None:
        idle = tr("This desktop tells neither, so Away comes only when you pick it.");
        break;
    }
    m_ui->idleHint->setText(idle);
    m_ui->autostartHint->setText(
        m_autostart == Autostart::Impossible
            ? tr("This desktop did not let Timbre write what that needs.")
            : tr("It starts without a window: in the tray, or minimised where there is none."));
}

void SettingsDialog::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(
        this,
        u"QDialog, QScrollArea, QScrollArea > QWidget > QWidget { background: %1; }"
        "QListWidget#pageList { background: %2; border: none; padding: 12px 8px; outline: 0; }"
        "QListWidget#pageList::item { color: %3; padding: 8px; border-radius: 6px; border: 2px solid transparent; }"
        "QListWidget#pageList::item:selected { background: %4; color: %3; }"
        "QListWidget#pageList::item:selected:focus { border-color: %5; }"_s.arg(
            theme.window.name(), theme.surface.name(), theme.text.name(), theme.selected.name(), theme.accent.name()));
    m_ui->pageList->setFixedWidth(qRound(listWidth * metrics::scale(QApplication::font())));
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refreshWords();
    }
    if (changesLook(event))
        restyle();
    QDialog::changeEvent(event);
}

} // namespace timbre::gui
