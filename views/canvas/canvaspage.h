// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class CanvasLegend;
class CanvasView;
class Document;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;
class Selection;
class TypePalette;

/// The page of the topology's picture: the canvas, and around it what is shown of it: overlay with
/// legend, grouping, filter, zoom.
///
/// Document and selection must outlive the page.
class CanvasPage final : public QWidget
{
    Q_OBJECT

public:
    CanvasPage(Document &document, Selection &selection, QWidget *parent = nullptr);

    CanvasView &canvas() { return *m_canvas; }

private:
    void makeBar();
    void makeFoot();
    void applyFilter();
    void updateZoom();

    Document &m_document;
    CanvasView *m_canvas;
    QLineEdit *m_filter;
    QComboBox *m_grouping;
    CanvasLegend *m_legend;
    QLabel *m_zoom;
    TypePalette *m_palette;
};
