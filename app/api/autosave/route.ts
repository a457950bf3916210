import { z } from "zod";
import { isOwnOrigin } from "@/lib/auth/request.ts";
import { currentActor } from "@/lib/auth/session.ts";
import { keepBuffer } from "@/lib/data/buffers.ts";
import { Refusal, type RefusalCode } from "@/lib/domain/refusal.ts";
import { isStorable } from "@/lib/domain/text.ts";

/** Bytes that one field may have here, and a whole sheet. */
const LARGEST_FIELD = 100_000;
const LARGEST_BODY = 1_000_000;

const body = z.strictObject({
  /** Whoever the form was drawn for: somebody else who signed in meanwhile does not send it. */
  writer: z.string().max(100),
  submissionId: z.uuid(),
  writingId: z.uuid(),
  sequence: z.int().min(1).max(2_147_483_647),
  baseVersionHash: z.string().max(100).nullable(),
  typed: z
    .record(z.string().regex(/^[A-Za-z][A-Za-z0-9._-]{0,99}$/), z.string())
    .refine((typed) => Object.keys(typed).length <= 500),
});

const STATUS: Partial<Record<RefusalCode, number>> = { "not-found": 404, "wrong-state": 409, "invalid-draft": 422 };

/**
 * Keeps what is being written. 200 {savedAt, superseded}; otherwise {code}: 401 signed-out; 403 bad-origin, someone-else
 * or why this person may not save it; 404 not-found; 409 wrong-state; 413 too-long; 422 invalid-draft or characters
 * (NUL and halves of characters, which cannot be stored).
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return answer(403, { code: "bad-origin" });
  const actor = await currentActor();
  if (!actor) return answer(401, { code: "signed-out" });
  const text = await readUpTo(request, LARGEST_BODY);
  if (text === null) return answer(413, { code: "too-long" });
  const read = body.safeParse(parsed(text));
  if (!read.success) return answer(422, { code: "invalid-draft" });
  const { writer, ...input } = read.data;
  if (writer !== actor.userId) return answer(403, { code: "someone-else" });
  const texts = Object.values(input.typed);
  if (texts.some((one) => Buffer.byteLength(one) >= LARGEST_FIELD)) return answer(413, { code: "too-long" });
  if (!texts.every(isStorable)) return answer(422, { code: "characters" });
  try {
    const { savedAt, superseded } = await keepBuffer(actor, input);
    return answer(200, { savedAt: savedAt.toISOString(), superseded });
  } catch (error) {
    if (error instanceof Refusal) return answer(STATUS[error.code] ?? 403, { code: error.code });
    throw error;
  }
}

function answer(status: number, content: object): Response {
  return Response.json(content, { status, headers: { "Cache-Control": "no-store" } });
}

/** The body as text; null where it is longer than that many bytes, which are then not read to their end. */
async function readUpTo(request: Request, limit: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
