// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/planner.h"
#include "models/rules/validator.h"
#include "views/common/mark.h"

/// What the picture says about objects besides where they stand. A document has all three, a
/// command line makes them.
struct PictureFacts
{
    const Topology &topology;
    const Validator &validator;
    const Planner &planner;

    /// The worst that is wrong with it.
    std::optional<Mark> problem(ObjectId object) const;
    /// What its change asks for, or what is pending.
    std::optional<Mark> plan(ApplicationId application) const;
    /// Start, stop, changed: as it differs from the baseline.
    std::optional<Mark> change(ObjectId object) const;

    struct Troubled
    {
        ObjectId object;
        Mark mark;
    };
    /// Objects with warnings and errors, those with errors last.
    std::vector<Troubled> troubled() const;
    /// Of a tenant's lane: what is wrong with it and its servers, and how many of them restart.
    struct LaneMarks
    {
        std::optional<Mark> problem;
        int problems =
            0;  ///< Servers, switches and the tenant that have errors, or warnings if none has.
        int restarts = 0;
    };
    LaneMarks laneMarks(TenantId tenant) const;
};

/// What colours the picture; one at a time.
enum class Overlay : quint8 { Problems, Changes, Restarts, Hosts };
