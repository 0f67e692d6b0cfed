// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/report/outline.h"

/// One HTML page that stands alone: it loads nothing and runs nothing, by a policy that it carries.
/// Well-formed XML too. For screens of any width, light and dark, and for paper.
QByteArray htmlOf(const Outline &outline);
