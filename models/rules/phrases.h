// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/finding.h"

// Parts of the sentences that rules make.

/// Its name; "a host without name" where that is blank.
QString nameOf(const Topology &topology, ObjectId object);
/// The finding's object.
QString who(const Topology &topology, const Finding &finding);
/// The finding's tenants by name: "Acme, Globex and 12 more".
QString tenantNames(const Topology &topology, const Finding &finding);
/// The finding's related subjects by name.
QString relatedNames(const Topology &topology, const Finding &finding);
/// What its type is called: "E-mail Server".
QString typeOf(const Topology &topology, const Finding &finding);
/// A text of a document, shortened to a line's worth.
QString quoted(QStringView text);
