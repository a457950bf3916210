import { z } from "zod";
import type { Chosen, NewNotice } from "../data/release-contents.ts";
import type { ReleaseInput } from "../data/releases.ts";
import { hash } from "../domain/canonical.ts";
import { evaluationPhase } from "../domain/edition.ts";
import { calendarDate } from "../domain/fiscal-year.ts";
import type { EvaluationPhase } from "../domain/forms/form.ts";
import type { Typed } from "../domain/forms/sheet.ts";
import { textUpTo } from "../domain/text.ts";

/** The names under which a release's form carries what was previewed. */
const CHOSEN = "_chosen.";

const chosen = z.strictObject({
  submissionId: z.uuid(),
  lockVersion: z.int().min(0),
  versionHash: hash,
}) satisfies z.ZodType<Chosen>;

const fields = z.object({
  _policy: z.uuid(),
  _notice: z.union([z.literal(""), textUpTo(2000)]),
  _noticeDate: z.union([z.literal(""), calendarDate]),
  _concludes: z
    .string()
    .default("")
    .transform((phases) => phases.split(" ").filter(Boolean))
    .pipe(z.array(evaluationPhase).max(evaluationPhase.options.length)),
});

/** What a release's form carries: exactly what the preview showed, submission by submission. */
export function releaseFields(
  policyId: string,
  ready: readonly Chosen[],
  notice: NewNotice | null,
  number: number,
  concludes: readonly EvaluationPhase[] = [],
): Typed {
  return {
    _policy: policyId,
    _number: String(number),
    _notice: notice?.text ?? "",
    _noticeDate: notice?.date ?? "",
    _concludes: concludes.join(" "),
    ...Object.fromEntries(
      ready.map(({ submissionId, lockVersion, versionHash }) => [
        `${CHOSEN}${submissionId}`,
        JSON.stringify({ submissionId, lockVersion, versionHash }),
      ]),
    ),
  };
}

/** What a form that came back carries on: what it was given, without what was typed beside it. */
export function carriedFields(typed: Typed): Typed {
  const names = [...Object.keys(fields.shape), "_number"];
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.includes(name) || name.startsWith(CHOSEN)));
}

/** The inverse of releaseFields; null where the form does not hold what it was given. */
export function readReleaseFields(typed: Typed): Omit<ReleaseInput, "key"> | null {
  const read = fields.safeParse(typed);
  if (!read.success) return null;
  const all: Chosen[] = [];
  for (const [name, value] of Object.entries(typed)) {
    if (!name.startsWith(CHOSEN)) continue;
    const one = chosen.safeParse(parseJson(value));
    if (!one.success) return null;
    all.push(one.data);
  }
  const { _policy, _notice, _noticeDate, _concludes } = read.data;
  const notice = _notice === "" ? null : { kind: "OTHER" as const, text: _notice, date: _noticeDate || null };
  return { policyId: _policy, chosen: all, notice, concludes: _concludes };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
