// SPDX-License-Identifier: Apache-2.0
#include "models/document/document.h"
#include "tests/benchmarks/growthreporter.h"
#include "tests/support/largetopology.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <cstring>

namespace {

/// Opens a document as a window does, and says the largest memory of the process in KiB.
int openAndSayMemory(const char *path)
{
    const auto document = Document::open(QString::fromLocal8Bit(path), {}, Store::Access::ReadOnly);
    if (!document) {
        std::fprintf(stderr, "%s\n", qPrintable(document.error().text()));
        return 1;
    }
    // Not getrusage(): its peak is inherited from the process that started this one.
    QFile status(QStringLiteral("/proc/self/status"));
    const auto lines =
        status.open(QIODevice::ReadOnly) ? status.readAll().split('\n') : QByteArrayList();
    for (const auto &line : lines) {
        if (line.startsWith("VmHWM:"))
            std::printf("%d\n", line.mid(6).chopped(3).trimmed().toInt());
    }
    return 0;
}

/// Writes a generated document of so many tenants, for measuring whole commands.
int writeDocument(const char *path, const char *tenants)
{
    const auto working = LargeTopology::working(QByteArray(tenants).toInt());
    const auto document =
        Store::create(QString::fromLocal8Bit(path), working, LargeTopology::baseline(working));
    if (!document)
        std::fprintf(stderr, "%s\n", qPrintable(document.error().text()));
    return document ? 0 : 1;
}

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc == 3 && std::strcmp(argv[1], "--open") == 0)
        return openAndSayMemory(argv[2]);
    if (argc == 4 && std::strcmp(argv[1], "--write") == 0)
        return writeDocument(argv[2], argv[3]);

    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
        std::fprintf(stderr,
            "also: --write DOC TENANTS (a generated document), --open DOC (its memory in KiB)\n");
        return 2;
    }
    GrowthReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    return 0;
}
