// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

/// Where the time of edits and revisions comes from; tests give their own.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Now, in UTC.
    virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};
