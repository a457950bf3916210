import { databaseAnswers } from "@/lib/data/db.ts";
import { siteStatus } from "@/lib/data/site-status.ts";
import { siteStanding } from "@/lib/domain/site-standing.ts";

/**
 * Whether the application can do its work now: 200 with a database that answers, 503 without. Where the public pages are
 * compiled it says how they stand; one that is behind is no fault, since readers then get their pages from the app.
 */
export async function GET(): Promise<Response> {
  const database = await databaseAnswers();
  return Response.json(
    {
      status: database ? "ok" : "unavailable",
      database: database ? "ok" : "unreachable",
      ...(database && (await site())),
    },
    { status: database ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}

async function site() {
  // The database may have gone in this moment, which the next look will say.
  const status = await siteStatus().catch(() => null);
  if (!status) return {};
  const { standing, behindSeconds } = siteStanding(status, new Date());
  const { ready, waiting } = status;
  return { site: { status: standing, ready, waiting, behindSeconds } };
}
