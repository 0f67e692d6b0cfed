// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <variant>

/// What stands in a document that people read, whatever it is written as: parts in order, of plain
/// texts. Texts may hold anything that names of a topology may hold; whoever writes an outline
/// escapes it.
struct Outline
{
    /// What a part says at a glance. Never the only sign: a word and a glyph stand in its text.
    enum class Tone : quint8 { Plain, Muted, Good, Error, Warning, Advice, Restart };

    struct Heading
    {
        QString text;
        int level = 1;  ///< 1: stands in the table of contents; 2 and 3: below.
    };
    struct Paragraph
    {
        QString text;
        Tone tone = Tone::Plain;
    };
    struct Line
    {
        QString label;
        QString text;
        QString address = {};  ///< https://…, where the text leads to; our own, no document's.
    };
    struct Facts
    {
        QList<Line> lines;  ///< One without text is to be filled in by hand.
    };
    struct List
    {
        QStringList items;
    };
    struct Table
    {
        QStringList head;
        QList<int> widths;  ///< Shares of the page's width, one a column.
        QList<QStringList> rows;
    };
    /// With a box to tick, and room for who did it when.
    struct Task
    {
        int number = 1;
        QString title;
        Tone tone = Tone::Plain;
        QList<Line> lines = {};
    };
    /// Lines to be filled in by hand, each as wide as the page.
    struct Blanks
    {
        QStringList labels;
    };
    /// One picture, in pieces that go on pages of their own where there are pages.
    struct Drawing
    {
        QString description;
        QList<QByteArray> svgs;
    };
    using Part = std::variant<Heading, Paragraph, Facts, List, Table, Task, Blanks, Drawing>;

    QString title;
    QString subject;  ///< Follows it: what it is about.
    QList<Part> parts;
};
