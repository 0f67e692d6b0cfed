// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/findingsjunit.h"

#include "models/base/text.h"
#include "models/rules/catalogue.h"
#include "models/rules/waivers.h"

#include <QXmlStreamWriter>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// What XML can't hold is shown as an escape, or as U+FFFD where it is no character at all.
QString xmlText(QStringView text)
{
    auto visible = visibleText(text);
    for (auto &unit : visible) {
        if (unit.unicode() >= 0xFFFE)
            unit = QChar::ReplacementCharacter;
    }
    return visible;
}

void writeFinding(
    QXmlStreamWriter &xml, const Topology &topology, const Finding &finding, bool isFailure)
{
    const auto says = xmlText(message(topology, finding));
    xml.writeStartElement("testcase"_L1);
    xml.writeAttribute("classname"_L1, ruleName(finding.rule));
    xml.writeAttribute("name"_L1,
        u"%1 %2"_s.arg(kindToken(finding.object.kind), xmlText(topology.name(finding.object))));
    if (const auto *waiver = finding.isWaived ? topology.findWaiver(waiverKey(finding)) : nullptr) {
        xml.writeStartElement("skipped"_L1);
        xml.writeAttribute("message"_L1, xmlText(waiver->reason));
        xml.writeEndElement();
    } else if (isFailure) {
        xml.writeStartElement("failure"_L1);
        xml.writeAttribute("type"_L1, severityToken(finding.severity));
        xml.writeAttribute("message"_L1, says);
        const auto rule = ruleInfo(finding.rule);
        xml.writeCharacters(
            QStringList {rule.explanation, rule.remedy, rule.source.address}.join(u'\n'));
        xml.writeEndElement();
    } else {
        xml.writeTextElement("system-out"_L1, says);
    }
    xml.writeEndElement();
}

}  // namespace

QByteArray findingsJunit(const Topology &topology, const QList<Finding> &findings,
    const std::function<bool(const Finding &)> &fails)
{
    std::vector<QList<Finding>> byRule;
    byRule.resize(size_t(ruleCount()));
    for (const auto &finding : findings)
        byRule[size_t(finding.rule)].append(finding);
    const auto failuresIn = [&](const QList<Finding> &list) {
        return std::count_if(list.begin(), list.end(),
            [&](const Finding &finding) { return !finding.isWaived && fails(finding); });
    };
    const auto skippedIn = [](const QList<Finding> &list) {
        return std::count_if(
            list.begin(), list.end(), [](const Finding &finding) { return finding.isWaived; });
    };
    const auto casesIn = [](const QList<Finding> &list) {
        return std::max(list.size(), qsizetype(1));
    };

    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    xml.writeStartDocument();
    xml.writeStartElement("testsuites"_L1);
    xml.writeAttribute("name"_L1, u"Switchyard"_s);
    qsizetype cases = 0;
    for (const auto &list : byRule)
        cases += casesIn(list);
    xml.writeAttribute("tests"_L1, QString::number(cases));
    xml.writeAttribute("failures"_L1, QString::number(failuresIn(findings)));
    xml.writeAttribute("skipped"_L1, QString::number(skippedIn(findings)));
    for (int i = 0; i < ruleCount(); ++i) {
        const auto &list = byRule[size_t(i)];
        xml.writeStartElement("testsuite"_L1);
        xml.writeAttribute("name"_L1, ruleName(RuleId(i)));
        xml.writeAttribute("tests"_L1, QString::number(casesIn(list)));
        xml.writeAttribute("failures"_L1, QString::number(failuresIn(list)));
        xml.writeAttribute("errors"_L1, u"0"_s);
        xml.writeAttribute("skipped"_L1, QString::number(skippedIn(list)));
        for (const auto &finding : list)
            writeFinding(xml, topology, finding, fails(finding));
        if (list.isEmpty()) {
            xml.writeStartElement("testcase"_L1);
            xml.writeAttribute("classname"_L1, ruleName(RuleId(i)));
            xml.writeAttribute("name"_L1, ruleInfo(RuleId(i)).title);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}
