import { feedAnswer } from "../../../feed-answer.ts";

/** The Editions of a policy. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[lang]/[org]/[year]/feed.atom">,
): Promise<Response> {
  return feedAnswer(request, "atom", params);
}
