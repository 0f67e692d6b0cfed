// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/objects.h"

#include <QComboBox>

/// Chooses the type of a new application, or of a new switching office, from a list or by typing a
/// part of its name. What the rules speak of comes first.
class TypeBox final : public QComboBox
{
    Q_OBJECT

public:
    /// Kind::Application or Kind::SwitchingOffice.
    TypeBox(Kind kind, QWidget *parent);

    /// Nothing while what is typed is no type.
    std::optional<QString> token() const;
};
