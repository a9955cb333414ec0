// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "gui/account_settings_page.h"

#include "core/text.h"
#include "gui/icons.h"
#include "gui/panel_style.h"
#include "ui_account_settings_page.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>
#include <QShortcut>

namespace timbre::gui {

using namespace Qt::StringLiterals;
using Padlock = FirstRunWindow::Padlock;
using Proxy = AccountSettings::Proxy;

namespace {

constexpr int mostServers = 32;
constexpr Proxy proxies[] = {Proxy::System, Proxy::None, Proxy::Socks5, Proxy::Http};

} // namespace

AccountSettingsPage::AccountSettingsPage(QWidget *parent) :
    QWidget(parent),
    m_ui(std::make_unique<Ui::AccountSettingsPage>())
{
    m_ui->setupUi(this);
    for (const Proxy proxy : proxies)
        m_ui->proxyBox->addItem(QString(), static_cast<int>(proxy));
    connect(m_ui->accountBox, &QComboBox::currentIndexChanged, this, [this] { showCurrent(); });
    connect(m_ui->serverList, &QListWidget::currentRowChanged, this, [this] { refreshButtons(); });
    connect(m_ui->addButton, &QPushButton::clicked, this, &AccountSettingsPage::addServer);
    connect(m_ui->serverEdit, &QLineEdit::returnPressed, this, &AccountSettingsPage::addServer);
    connect(m_ui->serverEdit, &QLineEdit::textChanged, this, [this] {
        m_ui->serverError->hide();
        refreshPadlock();
    });
    connect(m_ui->removeButton, &QPushButton::clicked, this, &AccountSettingsPage::removeServer);
    connect(m_ui->upButton, &QPushButton::clicked, this, [this] { moveServer(-1); });
    connect(m_ui->downButton, &QPushButton::clicked, this, [this] { moveServer(1); });
    auto *deleteKey = new QShortcut(QKeySequence::Delete, m_ui->serverList, nullptr, nullptr, Qt::WidgetShortcut);
    connect(deleteKey, &QShortcut::activated, this, &AccountSettingsPage::removeServer);
    connect(m_ui->compactCheck, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_showing && current()) {
            current()->compactEncoding = on;
            tell();
        }
    });
    connect(m_ui->proxyBox, &QComboBox::currentIndexChanged, this, [this] { takeProxy(); });
    connect(m_ui->proxyHostEdit, &QLineEdit::editingFinished, this, &AccountSettingsPage::takeProxy);
    connect(m_ui->proxyUserEdit, &QLineEdit::editingFinished, this, &AccountSettingsPage::takeProxy);
    connect(m_ui->proxyPortSpin, &QSpinBox::editingFinished, this, &AccountSettingsPage::takeProxy);
    connect(m_ui->proxyPasswordEdit, &QLineEdit::editingFinished, this, [this] {
        if (!m_ui->proxyPasswordEdit->text().isEmpty() && current())
            Q_EMIT proxyPasswordEntered(m_ui->accountBox->currentIndex(), m_ui->proxyPasswordEdit->text());
    });
    connect(m_ui->forgetPasswordButton, &QPushButton::clicked, this,
            [this] { Q_EMIT forgetPasswordChosen(m_ui->accountBox->currentIndex()); });
    connect(m_ui->forgetCertificateButton, &QPushButton::clicked, this, [this] {
        const int row = m_ui->certificateList->currentRow();
        if (row >= 0 && row < m_certificates.size())
            Q_EMIT forgetCertificateChosen(m_certificates.at(row).server);
    });
    connect(m_ui->certificateList, &QListWidget::currentRowChanged, this, [this] { refreshButtons(); });
    m_ui->serverError->hide();
    restyle();
    setAccounts({});
    setCertificates({});
}

AccountSettingsPage::~AccountSettingsPage() = default;

void AccountSettingsPage::setAddressCheck(FirstRunWindow::AddressCheck check)
{
    m_check = std::move(check);
}

AccountSettings *AccountSettingsPage::current()
{
    const int index = m_ui->accountBox->currentIndex();
    return index >= 0 && index < m_accounts.size() ? &m_accounts[index] : nullptr;
}

void AccountSettingsPage::setAccounts(const QList<AccountSettings> &accounts)
{
    const bool same = m_accounts == accounts && !accounts.isEmpty();
    m_accounts = accounts;
    if (same)
        return;
    {
        const QScopedValueRollback showing(m_showing, true);
        const int index = m_ui->accountBox->currentIndex();
        m_ui->accountBox->clear();
        for (const AccountSettings &account : accounts)
            m_ui->accountBox->addItem(account.label);
        m_ui->accountBox->setCurrentIndex(qMin(qMax(0, index), static_cast<int>(accounts.size()) - 1));
    }
    m_ui->accountBox->setVisible(accounts.size() > 1);
    showCurrent();
}

void AccountSettingsPage::showAccount(int index)
{
    m_ui->accountBox->setCurrentIndex(index);
}

void AccountSettingsPage::setCertificates(const QList<TrustedCertificate> &certificates)
{
    m_certificates = certificates;
    const int row = m_ui->certificateList->currentRow();
    m_ui->certificateList->clear();
    for (const TrustedCertificate &each : certificates) {
        //: %1 is host:port, %2 a fingerprint
        auto *item = new QListWidgetItem(tr("%1  %2").arg(core::isolated(each.server), each.fingerprint));
        item->setToolTip(each.fingerprint);
        m_ui->certificateList->addItem(item);
    }
    m_ui->certificateList->setCurrentRow(qMin(row, static_cast<int>(certificates.size()) - 1));
    const bool any = !certificates.isEmpty();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->certificatesTitle, m_ui->certificatesHint,
                                                            m_ui->certificateList, m_ui->forgetCertificateButton})
        widget->setVisible(any);
    refreshButtons();
}

void AccountSettingsPage::showCurrent()
{
    const AccountSettings *account = current();
    m_ui->noneHint->setVisible(!account);
    m_ui->localHint->setVisible(account && account->onThisComputer);
    m_ui->serverPart->setVisible(account && !account->onThisComputer);
    if (!account)
        return;
    const QScopedValueRollback showing(m_showing, true);
    m_ui->compactCheck->setChecked(account->compactEncoding);
    m_ui->proxyBox->setCurrentIndex(m_ui->proxyBox->findData(static_cast<int>(account->proxy)));
    m_ui->proxyHostEdit->setText(account->proxyHost);
    m_ui->proxyPortSpin->setValue(account->proxyPort > 0 ? account->proxyPort : 1080);
    m_ui->proxyUserEdit->setText(account->proxyUser);
    m_ui->proxyPasswordEdit->clear();
    m_ui->proxyFields->setVisible(account->proxy == Proxy::Socks5 || account->proxy == Proxy::Http);
    m_ui->serverEdit->clear();
    refreshServers(0);
    refreshWords();
}

void AccountSettingsPage::refreshServers(int row)
{
    m_ui->serverList->clear();
    m_ui->serverList->addItems(current()->servers);
    m_ui->serverList->setCurrentRow(row);
    refreshButtons();
    refreshPadlock();
}

void AccountSettingsPage::refreshButtons()
{
    const int row = m_ui->serverList->currentRow();
    const int count = m_ui->serverList->count();
    m_ui->upButton->setEnabled(row > 0);
    m_ui->downButton->setEnabled(row >= 0 && row < count - 1);
    m_ui->removeButton->setEnabled(row >= 0 && count > 1); // one is needed
    m_ui->forgetCertificateButton->setEnabled(m_ui->certificateList->currentRow() >= 0);
    refreshPadlock();
}

// Of what is being typed, else of the server chosen in the list.
void AccountSettingsPage::refreshPadlock()
{
    const QListWidgetItem *item = m_ui->serverList->currentItem();
    const QString typed = m_ui->serverEdit->text().trimmed();
    const QString address = typed.isEmpty() && item ? item->text() : typed;
    const bool shown = m_check && !address.isEmpty();
    m_ui->padlockLabel->setVisible(shown);
    const Padlock padlock = shown ? m_check(address) : Padlock::Invalid;
    m_ui->padlockIcon->setVisible(padlock != Padlock::Invalid);
    const Theme &theme = themeOf(QApplication::palette());
    QColor color = theme.text2;
    QString icon = u"padlock-open"_s;
    switch (padlock) {
    case Padlock::Invalid: // not yet an address: no reproach while typing
        m_ui->padlockLabel->setText(tr("An address begins with wss:// or ws://."));
        setRole(m_ui->padlockLabel, "small");
        break;
    case Padlock::Encrypted:
        icon = u"padlock-closed"_s;
        color = theme.chat;
        m_ui->padlockLabel->setText(tr("Encrypted: nobody on the way can read along."));
        setRole(m_ui->padlockLabel, "good");
        break;
    case Padlock::LoopbackPlain:
        icon = u"computer"_s;
        m_ui->padlockLabel->setText(tr("Not encrypted, but it does not leave this computer."));
        setRole(m_ui->padlockLabel, "small");
        break;
    case Padlock::Plain:
        color = theme.danger;
        m_ui->padlockLabel->setText(tr("Not encrypted: others on the network can read everything, your password too."));
        setRole(m_ui->padlockLabel, "error");
        break;
    }
    m_ui->padlockIcon->setPixmap(tintedIcon(icon, color).pixmap(QSize(16, 16), devicePixelRatioF()));
}

void AccountSettingsPage::refreshWords()
{
    m_ui->proxyBox->setItemText(0, tr("As the desktop says"));
    m_ui->proxyBox->setItemText(1, tr("None"));
    m_ui->proxyBox->setItemText(2, tr("SOCKS5"));
    m_ui->proxyBox->setItemText(3, tr("HTTP (CONNECT)"));
    const AccountSettings *account = current();
    const bool saved = account && account->passwordSaved;
    m_ui->passwordLabel->setText(saved ? tr("Kept in the keychain of the desktop.")
                                       : tr("Not kept; Timbre asks for it at the next start."));
    m_ui->forgetPasswordButton->setVisible(saved);
}

void AccountSettingsPage::addServer()
{
    AccountSettings *account = current();
    const QString typed = m_ui->serverEdit->text().trimmed();
    if (!account || typed.isEmpty())
        return;
    QString problem;
    if (m_check && m_check(typed) == Padlock::Invalid)
        problem = tr("This is not an address. It looks like wss://chat.example.org.");
    else if (account->servers.size() >= mostServers)
        problem = tr("That is one too many.");
    if (!problem.isEmpty()) {
        m_ui->serverError->setText(problem);
        m_ui->serverError->show();
        m_ui->serverEdit->setAccessibleDescription(problem);
        return;
    }
    m_ui->serverEdit->clear();
    m_ui->serverEdit->setAccessibleDescription({});
    account->servers.append(typed);
    refreshServers(static_cast<int>(account->servers.size()) - 1);
    tell();
}

void AccountSettingsPage::removeServer()
{
    AccountSettings *account = current();
    const int row = m_ui->serverList->currentRow();
    if (!account || row < 0 || account->servers.size() < 2)
        return;
    account->servers.removeAt(row);
    refreshServers(qMin(row, static_cast<int>(account->servers.size()) - 1));
    tell();
}

void AccountSettingsPage::moveServer(int by)
{
    AccountSettings *account = current();
    const int row = m_ui->serverList->currentRow();
    if (!account || row < 0 || row + by < 0 || row + by >= account->servers.size())
        return;
    account->servers.move(row, row + by);
    refreshServers(row + by);
    tell();
}

void AccountSettingsPage::takeProxy()
{
    AccountSettings *account = current();
    if (m_showing || !account)
        return;
    AccountSettings wanted = *account;
    wanted.proxy = static_cast<Proxy>(m_ui->proxyBox->currentData().toInt());
    const bool own = wanted.proxy == Proxy::Socks5 || wanted.proxy == Proxy::Http;
    if (own && wanted.proxy != account->proxy) {
        const QScopedValueRollback showing(m_showing, true);
        m_ui->proxyPortSpin->setValue(wanted.proxy == Proxy::Socks5 ? 1080 : 3128);
    }
    m_ui->proxyFields->setVisible(own);
    wanted.proxyHost = own ? m_ui->proxyHostEdit->text().trimmed() : QString();
    wanted.proxyUser = own ? m_ui->proxyUserEdit->text().trimmed() : QString();
    wanted.proxyPort = own ? static_cast<quint16>(m_ui->proxyPortSpin->value()) : quint16(0);
    if (wanted == *account || (own && wanted.proxyHost.isEmpty()))
        return; // not yet complete
    *account = wanted;
    tell();
}

void AccountSettingsPage::tell()
{
    Q_EMIT changed(m_ui->accountBox->currentIndex(), AccountSettings(*current()));
}

void AccountSettingsPage::restyle()
{
    const Theme &theme = themeOf(QApplication::palette());
    applyPanelStyle(
        this,
        u"QListWidget { background: %1; border: 1px solid %2; border-radius: 6px; padding: 4px; outline: 0; }"
        "QListWidget:focus { border: 2px solid %5; padding: 3px; }"
        "QListWidget::item { color: %3; padding: 4px; border-radius: 6px; }"
        "QListWidget::item:selected { background: %4; color: %3; }"_s.arg(
            theme.raised.name(), theme.border.name(), theme.text.name(), theme.selected.name(), theme.accent.name()));
    refreshPadlock();
}

void AccountSettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refreshWords();
        refreshPadlock();
    }
    if (changesLook(event))
        restyle();
    QWidget::changeEvent(event);
}

} // namespace timbre::gui
