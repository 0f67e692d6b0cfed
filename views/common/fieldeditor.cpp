// SPDX-License-Identifier: Apache-2.0
#include "views/common/fieldeditor.h"

#include "views/common/fieldtext.h"
#include "views/common/referencebox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpressionValidator>

using namespace Qt::StringLiterals;

namespace {

class TextEditor final : public FieldEditor
{
public:
    explicit TextEditor(QWidget *parent)
        : FieldEditor(new QLineEdit(parent))
    {
        connect(line(), &QLineEdit::editingFinished, this, [this] {
            if (line()->isModified())
                Q_EMIT edited();
            line()->setModified(false);
        });
    }
    Value value() const override
    {
        return line()->text().isEmpty() ? Value() : Value(line()->text());
    }
    void setValue(const Value &value) override
    {
        const auto *text = std::get_if<QString>(&value);
        line()->setText(text ? *text : QString());
        line()->setCursorPosition(0);
    }

private:
    QLineEdit *line() const { return static_cast<QLineEdit *>(widget()); }
};

/// A whole number, or nothing.
class NumberEditor final : public FieldEditor
{
public:
    explicit NumberEditor(QWidget *parent)
        : FieldEditor(new QLineEdit(parent))
    {
        // Eighteen digits fit into 64 bits.
        line()->setValidator(
            new QRegularExpressionValidator(QRegularExpression(u"-?[0-9]{0,18}"_s), line()));
        connect(line(), &QLineEdit::editingFinished, this, [this] {
            if (line()->isModified())
                Q_EMIT edited();
            line()->setModified(false);
        });
    }
    Value value() const override
    {
        bool isNumber = false;
        const auto number = line()->text().toLongLong(&isNumber);
        return isNumber ? Value(qint64(number)) : Value();
    }
    void setValue(const Value &value) override
    {
        const auto *number = std::get_if<qint64>(&value);
        line()->setText(number ? QString::number(*number) : QString());
    }

private:
    QLineEdit *line() const { return static_cast<QLineEdit *>(widget()); }
};

/// One of a few words.
class ChoiceEditor final : public FieldEditor
{
public:
    using Choices = QList<std::pair<QString, Value>>;

    ChoiceEditor(Choices choices, QWidget *parent)
        : FieldEditor(new QComboBox(parent))
        , m_choices(std::move(choices))
    {
        for (const auto &[text, value] : m_choices)
            box()->addItem(text);
        connect(box(), &QComboBox::activated, this, &FieldEditor::edited);
    }
    Value value() const override
    {
        return box()->currentIndex() < 0 ? Value() : m_choices.at(box()->currentIndex()).second;
    }
    void setValue(const Value &value) override
    {
        const auto choice = std::find_if(m_choices.cbegin(), m_choices.cend(),
            [&](const auto &each) { return each.second == value; });
        box()->setCurrentIndex(choice == m_choices.cend() ? -1 : int(choice - m_choices.cbegin()));
    }

private:
    QComboBox *box() const { return static_cast<QComboBox *>(widget()); }
    Choices m_choices;
};

class CheckEditor final : public FieldEditor
{
public:
    explicit CheckEditor(QWidget *parent)
        : FieldEditor(new QCheckBox(parent))
    {
        connect(box(), &QCheckBox::clicked, this, &FieldEditor::edited);
    }
    Value value() const override { return box()->isChecked(); }
    void setValue(const Value &value) override
    {
        const auto *isOn = std::get_if<bool>(&value);
        box()->setChecked(isOn && *isOn);
    }

private:
    QCheckBox *box() const { return static_cast<QCheckBox *>(widget()); }
};

template <class Id>
class ReferenceEditor final : public FieldEditor
{
public:
    ReferenceEditor(const Topology &topology, Kind kind, QWidget *parent)
        : FieldEditor(new ReferenceBox(topology, kind, parent))
    {
        connect(box(), &ReferenceBox::edited, this, &FieldEditor::edited);
    }
    Value value() const override
    {
        return box()->object() ? Value(Id(box()->object()->id)) : Value();
    }
    void setValue(const Value &value) override
    {
        const auto *id = std::get_if<Id>(&value);
        box()->setObject(id ? std::optional<ObjectId>(*id) : std::nullopt);
    }

private:
    ReferenceBox *box() const { return static_cast<ReferenceBox *>(widget()); }
};

ChoiceEditor::Choices choices(Field field)
{
    ChoiceEditor::Choices list;
    switch (field) {
    case Field::State:
        for (const auto state : {ObjectState::Enabled, ObjectState::Disabled})
            list.append({stateText(state), state});
        break;
    case Field::Redundancy:
        for (const auto each :
            {Redundancy::None, Redundancy::Cold, Redundancy::Warm, Redundancy::Hot})
            list.append({redundancyText(each), each});
        break;
    case Field::Component:
        list = {{FieldEditor::tr("not given"), Component::None},
            {componentText(Component::InteractionServer), Component::InteractionServer}};
        break;
    case Field::AutoRestart:
        list = {{FieldEditor::tr("not given"), Value()}, {FieldEditor::tr("yes"), true},
            {FieldEditor::tr("no"), false}};
        break;
    default:
        break;
    }
    return list;
}

}  // namespace

FieldEditor::FieldEditor(QWidget *widget)
    : QObject(widget)
    , m_widget(widget)
{
}

FieldEditor *FieldEditor::of(const QWidget *widget)
{
    return widget->findChild<FieldEditor *>(QString(), Qt::FindDirectChildrenOnly);
}

bool FieldEditor::hasEditor(Kind kind, Field field)
{
    switch (field) {
    case Field::Tenants:
    case Field::Connections:
    case Field::Ports:
    case Field::Switches:
    case Field::Options:
    case Field::Annex:
    case Field::Extra:
        return false;
    default:
        return hasField(kind, field) && !isFixedOnceCreated(kind, field);
    }
}

FieldEditor *FieldEditor::create(const Topology &topology, Kind kind, Field field, QWidget *parent)
{
    Q_ASSERT(hasEditor(kind, field));
    switch (field) {
    case Field::Dbid:
    case Field::LcaPort:
    case Field::StartupTimeout:
    case Field::ShutdownTimeout:
        return new NumberEditor(parent);
    case Field::State:
    case Field::Redundancy:
    case Field::Component:
    case Field::AutoRestart:
        return new ChoiceEditor(choices(field), parent);
    case Field::LoadBalanced:
        return new CheckEditor(parent);
    case Field::Parent:
        return new ReferenceEditor<TenantId>(topology, Kind::Tenant, parent);
    case Field::Host:
        return new ReferenceEditor<HostId>(topology, Kind::Host, parent);
    case Field::Backup:
        return new ReferenceEditor<ApplicationId>(topology, Kind::Application, parent);
    default:
        return new TextEditor(parent);
    }
}
