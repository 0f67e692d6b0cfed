// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>

#include <optional>

class QPainter;
class QRectF;

/// Texts of the picture, laid out once for a size: thousands of them are painted while one pans.
class Labels final
{
public:
    explicit Labels(const QFont &font);

    enum class Weight : quint8 { Usual, Strong };
    /// One line, at the left and in the middle of the rectangle, with "…" where it is too long.
    /// Takes the painter's pen. The size is in pixels.
    void draw(QPainter &painter, const QRectF &rect, const QString &text, int size,
        Weight weight = Weight::Usual, Qt::Alignment alignment = Qt::AlignLeft);
    double width(const QString &text, int size, Weight weight = Weight::Usual) const;
    /// Texts that are too long for their place are drawn smaller, down to this size, before
    /// anything of them is left out: for paper, where nobody can ask for the rest.
    void setLeastSize(int size) { m_leastSize = size; }

private:
    struct Key
    {
        QString text;
        int width;
        int size;
        Weight weight;
        bool operator==(const Key &) const = default;
    };
    friend size_t qHash(const Key &key, size_t seed)
    {
        return qHashMulti(seed, key.text, key.width, key.size, int(key.weight));
    }
    struct Label
    {
        QStaticText text;
        QFont font;
        QSizeF size;
    };
    QFont font(int size, Weight weight) const;

    QFont m_font;
    std::optional<int> m_leastSize;
    QCache<Key, Label> m_labels {20'000};
};
