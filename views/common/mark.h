// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/planner.h"
#include "models/rules/validator.h"
#include "views/common/tones.h"

class QIcon;

/// The states that the whole program shows with the same glyph, word and colour.
enum class Mark : quint8 {
    Error,
    Warning,
    Advice,
    Restart,
    Immediate,
    NotStated,
    Start,
    Stop,
    Changed,
    Waived,
    Pending,  ///< A restart that was exported and not confirmed.
};

Mark markOf(Severity severity);
/// Of its severity, unless it is waived.
Mark markOf(const Finding &finding);
Mark markOf(Action action);
Mark markOf(ObjectDifference::Change change);
/// What an application of the working copy waits for: a restart that was exported comes before what
/// its row in the plan asks for. None if there is nothing to do.
std::optional<Mark> planMark(
    const Topology &topology, const Planner &planner, ApplicationId application);
/// The worst severity of findings that aren't waived; none if there are none.
std::optional<Mark> markOf(const FindingsSummary &summary);

/// "✖", "▲", "ⓘ", "↻", "⚡", "?", "+", "–", "✎", "⊘", "↻!": for texts. Where something is drawn,
/// take the icon: not every font has them.
QString markGlyph(Mark mark);
/// "Error", "Restart" …; translated.
QString markWord(Mark mark);
/// "✖ Error".
QString markLabel(Mark mark);
Tone markTone(Mark mark);
/// Sharp at any size; follows the application's palette.
QIcon markIcon(Mark mark);
