// SPDX-License-Identifier: Apache-2.0
#include "views/common/icons.h"

#include "views/common/typedrawing.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

// Must stand outside of all namespaces: it calls a function that the resource compiler makes.
static void initialiseResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace {

QByteArray drawing(const QString &name)
{
    initialiseResources();
    QFile file(u":/icons/%1.svg"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray drawing(const QString &name, const QColor &colour)
{
    auto svg = drawing(name);
    svg.replace("currentColor", colour.name().toLatin1());
    return svg;
}

/// Paints one drawing, in a tone or in the colour of usual text, as the palette has it now.
class DrawingEngine final : public QIconEngine
{
public:
    DrawingEngine(QString name, std::optional<Tone> tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QSvgRenderer renderer(drawing(m_name, colour(mode)));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const auto key = u"icon %1 %2 %3x%4"_s.arg(m_name, colour(mode).name())
                             .arg(size.width())
                             .arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({0, 0}, size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString key() const override { return u"switchyard"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }
    QIconEngine *clone() const override { return new DrawingEngine(*this); }

private:
    QColor colour(QIcon::Mode mode) const
    {
        const auto palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        return toneColour(palette, m_tone.value_or(Tone::Muted));
    }

    QString m_name;
    std::optional<Tone> m_tone;
};

}  // namespace

QIcon actionIcon(QLatin1String name)
{
    return QIcon(new DrawingEngine("actions/"_L1 + name, {}));
}

QIcon tintedIcon(const QString &name, Tone tone)
{
    return QIcon(new DrawingEngine(name, tone));
}

QIcon kindIcon(Kind kind)
{
    switch (kind) {
    case Kind::Tenant:
        return QIcon(new DrawingEngine(u"types/tenant"_s, {}));
    case Kind::SwitchingOffice:
        return QIcon(new DrawingEngine(u"types/office"_s, {}));
    case Kind::Switch:
        return QIcon(new DrawingEngine(u"types/switch"_s, {}));
    case Kind::Host:
        return QIcon(new DrawingEngine(u"types/host"_s, {}));
    case Kind::Application:
        break;
    }
    return QIcon(new DrawingEngine(u"types/server"_s, {}));
}

QIcon typeIcon(const ApplicationType &type)
{
    return QIcon(new DrawingEngine("types/"_L1 + typeDrawing(type), {}));
}

QIcon objectIcon(const Topology &topology, ObjectId object)
{
    if (object.kind != Kind::Application)
        return kindIcon(object.kind);
    return typeIcon(topology.application(object.application()).type);
}

std::shared_ptr<QSvgRenderer> iconDrawing(const QIcon &icon, const QColor &colour)
{
    const auto svg = drawing(icon.name(), colour);
    return svg.isEmpty() ? nullptr : std::make_shared<QSvgRenderer>(svg);
}

QIcon programIcon()
{
    initialiseResources();
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer renderer(drawing(u"app/switchyard"_s));
        renderer.render(&painter, QRectF(0, 0, size, size));
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}
