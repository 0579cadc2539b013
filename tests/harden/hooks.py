"""Half of the requests that name a draft name one that is there, so that what stands behind the door is tried as well."""
import os

import schemathesis

DRAFT, REVISION = os.environ["SAKSVAR_DRAFT"], int(os.environ["SAKSVAR_REVISION"])


@schemathesis.hook
def map_body(context, body):
    if isinstance(body, dict) and isinstance(body.get("draft"), str) and len(body["draft"]) % 2 == 0:
        body["draft"] = DRAFT
        revision = body.get("revision")
        # A revision that is none stays: it is one of those that must be refused.
        if type(revision) is int and 0 <= revision < 2**32 and revision % 2 == 0:
            body["revision"] = REVISION
    return body
