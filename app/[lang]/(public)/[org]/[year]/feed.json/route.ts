import { feedAnswer } from "../../../feed-answer.ts";

/** The Editions of a policy. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[lang]/[org]/[year]/feed.json">,
): Promise<Response> {
  return feedAnswer(request, "json", params);
}
