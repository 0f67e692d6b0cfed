// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/report/reporttext.h"
#include "views/review/exportwish.h"

#include <QFont>

/// What a report or a runbook is made of: one moment of a document.
struct PaperSource
{
    PaperWish wish;
    Letterhead letterhead;
    Topology topology;
    Topology baseline;
    QDate today;  ///< Which waivers still count.
    QFont font;
};

/// The bytes of the file. Any thread.
Result<QByteArray> makePaper(const PaperSource &source);
/// ".html", ".pdf", ".md".
QString paperEnding(PaperForm form);
