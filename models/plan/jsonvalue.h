// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// A JSON text in a form that is equal for equal values: keys of objects in order, numbers without
/// the ways to write them (1, 1.0 and 1e0 are one number, however long), strings escaped alike. A
/// text that is no JSON stays as it is.
QString canonicalJson(const QString &json);
/// Whether two JSON texts have the same value.
bool isSameJson(const QString &a, const QString &b);
