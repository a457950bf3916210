import { feedAnswer } from "../../feed-answer.ts";

/** The newest Editions of one organisation. */
export async function GET(request: Request, { params }: RouteContext<"/[lang]/[org]/feed.json">): Promise<Response> {
  return feedAnswer(request, "json", params);
}
