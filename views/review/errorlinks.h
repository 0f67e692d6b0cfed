// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class Document;
class QVBoxLayout;
class Selection;

/// The first of the errors that stand, each a link to its object and the field at fault. Shows what
/// stood when showErrors() was called last. Document and selection must outlive it.
class ErrorLinks final : public QWidget
{
    Q_OBJECT

public:
    ErrorLinks(Document &document, Selection &selection, QWidget *parent = nullptr);

    void showErrors();

Q_SIGNALS:
    /// There are more than these, and they are to be seen.
    void allRequested();

private:
    Document &m_document;
    Selection &m_selection;
    QVBoxLayout *m_lines;
};
