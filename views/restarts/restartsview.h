// SPDX-License-Identifier: Apache-2.0
#pragma once


#include <QWidget>

class Document;
class Selection;

/// What has to be restarted, started and stopped so that production matches the working copy, and in which order.
///
/// The plan is computed while the panel is visible only. Document and selection must outlive the panel.
class RestartsView final : public QWidget
{
    Q_OBJECT

public:
    RestartsView(Document &document, Selection &selection, QWidget *parent = nullptr);
};
