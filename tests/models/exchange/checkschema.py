# SPDX-License-Identifier: Apache-2.0
"""Checks files against a JSON schema: checkschema.py SCHEMA FOLDER

Prints the names of the files in the folder that the schema refuses, one a line.
"""
import json
import pathlib
import sys

import jsonschema

schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
kind = jsonschema.validators.validator_for(schema, jsonschema.Draft202012Validator)
kind.check_schema(schema)
validator = kind(schema)
for path in sorted(pathlib.Path(sys.argv[2]).iterdir()):
    if not validator.is_valid(json.loads(path.read_text(encoding="utf-8"))):
        print(path.name)
