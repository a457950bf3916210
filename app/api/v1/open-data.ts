import type { NextRequest } from "next/server";
import { hashOf } from "@/lib/domain/canonical.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { isTakenBack } from "@/lib/domain/withheld.ts";
import { isUnchanged } from "@/lib/web/unchanged.ts";

const HEADERS = {
  // May be kept, must be asked after: a release shows at the next request.
  "Cache-Control": "no-cache",
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag",
};

/** There is no such data. */
export function noSuchData(): Response {
  return Response.json({ error: "not-found" }, { status: 404, headers: HEADERS });
}

/**
 * Something of a policy's current Edition as JSON. Its ETag is the Edition's hash, so an unchanged one answers 304 without
 * a body; where something of the policy was taken back, the ETag says of what is left as well.
 */
export function openData(request: NextRequest, policy: PublishedPolicy, data: object): Response {
  const tag = isTakenBack(policy) ? `${policy.hash}-${hashOf(data).slice(0, 16)}` : policy.hash;
  const headers = { ...HEADERS, ETag: `"${tag}"` };
  return isUnchanged(request.headers, headers.ETag)
    ? new Response(null, { status: 304, headers })
    : Response.json(data, { headers });
}
