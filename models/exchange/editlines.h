// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/topology/topology.h"

#include <functional>

// contract/cli.md, "Edit lines": one JSON object a line. Besides the forms given there:
//
//   {"op":"add","kind":"switch","tenant":"Acme","object":{"name":"MM","switchingOffice":"O"}}
//       "tenant" may stand beside the object or in it.
//   {"op":"set","kind":"switch","tenant":"Acme","name":"MM","field":"state","value":"disabled"}
//   {"op":"remove","kind":"switch","tenant":"Acme","name":"MM"}
//   {"op":"set","kind":"settings","field":"environment","value":"single-tenant"}
//   {"op":"link","application":"A","tenant":"Acme","switch":"MM"}
//       or "switch":{"tenant":"Acme","name":"MM"}; likewise "unlink".
//   {"op":"connect",…,"protocol":"addp","localTimeout":10,"remoteTimeout":20,"traceMode":"tmboth"}
//       Fields that are not given stay as an existing connection to that target and port has them.
//
// Kinds are tenant, switching-office (or switchingOffice), switch, host and application. A name
// means its first bearer. Members that the operation doesn't have are errors; unknown keys inside
// an object are kept as in a file.

struct EditRequest
{
    enum class Operation { Change, Undo, Redo };
    Operation operation = Operation::Change;
    /// For Document::apply. Resolves the names in the topology that it is given; only for Change.
    std::function<Result<Step>(const Topology &)> build;
};

/// Every problem of the line in one message.
[[nodiscard]] Result<EditRequest> parseEditLine(QByteArrayView line);

/// The answers, without line end.
QByteArray acceptedAnswer(qint64 state);
/// Names the step that was taken back or done again, and who had made it.
QByteArray travelAnswer(
    EditRequest::Operation operation, qint64 state, const QString &title, const QString &author);
QByteArray refusedAnswer(const QString &error);
