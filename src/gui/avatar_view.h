// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/availability.h"
#include "core/contact_id.h"
#include "gui/ring_button.h"

namespace timbre::gui {

// A round avatar with the presence shape on its corner, of any size. As a button it can be clicked
// and focused; with setInteractive(false) it is a picture. Draws what it is told; knows no model.
class AvatarView : public RingButton
{
    Q_OBJECT

public:
    explicit AvatarView(QWidget *parent = nullptr);

    void setDiameter(int pixels);
    void setInteractive(bool interactive);
    void setPerson(const core::ContactId &id, const QString &name);
    void setPresence(core::Availability availability, core::Freshness freshness);
    void setPresenceShown(bool shown); // false: a stranger's, whose presence is none of ours

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    core::ContactId m_id;
    QString m_name;
    core::Availability m_availability = core::Availability::Unknown;
    core::Freshness m_freshness = core::Freshness::Live;
    int m_diameter = 44;
    bool m_presenceShown = true;
};

} // namespace timbre::gui
