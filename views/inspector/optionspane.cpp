// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/optionspane.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

enum { SectionColumn, KeyColumn, ValueColumn };

}  // namespace

OptionsPane::OptionsPane(Document &document, Field field, QWidget *parent)
    : GridPane(document, field, {tr("Section"), tr("Key"), tr("Value")}, parent)
    , m_section(new QLineEdit(this))
    , m_key(new QLineEdit(this))
    , m_value(new QLineEdit(this))
    , m_reveal(new QToolButton(this))
{
    const auto token = QString(fieldName(field));
    const std::tuple<QLineEdit *, QString, QString> fields[] = {
        {m_section, tr("section"), u"SectionEdit"_s}, {m_key, tr("key"), u"KeyEdit"_s},
        {m_value, tr("value"), u"ValueEdit"_s}};
    for (const auto &[edit, text, name] : fields) {
        edit->setObjectName(token + u"New"_s + name);
        edit->setPlaceholderText(text);
        edit->setAccessibleName(tr("New option: %1").arg(text));
    }
    setAddFields({m_section, m_key, m_value});
    m_reveal->setObjectName(token + u"RevealButton"_s);
    m_reveal->setText(tr("Show secrets"));
    m_reveal->setCheckable(true);
    m_reveal->setAutoRaise(true);
    addTool(m_reveal);
    connect(m_reveal, &QToolButton::toggled, this, &OptionsPane::refresh);
    view()->horizontalHeader()->resizeSection(SectionColumn, 100);
    view()->horizontalHeader()->resizeSection(KeyColumn, 110);
}

const Options &OptionsPane::options() const
{
    return field() == Field::Options ? application().options : application().annex;
}

QList<OptionsPane::Line> OptionsPane::lines() const
{
    QList<Line> lines;
    for (const auto &section : options()) {
        for (const auto &option : section.options)
            lines.append({section.name, option});
        if (section.options.isEmpty())
            lines.append({section.name, {}});
    }
    return lines;
}

QList<TextGrid::Row> OptionsPane::rows() const
{
    const bool isEditable = canEdit();
    const auto all = lines();
    const bool hasSecrets = std::any_of(all.cbegin(), all.cend(),
        [](const Line &line) { return line.option && looksSecret(line.option->key); });
    m_reveal->setVisible(hasSecrets);
    QList<TextGrid::Row> rows;
    for (const auto &line : all) {
        if (!line.option) {
            rows.append({{line.section, isEditable, false, {}, {}}, {{}, isEditable, false, {}, {}},
                {{}, false, false, {}, {}}});
            continue;
        }
        const bool isHidden = looksSecret(line.option->key) && !m_reveal->isChecked();
        // A hidden value can't be edited: it would have to be shown.
        rows.append({{line.section, isEditable, false, {}, {}},
            {line.option->key, isEditable, false, {}, {}},
            {isHidden ? u"••••••"_s : line.option->value, isEditable && !isHidden, false, {},
                isHidden ? QString() : line.option->value}});
    }
    return rows;
}

void OptionsPane::applyLines(const QList<Line> &lines)
{
    Options made;
    for (const auto &line : lines) {
        auto section = std::find_if(made.begin(), made.end(),
            [&](const OptionSection &each) { return each.name == line.section; });
        if (section == made.end())
            section = made.insert(made.end(), {line.section, {}});
        if (line.option)
            section->options.append(*line.option);
    }
    applyValue(made);
}

void OptionsPane::editCell(int row, int column, const QString &text)
{
    auto all = lines();
    auto &line = all[row];
    if (column == SectionColumn)
        line.section = text;
    else if (column == KeyColumn && !line.option)
        line.option = Option {text, {}};
    else if (column == KeyColumn)
        line.option->key = text;
    else
        line.option->value = text;
    if (line.section.isEmpty() || (line.option && line.option->key.isEmpty()))
        return refuse(tr("An option has a section and a key."));
    const auto twins = std::count_if(all.cbegin(), all.cend(), [&](const Line &other) {
        return other.section == line.section && other.option && line.option
            && other.option->key == line.option->key;
    });
    if (twins > 1)
        return refuse(tr("There is an option of that section and key already."));
    applyLines(all);
}

void OptionsPane::removeRow(int row)
{
    auto all = lines();
    all.removeAt(row);
    applyLines(all);
}

bool OptionsPane::canAdd() const
{
    return !m_section->text().isEmpty();
}

void OptionsPane::add()
{
    Line line {m_section->text(), {}};
    if (!m_key->text().isEmpty())
        line.option = Option {m_key->text(), m_value->text()};
    auto all = lines();
    const bool isTwin = std::any_of(all.cbegin(), all.cend(), [&](const Line &other) {
        return other.section == line.section && other.option && line.option
            && other.option->key == line.option->key;
    });
    if (isTwin)
        return refuse(tr("There is an option of that section and key already."));
    all.append(line);
    // The section stays: the next option often belongs to it.
    m_key->clear();
    m_value->clear();
    applyLines(all);
}
