// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <QTemporaryDir>

/// One generated topology with its baseline, and its document on disk; made once a size and kept.
class World final
{
public:
    static World &of(int tenants);

    int tenants() const { return m_tenants; }
    const Topology &working() const { return m_working; }
    const Topology &baseline() const { return m_baseline; }
    /// A document that holds both. Made when first asked for.
    QString document();
    /// The working copy in the topology format.
    const QByteArray &file();
    QString folder() const { return m_folder.path(); }

private:
    explicit World(int tenants);

    int m_tenants;
    Topology m_working;
    Topology m_baseline;
    QTemporaryDir m_folder;
    QString m_document;
    QByteArray m_file;
};
