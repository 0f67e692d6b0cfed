// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// The type that a template's name says, as people name templates ("Email_Server_812"): its token,
/// or empty. A guess, to be told as one.
QString typeInTemplateName(const QString &templateName);
