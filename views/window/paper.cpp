// SPDX-License-Identifier: Apache-2.0
#include "views/window/paper.h"

#include "models/report/htmlwriter.h"
#include "models/report/markdownwriter.h"
#include "models/report/runbookoutline.h"
#include "models/report/topologyreport.h"
#include "views/canvas/reportpictures.h"
#include "views/report/pdfwriter.h"

using namespace Qt::StringLiterals;

namespace {

Outline runbook(const PaperSource &source)
{
    const auto &[baseline, working] = std::tie(source.baseline, source.topology);
    const auto plan = Planner(baseline, working, Matching::ById).plan();
    const auto wayBack = Planner(working, baseline, Matching::ById).plan();
    return runbookOutline(
        runbookOf(plan, wayBack, baseline, working, manualSteps(baseline, working, Matching::ById)),
        source.letterhead);
}

Result<Outline> report(const PaperSource &source)
{
    ReportSource content {source.letterhead, source.topology, &source.baseline, source.today, {}};
    if (source.wish.form != PaperForm::Markdown) {
        Picture::Style style;
        style.title = source.letterhead.subject;
        style.font = source.font;
        auto pictures = reportPictures({source.topology, source.baseline, source.today}, style,
            source.wish.form == PaperForm::Pdf ? ReportForm::Pages : ReportForm::Screen);
        if (!pictures)
            return tl::unexpected(pictures.error());
        content.pictures = *std::move(pictures);
    }
    return reportOutline(content);
}

}  // namespace

Result<QByteArray> makePaper(const PaperSource &source)
{
    const auto outline = source.wish.kind == PaperKind::Report ? report(source) : runbook(source);
    if (!outline)
        return tl::unexpected(outline.error());
    switch (source.wish.form) {
    case PaperForm::Html:
        return htmlOf(*outline);
    case PaperForm::Pdf:
        return pdfOf(*outline, source.font);
    case PaperForm::Markdown:
        break;
    }
    return markdownOf(*outline);
}

QString paperEnding(PaperForm form)
{
    switch (form) {
    case PaperForm::Html:
        return u".html"_s;
    case PaperForm::Pdf:
        return u".pdf"_s;
    case PaperForm::Markdown:
        break;
    }
    return u".md"_s;
}
