// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <tl/expected.hpp>

/// An operation that did not happen. (A questionable topology is a Finding, a mistake of ours a
/// Q_ASSERT.)
struct Error
{
    enum class Code {
        NotFound,      ///< What was named does not exist.
        InvalidInput,  ///< Malformed, or not allowed.
        Conflict,      ///< Another process moved the document meanwhile.
        Busy,          ///< Another program holds the file.
        ReadOnly,      ///< The file or its folder can't be written.
        DiskFull,
        Io,
        NotOurs,      ///< No Switchyard document.
        Corrupt,      ///< A damaged document.
        Unsupported,  ///< A document of a newer version, or a format that isn't known.
    };

    Code code = Code::InvalidInput;
    QString message;  ///< One sentence for the user, already translated.
    QString where;    ///< "site.json:12:4", a table, an object's path; may be empty.

    bool operator==(const Error &) const = default;

    /// "where: message", or the message alone.
    QString text() const
    {
        return where.isEmpty() ? message : where + QLatin1String(": ") + message;
    }
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(Error::Code code, QString message, QString where = {})
{
    return tl::unexpected<Error>(Error {code, std::move(message), std::move(where)});
}
