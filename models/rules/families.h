// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/rule.h"

// The rules of each family; a new family is one more line here and in rulelist.cpp.

std::span<const Rule> tenantRules();
std::span<const Rule> interactionServerRules();
std::span<const Rule> capturePointRules();
std::span<const Rule> nameRules();
std::span<const Rule> referenceRules();
std::span<const Rule> backupRules();
std::span<const Rule> switchRules();
std::span<const Rule> hostRules();
std::span<const Rule> connectionRules();
std::span<const Rule> chatRules();
std::span<const Rule> contactServerRules();
std::span<const Rule> loadBalancingRules();
std::span<const Rule> socialMessagingRules();
