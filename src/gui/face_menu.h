// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/visibility.h"
#include "gui/theme.h"

#include <QIcon>
#include <QMenu>

namespace timbre::gui {

// "As picked", "Busy", "Looks offline".
QString faceName(core::Face face);
// Its shape; none for AsPicked.
QIcon faceIcon(core::Face face, const Theme &theme);

// "Show as": which face one contact sees, always the same rows. Says what was picked; changes nothing. GUI thread.
class FaceMenu : public QMenu
{
    Q_OBJECT

public:
    explicit FaceMenu(QWidget *parent = nullptr);

    // `own` is the contact's own rule, if it has one, `byRules` what it gets without one. Without `canHide` looking
    // offline is grey, and a row below says why.
    void setFaces(std::optional<core::Face> own, core::Face byRules, bool canHide, const QString &name);

Q_SIGNALS:
    void facePicked(std::optional<timbre::core::Face> face); // nothing = no rule of its own
};

} // namespace timbre::gui
