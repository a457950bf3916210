import { publishedAnswers } from "@/lib/data/published-answers.ts";
import { answersJson } from "@/lib/documents/answers-json.ts";

const HEADERS = { "Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*" };

/** What was answered in public about a policy, as JSON. It stands beside the Edition, whose hash it is no part of. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/v1/organizations/[org]/policies/[year]/answers">,
): Promise<Response> {
  const { org, year } = await params;
  const found = /^\d{4}$/.test(year) ? await publishedAnswers(org, Number(year)) : null;
  if (!found) return Response.json({ error: "not-found" }, { status: 404, headers: HEADERS });
  return Response.json(answersJson(found), { headers: HEADERS });
}
