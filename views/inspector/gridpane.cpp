// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/gridpane.h"

#include "views/common/elideddelegate.h"
#include "views/common/icons.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

GridPane::GridPane(Document &document, Field field, const QStringList &heads, QWidget *parent)
    : FieldPane(document, field, parent)
    , m_grid(new TextGrid(heads, this))
    , m_view(new QTableView(this))
    , m_column(new QVBoxLayout(this))
    , m_tools(new QHBoxLayout)
    , m_remove(new QToolButton(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_view->setObjectName(QString(fieldName(field)) + u"Grid"_s);
    m_view->setAccessibleName(fieldLabel(field));
    m_view->setModel(m_grid);
    m_view->setItemDelegate(new ElidedDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setWordWrap(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_column->addWidget(m_view);
    m_column->addLayout(m_tools);
    m_tools->addStretch(1);

    auto *remove = new QAction(actionIcon("remove"_L1), tr("Remove"), this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(remove);
    m_remove->setObjectName(QString(fieldName(field)) + u"RemoveButton"_s);
    m_remove->setDefaultAction(remove);
    m_remove->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_remove->setAutoRaise(true);
    m_tools->addWidget(m_remove);
    setFocusProxy(m_view);

    connect(remove, &QAction::triggered, this, [this] {
        if (hasObject() && canRemove() && m_view->currentIndex().isValid())
            removeRow(m_view->currentIndex().row());
    });
    connect(m_grid, &TextGrid::edited, this, [this](int row, int column, const QString &text) {
        if (hasObject())
            editCell(row, column, text);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &GridPane::updateButtons);
}

void GridPane::setAddFields(const QList<QWidget *> &fields)
{
    m_addRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_addRow);
    row->setContentsMargins(0, 0, 0, 0);
    for (auto *field : fields) {
        row->addWidget(field, 1);
        if (auto *line = qobject_cast<QLineEdit *>(field)) {
            connect(line, &QLineEdit::textChanged, this, &GridPane::updateButtons);
            connect(line, &QLineEdit::returnPressed, this, [this] {
                if (m_add->isEnabled())
                    add();
            });
        }
    }
    m_add = new QPushButton(actionIcon("add"_L1), tr("Add"), m_addRow);
    m_add->setObjectName(QString(fieldName(field())) + u"AddButton"_s);
    row->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, [this] { add(); });
    m_column->insertWidget(1, m_addRow);
}

void GridPane::addTool(QWidget *tool)
{
    m_tools->insertWidget(0, tool);
}

void GridPane::refresh()
{
    if (!hasObject())
        return;
    m_grid->setRows(rows());
    constexpr int most = 8;
    const int shown = std::clamp(m_grid->rowCount(), 1, most);
    m_view->setFixedHeight(shown * m_view->verticalHeader()->defaultSectionSize()
        + m_view->horizontalHeader()->sizeHint().height() + 2 * m_view->frameWidth() + 2);
    m_view->setVisible(m_grid->rowCount() > 0);
    updateButtons();
}

void GridPane::updateButtons()
{
    if (!hasObject() || !topology().contains(object()))
        return;
    const bool isEditable = canEdit();
    m_remove->setVisible(m_grid->rowCount() > 0 && canRemove());
    m_remove->defaultAction()->setEnabled(canRemove() && m_view->currentIndex().isValid());
    if (m_addRow) {
        m_addRow->setVisible(isEditable);
        m_add->setEnabled(canAdd());
    }
}

void GridPane::takeFocus()
{
    if (m_grid->rowCount() == 0 && m_addRow) {
        m_addRow->layout()->itemAt(0)->widget()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_view->setFocus(Qt::OtherFocusReason);
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_grid->index(0, 0));
}

void GridPane::refuse(const QString &message)
{
    postError(this, {Error::Code::InvalidInput, message, {}});
}

Result<std::optional<qint64>> typedNumber(const QString &text, const QString &what)
{
    const auto typed = text.trimmed();
    if (typed.isEmpty())
        return std::optional<qint64>();
    bool isNumber = false;
    const auto number = typed.toLongLong(&isNumber);
    if (!isNumber)
        return failure(
            Error::Code::InvalidInput, GridPane::tr("%1 is a whole number, or nothing.").arg(what));
    return std::optional<qint64>(number);
}
