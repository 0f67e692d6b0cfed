// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

// Texts as JSON strings, quotes included. Nothing is escaped but what JSON demands: the quotation
// mark, the backslash and U+0000 to U+001F.

void appendJsonString(QString &json, QStringView text);
/// As UTF-8.
void appendJsonString(QByteArray &json, QStringView text);
/// Both as UTF-8.
void appendJsonUtf8(QByteArray &json, QByteArrayView text);
QString jsonString(QStringView text);
