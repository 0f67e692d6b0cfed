// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QWidget;

/// Gives the panel the focus: what it names as its proxy, or the first place that takes it. False
/// if there is none.
bool focusPanel(QWidget *panel);
/// Which of the panels has the focus; -1 if none.
qsizetype focusedPanel(const QList<QWidget *> &panels);
/// Gives the focus to the next visible panel (or, with -1, to the one before), where it was there
/// last or at its beginning.
void walkPanels(const QList<QWidget *> &panels, int step);
/// Into the filter of the panel, all its text selected. False if the panel has none to be seen.
bool focusFilter(QWidget *panel);
