// SPDX-License-Identifier: Apache-2.0
#include "views/restarts/restartsview.h"

RestartsView::RestartsView(Document &, Selection &, QWidget *parent)
    : QWidget(parent)
{
}
