// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/gridpane.h"

class QLineEdit;
class QToolButton;

/// Options or annex: section, key, value. What looks like a secret is hidden until somebody asks to
/// see it.
class OptionsPane final : public GridPane
{
    Q_OBJECT

public:
    OptionsPane(Document &document, Field field, QWidget *parent);

protected:
    QList<TextGrid::Row> rows() const override;
    void editCell(int row, int column, const QString &text) override;
    void removeRow(int row) override;
    void add() override;
    bool canAdd() const override;

private:
    /// One line of the table; a section without options has one line without a key.
    struct Line
    {
        QString section;
        std::optional<Option> option;
    };
    QList<Line> lines() const;
    void applyLines(const QList<Line> &lines);
    const Options &options() const;

    QLineEdit *m_section;
    QLineEdit *m_key;
    QLineEdit *m_value;
    QToolButton *m_reveal;
};
