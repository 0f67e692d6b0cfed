// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QWidget>

class FlowLayout;
class QLabel;
class Selection;

/// Who refers to the object: links that select. Takes no room while nobody does.
class ReferrerLinks final : public QWidget
{
    Q_OBJECT

public:
    ReferrerLinks(Document &document, Selection &selection, QWidget *parent);

    void showObject(ObjectId object);

private:
    QList<ObjectId> referrers(ObjectId object) const;

    Document &m_document;
    Selection &m_selection;
    QLabel *m_title;
    QWidget *m_links;
    FlowLayout *m_flow;
    QList<std::pair<ObjectId, QString>> m_shown;
};
