// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/report/outline.h"

/// GitHub's Markdown, with task lists. Drawings are left out, and said to be.
QByteArray markdownOf(const Outline &outline);
