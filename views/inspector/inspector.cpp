// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/inspector.h"

Inspector::Inspector(Document &, Selection &, QWidget *parent)
    : QWidget(parent)
{
}
