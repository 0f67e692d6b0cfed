// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "views/canvas/highlightpainter.h"

/// What a drop or a click would do, told before it is done.
struct GestureAnswer
{
    Step step;            ///< Empty: nothing would change, or it can't be done at all.
    bool isLegal = true;  ///< No new error.
    PointerNote note;
    /// What may be done instead of something that is not legal.
    struct LegalWay
    {
        QString text;  ///< "Create a second E-mail Server for Globex".
        Step step;
    };
    std::optional<LegalWay> way;
};

/// Assigns the tenant to the server, or takes it away again.
GestureAnswer toggleAnswer(Document &document, ApplicationId application, TenantId tenant);
/// The server serves the one tenant instead of the other (none: without taking any away).
GestureAnswer moveAnswer(
    Document &document, ApplicationId application, std::optional<TenantId> from, TenantId to);
/// The server serves all of these besides those it does.
GestureAnswer extendAnswer(
    Document &document, ApplicationId application, const QList<TenantId> &tenants);
/// The server serves none of these any more.
GestureAnswer shrinkAnswer(
    Document &document, ApplicationId application, const QList<TenantId> &tenants);
GestureAnswer connectAnswer(Document &document, ApplicationId client, ApplicationId server);
/// A new server of the type; without tenants for none.
GestureAnswer createAnswer(
    Document &document, const ApplicationType &type, std::optional<TenantId> tenant);
/// Copies of servers, for that tenant where one is given.
GestureAnswer pasteAnswer(
    Document &document, const QList<ApplicationId> &models, std::optional<TenantId> tenant);
