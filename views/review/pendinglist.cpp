// SPDX-License-Identifier: Apache-2.0
#include "views/review/pendinglist.h"

#include "models/base/text.h"
#include "models/document/document.h"
#include "models/topology/edits.h"
#include "views/common/elideddelegate.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"
#include "views/common/selection.h"

#include <QScopedValueRollback>

#include <algorithm>

using namespace Qt::StringLiterals;

PendingList::PendingList(Document &document, Selection &selection, QWidget *parent)
    : QListWidget(parent)
    , m_document(document)
{
    setObjectName(u"pendingList"_s);
    setAccessibleName(tr("Restarts to tick off"));
    setItemDelegate(new ElidedDelegate(this));
    setUniformItemSizes(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    connect(&document, &Document::changed, this, &PendingList::follow);
    connect(this, &QListWidget::itemChanged, this, &PendingList::tick);
    connect(this, &QListWidget::itemSelectionChanged, this, [this, &selection] {
        const auto chosen = selectedItems();
        if (!m_isUpdating && !chosen.isEmpty())
            selection.select(m_rows.at(row(chosen.constFirst())));
    });
    begin();
}

void PendingList::begin()
{
    m_revisions.clear();
    follow();
}

/// Rows only come while one looks, so that the one under the cursor stays there.
void PendingList::follow()
{
    const auto &topology = m_document.topology();
    m_revisions.removeIf([&](const auto &known) { return !topology.contains(known.key()); });
    const auto &pending = topology.pendingRestarts();
    for (auto it = pending.cbegin(); it != pending.cend(); ++it) {
        if (topology.contains(it.key()))
            m_revisions.insert(it.key(), it.value());
    }
    auto rows = m_revisions.keys();
    std::sort(rows.begin(), rows.end(), [&](ApplicationId a, ApplicationId b) {
        const auto order = compareText(topology.name(a), topology.name(b));
        return order != 0 ? order < 0 : a < b;
    });
    const QScopedValueRollback updating(m_isUpdating, true);
    const int row = currentRow();
    const auto current = row >= 0 ? std::optional(m_rows.at(row)) : std::nullopt;
    if (rows != m_rows) {
        clear();
        for (qsizetype i = 0; i < rows.size(); ++i)
            addItem(QString());
        m_rows = rows;
        setCurrentRow(current ? int(m_rows.indexOf(*current)) : -1);
        updateGeometry();
    }
    for (int i = 0; i < count(); ++i) {
        const auto id = m_rows.at(i);
        auto *shown = item(i);
        shown->setText(tr("%1, exported in revision %2")
                           .arg(objectLabel(topology, id))
                           .arg(m_revisions.value(id)));
        shown->setCheckState(pending.contains(id) ? Qt::Unchecked : Qt::Checked);
        auto flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
        if (!m_document.isReadOnly())
            flags |= Qt::ItemIsUserCheckable;
        shown->setFlags(flags);
    }
}

void PendingList::tick(QListWidgetItem *item)
{
    if (m_isUpdating)
        return;
    const auto id = m_rows.at(row(item));
    const bool isDone = item->checkState() == Qt::Checked;
    const auto revision = m_revisions.value(id);
    const auto ticked = m_document.apply([&](const Topology &topology) {
        return isDone ? confirmRestarts(topology, {id}) : awaitRestarts(topology, {id}, revision);
    });
    if (!succeeded(ticked, this))
        follow();
}

QSize PendingList::sizeHint() const
{
    constexpr int most = 12;
    const auto rows = std::clamp(count(), 1, most);
    const auto height = count() > 0 ? sizeHintForRow(0) : fontMetrics().height();
    return {320, rows * height + 2 * frameWidth() + 2};
}

QSize PendingList::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}
