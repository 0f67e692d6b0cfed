// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/inspector.h"

#include "models/document/document.h"
#include "views/common/emptystate.h"
#include "views/common/selection.h"
#include "views/inspector/manypage.h"
#include "views/inspector/objectpage.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

Inspector::Inspector(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(tr("Nothing selected"),
          tr("Select a tenant, an application, a switch or a host to see and edit its fields here."),
          this))
    , m_many(new ManyPage(document, selection, this))
{
    setObjectName(u"inspector"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_many);
    connect(&selection, &Selection::changed, this, &Inspector::showSelection);
    connect(&selection, &Selection::revealed, this, &Inspector::reveal);
    // Findings and plan are the ones after when the document says that it changed.
    connect(&document, &Document::changed, this, &Inspector::showSelection);
    connect(&document, &Document::baselineChanged, this, &Inspector::showSelection);
    showSelection();
}

ObjectPage &Inspector::page(Kind kind)
{
    auto *&page = m_objectPages[size_t(kind)];
    if (!page) {
        page = new ObjectPage(m_document, m_selection, kind, m_pages);
        m_pages->addWidget(page);
    }
    return *page;
}

void Inspector::showSelection()
{
    QList<ObjectId> objects;
    for (const auto &object : m_selection.objects()) {
        if (m_document.topology().contains(object))
            objects.append(object);
    }
    if (objects.isEmpty()) {
        m_pages->setCurrentWidget(m_empty);
    } else if (objects.size() > 1) {
        m_many->showObjects(objects);
        m_pages->setCurrentWidget(m_many);
    } else {
        auto &shown = page(objects.constFirst().kind);
        shown.showObject(objects.constFirst());
        m_pages->setCurrentWidget(&shown);
    }
}

void Inspector::reveal(ObjectId object, std::optional<Field> field)
{
    if (!m_document.topology().contains(object))
        return;
    showSelection();
    page(object.kind).revealField(field.value_or(Field::Name));
}
