// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/fieldpane.h"

class FieldEditor;
class QLabel;

/// A field with one value: a line, a number, a choice, a reference.
class ValuePane final : public FieldPane
{
    Q_OBJECT

public:
    ValuePane(Document &document, Kind kind, Field field, QWidget *parent);

    void refresh() override;
    void takeFocus() override;

protected:
    void finishTyping() override;

private:
    FieldEditor *m_editor;
    std::optional<Value> m_shown;
};

/// A field that is fixed once the object is created: its text, and that it is so.
class FixedPane final : public FieldPane
{
    Q_OBJECT

public:
    FixedPane(Document &document, Field field, QWidget *parent);

    void refresh() override;

private:
    QLabel *m_text;
    QLabel *m_note;
};
