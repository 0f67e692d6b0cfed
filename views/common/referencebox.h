// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <QComboBox>

/// Chooses an object of one kind, or none: from a list, or by typing any part of its name.
///
/// The list is made when it is opened or typed into, sorted by name; objects of one name are told
/// apart by their DBIDs.
class ReferenceBox final : public QComboBox
{
    Q_OBJECT

public:
    /// The topology must outlive the box.
    ReferenceBox(const Topology &topology, Kind kind, QWidget *parent);

    std::optional<ObjectId> object() const { return m_object; }
    /// Shows it; sends no signal.
    void setObject(std::optional<ObjectId> object);

    void showPopup() override;

Q_SIGNALS:
    /// Somebody chose; object() is what was chosen.
    void edited();

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void fill();
    void choose(int index);
    void acceptText();
    QString label(std::optional<ObjectId> object) const;

    const Topology &m_topology;
    Kind m_kind;
    std::optional<ObjectId> m_object;
};
