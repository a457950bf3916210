import { deadlinesOf } from "@/lib/data/calendar.ts";
import { deadlinesIcs } from "@/lib/documents/deadlines-ics.ts";
import { deskPath } from "@/lib/web/paths.ts";

const HEADERS = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };

/** A person's calendar of deadlines. Its address is the leave to read it; whatever is unknown or void is not found. */
export async function GET(request: Request, { params }: RouteContext<"/api/calendar/[token]">): Promise<Response> {
  const { token } = await params;
  const deadlines = token.endsWith(".ics") ? await deadlinesOf(token.slice(0, -".ics".length)) : null;
  if (!deadlines) return new Response("not found\n", { status: 404, headers: HEADERS });
  const site = process.env.NEXTAUTH_URL ?? request.url;
  const desk = new URL(deskPath("ja"), site);
  const text = deadlinesIcs(deadlines, { desk: desk.href, host: desk.hostname, madeAt: new Date() });
  return new Response(text, {
    headers: {
      ...HEADERS,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="hoshin.ics"',
    },
  });
}
