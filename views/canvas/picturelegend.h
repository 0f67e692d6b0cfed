// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/labels.h"
#include "views/canvas/picturefacts.h"

#include <QList>
#include <QPointF>

class Scene;
class ScenePainter;

/// Says what shapes and marks of a picture mean: those that it has.
class PictureLegend final
{
public:
    PictureLegend(const Scene &scene, const PictureFacts &facts, Overlay overlay);

    /// In as many lines as the width asks for.
    double height(const Labels &labels, double width) const;
    void paint(QPainter &painter, ScenePainter &scene, QPointF at, double width) const;

private:
    enum class Sign : quint8 { Bus, Card, Switch, Placeholder, Mark, None };
    struct Item
    {
        Sign sign;
        Mark mark;  ///< Of that sign only.
        QString text;
    };
    struct Placed
    {
        const Item *item;
        QPointF at;
        double textLeft;  ///< From there.
        double textWidth;
    };
    void add(Sign sign, const QString &text, Mark mark = Mark::Error);
    void add(Mark mark, const QString &text) { add(Sign::Mark, text, mark); }
    void addShapes(const Scene &scene);
    void addMarks(const PictureFacts &facts, Overlay overlay);
    QList<Placed> placed(const Labels &labels, double width) const;
    static void paintSign(QPainter &painter, ScenePainter &scene, const Item &item, QPointF at);

    QList<Item> m_items;
};
