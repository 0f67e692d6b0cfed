// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPalette>

// The program's own colours; windows wear one of them (theme.h), pictures too.

QPalette lightPalette();
QPalette darkPalette();
