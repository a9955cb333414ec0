// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace timbre::gui {

// What of an account the settings window shows and changes. A value.
struct AccountSettings {
    enum class Proxy { System, None, Socks5, Http };

    QString label;
    bool onThisComputer = false; // then nothing below is used
    QStringList servers; // in the order of preference, at least one
    bool compactEncoding = false;
    Proxy proxy = Proxy::System;
    QString proxyHost; // of the last two kinds
    quint16 proxyPort = 0;
    QString proxyUser;
    bool passwordSaved = false; // in the keychain

    bool operator==(const AccountSettings &) const = default;
};

// A certificate that was compared and trusted by hand.
struct TrustedCertificate {
    QString server; // host:port
    QString fingerprint; // in words

    bool operator==(const TrustedCertificate &) const = default;
};

} // namespace timbre::gui
