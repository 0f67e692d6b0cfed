// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

/// How toggling a cell is judged: the worst that the validator would newly say about the server or
/// its pair.
enum class Verdict : quint8 {
    Allowed,      ///< Nothing, or advice.
    Conditional,  ///< A warning; or the other server of the pair has to follow.
    Forbidden,    ///< An error. It can be done all the same, and is flagged.
};

/// The verdict on assigning the tenant, or on unassigning it where it is assigned. Reads a few
/// fields of the server, so that every cell on the screen can be asked; says what previewVerdict()
/// says of Document::preview().
Verdict toggleVerdict(const Topology &topology, ApplicationId application, TenantId tenant);

/// The verdict that a preview of toggling amounts to. The topology is the one before.
Verdict previewVerdict(const Topology &topology, const Document::Preview &preview,
    ApplicationId application, TenantId tenant);

/// The step that toggles the cell.
Result<Step> toggleStep(const Topology &topology, ApplicationId application, TenantId tenant);

/// What a click on the cell would do, in one sentence and in the validator's own words: "Assign
/// Acme to SMS_1: allowed; one SMS Server may serve several tenants. ↻ Restart: interrupts Globex
/// (bystander)."
QString toggleSentence(Document &document, ApplicationId application, TenantId tenant);
/// The same, a sentence each: what it would do and whether that is allowed, problems, restart.
QStringList toggleSentences(Document &document, ApplicationId application, TenantId tenant);
/// "↻ Restart: interrupts Globex (bystander).", of a row of a plan.
QString planRowSentence(const Document &document, const PlanRow &row);
