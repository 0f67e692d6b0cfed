// SPDX-License-Identifier: Apache-2.0
#include "models/report/htmlwriter.h"

#include "models/base/text.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <numeric>

using namespace Qt::StringLiterals;

namespace {

struct HtmlWriterTexts
{
    Q_DECLARE_TR_FUNCTIONS(HtmlWriter)
};

#include "models/report/htmlstyle.inc"

QString htmlEscaped(const QString &text)
{
    auto visible = visibleText(text).toHtmlEscaped();
    // XML has no place for these two; all others that it lacks are shown as escapes already.
    visible.replace(QChar(0xFFFE), QChar::ReplacementCharacter);
    visible.replace(QChar(0xFFFF), QChar::ReplacementCharacter);
    return visible;
}

QLatin1String className(Outline::Tone tone)
{
    constexpr const char *names[] = {
        "plain", "muted", "good", "error", "warning", "advice", "restart"};
    return QLatin1String(names[size_t(tone)]);
}

/// The picture without what only a file of its own has.
QByteArrayView inlineSvg(QByteArrayView svg)
{
    const auto begin = svg.indexOf("<svg");
    return begin < 0 ? QByteArrayView() : svg.sliced(begin);
}

class HtmlWriter final
{
public:
    QByteArray write(const Outline &outline)
    {
        const auto title = htmlEscaped(outline.title + u": "_s + outline.subject);
        m_html = u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"%1\"/>\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                 "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
                 "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
                 "<title>%2</title>\n<style>%3</style>\n</head>\n<body>\n"_s
                     .arg(policy(), title, QString::fromLatin1(style))
                     .toUtf8();
        write(u"<header><p>%1</p><h1>%2</h1></header>\n<main>\n"_s.arg(
            htmlEscaped(outline.title), htmlEscaped(outline.subject)));
        bool hasContents = false;
        for (const auto &part : outline.parts) {
            // What comes before the first heading is the cover.
            if (std::holds_alternative<Outline::Heading>(part) && !hasContents) {
                contents(outline);
                hasContents = true;
            }
            std::visit([this](const auto &each) { add(each); }, part);
        }
        m_html += "</main>\n</body>\n</html>\n";
        return m_html;
    }

private:
    static QString policy()
    {
        const auto hash = QCryptographicHash::hash(
            QByteArrayView(style, qsizetype(sizeof style - 1)), QCryptographicHash::Sha256);
        return u"default-src 'none'; style-src 'sha256-%1'; base-uri 'none'; form-action 'none'"_s
            .arg(QLatin1String(hash.toBase64()));
    }
    void write(const QString &text) { m_html += text.toUtf8(); }

    void contents(const Outline &outline)
    {
        write(u"<nav><h2>%1</h2><ol>\n"_s.arg(htmlEscaped(HtmlWriterTexts::tr("Contents"))));
        int number = 0;
        for (const auto &part : outline.parts) {
            const auto *heading = std::get_if<Outline::Heading>(&part);
            if (heading && heading->level == 1)
                write(u"<li><a href=\"#part-%1\">%2</a></li>\n"_s.arg(
                    QString::number(++number), htmlEscaped(heading->text)));
        }
        write(u"</ol></nav>\n"_s);
    }
    void add(const Outline::Heading &heading)
    {
        if (heading.level == 1)
            write(u"<h2 id=\"part-%1\">%2</h2>\n"_s.arg(
                QString::number(++m_part), htmlEscaped(heading.text)));
        else
            write(u"<h%1>%2</h%1>\n"_s.arg(
                QString::number(heading.level + 1), htmlEscaped(heading.text)));
    }
    void add(const Outline::Paragraph &paragraph)
    {
        write(u"<p class=\"%1\">%2</p>\n"_s.arg(
            className(paragraph.tone), htmlEscaped(paragraph.text)));
    }
    void lines(const QList<Outline::Line> &lines)
    {
        if (lines.isEmpty())
            return;
        write(u"<dl>"_s);
        for (const auto &line : lines) {
            const auto text = line.address.isEmpty()
                ? htmlEscaped(line.text)
                : u"<a href=\"%1\">%2</a>"_s.arg(htmlEscaped(line.address), htmlEscaped(line.text));
            write(u"<div><dt>%1</dt><dd>%2</dd></div>\n"_s.arg(htmlEscaped(line.label), text));
        }
        write(u"</dl>\n"_s);
    }
    void add(const Outline::Facts &facts) { lines(facts.lines); }
    void add(const Outline::List &list)
    {
        write(u"<ul>\n"_s);
        for (const auto &item : list.items)
            write(u"<li>%1</li>\n"_s.arg(htmlEscaped(item)));
        write(u"</ul>\n"_s);
    }
    void add(const Outline::Table &table)
    {
        // Many columns are narrow ones.
        write(u"<table%1>\n<colgroup>"_s.arg(
            table.head.size() > 6 ? u" class=\"dense\""_s : QString()));
        const int whole = std::accumulate(table.widths.begin(), table.widths.end(), 0);
        for (const auto width : table.widths)
            write(u"<col width=\"%1%\"/>"_s.arg(width * 100 / whole));
        write(u"</colgroup>\n<thead><tr>"_s);
        for (const auto &cell : table.head)
            write(u"<th scope=\"col\">%1</th>"_s.arg(htmlEscaped(cell)));
        write(u"</tr></thead>\n<tbody>\n"_s);
        for (const auto &row : table.rows) {
            write(u"<tr>"_s);
            for (qsizetype i = 0; i < row.size(); ++i)
                // On a phone each cell is a line of its own, with the head of its column.
                write(row[i].isEmpty() ? u"<td></td>"_s
                                       : u"<td data-head=\"%1\">%2</td>"_s.arg(
                                           htmlEscaped(table.head[i]), htmlEscaped(row[i])));
            write(u"</tr>\n"_s);
        }
        write(u"</tbody>\n</table>\n"_s);
    }
    void add(const Outline::Task &task)
    {
        write(
            u"<div class=\"task %1\"><label><input type=\"checkbox\"/> <b>%2.</b> %3</label>\n"_s
                .arg(className(task.tone), QString::number(task.number), htmlEscaped(task.title)));
        lines(task.lines);
        write(u"<p class=\"signed\"><span>%1</span><span>%2</span></p></div>\n"_s.arg(
            htmlEscaped(HtmlWriterTexts::tr("Done by")), htmlEscaped(HtmlWriterTexts::tr("at"))));
    }
    void add(const Outline::Blanks &blanks)
    {
        for (const auto &label : blanks.labels)
            write(u"<p class=\"signed\"><span>%1</span></p>\n"_s.arg(htmlEscaped(label)));
    }
    void add(const Outline::Drawing &drawing)
    {
        for (const auto &svg : drawing.svgs) {
            write(u"<figure>"_s);
            const auto drawn = inlineSvg(svg);
            m_html.append(drawn.data(), drawn.size());
            write(u"</figure>\n"_s);
        }
        write(u"<p class=\"muted\">%1</p>\n"_s.arg(htmlEscaped(drawing.description)));
    }

    QByteArray m_html;
    int m_part = 0;
};

}  // namespace

QByteArray htmlOf(const Outline &outline)
{
    return HtmlWriter().write(outline);
}
