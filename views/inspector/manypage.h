// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QWidget>

class FlowLayout;
class QLabel;
class Selection;

/// What several selected objects have in common.
class ManyPage final : public QWidget
{
    Q_OBJECT

public:
    ManyPage(Document &document, Selection &selection, QWidget *parent);

    /// All of them must exist.
    void showObjects(const QList<ObjectId> &objects);

private:
    Document &m_document;
    Selection &m_selection;
    QLabel *m_title;
    QLabel *m_summary;
    FlowLayout *m_links;
    QWidget *m_linkArea;
};
