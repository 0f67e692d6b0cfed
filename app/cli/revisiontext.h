// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/difference.h"
#include "models/store/store.h"

/// One line each, the newest first, in columns that scripts can cut at tabs: number, time, author,
/// state (baseline, deployed, -), comment.
QString revisionsText(const QList<RevisionInfo> &revisions);
/// {"format":"switchyard-revisions","version":1,"revisions":[…]}, the newest first.
QByteArray revisionsJson(const QList<RevisionInfo> &revisions);

/// All that is known of it, a line each.
QString revisionText(const RevisionInfo &revision);
/// {"format":"switchyard-revision","version":1,"revision":{…},"changes":[…]}: changes as in diff.
QByteArray revisionJson(const RevisionInfo &revision, const QList<ObjectDifference> &changes);
