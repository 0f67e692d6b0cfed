// SPDX-License-Identifier: Apache-2.0
#include "views/tables/fielddelegate.h"

#include "views/common/fieldeditor.h"
#include "views/common/mark.h"
#include "views/tables/objecttablemodel.h"

#include <QComboBox>
#include <QPainter>

namespace {

constexpr int markSize = 14;  // Pixels, as markMargin.
constexpr int markMargin = 5;

}  // namespace

FieldDelegate::FieldDelegate(const Topology &topology, QObject *parent)
    : ElidedDelegate(parent)
    , m_topology(topology)
{
}

QWidget *FieldDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const ObjectTableModel *>(index.model());
    if (!model)
        return nullptr;
    auto *editor =
        FieldEditor::create(m_topology, model->kind(), model->field(index.column()), parent);
    auto *widget = editor->widget();
    widget->setAutoFillBackground(true);
    // What was chosen from a list is meant: it needs no Enter.
    if (qobject_cast<QComboBox *>(widget)) {
        auto *self = const_cast<FieldDelegate *>(this);
        connect(editor, &FieldEditor::edited, self, [self, widget] {
            Q_EMIT self->commitData(widget);
            Q_EMIT self->closeEditor(widget);
        });
    }
    return widget;
}

void FieldDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    FieldEditor::of(editor)->setValue(index.data(ObjectTableModel::ValueRole).value<Value>());
}

void FieldDelegate::setModelData(
    QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto value = FieldEditor::of(editor)->value();
    if (value != index.data(ObjectTableModel::ValueRole).value<Value>())
        model->setData(index, QVariant::fromValue(value), Qt::EditRole);
}

void FieldDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto severity = index.data(ObjectTableModel::SeverityRole);
    if (!severity.isValid()) {
        ElidedDelegate::paint(painter, option, index);
        return;
    }
    const auto mark = markOf(Severity(severity.toInt()));
    painter->fillRect(option.rect, toneBackground(option.palette, markTone(mark)));
    auto rest = option;
    rest.rect.setRight(rest.rect.right() - markSize - markMargin);
    ElidedDelegate::paint(painter, rest, index);
    const QRect place(option.rect.right() - markSize - markMargin + 1,
        option.rect.center().y() - markSize / 2 + 1, markSize, markSize);
    markIcon(mark).paint(painter, place);
}
