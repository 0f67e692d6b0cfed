// SPDX-License-Identifier: Apache-2.0
#include "app/cli/revisiontext.h"

#include "models/base/text.h"
#include "models/exchange/counted.h"
#include "models/exchange/diffjson.h"
#include "models/exchange/jsonwriter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct RevisionTexts
{
    Q_DECLARE_TR_FUNCTIONS(RevisionText)
};

QString stateText(const RevisionInfo &revision)
{
    if (revision.isBaseline)
        return RevisionTexts::tr("baseline");
    return revision.isDeployed ? RevisionTexts::tr("deployed") : u"-"_s;
}

void write(JsonWriter &json, const RevisionInfo &revision)
{
    json.beginObject();
    json.key("number");
    json.value(revision.number);
    json.key("time");
    json.value(revision.time.toString(Qt::ISODate));
    json.key("author");
    json.value(revision.author);
    json.key("comment");
    json.value(revision.comment);
    json.key("deployed");
    json.value(revision.isDeployed);
    json.key("baseline");
    json.value(revision.isBaseline);
    json.key("deployedBy");
    if (revision.deployedAt.isValid())
        json.value(revision.deployedBy);
    else
        json.null();
    json.key("deployedAt");
    if (revision.deployedAt.isValid())
        json.value(revision.deployedAt.toString(Qt::ISODate));
    else
        json.null();
    json.key("state");
    json.value(revision.step);
    json.key("checksum");
    if (revision.checksum.isEmpty())
        json.null();
    else
        json.value(revision.checksum);
    json.key("findings");
    if (const auto &findings = revision.findings) {
        json.beginObject();
        json.key("errors");
        json.value(findings->errors);
        json.key("warnings");
        json.value(findings->warnings);
        json.key("advice");
        json.value(findings->advice);
        json.key("waived");
        json.value(findings->waived);
        json.endObject();
    } else {
        json.null();
    }
    json.endObject();
}

void begin(JsonWriter &json, const char *format)
{
    json.beginObject(JsonWriter::Layout::Lines);
    json.key("format");
    json.value(QLatin1String(format));
    json.key("version");
    json.value(1);
}

}  // namespace

QString revisionsText(const QList<RevisionInfo> &revisions)
{
    QString text;
    std::for_each(revisions.rbegin(), revisions.rend(), [&](const RevisionInfo &revision) {
        const QStringList columns {QString::number(revision.number),
            revision.time.toString(Qt::ISODate), visibleText(revision.author), stateText(revision),
            visibleText(revision.comment)};
        text += columns.join(u'\t') + u'\n';
    });
    return text;
}

QByteArray revisionsJson(const QList<RevisionInfo> &revisions)
{
    JsonWriter json;
    begin(json, "switchyard-revisions");
    json.key("revisions");
    json.beginArray(JsonWriter::Layout::Lines);
    std::for_each(revisions.rbegin(), revisions.rend(),
        [&](const RevisionInfo &revision) { write(json, revision); });
    json.endArray();
    json.endObject();
    return json.bytes() + '\n';
}

QString revisionText(const RevisionInfo &revision)
{
    QStringList lines {RevisionTexts::tr("Revision %1: %2")
                           .arg(QString::number(revision.number), visibleText(revision.comment)),
        RevisionTexts::tr("By %1, %2")
            .arg(visibleText(revision.author), revision.time.toString(Qt::ISODate))};
    if (revision.isBaseline)
        lines.append(RevisionTexts::tr("Deployed: it is the baseline."));
    else if (revision.isDeployed)
        lines.append(RevisionTexts::tr("Deployed once."));
    if (revision.deployedAt.isValid())
        lines.append(
            RevisionTexts::tr("Declared deployed by %1, %2")
                .arg(visibleText(revision.deployedBy), revision.deployedAt.toString(Qt::ISODate)));
    if (const auto &findings = revision.findings)
        lines.append(RevisionTexts::tr("Problems: %1, %2, %3 advice, %4 waived")
                         .arg(counted(findings->errors, RevisionTexts::tr("1 error"),
                                  RevisionTexts::tr("%1 errors")),
                             counted(findings->warnings, RevisionTexts::tr("1 warning"),
                                 RevisionTexts::tr("%1 warnings")))
                         .arg(findings->advice)
                         .arg(findings->waived));
    if (!revision.checksum.isEmpty())
        lines.append(RevisionTexts::tr("Checksum: %1").arg(revision.checksum));
    return lines.join(u'\n') + u'\n';
}

QByteArray revisionJson(const RevisionInfo &revision, const QList<ObjectDifference> &changes)
{
    JsonWriter json;
    begin(json, "switchyard-revision");
    json.key("revision");
    write(json, revision);
    json.key("changes");
    json.raw(QByteArrayView(changesJson(changes)));
    json.endObject();
    return json.bytes() + '\n';
}
