// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/storeconnection.h"

/// Rolls back unless committed. Throws SQLite::Exception.
class Transaction final
{
public:
    enum class Kind {
        Read,   ///< One state of the file, for all reads up to the end.
        Write,  ///< Nobody else can begin to write.
    };
    Transaction(StoreConnection &connection, Kind kind);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Durable when it returns. Throws where the file could not be locked in time or written; what
    /// then stands in the file is for the next read to tell (isOutcomeUnknown).
    void commit();

private:
    StoreConnection &m_connection;
    bool m_isOpen = true;
};
