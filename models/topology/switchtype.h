// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

/// Switch types (CfgSwitchType) travel as tokens: the enumeration's name in lower case without CFG.
inline constexpr char16_t multimediaSwitchToken[] = u"multimediaswitch";

/// The tokens of the enumeration in the order of their ids; id 0 ("noswitch") first.
const QStringList &switchTypeTokens();
/// -1 for a token that the enumeration lacks.
int switchTypeNumber(const QString &token);
