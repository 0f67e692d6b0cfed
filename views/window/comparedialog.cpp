// SPDX-License-Identifier: Apache-2.0
#include "views/window/comparedialog.h"

#include "models/document/document.h"
#include "views/common/comparisonview.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/common/selection.h"
#include "views/window/longwork.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

CompareDialog::CompareDialog(
    Document &document, Selection &selection, const QString &name, Topology other, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_other(std::move(other))
    , m_direction(new QComboBox(this))
    , m_view(new ComparisonView(document, selection, this))
{
    const auto shown = plainText(name);
    setObjectName(u"compareDialog"_s);
    setWindowTitle(tr("Compare with %1").arg(shown));
    setAttribute(Qt::WA_DeleteOnClose);
    m_direction->setObjectName(u"compareDirectionBox"_s);
    m_direction->setAccessibleName(tr("Direction"));
    m_direction->addItem(tr("From %1 to this document").arg(shown));
    m_direction->addItem(tr("From this document to %1").arg(shown));

    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(m_direction);
    column->addWidget(m_view, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &CompareDialog::compare);
    connect(m_direction, &QComboBox::currentIndexChanged, this, &CompareDialog::schedule);
    connect(&document, &Document::changed, this, &CompareDialog::schedule);
    connect(&selection, &QObject::destroyed, this, [this] { delete this; });
    m_view->hideHeadline();
    m_view->showText(tr("Comparing …"), {});
    schedule();
    m_view->setFocus();
    resize(640, 560);
}

void CompareDialog::schedule()
{
    m_isStale = true;
    m_timer.start();
}

void CompareDialog::compare()
{
    // One at a time: what became stale meanwhile is done after it.
    if (m_isComparing)
        return;
    m_isStale = false;
    m_isComparing = true;
    const bool isToUs = m_direction->currentIndex() == 0;
    startLongWork<Comparison>(
        this,
        [ours = m_document.topology(), other = m_other, isToUs] {
            return isToUs ? ::compare(other, ours, Matching::ByName)
                          : ::compare(ours, other, Matching::ByName);
        },
        [this, isToUs](const Comparison &comparison) {
            m_isComparing = false;
            m_view->showComparison(m_direction->itemText(isToUs ? 0 : 1), comparison,
                isToUs ? ComparisonView::Ours::After : ComparisonView::Ours::Before);
            if (m_isStale)
                schedule();
        });
}
