import { feedAnswer } from "../../feed-answer.ts";

/** The newest Editions of one organisation. */
export async function GET(request: Request, { params }: RouteContext<"/[lang]/[org]/feed.atom">): Promise<Response> {
  return feedAnswer(request, "atom", params);
}
