// SPDX-License-Identifier: Apache-2.0
#include "views/review/errorlinks.h"

#include "models/document/document.h"
#include "models/rules/catalogue.h"
#include "views/common/linkbutton.h"
#include "views/common/mark.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/common/selection.h"
#include "views/review/findingpicks.h"

#include <QIcon>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// What leaves room for that which they stand beside.
constexpr qsizetype listedErrors = 8;

}  // namespace

ErrorLinks::ErrorLinks(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(4);
}

void ErrorLinks::showErrors()
{
    while (auto *item = m_lines->takeAt(0)) {
        // One of them may be what was clicked.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto &topology = m_document.topology();
    const auto errors =
        pickFindings(topology, m_document.validator(), Severity::Error, listedErrors);
    for (const auto &finding : errors.shown) {
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto *mark = plainLabel({}, row);
        mark->setPixmap(markIcon(Mark::Error).pixmap(14, 14));
        line->addWidget(mark);
        const auto text = plainText(message(topology, finding));
        auto *link = new LinkButton(text, row);
        link->setObjectName(u"errorLink"_s);
        link->setToolTip(toolTipText(text));
        const auto object = finding.object;
        const auto field = fieldAtFault(finding.rule);
        connect(link, &LinkButton::clicked, this, [this, object, field] {
            if (m_document.topology().contains(object))
                m_selection.reveal(object, field);
        });
        line->addWidget(link);
        line->addStretch();
        m_lines->addWidget(row);
    }
    if (const auto more = errors.count - errors.shown.size(); more > 0) {
        auto *link = new LinkButton(counted(more, tr("1 more error"), tr("%1 more errors")), this);
        link->setObjectName(u"moreErrorsLink"_s);
        connect(link, &LinkButton::clicked, this, &ErrorLinks::allRequested);
        m_lines->addWidget(link);
    }
    setVisible(errors.count > 0);
}
