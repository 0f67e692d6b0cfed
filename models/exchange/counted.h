// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// "1 error", "%1 errors" with the number in it. (Qt's %n needs a loaded translation even for
/// English.)
inline QString counted(int number, const QString &one, const QString &several)
{
    return number == 1 ? one : several.arg(number);
}
