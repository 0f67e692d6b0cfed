// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/picturefacts.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

/// Chooses what colours the picture, and says what the colours mean.
class CanvasLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit CanvasLegend(QWidget *parent);

    Overlay overlay() const { return m_overlay; }
    void setOverlay(Overlay overlay);

Q_SIGNALS:
    void overlayChosen(Overlay overlay);

private:
    void tell();

    Overlay m_overlay = Overlay::Problems;
    QList<class QToolButton *> m_buttons;
    QHBoxLayout *m_marks;
};
