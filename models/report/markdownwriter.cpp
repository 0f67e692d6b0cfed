// SPDX-License-Identifier: Apache-2.0
#include "models/report/markdownwriter.h"

#include "models/base/text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct MarkdownWriterTexts
{
    Q_DECLARE_TR_FUNCTIONS(MarkdownWriter)
};

/// Text as text, wherever in a line it stands: no markup, no HTML, no links, no formulas.
QString markdownEscaped(const QString &text)
{
    static const auto marked = u"\\`*_[]|~$#"_s;
    const auto visible = visibleText(text);
    QString line;
    line.reserve(visible.size() + 16);
    for (qsizetype i = 0; i < visible.size(); ++i) {
        const auto c = visible[i];
        const bool isEdge = i == 0 || i + 1 == visible.size() || visible[i - 1] == u' ';
        if (c == u'<')
            line += u"&lt;"_s;
        else if (c == u'>')
            line += u"&gt;"_s;
        else if (c == u'&')
            line += u"&amp;"_s;
        else if (c == u' ' && isEdge)
            line += u"&#32;"_s;  // Else it would be lost, or mean code or a line break.
        else if (marked.contains(c) || (c == u':' && visible.mid(i, 3) == u"://"))
            line += QString(u'\\') + c;
        else if (c == u'.' && visible.first(i).endsWith(u"www"_s, Qt::CaseInsensitive))
            line += u"\\."_s;
        else
            line += c;
    }
    return line;
}

/// The same where a line begins: it must not become a list, a heading or a rule.
QString escapedLine(const QString &text)
{
    auto line = markdownEscaped(text);
    const auto digits =
        std::find_if_not(line.begin(), line.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const auto at = digits - line.begin();
    if (digits != line.end()
        && (at > 0 ? *digits == u'.' || *digits == u')'
                   : *digits == u'-' || *digits == u'+' || *digits == u'='))
        line.insert(at, u'\\');
    return line;
}

QString lineText(const Outline::Line &line)
{
    const auto text = line.address.isEmpty()
        ? markdownEscaped(line.text)
        : u"[%1](%2)"_s.arg(markdownEscaped(line.text), line.address);
    return line.label.isEmpty() ? text : u"**%1:** %2"_s.arg(markdownEscaped(line.label), text);
}

class MarkdownWriter final
{
public:
    QByteArray write(const Outline &outline)
    {
        m_text =
            u"# %1: %2\n"_s.arg(markdownEscaped(outline.title), markdownEscaped(outline.subject));
        for (const auto &part : outline.parts)
            std::visit([this](const auto &each) { add(each); }, part);
        return m_text.toUtf8();
    }

private:
    void add(const Outline::Heading &heading)
    {
        m_text +=
            u"\n%1 %2\n"_s.arg(QString(heading.level + 1, u'#'), markdownEscaped(heading.text));
    }
    void add(const Outline::Paragraph &paragraph)
    {
        const bool isStrong = paragraph.tone == Outline::Tone::Good
            || paragraph.tone == Outline::Tone::Error || paragraph.tone == Outline::Tone::Restart;
        m_text += isStrong ? u"\n**%1**\n"_s.arg(markdownEscaped(paragraph.text))
                           : u"\n%1\n"_s.arg(escapedLine(paragraph.text));
    }
    void add(const Outline::Facts &facts)
    {
        m_text += u'\n';
        for (const auto &line : facts.lines)
            m_text += u"- %1\n"_s.arg(lineText(line));
    }
    void add(const Outline::List &list)
    {
        m_text += u'\n';
        for (const auto &item : list.items)
            m_text += u"- %1\n"_s.arg(escapedLine(item));
    }
    void add(const Outline::Table &table)
    {
        m_text += u'\n';
        row(table.head);
        row(QStringList(table.head.size(), u"---"_s), false);
        for (const auto &cells : table.rows)
            row(cells);
    }
    void row(const QStringList &cells, bool isText = true)
    {
        m_text += u'|';
        for (const auto &cell : cells)
            m_text += u" %1 |"_s.arg(isText ? markdownEscaped(cell) : cell);
        m_text += u'\n';
    }
    void add(const Outline::Task &task)
    {
        m_text += u"\n- [ ] **%1. %2**\n"_s.arg(
            QString::number(task.number), markdownEscaped(task.title));
        for (const auto &line : task.lines)
            m_text += u"  - %1\n"_s.arg(lineText(line));
        m_text += u"  - %1\n"_s.arg(
            MarkdownWriterTexts::tr("Done by %1 at %2").arg(blank(24), blank(12)));
    }
    void add(const Outline::Blanks &blanks)
    {
        m_text += u'\n';
        for (const auto &label : blanks.labels)
            m_text += u"- **%1:** %2\n"_s.arg(markdownEscaped(label), blank(40));
    }
    void add(const Outline::Drawing &drawing)
    {
        m_text += u"\n*%1*\n"_s.arg(MarkdownWriterTexts::tr(
            "The picture (%1) is in the HTML and the PDF form of this report.")
                                        .arg(markdownEscaped(drawing.description)));
    }
    static QString blank(int length) { return QString(length, u'.'); }

    QString m_text;
};

}  // namespace

QByteArray markdownOf(const Outline &outline)
{
    return MarkdownWriter().write(outline);
}
