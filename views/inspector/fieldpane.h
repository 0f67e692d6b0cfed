// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QWidget>

/// Shows and edits one field of an object; one class for each way of editing.
class FieldPane : public QWidget
{
    Q_OBJECT

public:
    Field field() const { return m_field; }
    /// The field's label, unless the pane has what says it already.
    virtual bool hasLabel() const { return true; }
    /// Long panes stand below their label, short ones beside it.
    virtual bool isWide() const { return false; }

    /// Shows this object's field; it must exist. What was typed for the object before is kept
    /// there.
    void showObject(ObjectId object);
    /// Takes over what changed in the document. The object must still exist.
    virtual void refresh() = 0;
    virtual void takeFocus() { setFocus(Qt::OtherFocusReason); }

protected:
    FieldPane(Document &document, Field field, QWidget *parent);

    Document &document() const { return m_document; }
    const Topology &topology() const { return m_document.topology(); }
    bool hasObject() const { return m_object.has_value(); }
    ObjectId object() const { return *m_object; }
    Value value() const;
    bool canEdit() const;
    /// Asks the document; errors are told inline, and the pane shows what holds.
    void apply(const Document::Builder &build);
    void applyValue(const Value &value);
    /// Called before another object is shown.
    virtual void finishTyping() { }

private:
    Document &m_document;
    Field m_field;
    std::optional<ObjectId> m_object;
};

/// The pane that fits a field of a kind.
FieldPane *makeFieldPane(Document &document, Kind kind, Field field, QWidget *parent);
