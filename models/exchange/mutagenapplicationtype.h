// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/mutagenobject.h"

/// Reads an application's template, release and type. The latter two stand in the template; where
/// it isn't there, other signs are looked for, and told.
void readMutagenType(const MutagenSource &source, MutagenObject &object, const JsonPlace &place,
    const JsonValue &application);
