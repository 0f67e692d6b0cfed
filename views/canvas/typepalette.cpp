// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/typepalette.h"

#include "models/topology/applicationtype.h"
#include "views/canvas/typedrop.h"
#include "views/common/icons.h"

#include <QDrag>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

ApplicationType typeOf(const QListWidgetItem *item)
{
    return ApplicationType::fromToken(item->data(Qt::UserRole).toString());
}

/// A list whose rows are dragged as types.
class TypeList final : public QListWidget
{
public:
    using QListWidget::QListWidget;

protected:
    void startDrag(Qt::DropActions) override
    {
        const auto *item = currentItem();
        if (!item)
            return;
        auto *drag = new QDrag(this);
        drag->setMimeData(mimeOf(typeOf(item)).release());
        drag->setPixmap(item->icon().pixmap(QSize(24, 24), devicePixelRatioF()));
        drag->exec(Qt::CopyAction);
    }
};

}  // namespace

TypePalette::TypePalette(QWidget *parent)
    : QWidget(parent)
    , m_filter(new QLineEdit(this))
    , m_list(new TypeList(this))
{
    setObjectName(u"typePalette"_s);
    setFixedWidth(220);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 4, 4);
    column->setSpacing(6);
    m_filter->setObjectName(u"typeFilterEdit"_s);
    m_filter->setPlaceholderText(tr("Filter types"));
    m_filter->setClearButtonEnabled(true);
    m_list->setObjectName(u"typeList"_s);
    m_list->setAccessibleName(tr("Types of servers"));
    m_list->setDragEnabled(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setToolTip(tr("Drag a type to a lane, or press Enter to add one where you are."));
    const auto add = [this](const ApplicationType &type) {
        auto *item = new QListWidgetItem(typeIcon(type), type.displayName(), m_list);
        item->setData(Qt::UserRole, type.token());
    };
    // Those that rules speak of first.
    for (const auto &type : ApplicationType::all()) {
        if (type.sharing() != Sharing::None)
            add(type);
    }
    for (const auto &type : ApplicationType::all()) {
        if (type.sharing() == Sharing::None)
            add(type);
    }
    m_list->setCurrentRow(0);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &TypePalette::filter);
    connect(m_list, &QListWidget::itemActivated, this,
        [this](QListWidgetItem *item) { Q_EMIT chosen(typeOf(item)); });
}

void TypePalette::filter(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row) {
        auto *item = m_list->item(row);
        item->setHidden(!item->text().contains(text.simplified(), Qt::CaseInsensitive));
    }
}
