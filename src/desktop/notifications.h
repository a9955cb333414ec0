// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>

#include <optional>

class QDBusMessage;

namespace timbre::desktop {

// What a notification shows. A value; all of it plain text.
struct Notification {
    struct Action {
        QString id;
        QString label;
    };
    QString title;
    QString body;
    QString category; // of the freedesktop specification: "im.received"
    QString sound; // its name in the sound theme; empty = none
    QList<Action> actions; // beside a click on the whole
    QString replyLabel; // empty = there is nothing to reply to
    QString replyHint; // in the empty field
    QImage image;
    bool isMinor = false; // of low urgency
};

// The desktop's notifications (org.freedesktop.Notifications on the session bus), one live per key, replaced and never
// stacked. Touches no bus before the first show(); waits for nobody. A service that is missing, vanishes or hangs for
// 5 s is done without: notShown(), and asked again after a minute or as soon as another takes its name. Every sound is
// played once: by the service if it offers that, else soundWanted(). Owned by the composition root; GUI thread.
class Notifications : public QObject
{
    Q_OBJECT

public:
    static constexpr core::Milliseconds retryTime{60'000};
    static constexpr qsizetype longestBody = 500; // characters
    static constexpr qsizetype longestReply = 10'000;

    explicit Notifications(core::Clock &clock, QObject *parent = nullptr);
    ~Notifications() override;

    void show(const QString &key, const Notification &notification);
    void withdraw(const QString &key);

Q_SIGNALS:
    // `action` is empty for a click on the notification itself. `token` lets a window come to the front; may be empty.
    void activated(const QString &key, const QString &action, const QString &token);
    void replied(const QString &key, const QString &text);
    // By the user, by its age, or with the service: not by withdraw().
    void closed(const QString &key);
    void notShown(const QString &key);
    void soundWanted(const QString &name);

private Q_SLOTS:
    void onActionInvoked(quint32 id, const QString &action);
    void onActivationToken(quint32 id, const QString &token);
    void onReplied(quint32 id, const QString &text);
    void onClosed(quint32 id, quint32 reason);

private:
    enum class Service { Unasked, Asked, There, Missing };
    struct Live {
        quint32 id = 0; // of the service; 0 = none yet
        bool isSending = false;
        bool isWithdrawn = false; // while it was being sent
        std::optional<Notification> next; // waits for the service, or for its answer
        QString token;
    };
    void watch();
    void ask();
    void onOwnerChanged(const QString &before, const QString &now);
    void onCapabilities(const QStringList &capabilities);
    void onMissing();
    void send(const QString &key);
    QVariantMap hintsOf(const Notification &notification) const;
    QStringList actionsOf(const Notification &notification) const;
    void close(quint32 id);
    QString keyOf(quint32 id) const;
    static QDBusMessage call(const QString &method);

    core::Clock &m_clock;
    Service m_service = Service::Unasked;
    bool m_isWatching = false;
    quint32 m_asking = 0; // later answers than the newest do not count
    qint64 m_missingSince = 0;
    QSet<QString> m_capabilities;
    QHash<QString, Live> m_live;
};

} // namespace timbre::desktop
