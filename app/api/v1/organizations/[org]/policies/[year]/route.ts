import type { NextRequest } from "next/server";
import { currentPolicy } from "@/lib/data/published.ts";
import { editionJson } from "@/lib/documents/edition-json.ts";
import { noSuchData, openData } from "../../../../open-data.ts";

/** A policy's current Edition. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/v1/organizations/[org]/policies/[year]">,
): Promise<Response> {
  const { org, year } = await params;
  const policy = /^\d{4}$/.test(year) ? await currentPolicy(org, Number(year)) : null;
  return policy ? openData(request, policy, editionJson(policy)) : noSuchData();
}
