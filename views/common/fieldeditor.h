// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <QObject>

class QWidget;

/// Lets people edit the value of one field that is no list: holds the widget that fits it, and
/// turns its state into a value and back. Tables put the widget into a cell, the inspector beside a
/// label.
///
/// The editor is a child of its widget, and goes with it.
class FieldEditor : public QObject
{
    Q_OBJECT

public:
    /// For a field that hasEditor(). The topology must outlive the editor; it is asked for names
    /// when a list is opened.
    static FieldEditor *create(const Topology &topology, Kind kind, Field field, QWidget *parent);
    /// The editor whose widget this is.
    static FieldEditor *of(const QWidget *widget);
    static bool hasEditor(Kind kind, Field field);

    QWidget *widget() const { return m_widget; }
    virtual Value value() const = 0;
    /// Shows a value; edited() is not sent for it.
    virtual void setValue(const Value &value) = 0;

Q_SIGNALS:
    /// Somebody finished an edit: chose an entry, pressed Enter, left the field.
    void edited();

protected:
    explicit FieldEditor(QWidget *widget);

private:
    QWidget *m_widget;
};
