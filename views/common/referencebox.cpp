// SPDX-License-Identifier: Apache-2.0
#include "views/common/referencebox.h"

#include "models/base/text.h"
#include "views/common/objecttext.h"

#include <QCompleter>
#include <QFocusEvent>
#include <QLineEdit>

ReferenceBox::ReferenceBox(const Topology &topology, Kind kind, QWidget *parent)
    : QComboBox(parent)
    , m_topology(topology)
    , m_kind(kind)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    lineEdit()->setPlaceholderText(tr("none"));
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(this, &QComboBox::activated, this, &ReferenceBox::choose);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ReferenceBox::acceptText);
}

void ReferenceBox::setObject(std::optional<ObjectId> object)
{
    m_object = object;
    setEditText(label(object));
    lineEdit()->setCursorPosition(0);
    lineEdit()->setModified(false);
}

QString ReferenceBox::label(std::optional<ObjectId> object) const
{
    return object && m_topology.contains(*object) ? objectLabel(m_topology, *object) : QString();
}

void ReferenceBox::showPopup()
{
    fill();
    QComboBox::showPopup();
}

void ReferenceBox::focusInEvent(QFocusEvent *event)
{
    // Not on every selection: thousands of names for a list that nobody opens.
    if (count() == 0 || event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::MouseFocusReason)
        fill();
    QComboBox::focusInEvent(event);
}

void ReferenceBox::fill()
{
    struct Entry
    {
        QString text;
        quint32 id;
    };
    std::vector<Entry> entries;
    const auto collect = [&](const auto &table) {
        for (const auto &object : table)
            entries.push_back({objectLabel(m_topology, object.id), object.id.value()});
    };
    if (m_kind == Kind::Tenant)
        collect(m_topology.tenants());
    else if (m_kind == Kind::Host)
        collect(m_topology.hosts());
    else if (m_kind == Kind::SwitchingOffice)
        collect(m_topology.offices());
    else
        collect(m_topology.applications());
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        const auto order = compareText(a.text, b.text);
        return order == 0 ? a.id < b.id : order < 0;
    });
    const auto shown = label(m_object);
    const QSignalBlocker blocker(this);  // The list changes, the choice does not.
    clear();
    addItem(QString());
    int current = 0;
    for (const auto &entry : entries) {
        if (m_object && m_object->id == entry.id)
            current = count();
        addItem(entry.text, entry.id);
    }
    setItemData(0, tr("none"), Qt::AccessibleTextRole);
    setCurrentIndex(current);
    setEditText(shown);
    lineEdit()->setModified(false);
}

void ReferenceBox::choose(int index)
{
    const auto id = itemData(index);
    const auto chosen = id.isValid() ? std::optional(ObjectId(m_kind, id.toUInt())) : std::nullopt;
    const bool isOther = chosen != m_object;
    setObject(chosen);
    if (isOther)
        Q_EMIT edited();
}

void ReferenceBox::acceptText()
{
    if (!lineEdit()->isModified())
        return;
    const auto typed = lineEdit()->text();
    int index = typed.isEmpty() ? 0 : findText(typed, Qt::MatchExactly | Qt::MatchCaseSensitive);
    if (index < 0)
        index = findText(typed, Qt::MatchFixedString);
    if (index >= 0)
        choose(index);
    else
        setObject(m_object);  // Nothing bears that name: what was chosen before stays.
}
