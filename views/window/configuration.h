// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/validator.h"
#include "views/review/exportwish.h"

/// What a configuration file is made of: one moment of a document.
struct ConfigurationSource
{
    Topology topology;
    Topology baseline;  ///< Mutagen's files tell what is new from it.
    FindingsSummary findings;
    ConfigurationForm form = ConfigurationForm::Topology;
};

struct Configuration
{
    QByteArray bytes;           ///< With their stamp.
    QStringList warnings;       ///< What the format could not carry, and what is to be known of it.
    QList<ManualStep> manual;   ///< What mutagen's import leaves to do.
    bool holdsSecrets = false;  ///< In clear text.
    QString checksum;           ///< Of the topology, whatever the form.
};

/// The file of a topology. Whether errors allow it is for the caller. Any thread.
Configuration makeConfiguration(const ConfigurationSource &source);
