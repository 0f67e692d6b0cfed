// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/common/selection.h"
#include "views/matrix/assignmentsmodel.h"
#include "views/matrix/assignmentsview.h"
#include "views/matrix/matrixpainting.h"
#include "views/matrix/matrixtable.h"

#include <QLabel>

/// Two tenants and one server of each way of sharing.
inline Topology smallSite()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.tenant(u"Initech").dbid(103).disabled();
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
    b.application(u"Email_1", u"emailserver").tenants({u"Acme"});
    b.application(u"Web_1", u"webapiserver").tenants({u"Acme"});
    b.application(u"Web_2", u"webapiserver").tenants({u"Acme"}).loadBalanced();
    b.application(u"Social_1", u"socialms").tenants({u"Acme"});
    b.application(u"Stat_1", u"statserver").tenants({u"Acme"});
    return b.build();
}

/// The matrix as it stands in a window.
struct AssignmentsPanel
{
    explicit AssignmentsPanel(const TemporaryDocument &document)
        : view(*document, selection)
        , table(view.findChild<MatrixTable *>(QStringLiteral("assignmentsView")))
        , model(static_cast<AssignmentsModel *>(table->model()))
    {
        view.resize(900, 500);
        view.show();
    }

    QModelIndex cell(const Topology &topology, QStringView application, QStringView tenant) const
    {
        return model->index(model->rowOf(applicationNamed(topology, application)),
            model->columnOf(tenantNamed(topology, tenant)));
    }
    QPoint dot(const QModelIndex &index) const
    {
        return toggleArea(table->visualRect(index)).center();
    }
    QString sentence() const
    {
        return view.findChild<QLabel *>(QStringLiteral("cellSentence"))->text();
    }

    Selection selection;
    AssignmentsView view;
    MatrixTable *table;
    AssignmentsModel *model;
};

inline QStringList columnNames(const AssignmentsModel &model)
{
    QStringList names;
    for (int column = 0; column < model.columnCount(); ++column)
        names.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    return names;
}
