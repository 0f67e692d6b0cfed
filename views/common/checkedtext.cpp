// SPDX-License-Identifier: Apache-2.0
#include "views/common/checkedtext.h"

#include "models/rules/catalogue.h"
#include "views/common/objecttext.h"

#include <QCoreApplication>

QString checkedText(const Topology &topology)
{
    const auto tr = [](const char *text) {
        return QCoreApplication::translate("CheckedText", text);
    };
    const auto objects = counted(topology.definedCount(), tr("1 object"), tr("%1 objects"));
    return tr("%1 rules on %2").arg(ruleCount()).arg(objects);
}
