// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/applicationlists.h"

#include <future>

/// Reads the lists of applications on a thread and a connection of its own, while the caller reads
/// the rest.
///
/// The caller's connection must be in a read transaction that has read something, and stay so: that
/// keeps writers from committing, so both connections see one state of the file. It shows in
/// nothing but time: where a second connection can't be had, or meets an error, the caller reads
/// the lists as well.
///
/// What was left out (Reading::ForRules) its thread looks at afterwards, while others work with
/// what was read.
class SecondReader final
{
public:
    SecondReader(sqlite3 *first, const QString &path, qint64 fileSize, Store::Reading reading);
    ApplicationLists lists();
    /// After lists(): Store::Content::confirmation.
    std::future<Result<void>> confirmation();

private:
    sqlite3 *m_first;
    Store::Reading m_reading;
    std::future<std::optional<ApplicationLists>> m_lists;
    std::future<Result<void>> m_confirmation;  // Waits for its thread at the end.
};
