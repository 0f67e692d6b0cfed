// SPDX-License-Identifier: Apache-2.0
#include "views/common/objecttext.h"

#include "models/base/text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct ObjectTexts
{
    Q_DECLARE_TR_FUNCTIONS(ObjectText)
};

/// What can't be seen, or changes how its neighbours are seen.
bool isDeceptive(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

void appendEscape(QString &text, char32_t c)
{
    if (c == U'\n')
        text += u"\\n"_s;
    else if (c == U'\t')
        text += u"\\t"_s;
    else
        text += u"\\u"_s + QString::number(uint(c), 16).toUpper().rightJustified(4, u'0');
}

}  // namespace

QString plainText(QStringView text)
{
    // Nearly always; a table of thousands of rows asks for all of them.
    const bool isPrintableAscii = std::all_of(text.utf16(), text.utf16() + text.size(),
        [](char16_t unit) { return unit >= 0x20 && unit < 0x7F; });
    if (isPrintableAscii)
        return text.toString();
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        if (isDeceptive(c))
            appendEscape(plain, c);
        else
            plain += QString::fromUcs4(&c, 1);
    }
    return plain;
}

QString nameText(QStringView name)
{
    return isBlank(name) ? ObjectTexts::tr("(no name)") : plainText(name);
}

QString objectLabel(const Topology &topology, ObjectId object)
{
    const auto name = nameText(topology.name(object));
    return topology.isPlaceholder(object) ? ObjectTexts::tr("%1 (undefined)").arg(name) : name;
}

QString objectDescription(const Topology &topology, ObjectId object)
{
    const auto label = objectLabel(topology, object);
    switch (object.kind) {
    case Kind::Application: {
        const auto type = topology.application(object.application()).type.displayName();
        return type.isEmpty() ? label : ObjectTexts::tr("%1, %2").arg(label, plainText(type));
    }
    case Kind::Switch:
        return ObjectTexts::tr("%1, switch of %2")
            .arg(label, objectLabel(topology, topology.switchAt(object.switchId()).tenant));
    case Kind::Tenant:
        return ObjectTexts::tr("%1, tenant").arg(label);
    case Kind::SwitchingOffice:
        return ObjectTexts::tr("%1, switching office").arg(label);
    case Kind::Host:
        return ObjectTexts::tr("%1, host").arg(label);
    }
    return label;
}

QString toolTipText(QStringView text)
{
    if (text.isEmpty())
        return {};
    QStringList lines;
    for (const auto line : text.split(u'\n'))
        lines.append(plainText(line).toHtmlEscaped());
    return u"<p style='white-space:pre-wrap'>"_s + lines.join(u"<br>") + u"</p>"_s;
}

QString mnemonicText(QStringView text)
{
    return plainText(text).replace(u'&', u"&&"_s);
}

QString shortList(const QStringList &items, qsizetype shown)
{
    // Cutting one item off would save nothing.
    if (items.size() <= shown + 1)
        return items.join(u", ");
    return ObjectTexts::tr("%1 and %2 more")
        .arg(items.mid(0, shown).join(u", "))
        .arg(items.size() - shown);
}

QString counted(qint64 count, const QString &one, const QString &several)
{
    return count == 1 ? one : several.arg(count);
}
