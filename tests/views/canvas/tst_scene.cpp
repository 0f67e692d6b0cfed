// SPDX-License-Identifier: Apache-2.0
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/support/largetopology.h"
#include "tests/support/randomsteps.h"
#include "views/canvas/picturebuffer.h"
#include "views/canvas/scenepainter.h"

#include <QPainter>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {

/// Steps as people take them, and back again.
class Walk final
{
public:
    explicit Walk(quint32 seed)
        : m_steps(seed)
        , m_random(seed)
    {
    }

    /// Applies the next step; gives what was applied.
    Step next(Topology &topology)
    {
        Step step;
        if (m_random() % 4 == 0 && !m_done.empty()) {
            step = inverse(m_done.back());
            m_done.pop_back();
        } else {
            // Several at once, as an import or a repair makes them.
            for (auto i = m_random() % 3 == 0 ? 1 + m_random() % 6 : 1; i > 0; --i) {
                const auto part = m_steps.next(topology);
                apply(topology, part);
                step.edits.append(part.edits);
            }
            apply(topology, inverse(step));
            m_done.push_back(step);
        }
        apply(topology, step);
        return step;
    }

private:
    RandomSteps m_steps;
    std::mt19937 m_random;
    std::vector<Step> m_done;
};

QString boxText(const QRectF &rect, double top)
{
    return u"%1+%2 at %3"_s.arg(rect.left()).arg(rect.width()).arg(rect.top() - top);
}

/// Where everything stands, but for the rows of buses: what is made anew has no gaps.
QStringList standing(const Scene &scene)
{
    const auto &topology = scene.topology();
    QStringList lines;
    for (int lane = 0; lane < scene.lanes().count(); ++lane)
        lines.append(u"lane %1 %2 %3"_s.arg(scene.lanes().tenant(lane).value())
                         .arg(scene.lanes().left(lane))
                         .arg(scene.lanes().isFolded(lane)));
    for (const auto &band : scene.bands()) {
        lines.append(u"band %1 %2 servers %3 slots %4 folded %5"_s.arg(band.key, band.title)
                         .arg(band.servers)
                         .arg(band.slotCount)
                         .arg(band.isFolded));
        for (const auto &card : band.cards)
            lines.append(u"  %1: %2"_s.arg(card.lane).arg(topology.name(card.object))
                + boxText(scene.rect(card.object),
                    scene.rect(card.object).isEmpty() ? 0 : band.cardTop(0)));
    }
    for (const auto &application : topology.applications()) {
        const auto &node = scene.node(application.id);
        lines.append(u"server %1: %2 in %3 from %4 to %5"_s.arg(application.id.value())
                         .arg(int(node.shape))
                         .arg(node.band)
                         .arg(node.first)
                         .arg(node.last));
        if (node.shape == Scene::Shape::Side)
            lines.last() += boxText(scene.rect(application.id), 0);
    }
    return lines;
}

/// What holds for any scene.
void assertSound(const Scene &scene)
{
    const auto &topology = scene.topology();
    QHash<ObjectId, int> met;
    double top = 0;
    for (const auto &band : scene.bands()) {
        RC_ASSERT(band.top == top);
        RC_ASSERT(band.height == band.neededHeight());
        top = band.bottom();
        int servers = 0;
        for (int row = 0; row < band.buses.count(); ++row) {
            int last = -1;
            for (const auto &bus : band.buses.row(row)) {
                RC_ASSERT(bus.first > last);
                RC_ASSERT(bus.last > bus.first);
                last = bus.last;
                const auto &node = scene.node(bus.application);
                RC_ASSERT(node.row == row);
                RC_ASSERT(node.first == bus.first);
                RC_ASSERT(node.last == bus.last);
                ++met[bus.application];
                ++servers;
            }
            RC_ASSERT(last < scene.lanes().count());
        }
        if (!band.buses.isEmpty())
            RC_ASSERT(!band.buses.row(band.buses.count() - 1).empty());
        RC_ASSERT(std::is_sorted(band.cards.begin(), band.cards.end()));
        for (const auto &card : band.cards) {
            ++met[card.object];
            servers += card.object.kind == Kind::Application;
        }
        RC_ASSERT(band.servers == servers);
    }
    for (const auto &stack : scene.side().stacks()) {
        for (const auto member : stack.members)
            ++met[member];
    }
    for (const auto &application : topology.applications())
        RC_ASSERT(met.take(application.id) == 1);
    for (const auto &object : topology.switches())
        RC_ASSERT(met.take(object.id) == 1);
    RC_ASSERT(met.isEmpty());

    std::vector<QRectF> rects;
    const auto add = [&](ObjectId object) {
        const auto rect = scene.rect(object);
        if (rect.isEmpty())
            return;
        RC_ASSERT(scene.bounds().contains(rect));
        rects.push_back(rect);
    };
    for (const auto &application : topology.applications()) {
        if (scene.node(application.id).shape != Scene::Shape::Side)
            add(application.id);
    }
    for (const auto &object : topology.switches())
        add(object.id);
    for (int card = 0; card < scene.side().cards(); ++card)
        rects.push_back(scene.side().cardRect(card));
    for (size_t i = 0; i < rects.size(); ++i) {
        for (size_t j = i + 1; j < rects.size(); ++j)
            RC_ASSERT(!rects[i].intersects(rects[j]));
    }
}

void assertSame(const QStringList &actual, const QStringList &expected)
{
    RC_LOG() << "actual:\n  " << qPrintable(actual.join(u"\n  "_s)) << "\nexpected:\n  "
             << qPrintable(expected.join(u"\n  "_s)) << "\n";
    RC_ASSERT(actual == expected);
}

void foldSome(Scene &scene, std::mt19937 &random)
{
    for (int band = 0; band < int(scene.bands().size()); ++band)
        scene.setBandFolded(band, random() % 5 == 0);
    for (int lane = 1; lane < scene.lanes().count(); ++lane)
        scene.setLaneFolded(scene.lanes().tenant(lane), random() % 5 == 0);
}

void foldLike(Scene &scene, const Scene &other)
{
    for (int band = 0; band < int(other.bands().size()); ++band)
        scene.setBandFolded(band, other.bands()[size_t(band)].isFolded);
    for (int lane = 1; lane < other.lanes().count(); ++lane)
        scene.setLaneFolded(other.lanes().tenant(lane), other.lanes().isFolded(lane));
}

constexpr QSize screen {480, 360};

/// A picture of what stands where, without findings and plan.
class Picture final
{
public:
    explicit Picture(const Scene &scene)
        : m_validator(m_nothing)
        , m_planner(m_nothing, m_nothing, Matching::ById)
        , m_painter(scene, {scene.topology(), m_validator, m_planner}, QPalette(), QFont())
    {
        m_buffer.resize(screen, 1);
    }

    /// As the canvas does.
    void follow(const SceneChange &change, const ViewTransform &view)
    {
        if (change.isAll)
            m_buffer.spoil();
        for (const auto &area : change.areas)
            m_buffer.spoil(view.toView(area).toAlignedRect().adjusted(-10, -10, 10, 14));
    }
    QImage painted(const ViewTransform &view)
    {
        return m_buffer.updated(m_painter, view).toImage();
    }
    QImage paintedAnew(const ViewTransform &view)
    {
        m_buffer.spoil();
        return painted(view);
    }

private:
    Topology m_nothing;
    Validator m_validator;
    Planner m_planner;
    ScenePainter m_painter;
    PictureBuffer m_buffer;
};

/// The part of the pictures where they are not alike; empty if there is none. Smooth edges that are
/// cut off come out a shade lighter or darker.
QRect difference(const QImage &a, const QImage &b)
{
    constexpr int shades = 4;
    QRect found;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y);
            const QRgb other = b.pixel(x, y);
            if (std::abs(qRed(one) - qRed(other)) > shades
                || std::abs(qGreen(one) - qGreen(other)) > shades
                || std::abs(qBlue(one) - qBlue(other)) > shades)
                found |= QRect(x, y, 1, 1);
        }
    }
    return found;
}

void assertEmpty(const QRect &difference, const ViewTransform &view)
{
    RC_LOG() << "differs at " << difference.x() << "," << difference.y() << " in "
             << difference.width() << "x" << difference.height() << ", zoom " << view.zoom
             << " from " << view.origin.x() << "," << view.origin.y() << "\n";
    RC_ASSERT(difference.isEmpty());
}

ViewTransform someView(const Scene &scene, std::mt19937 &random)
{
    constexpr double zooms[] {0.05, 0.1, 0.25, 0.5, 1, 2};
    ViewTransform view {zooms[random() % std::size(zooms)], {}};
    const auto far = scene.bounds().bottomRight();
    const auto within = [&](double length) {
        return double(random() % quint32(length + 100)) - 50;
    };
    view.origin = {std::round(within(far.x()) * view.zoom) / view.zoom,
        std::round(within(far.y()) * view.rowZoom()) / view.rowZoom()};
    return view;
}

}  // namespace

class SceneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsLikeMadeAnew()
    {
        QVERIFY(rc::check("after any steps and undo all stands as in a new scene", [] {
            const auto seed = *rc::gen::arbitrary<quint32>();
            std::mt19937 random(seed);
            Walk walk(seed);
            Topology topology;
            for (int i = 0; i < 40; ++i)
                walk.next(topology);
            Scene scene(topology);
            scene.setGrouping(Scene::Grouping(random() % 3));
            const int steps = *rc::gen::inRange(1, 80);
            for (int i = 0; i < steps; ++i) {
                if (random() % 10 == 0)
                    foldSome(scene, random);
                scene.follow(walk.next(topology).edits);
                assertSound(scene);
                Scene anew(topology);
                anew.setGrouping(scene.grouping());
                foldLike(anew, scene);
                assertSame(standing(scene), standing(anew));
            }
        }));
    }

    void changesCoverWhatChanged()
    {
        QVERIFY(rc::check("what is said to have changed is all that looks different", [] {
            const auto seed = *rc::gen::arbitrary<quint32>();
            std::mt19937 random(seed);
            Walk walk(seed);
            Topology topology;
            for (int i = 0; i < 80; ++i)
                walk.next(topology);
            Scene scene(topology);
            scene.setGrouping(Scene::Grouping(random() % 3));
            foldSome(scene, random);
            Picture followed(scene);
            Picture anew(scene);
            const auto view = someView(scene, random);
            followed.painted(view);
            const int steps = *rc::gen::inRange(1, 12);
            for (int i = 0; i < steps; ++i) {
                followed.follow(scene.follow(walk.next(topology).edits), view);
                assertEmpty(difference(followed.painted(view), anew.paintedAnew(view)), view);
            }
        }));
    }

    void panningShowsTheSame()
    {
        QVERIFY(rc::check("what a pan leaves standing is what would be painted", [] {
            // Without placeholders: Qt begins the dashes around them anew at the picture's edge.
            const auto topology = LargeTopology::working(*rc::gen::inRange(3, 12));
            std::mt19937 random(*rc::gen::arbitrary<quint32>());
            const Scene scene(topology);
            Picture panned(scene);
            Picture anew(scene);
            auto view = someView(scene, random);
            panned.painted(view);
            const int steps = *rc::gen::inRange(1, 12);
            for (int i = 0; i < steps; ++i) {
                const auto pixels = [&] { return double(int(random() % 160) - 80); };
                view.origin += {pixels() / view.zoom, pixels() / view.rowZoom()};
                assertEmpty(difference(panned.painted(view), anew.paintedAnew(view)), view);
            }
        }));
    }

    void fromAfarTenantsWithWarningsShowTheirServers()
    {
        const auto topology = LargeTopology::working(40);
        const Validator validator(topology);
        const Planner planner(topology, topology, Matching::ById);
        const auto sms = *topology.findApplication(u"SMS_10");
        for (const auto tenant : topology.application(sms).tenants)
            QVERIFY(validator.summaryOf(tenant).warnings > 0);
        const Scene scene(topology);
        ScenePainter painter(scene, {topology, validator, planner}, QPalette(), QFont());
        const ViewTransform view {0.05, {}};
        QImage image(screen, QImage::Format_RGB32);
        QPainter onto(&image);
        painter.paint(onto, view, QRectF({}, screen));
        onto.end();
        const auto bus = view.toView(scene.rect(sms));
        const QPoint within(int(bus.center().x()), int(toPixel(bus.top())) + 1);
        QCOMPARE(image.pixel(within), painter.colours().busEdge.rgb());
    }
};

QTEST_MAIN(SceneTest)
#include "tst_scene.moc"
