// SPDX-License-Identifier: Apache-2.0
#include "models/store/recordjson.h"

#include "models/store/valuereader.h"
#include "models/store/valuewriter.h"

bool recordToText(const Record &record, std::string &out)
{
    out.clear();
    ValueWriter json(out);
    json.write(record);
    return json.isGood();
}

std::optional<Record> recordFromText(std::string_view text)
{
    ValueReader::JsonText document;
    return ValueReader::parse(text, document) ? ValueReader::record(document) : std::nullopt;
}

bool extraToText(const Extra &extra, std::string &out)
{
    out.clear();
    ValueWriter json(out);
    json.write(extra);
    return json.isGood();
}

std::optional<Extra> extraFromText(std::string_view text)
{
    ValueReader::JsonText document;
    return ValueReader::parse(text, document) ? ValueReader::extra(document) : std::nullopt;
}
