// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/lostpower.h"
#include "tests/faults/scenario.h"
#include "tests/models/store/folder.h"

#include <QFile>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;

/// Every scenario with the power gone after its first, second, third … call: whatever part of the
/// unsynced writes survived, each file is whole, and what was acknowledged is in it.
class TestPowerLoss : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothing_data();
    void losesNothing();
    void wouldNoticeAMissingSync_data();
    void wouldNoticeAMissingSync();

private:
    struct Count
    {
        int images = 0;
        int old = 0;  ///< Images that held the state before the operation under way.
    };
    /// What is wrong with an image, or nothing.
    QString judge(const Scenario &scenario, const std::vector<FoundState> &states, int acknowledged,
        const std::map<QByteArray, QByteArray> &image, Count &count);
    std::vector<DiskCalls::Operation> recordingOf(const Scenario &scenario);
};

void TestPowerLoss::losesNothing_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < scenarios().size(); ++i)
        QTest::addRow("%s", scenarios()[i].name) << int(i);
}

std::vector<DiskCalls::Operation> TestPowerLoss::recordingOf(const Scenario &scenario)
{
    const TestFolder folder;
    scenario.prepare(folder.path());
    DiskCalls::record(QFile::encodeName(folder.path()));
    if (const auto error = scenario.run(folder.path(), DiskCalls::acknowledge))
        qFatal("%s", qPrintable(error->text()));
    return DiskCalls::stopRecording();
}

QString TestPowerLoss::judge(const Scenario &scenario, const std::vector<FoundState> &states,
    int acknowledged, const std::map<QByteArray, QByteArray> &image, Count &count)
{
    const TestFolder folder;
    for (const auto &[name, content] : image) {
        QFile file(folder.filePath(QFile::decodeName(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", name.constData());
    }
    const auto found = findState(folder.filePath(QLatin1String(scenario.file)));
    if (!found)
        return found.error().text();
    ++count.images;
    const auto now = size_t(acknowledged);
    count.old += *found == states[now];
    if (*found == states[now] || (now + 1 < states.size() && *found == states[now + 1]))
        return {};
    return u"found step %1 where %2 was acknowledged"_s.arg(found->head.step)
        .arg(states[now].head.step);
}

void TestPowerLoss::losesNothing()
{
    QFETCH(int, index);
    const auto &scenario = scenarios()[size_t(index)];
    const TestFolder plain;
    const auto states = statesOf(scenario, plain.path());
    const auto operations = recordingOf(scenario);

    std::set<DiskCalls::Operation::Kind> kinds;
    for (const auto &operation : operations)
        kinds.insert(operation.kind);
    // Fewer, and the hooks are not where SQLite looks.
    QVERIFY(kinds.contains(DiskCalls::Operation::Write)
        && kinds.contains(DiskCalls::Operation::SyncFile)
        && kinds.contains(DiskCalls::Operation::SyncFolder)
        && kinds.contains(DiskCalls::Operation::Acknowledge)
        && (kinds.contains(DiskCalls::Operation::Unlink)
            || kinds.contains(DiskCalls::Operation::Rename)
            || kinds.contains(DiskCalls::Operation::Exchange)));

    using Survivors = LostPower::Survivors;
    std::mt19937 dice(quint32(index) + 1);
    LostPower disk;
    Count count;
    const size_t stride = std::max<size_t>(1, operations.size() / 60);
    bool isRunning = false;
    for (size_t i = 0; i < operations.size(); ++i) {
        disk.take(operations[i]);
        // What was there before lies at the beginning of the recording, synced.
        if (!isRunning) {
            isRunning = operations[i].kind == DiskCalls::Operation::SyncFolder;
            continue;
        }
        const bool isData = operations[i].kind == DiskCalls::Operation::Write;
        if (isData && i % stride != 0)
            continue;
        for (const auto survivors : {Survivors::Nothing, Survivors::Everything, Survivors::DataOnly,
                 Survivors::NamesOnly, Survivors::SomeWrites, Survivors::SomeWrites}) {
            const auto problem =
                judge(scenario, states, disk.acknowledged(), disk.image(survivors, dice), count);
            QVERIFY2(problem.isEmpty(),
                qPrintable(
                    u"after call %1, survivors %2: %3"_s.arg(i).arg(int(survivors)).arg(problem)));
        }
    }
    QVERIFY(count.images > 50);
    QVERIFY(count.old > 0);
}

void TestPowerLoss::wouldNoticeAMissingSync_data()
{
    QTest::addColumn<DiskCalls::Operation::Kind>("missing");

    QTest::addRow("of files") << DiskCalls::Operation::SyncFile;
    // As SQLite does by default (synchronous=FULL): the journal of an acknowledged edit comes back.
    QTest::addRow("of the folder") << DiskCalls::Operation::SyncFolder;
}

void TestPowerLoss::wouldNoticeAMissingSync()
{
    QFETCH(DiskCalls::Operation::Kind, missing);
    const auto &scenario = scenarios().front();
    const TestFolder plain;
    const auto states = statesOf(scenario, plain.path());
    std::mt19937 dice(1);
    LostPower disk;
    Count count;
    int lost = 0;
    bool isRunning = false;
    for (const auto &operation : recordingOf(scenario)) {
        if (isRunning && operation.kind == missing)
            continue;
        disk.take(operation);
        isRunning |= operation.kind == DiskCalls::Operation::SyncFolder;
        for (int i = 0; i < 10 && operation.kind == DiskCalls::Operation::Acknowledge; ++i)
            lost += !judge(scenario, states, disk.acknowledged(),
                disk.image(LostPower::Survivors::SomeWrites, dice), count)
                         .isEmpty();
    }
    QVERIFY(lost > 0);
}

QTEST_APPLESS_MAIN(TestPowerLoss)
#include "tst_powerloss.moc"
