import { feedAnswer } from "../../../../../feed-answer.ts";

/** The Editions that touched one initiative. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[lang]/[org]/[year]/initiatives/[code]/feed.atom">,
): Promise<Response> {
  return feedAnswer(request, "atom", params);
}
