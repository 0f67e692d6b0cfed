// SPDX-License-Identifier: Apache-2.0
#pragma once

/// What the program tells its caller; scripts stand on these numbers.
enum class ExitCode {
    Done = 0,
    Findings = 1,  ///< Findings at or over the threshold, an export refused because of them, or
                   ///< differences.
    Usage = 2,
    Input = 3,   ///< Missing, unreadable, malformed or damaged; an edit line that was refused.
    Output = 4,  ///< What was to be written can't be.
};
