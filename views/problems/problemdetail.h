// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "views/common/mark.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;
class Selection;
struct ProblemRow;

/// What stands behind one line of the problems list: the reason, the source, and the facts, each a
/// link that selects.
class ProblemDetail final : public QScrollArea
{
    Q_OBJECT

public:
    ProblemDetail(Document &document, Selection &selection, QWidget *parent);

    /// Null shows nothing.
    void show(const ProblemRow *row);

private:
    void showFinding(FindingId finding);
    void showRestart(ApplicationId application);
    void addHead(Mark mark, const QString &title);
    void addText(const QString &text, bool isMuted = false);
    void addLink(const QString &text, const QString &address);
    void addFacts(
        const QString &label, const QList<ObjectId> &objects, const QStringList &others = {});

    Document &m_document;
    Selection &m_selection;
    QVBoxLayout *m_column = nullptr;
};
