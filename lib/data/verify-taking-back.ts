import { z } from "zod";
import type { Transaction } from "./db.ts";
import { readParts } from "./parts.ts";
import { digestOf } from "./redactions.ts";
import { TAKEDOWN_EVENTS } from "./takedowns.ts";

const told = z.object({
  redaction: z.string().optional(),
  takedown: z.string().optional(),
  to: z.string(),
  parts: z.number().optional(),
  replaced: z.string().optional(),
});

/**
 * What of redactions and takedowns is not as it was written; null where all is well. Every redacted Part must be named by
 * a request that two people made and decided, have something readable in its place, and be one of those that the event of
 * that decision sealed. A request or a takedown must stand where its last event left it.
 */
export async function takingBackBroken(tx: Transaction): Promise<string | null> {
  return (await redactionsBroken(tx)) ?? (await takedownsBroken(tx));
}

async function redactionsBroken(tx: Transaction): Promise<string | null> {
  const last = await lastEvents(tx, ["request-redaction", "decline-redaction", "redact"], "redaction");
  const requests = await tx.redactionRequest.findMany({ include: { parts: true }, orderBy: { id: "asc" } });
  for (const { id, state, parts, requestedById, decidedById } of requests) {
    const name = `RedactionRequest ${id}`;
    const event = last.get(id);
    if (event?.to !== state) return `${name}: its state is not the one that its last event left`;
    if (decidedById === requestedById) return `${name}: one person asked and decided`;
    if (state !== "DONE") {
      if (parts.length > 0) return `${name}: Parts were redacted that nobody decided on`;
      continue;
    }
    if (decidedById === null) return `${name}: nobody decided on it`;
    if (event.parts !== parts.length || event.replaced !== digestOf(parts)) {
      return `${name}: other Parts were redacted than its event says`;
    }
    const contents = await readParts(
      parts.map(({ hash }) => hash),
      tx,
    );
    const bare = parts.find(({ hash }) => !contents.has(hash));
    if (bare) return `Part ${bare.hash}: nothing stands in place of what was redacted`;
  }
  return null;
}

async function takedownsBroken(tx: Transaction): Promise<string | null> {
  const last = await lastEvents(tx, TAKEDOWN_EVENTS, "takedown");
  for (const { id, state, wordingHash } of await tx.takedown.findMany({ orderBy: { id: "asc" } })) {
    const name = `Takedown ${id}`;
    if (last.get(id)?.to !== state) return `${name}: its state is not the one that its last event left`;
    if (!(await readParts([wordingHash], tx)).has(wordingHash)) return `${name}: its wording is missing`;
  }
  return null;
}

/** The last event of some kinds for each thing that they name. */
async function lastEvents(tx: Transaction, kinds: readonly string[], names: "redaction" | "takedown") {
  const events = await tx.event.findMany({
    where: { kind: { in: [...kinds] } },
    select: { detail: true },
    orderBy: [{ chainId: "asc" }, { number: "asc" }],
  });
  return new Map(
    events.flatMap(({ detail }) => {
      const read = told.parse(JSON.parse(detail));
      const id = read[names];
      return id ? [[id, read] as const] : [];
    }),
  );
}
