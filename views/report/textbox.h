// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

#include <memory>

class QPainter;
class QTextLayout;

/// Plain text in lines of one width. Text of any length and without blanks fits: it breaks
/// anywhere, and ends with "…" after a number of lines. Markup is text like any other.
class TextBox final
{
public:
    TextBox(const QString &text, const QFont &font, double width, int mostLines = 40);
    double height() const { return m_height; }
    /// The place of its upper left corner.
    void paint(QPainter &painter, QPointF at, const QColor &colour) const;

private:
    std::shared_ptr<QTextLayout> m_layout;  // Shared: boxes are copied with what paints them.
    double m_height = 0;
};
