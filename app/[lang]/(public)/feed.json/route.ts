import { feedAnswer } from "../feed-answer.ts";

/** Every organisation's newest Editions. */
export async function GET(request: Request, { params }: RouteContext<"/[lang]/feed.json">): Promise<Response> {
  return feedAnswer(request, "json", params);
}
