// SPDX-License-Identifier: Apache-2.0
#include "views/common/typebox.h"

#include "models/base/text.h"
#include "models/topology/switchtype.h"

#include <QCompleter>

namespace {

struct Entry
{
    QString name;
    QString token;
    bool isOther;  ///< No rule speaks of it.
};

std::vector<Entry> entries(Kind kind)
{
    std::vector<Entry> list;
    if (kind == Kind::Application) {
        for (const auto &type : ApplicationType::all())
            list.push_back({type.displayName(), type.token(), type.sharing() == Sharing::None});
    } else {
        for (const auto &token : switchTypeTokens())
            list.push_back({token, token, token != QStringView(multimediaSwitchToken)});
    }
    std::sort(list.begin(), list.end(), [](const Entry &a, const Entry &b) {
        return a.isOther != b.isOther ? b.isOther : textLess(a.name, b.name);
    });
    return list;
}

}  // namespace

TypeBox::TypeBox(Kind kind, QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(16);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    for (const auto &entry : entries(kind))
        addItem(entry.name, entry.token);
}

std::optional<QString> TypeBox::token() const
{
    const int chosen = findText(currentText(), Qt::MatchFixedString);
    return chosen < 0 ? std::nullopt : std::optional(itemData(chosen).toString());
}
