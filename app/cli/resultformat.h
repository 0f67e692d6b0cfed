// SPDX-License-Identifier: Apache-2.0
#pragma once

/// How a command shows its result.
enum class ResultFormat { Text, Json };
