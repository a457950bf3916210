import type { NextRequest } from "next/server";
import { currentPolicy } from "@/lib/data/published.ts";
import { itemOfEditionJson } from "@/lib/documents/edition-json.ts";
import { placeOf } from "@/lib/domain/placed.ts";
import { itemTypeOf } from "@/lib/web/paths.ts";
import { noSuchData, openData } from "../../../../../../open-data.ts";

/** One item of a policy's current Edition, at the address that its page has: issues/1, initiatives/1-1-2, reform/3. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/v1/organizations/[org]/policies/[year]/[kind]/[code]">,
): Promise<Response> {
  const { org, year, kind, code } = await params;
  const type = itemTypeOf(kind);
  const policy = type && /^\d{4}$/.test(year) ? await currentPolicy(org, Number(year)) : null;
  const placed = policy && type && placeOf(policy.content, type, code);
  return placed ? openData(request, policy, itemOfEditionJson(policy, placed)) : noSuchData();
}
