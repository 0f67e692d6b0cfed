// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/problems/problemsmodel.h"

#include <array>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

/// What stands above the problems list: grouping, filter, and how many there are of what. Its
/// counts are the document's, whatever the filter says.
class ProblemsBar final : public QWidget
{
    Q_OBJECT

public:
    /// The first three are the severities.
    enum class Part : quint8 { Error, Warning, Advice, Restarts, Waived };
    static constexpr size_t partCount = 5;

    explicit ProblemsBar(QWidget *parent);

    ProblemGrouping grouping() const;
    ProblemsModel::Filter filter() const;
    /// The filter that lets this part pass, whatever it says; tells nobody.
    void showOnly(Part part);
    void showCounts(const Document &document, int shown);

Q_SIGNALS:
    void groupingChosen();
    void filterChanged();
    void waiversRequested();

private:
    QToolButton *part(Part part) const { return m_parts[size_t(part)]; }
    void addPart(Part part, Mark mark, const QString &name, const QString &toolTip);
    void showCount(Part part, const QString &name, int count);

    QComboBox *m_grouping;
    std::array<QToolButton *, partCount> m_parts {};
    QLineEdit *m_text;
    QLabel *m_summary;
    QToolButton *m_waivers;
};
