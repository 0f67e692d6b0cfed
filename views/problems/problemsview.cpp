// SPDX-License-Identifier: Apache-2.0
#include "views/problems/problemsview.h"

ProblemsView::ProblemsView(Document &, Selection &, QWidget *parent)
    : QWidget(parent)
{
}

void ProblemsView::showSeverity(Severity)
{
}

void ProblemsView::showRestarts()
{
}

void ProblemsView::next()
{
}

void ProblemsView::previous()
{
}
