// SPDX-License-Identifier: Apache-2.0
#include "tests/architecture/sourcerules.h"

#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// What a folder of models may include besides itself.
const QMap<QString, QStringList> &modelLayers()
{
    static const QMap<QString, QStringList> layers {
        {u"models/base"_s, {}},
        {u"models/topology"_s, {u"models/base"_s}},
        {u"models/rules"_s, {u"models/base"_s, u"models/topology"_s}},
        {u"models/plan"_s, {u"models/base"_s, u"models/topology"_s}},
        {u"models/store"_s,
            {u"models/base"_s, u"models/topology"_s, u"models/rules"_s, u"models/plan"_s}},
        {u"models/exchange"_s,
            {u"models/base"_s, u"models/topology"_s, u"models/rules"_s, u"models/plan"_s}},
        {u"models/report"_s,
            {u"models/base"_s, u"models/topology"_s, u"models/rules"_s, u"models/plan"_s,
                u"models/exchange"_s}},
        {u"models/onboarding"_s,
            {u"models/base"_s, u"models/topology"_s, u"models/rules"_s, u"models/plan"_s}},
        {u"models/staging"_s,
            {u"models/base"_s, u"models/topology"_s, u"models/rules"_s, u"models/plan"_s}},
        {u"models/merge"_s,
            {u"models/base"_s, u"models/topology"_s, u"models/rules"_s, u"models/plan"_s,
                u"models/exchange"_s}},
        {u"models/document"_s, {u"models"_s}},
    };
    return layers;
}

/// "models/rules" of "models/rules/finding.h"; what lies deeper belongs to that folder too.
QString folderOf(const QString &path)
{
    return path.section(u'/', 0, 1);
}

bool isUnder(const QString &path, const QString &folder)
{
    return path.startsWith(folder + u'/');
}

QStringList allowedFor(const QString &folder)
{
    if (folder.startsWith(u"models/"))
        return modelLayers().value(folder);
    if (folder == u"views/common")
        return {u"models"_s};
    if (folder == u"views/window")
        return {u"models"_s, u"views"_s};
    if (folder.startsWith(u"views/"))
        return {u"models"_s, u"views/common"_s};
    return {u"models"_s, u"views"_s, u"app"_s};
}

bool qtModuleHas(const QString &module, const QString &header)
{
    return QFileInfo::exists(u"" QT_HEADERS_DIR "/"_s + module + u'/' + header);
}

QString ownIncludeFault(const QString &path, const QString &included)
{
    const QString folder = folderOf(path);
    const QStringList allowed = allowedFor(folder) << folder;
    const bool isGiven = !included.contains(u'/');  // A table or a .moc beside the file.
    if (isGiven || std::any_of(allowed.cbegin(), allowed.cend(), [&](const QString &layer) {
            return isUnder(included, layer);
        }))
        return {};
    return u"%1 may not include %2"_s.arg(folder, included);
}

QString qtIncludeFault(const QString &path, const QString &included)
{
    const QString header = included.section(u'/', -1);
    const bool isQt = included.startsWith(u'Q');
    if (isQt && path.startsWith(u"models/") && !qtModuleHas(u"QtCore"_s, header))
        return u"models may include Qt Core only, not %1"_s.arg(included);
    if (isQt && path.startsWith(u"app/cli/") && qtModuleHas(u"QtWidgets"_s, header))
        return u"the command line may not include %1"_s.arg(included);
    return {};
}

QString includeFault(const QString &path, const QString &line)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s);
    const QRegularExpressionMatch match = include.match(line);
    if (!match.hasMatch())
        return {};
    return match.captured(1) == u"<" ? qtIncludeFault(path, match.captured(2))
                                     : ownIncludeFault(path, match.captured(2));
}

QString richTextFault(const QString &path, const QString &line)
{
    static const QRegularExpression guessing(
        u"new\\s+QLabel\\s*\\(|QMessageBox::(about|critical|information|question|warning)\\b"_s);
    if (!path.startsWith(u"views/") || path.startsWith(u"views/common/"))
        return {};
    const QRegularExpressionMatch match = guessing.match(line);
    return match.hasMatch() ? u"%1 guesses rich text; use views/common"_s.arg(match.captured())
                            : QString();
}

}  // namespace

QStringList sourceViolations(const QString &path, const QString &text)
{
    QStringList faults;
    const auto note = [&](qsizetype line, const QString &fault) {
        if (!fault.isEmpty())
            faults << u"%1:%2: %3"_s.arg(path).arg(line).arg(fault);
    };
    const QStringList lines = text.split(u'\n');
    if (lines.first() != u"// SPDX-License-Identifier: Apache-2.0")
        note(1, u"does not begin with the SPDX line"_s);
    if (path.startsWith(u"tests/"))
        return faults;
    if (path.startsWith(u"models/") && !modelLayers().contains(folderOf(path)))
        note(1, u"%1 is no folder of the table"_s.arg(folderOf(path)));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        note(i + 1, includeFault(path, lines.at(i)));
        note(i + 1, richTextFault(path, lines.at(i)));
    }
    return faults;
}

QStringList topLevelViolations(const QStringList &entries)
{
    static const QStringList fixed {u"CMakeLists.txt"_s, u"CMakePresets.json"_s, u"LICENSE"_s,
        u"README.md"_s, u"app"_s, u"build"_s, u"models"_s, u"resources"_s, u"tests"_s, u"views"_s};
    QStringList faults;
    for (const QString &entry : entries) {
        if (!entry.startsWith(u'.') && !fixed.contains(entry))
            faults << u"%1 does not belong on the top level"_s.arg(entry);
    }
    return faults;
}
