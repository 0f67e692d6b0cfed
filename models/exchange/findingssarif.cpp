// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/findingssarif.h"

#include "models/exchange/jsonwriter.h"
#include "models/rules/catalogue.h"
#include "models/rules/waivers.h"

#include <QCoreApplication>

namespace {

struct FindingsSarifTexts
{
    Q_DECLARE_TR_FUNCTIONS(FindingsSarif)
};

using Layout = JsonWriter::Layout;

/// Writes members that are texts in a line each.
class Members
{
public:
    explicit Members(JsonWriter &writer)
        : json(writer)
    {
    }
    template <class T>
    void add(const char *key, const T &value)
    {
        json.key(QByteArrayView(key));
        json.value(value);
    }
    /// SARIF's message: {"text":…}.
    void addText(const char *key, const QString &text)
    {
        json.key(QByteArrayView(key));
        json.beginObject();
        add("text", text);
        json.endObject();
    }

    JsonWriter &json;
};

QLatin1String levelOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QLatin1String("error");
    case Severity::Warning:
        return QLatin1String("warning");
    case Severity::Advice:
        break;
    }
    return QLatin1String("note");
}

QString help(const RuleInfo &rule)
{
    QStringList paragraphs {
        rule.explanation, FindingsSarifTexts::tr("What to do: %1").arg(rule.remedy)};
    if (!rule.reading.isEmpty())
        paragraphs.append(FindingsSarifTexts::tr("Our reading: %1").arg(rule.reading));
    const QStringList source {rule.source.document, rule.source.page, rule.source.topic};
    paragraphs.append(FindingsSarifTexts::tr("Source: %1").arg(source.join(QLatin1String(", "))));
    if (rule.isInference)
        paragraphs.append(
            FindingsSarifTexts::tr("This is our inference from the source, not its statement."));
    return paragraphs.join(QLatin1String("\n\n"));
}

void writeRule(JsonWriter &json, const RuleInfo &rule)
{
    Members members(json);
    json.beginObject();
    members.add("id", rule.id);
    members.addText("shortDescription", rule.title);
    members.addText("fullDescription", rule.explanation);
    members.addText("help", help(rule));
    members.add("helpUri", rule.source.address);
    json.key("defaultConfiguration");
    json.beginObject();
    members.add("level", levelOf(rule.severity));
    json.endObject();
    json.endObject();
}

/// "application/SMS_1", "switch/Acme/MM": slashes in names are escaped, so that it can be split.
QString qualifiedName(const Topology &topology, ObjectId object)
{
    const auto part = [](QString name) {
        return name.replace(u'%', QLatin1String("%25")).replace(u'/', QLatin1String("%2F"));
    };
    QStringList parts {kindToken(object.kind)};
    if (object.kind == Kind::Switch)
        parts.append(part(topology.tenant(topology.switchAt(object.switchId()).tenant).name));
    parts.append(part(topology.name(object)));
    return parts.join(u'/');
}

void writeLogicalLocation(JsonWriter &json, const Topology &topology, ObjectId object)
{
    Members members(json);
    json.beginObject();
    members.add("name", topology.name(object));
    members.add("fullyQualifiedName", qualifiedName(topology, object));
    members.add("kind", kindToken(object.kind));
    json.endObject();
}

void writeLocation(
    JsonWriter &json, const Topology &topology, ObjectId object, const CheckedArtifact &artifact)
{
    Members members(json);
    json.beginObject();
    json.key("physicalLocation");
    json.beginObject();
    json.key("artifactLocation");
    json.beginObject();
    members.add("uri", artifact.uri);
    members.add("index", 0);
    json.endObject();
    if (const auto line = artifact.lineOf ? artifact.lineOf(object) : std::nullopt) {
        json.key("region");
        json.beginObject();
        members.add("startLine", *line);
        json.endObject();
    }
    json.endObject();
    json.key("logicalLocations");
    json.beginArray();
    writeLogicalLocation(json, topology, object);
    json.endArray();
    json.endObject();
}

void writeSuppression(JsonWriter &json, const Waiver &waiver)
{
    Members members(json);
    json.key("suppressions");
    json.beginArray();
    json.beginObject();
    members.add("kind", QLatin1String("external"));
    members.add("status", QLatin1String("accepted"));
    members.add("justification", waiver.reason);
    json.key("properties");
    json.beginObject();
    members.add("owner", waiver.owner);
    members.add("expiry", waiver.expiry.toString(Qt::ISODate));
    json.endObject();
    json.endObject();
    json.endArray();
}

void writeResult(JsonWriter &json, const Topology &topology, const Finding &finding,
    const CheckedArtifact &artifact)
{
    Members members(json);
    json.beginObject();
    members.add("ruleId", ruleName(finding.rule));
    members.add("ruleIndex", int(finding.rule));
    members.add("level", levelOf(finding.severity));
    members.addText("message", message(topology, finding));
    json.key("locations");
    json.beginArray();
    writeLocation(json, topology, finding.object, artifact);
    json.endArray();
    QList<ObjectId> related;
    for (const auto &subject : relatedByName(topology, finding)) {
        if (subject.kind == Subject::Kind::Object)
            related.append(subject.object);
    }
    if (!related.isEmpty()) {
        json.key("relatedLocations");
        json.beginArray();
        for (const auto object : related)
            writeLocation(json, topology, object, artifact);
        json.endArray();
    }
    if (const auto *waiver = finding.isWaived ? topology.findWaiver(waiverKey(finding)) : nullptr)
        writeSuppression(json, *waiver);
    json.endObject();
}

}  // namespace

QByteArray findingsSarif(const Topology &topology, const QList<Finding> &findings,
    const CheckedArtifact &artifact, const QString &version)
{
    JsonWriter json;
    Members members(json);
    json.beginObject(Layout::Lines);
    members.add("$schema", QLatin1String("https://json.schemastore.org/sarif-2.1.0.json"));
    members.add("version", QLatin1String("2.1.0"));
    json.key("runs");
    json.beginArray(Layout::Lines);
    json.beginObject(Layout::Lines);
    json.key("tool");
    json.beginObject(Layout::Lines);
    json.key("driver");
    json.beginObject(Layout::Lines);
    members.add("name", QLatin1String("Switchyard"));
    members.add("version", version);
    json.key("rules");
    json.beginArray(Layout::Lines);
    for (int i = 0; i < ruleCount(); ++i)
        writeRule(json, ruleInfo(RuleId(i)));
    json.endArray();
    json.endObject();
    json.endObject();
    json.key("artifacts");
    json.beginArray();
    json.beginObject();
    json.key("location");
    json.beginObject();
    members.add("uri", artifact.uri);
    json.endObject();
    json.endObject();
    json.endArray();
    members.add("columnKind", QLatin1String("unicodeCodePoints"));
    json.key("results");
    json.beginArray(Layout::Lines);
    for (const auto &finding : findings)
        writeResult(json, topology, finding, artifact);
    json.endArray();
    json.endObject();
    json.endArray();
    json.endObject();
    return json.bytes() + '\n';
}
