// SPDX-License-Identifier: Apache-2.0
#include "views/matrix/assignmentsview.h"

AssignmentsView::AssignmentsView(Document &, Selection &, QWidget *parent)
    : QWidget(parent)
{
}
