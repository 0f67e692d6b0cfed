// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/diskcalls.h"
#include "tests/faults/scenario.h"
#include "tests/models/store/childprocess.h"
#include "tests/models/store/folder.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// Every scenario with a fault at its first, second, third … call that changes the disk: afterwards
/// each file is whole, what was acknowledged is in it, and what was refused is not.
class TestInjectedFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothing_data();
    void losesNothing();

private:
    void runOnce(const Scenario &scenario, const TestFolder &prepared,
        const std::vector<FoundState> &states, DiskCalls::Fault fault, int number);
    int countCalls(const Scenario &scenario, const TestFolder &prepared);
};

namespace {

constexpr int refusedExitCode = 1;

void copyFiles(const TestFolder &from, const TestFolder &to)
{
    for (const auto &name : from.files()) {
        if (!QFile::copy(from.filePath(name), to.filePath(name)))
            qFatal("%s", qPrintable(name));
    }
}

}  // namespace

void TestInjectedFaults::losesNothing_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<DiskCalls::Fault>("fault");

    constexpr std::pair<const char *, DiskCalls::Fault> faults[] = {
        {"crash", DiskCalls::Fault::Crash},
        {"torn write", DiskCalls::Fault::TornCrash},
        {"full disk", DiskCalls::Fault::NoSpace},
        {"one error", DiskCalls::Fault::IoError},
        {"lasting error", DiskCalls::Fault::LastingIoError},
    };
    for (size_t i = 0; i < scenarios().size(); ++i) {
        for (const auto &[name, fault] : faults)
            QTest::addRow("%s, %s", scenarios()[i].name, name) << int(i) << fault;
    }
}

int TestInjectedFaults::countCalls(const Scenario &scenario, const TestFolder &prepared)
{
    const TestFolder folder;
    copyFiles(prepared, folder);
    DiskCalls::arm(QFile::encodeName(folder.path()), DiskCalls::Fault::IoError,
        std::numeric_limits<int>::max());
    const auto error = scenario.run(folder.path(), [] {});
    const int calls = DiskCalls::disarm();
    if (error)
        qFatal("%s", qPrintable(error->text()));
    return calls;
}

void TestInjectedFaults::losesNothing()
{
    QFETCH(int, index);
    QFETCH(DiskCalls::Fault, fault);
    const auto &scenario = scenarios()[size_t(index)];

    const TestFolder plain;
    const auto states = statesOf(scenario, plain.path());
    const TestFolder prepared;
    scenario.prepare(prepared.path());
    const int calls = countCalls(scenario, prepared);
    // Fewer, and the hooks are not where SQLite looks.
    QVERIFY2(calls > 5, qPrintable(QString::number(calls)));

    // Long scenarios write pages of one kind by the hundred: there some of the calls will do, but
    // the first and last all.
    constexpr int most = 40;
    const int stride = std::max(1, calls / most);
    for (int number = 1; number <= calls;
         number += number < 20 || number > calls - 30 ? 1 : stride) {
        runOnce(scenario, prepared, states, fault, number);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestInjectedFaults::runOnce(const Scenario &scenario, const TestFolder &prepared,
    const std::vector<FoundState> &states, DiskCalls::Fault fault, int number)
{
    const TestFolder folder;
    copyFiles(prepared, folder);
    ChildProcess child([&](const ChildProcess::Line &line) {
        DiskCalls::arm(QFile::encodeName(folder.path()), fault, number);
        const auto error = scenario.run(folder.path(), [&] { line.say('d'); });
        DiskCalls::disarm();
        const bool isUnsure = error
            && (error->message.startsWith(u"The edit is in the file, but"_s)
                || error->message.startsWith(u"The document is upgraded, but"_s)
                || error->message.startsWith(u"Whether the "_s));
        line.say(isUnsure ? 'u' : error ? 'e' : 'o');
        return error ? refusedExitCode : 0;
    });
    size_t acknowledged = 0;
    char last = 0;
    while (const char word = child.line().hear()) {
        acknowledged += word == 'd';
        last = word;
    }
    const int code = child.wait();
    const auto where = u"%1, call %2, exit %3, acknowledged %4"_s.arg(QLatin1String(scenario.name))
                           .arg(number)
                           .arg(code)
                           .arg(acknowledged);
    QVERIFY2(code == 0 || code == refusedExitCode || code == DiskCalls::crashExitCode,
        qPrintable(where));

    const auto found = findState(folder.filePath(QLatin1String(scenario.file)));
    QVERIFY2(found, qPrintable(where + u": "_s + (found ? QString() : found.error().text())));
    // After a crash the operation under way may be in or not, as a whole. After an answer there is
    // no doubt, but where the answer says so itself.
    const bool isAcknowledged = *found == states[acknowledged];
    const bool isNext =
        last != 'e' && acknowledged + 1 < states.size() && *found == states[acknowledged + 1];
    QVERIFY2(isAcknowledged || isNext, qPrintable(where));
    if (QLatin1String(scenario.file) != "a.switchyard"_L1)
        QVERIFY2(findState(folder.filePath(u"a.switchyard"_s)), qPrintable(where));
    // A process that lives cleans up behind itself.
    if (code != DiskCalls::crashExitCode && fault == DiskCalls::Fault::NoSpace)
        QVERIFY2(folder.files().filter(u".part"_s).isEmpty(), qPrintable(where));
}

QTEST_APPLESS_MAIN(TestInjectedFaults)
#include "tst_injectedfaults.moc"
