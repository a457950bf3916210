import type { NextRequest } from "next/server";
import { currentPolicy } from "@/lib/data/published.ts";
import { editionJson } from "@/lib/documents/edition-json.ts";
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

/**
 * A policy's current Edition as JSON. Its ETag is the Edition's hash, so an unchanged one answers 304 without a body; where
 * something of it was taken back, the ETag says of what is left as well.
 */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/v1/organizations/[org]/policies/[year]">,
): Promise<Response> {
  const { org, year } = await params;
  const policy = /^\d{4}$/.test(year) ? await currentPolicy(org, Number(year)) : null;
  if (!policy) return Response.json({ error: "not-found" }, { status: 404, headers: HEADERS });
  const headers = { ...HEADERS, ETag: `"${tagOf(policy)}"` };
  return isUnchanged(request.headers, headers.ETag)
    ? new Response(null, { status: 304, headers })
    : Response.json(editionJson(policy), { headers });
}

function tagOf(policy: PublishedPolicy): string {
  return isTakenBack(policy) ? `${policy.hash}-${hashOf(editionJson(policy)).slice(0, 16)}` : policy.hash;
}
