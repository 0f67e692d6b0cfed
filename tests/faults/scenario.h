// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/store.h"

#include <functional>

/// Something that people do to documents, done step by step, and what must be found after each
/// step, whatever became of the disk meanwhile.
struct Scenario
{
    const char *name;
    /// Makes the files that are there before.
    std::function<void(const QString &folder)> prepare;
    /// Does it; calls "done" after each operation that succeeded. Stops at the first error, which
    /// it returns.
    std::function<std::optional<Error>(const QString &folder, const std::function<void()> &done)>
        run;
    /// The file in the folder whose state is told, "a.switchyard" or "copy.switchyard".
    const char *file;
};

const std::vector<Scenario> &scenarios();

/// What a reader finds in a file.
struct FoundState
{
    bool isThere = false;  ///< False: there is no such file.
    bool isOlder = false;  ///< Of a version that is read only.
    QByteArray other;      ///< The bytes of a file that is no document.
    Head head;
    int revisions = 0;
    int deployed = 0;  ///< The number of the revision that is the baseline; 0 for none.
    Topology topology;
    Topology baseline;

    bool operator==(const FoundState &) const = default;
};
/// Opens, recovers, checks and reads the file; what is wrong with it, or what it holds.
Result<FoundState> findState(const QString &path);

/// The states that a scenario passes through when nothing goes wrong: before it and after each
/// "done".
std::vector<FoundState> statesOf(const Scenario &scenario, const QString &folder);
