import type { NextRequest } from "next/server";
import { currentPolicy } from "@/lib/data/published.ts";
import { editionJson } from "@/lib/documents/edition-json.ts";

const HEADERS = {
  // May be kept, must be asked after: a release shows at the next request.
  "Cache-Control": "no-cache",
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag",
};

/** A policy's current Edition as JSON. Its ETag is the Edition's hash, so an unchanged one answers 304 without a body. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/v1/organizations/[org]/policies/[year]">,
): Promise<Response> {
  const { org, year } = await params;
  const policy = /^\d{4}$/.test(year) ? await currentPolicy(org, Number(year)) : null;
  if (!policy) return Response.json({ error: "not-found" }, { status: 404, headers: HEADERS });
  const headers = { ...HEADERS, ETag: `"${policy.hash}"` };
  return knows(request.headers.get("if-none-match"), headers.ETag)
    ? new Response(null, { status: 304, headers })
    : Response.json(editionJson(policy), { headers });
}

/** Whether If-None-Match names this ETag. The comparison is weak (RFC 9110): a proxy may have put W/ before it. */
function knows(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return (
    ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((entry) => entry.trim().replace(/^W\//, "") === etag)
  );
}
