import { databaseAnswers } from "@/lib/data/db.ts";

/** Whether the application can do its work now: 200 with a database that answers, 503 without. */
export async function GET(): Promise<Response> {
  const database = await databaseAnswers();
  return Response.json(
    { status: database ? "ok" : "unavailable", database: database ? "ok" : "unreachable" },
    { status: database ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
