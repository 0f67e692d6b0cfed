// SPDX-License-Identifier: Apache-2.0
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/benchmarks/world.h"
#include "views/canvas/lanearrangement.h"
#include "views/canvas/picturebuffer.h"
#include "views/canvas/scenepainter.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <cmath>
#include <cstdio>
#include <ctime>
#include <malloc.h>
#include <random>

// The canvas in large topologies, painted in software as on a screen of 1600 x 1000: what a frame
// of each gesture costs, in ms that the thread itself worked.

namespace {

constexpr QSize screen {1600, 1000};

double workedTime()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

class Row final
{
public:
    explicit Row(const char *name)
        : m_name(name)
    {
    }
    ~Row()
    {
        std::sort(m_samples.begin(), m_samples.end());
        std::printf("%-34s %8.2f %8.2f %8.2f\n", m_name, at(0.5), at(0.95), m_samples.back());
        std::fflush(stdout);
    }

    template <class Operation>
    void time(Operation operation)
    {
        const auto start = workedTime();
        operation();
        m_samples.push_back(workedTime() - start);
    }

private:
    double at(double share) const
    {
        return m_samples[size_t(share * double(m_samples.size() - 1))];
    }

    const char *m_name;
    std::vector<double> m_samples;
};

/// A document in memory with its picture, as the window holds them.
class Picture final
{
public:
    explicit Picture(World &world)
        : m_topology(world.working())
        , m_validator(m_topology)
        , m_planner(world.baseline(), m_topology, Matching::ById)
        , m_scene(m_topology)
        , m_painter(m_scene, {m_topology, m_validator, m_planner}, QPalette(), QFont())
    {
        m_buffer.resize(screen, 1);
    }

    const Topology &topology() const { return m_topology; }
    Scene &scene() { return m_scene; }
    const ViewTransform &view() const { return m_view; }

    void look(const ViewTransform &view)
    {
        m_view = view;
        paint();
    }
    void paint() { m_buffer.updated(m_painter, m_view); }
    void spoil() { m_buffer.spoil(); }
    /// As the canvas does.
    ViewTransform fit() const
    {
        const auto bounds = m_scene.bounds();
        const double wide = screen.width() / bounds.width();
        const double high = screen.height() / bounds.height();
        return {std::min({1.0, wide, std::max(high, Metrics::leastRowZoom)}), {}};
    }

    void perform(const Step &step)
    {
        apply(m_topology, step);
        const auto findings = m_validator.update(step.edits);
        const auto plan = m_planner.update(step.edits);
        const auto change = m_scene.follow(step.edits);
        if (change.isAll)
            m_buffer.spoil();
        for (const auto &area : change.areas)
            spoil(area);
        for (const auto id : findings.added)
            spoil(m_scene.rect(m_validator.finding(id).object));
        for (const auto id : plan.applications)
            spoil(m_scene.rect(id));
        paint();
    }

private:
    void spoil(const QRectF &area)
    {
        m_buffer.spoil(m_view.toView(area).toAlignedRect().adjusted(-10, -10, 10, 14));
    }

    Topology m_topology;
    Validator m_validator;
    Planner m_planner;
    Scene m_scene;
    ScenePainter m_painter;
    PictureBuffer m_buffer;
    ViewTransform m_view;
};

/// Steps of 64 pixels to the right, to and fro if the scene ends, or slanting downwards too.
void pan(Picture &picture, double zoom, bool isSlanting)
{
    constexpr int frames = 120;
    const auto name = QByteArray(isSlanting ? "pan slanting" : "pan sideways") + " at "
        + QByteArray::number(100 * zoom) + " %";
    const auto bounds = picture.scene().bounds();
    ViewTransform view {zoom, {std::floor(bounds.width() / 3), 0}};
    picture.look(view);
    Row row(name.constData());
    double right = 64 / zoom;
    double down = isSlanting ? 64 / view.rowZoom() : 0;
    for (int frame = 0; frame < frames; ++frame) {
        const auto seen = view.toScene(QRectF({0, 0}, screen));
        if (seen.right() + right > bounds.right() || seen.left() + right < 0)
            right = -right;
        if (seen.bottom() + down > bounds.bottom() || seen.top() + down < 0)
            down = -down;
        view.origin += {right, down};
        row.time([&] { picture.look(view); });
    }
}

void edit(Picture &picture, double zoom)
{
    const auto name = "an edit until painted at " + QByteArray::number(100 * zoom) + " %";
    const auto &topology = picture.topology();
    const auto tenants = quint32(topology.tenants().size() - 1);
    const auto tenant = [&](quint32 number) { return TenantId(1 + number % tenants); };
    picture.look({zoom, {picture.scene().lanes().left(int(tenants / 2)), 0}});
    Row row(name.constData());
    for (quint32 i = 0; i < 60; ++i) {
        // What is in sight grows by a lane, and shrinks again.
        const ApplicationId server(2 + 12 * (tenants / 2 + i / 12) + i % 12);
        const auto last = topology.application(server).tenants.last();
        const auto step = assignTenant(topology, server, tenant(last.value()));
        if (!step || step->isEmpty())
            continue;
        row.time([&] { picture.perform(*step); });
        row.time([&] { picture.perform(inverse(*step)); });
    }
}

/// Tenants that share servers stand anywhere: buses are as long as they get.
void shuffle(Picture &picture)
{
    auto order = picture.scene().lanes().tenants();
    std::mt19937 random(1);
    for (size_t i = order.size() - 1; i > 1; --i)
        std::swap(order[i], order[1 + random() % i]);
    const auto &topology = picture.topology();
    const auto arrange = [&] {
        picture.perform(*setPlaces(topology, placesForOrder(topology, order)));
    };
    {
        Row row("shuffled: moved until painted");
        row.time(arrange);
    }
    picture.look(picture.fit());
    {
        Row row("shuffled: fit all");
        for (int i = 0; i < 5; ++i) {
            picture.spoil();
            row.time([&] { picture.paint(); });
        }
    }
    pan(picture, 0.1, true);
    pan(picture, 1, true);
    const auto before = laneOrderCost(topology, order).gaps;
    {
        Row row("shuffled: arrange lanes");
        row.time([&] { order = arrangedLanes(topology); });
    }
    std::printf("%-34s %lld of %lld\n", "gaps of buses that are left",
        qlonglong(laneOrderCost(topology, order).gaps), qlonglong(before));
    {
        Row row("arranged: moved until painted");
        row.time(arrange);
    }
}

void measure(int tenants)
{
    auto &world = World::of(tenants);
    std::printf("\n%-34s %8s %8s %8s\n", qPrintable(QStringLiteral("%1 tenants").arg(tenants)),
        "p50", "p95", "most");
    {
        const auto before = mallinfo2().uordblks;
        const Scene scene(world.working());
        std::printf("%-34s %8.1f\n", "memory of the scene, MB",
            double(mallinfo2().uordblks - before) / 1e6);
    }
    {
        Row row("build the scene");
        for (int i = 0; i < 5; ++i)
            row.time([&] { const Scene scene(world.working()); });
    }
    Picture picture(world);
    {
        Row row("the first picture, 100 %");
        row.time([&] { picture.look({}); });
    }
    {
        Row row("again, 100 %");
        for (int i = 0; i < 5; ++i) {
            picture.spoil();
            row.time([&] { picture.paint(); });
        }
    }
    {
        picture.look(picture.fit());
        Row row("fit all");
        for (int i = 0; i < 20; ++i) {
            picture.spoil();
            row.time([&] { picture.paint(); });
        }
    }
    for (const double zoom : {0.1, 0.25, 0.5, 1.0, 2.0, 4.0}) {
        pan(picture, zoom, false);
        pan(picture, zoom, true);
    }
    edit(picture, 1);
    edit(picture, 0.1);
    {
        Row row("arrange lanes");
        for (int i = 0; i < 3; ++i)
            row.time([&] { arrangedLanes(world.working()); });
    }
    shuffle(picture);
}

}  // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    QList<int> sizes;
    for (int i = 1; i < argc; ++i)
        sizes.append(QByteArray(argv[i]).toInt());
    if (sizes.isEmpty())
        sizes = {100, 1000, 10'000};
    for (const int tenants : sizes)
        measure(tenants);
    return 0;
}
