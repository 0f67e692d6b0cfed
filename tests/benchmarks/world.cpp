// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmarks/world.h"

#include "models/exchange/topologyjsonwriter.h"
#include "models/store/store.h"
#include "tests/support/largetopology.h"

#include <map>
#include <memory>

World &World::of(int tenants)
{
    static std::map<int, std::unique_ptr<World>> worlds;
    auto &world = worlds[tenants];
    if (!world)
        world.reset(new World(tenants));
    return *world;
}

World::World(int tenants)
    : m_tenants(tenants)
    , m_working(LargeTopology::working(tenants))
    , m_baseline(LargeTopology::baseline(m_working))
{
}

QString World::document()
{
    if (m_document.isEmpty()) {
        m_document = m_folder.filePath(QStringLiteral("large.switchyard"));
        const auto store = Store::create(m_document, m_working, m_baseline);
        if (!store)
            qFatal("%s", qPrintable(store.error().text()));
    }
    return m_document;
}

const QByteArray &World::file()
{
    if (m_file.isEmpty())
        m_file = writeTopology(m_working).bytes;
    return m_file;
}
