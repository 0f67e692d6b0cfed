// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/models/rules/rulecase.h"

/// A world in which a rule finds something, and the ways out that it offers for its first finding.
struct FixCase
{
    const char *rule;
    const char *title;
    /// Titles in order. Empty: nobody but people can know.
    std::vector<std::string> fixes;
    /// What is otherwise after the first one: "object: fact", an object that is added or removed.
    std::vector<std::string> changes;
    /// What is found after the first one, by any rule: "rule: message".
    std::vector<std::string> left;
    void (*make)(World &);
};

std::vector<FixCase> fixCases();
