// SPDX-License-Identifier: Apache-2.0
#include "models/store/waiverjson.h"

#include "models/store/valuereader.h"
#include "models/store/valuewriter.h"

bool waiverToText(const Waiver &waiver, std::string &out)
{
    out.clear();
    ValueWriter json(out);
    json.write(waiver);
    return json.isGood();
}

bool waiverKeyToText(const WaiverKey &key, std::string &out)
{
    out.clear();
    ValueWriter json(out);
    json.startObject();
    json.writeMembers(key);
    json.endObject();
    return json.isGood();
}

std::optional<Waiver> waiverFromText(std::string_view text)
{
    ValueReader::JsonText document;
    return ValueReader::parse(text, document) ? ValueReader::waiver(document) : std::nullopt;
}
