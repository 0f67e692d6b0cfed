// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/report/strips.h"

/// Where a strip stands.
struct PlacedStrip
{
    qsizetype strip;
    double top;
};
using Page = QList<PlacedStrip>;

/// Breaks strips into pages: what belongs together stays together as long as a page can hold it,
/// and a table that goes on has its head again. Strips that are higher than a page stand alone.
QList<Page> pagesOf(const QList<Strip> &strips, double height);
