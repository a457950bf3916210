import type { Part } from "../domain/edition.ts";
import { isItem, isNode } from "../domain/policy.ts";
import { textsChanged } from "../domain/redact.ts";
import type { Occurrence } from "../domain/taking-back.ts";
import { db } from "./db.ts";
import { partsOf } from "./reach.ts";
import type { Places } from "./redaction-places.ts";

/** Where a text stands, told so that whoever decides on blacking it out can judge each place. */
export async function occurrencesOf(organizationId: string, places: Places): Promise<Occurrence[]> {
  const policies = await db().policy.findMany({
    where: { organizationId },
    select: { id: true, fiscalYear: true, editions: { select: { number: true, manifest: true } } },
  });
  const shown = new Map<string, { fiscalYear: number; numbers: number[] }>();
  for (const { fiscalYear, editions } of policies) {
    for (const edition of editions) {
      for (const hash of new Set(Object.values(partsOf(edition)))) {
        const known = shown.get(hash) ?? { fiscalYear, numbers: [] };
        shown.set(hash, { fiscalYear, numbers: [...known.numbers, edition.number].sort((a, b) => a - b) });
      }
    }
  }
  const codes = await codesOf(organizationId);
  const inParts = places.parts.map(({ hash, content, changed }): Occurrence => {
    const target = targetOf(content, codes);
    const published = shown.get(hash);
    return {
      key: hash,
      kind: kindOf(content),
      fiscalYear: published?.fiscalYear ?? (target && codes.get(target.id)?.fiscalYear) ?? null,
      target: target && { type: target.type, code: target.code },
      editions: published?.numbers ?? [],
      texts: textsChanged(content, changed),
    };
  });
  const buffers = places.buffers.map(({ submissionId, userId }) => ({
    ...{ key: `${submissionId} ${userId}`, kind: "buffer" as const, texts: null },
    ...{ fiscalYear: null, target: null, editions: [] },
  }));
  const releases = places.releases.map(({ id, policyId, texts }) => ({
    ...{ key: id, kind: "release" as const, texts, target: null, editions: [] },
    fiscalYear: policies.find((policy) => policy.id === policyId)?.fiscalYear ?? null,
  }));
  const questions = places.questions.map(({ id, fiscalYear, before, after }) => ({
    ...{ key: id, kind: "question" as const, texts: [{ before, after }], fiscalYear, target: null, editions: [] },
  }));
  // What the public reads stands first.
  return [...inParts.sort((a, b) => b.editions.length - a.editions.length), ...releases, ...questions, ...buffers];
}

type Codes = ReadonlyMap<string, { readonly code: string; readonly fiscalYear: number }>;

/** The codes of an organisation's items, with the year of their policy, by id. */
async function codesOf(organizationId: string): Promise<Codes> {
  const query = {
    where: { policy: { organizationId } },
    select: { id: true, code: true, policy: { select: { fiscalYear: true } } },
  } as const;
  const rows = [
    ...(await db().issue.findMany(query)),
    ...(await db().strategy.findMany(query)),
    ...(await db().initiative.findMany(query)),
    ...(await db().reformItem.findMany(query)),
  ];
  return new Map(rows.map(({ id, code, policy: { fiscalYear } }) => [id, { code, fiscalYear }]));
}

function kindOf(content: Part): Occurrence["kind"] {
  if (content.type === "sheet" || content.type === "revision" || content.type === "comment") return content.type;
  if (content.type === "answer") return content.type;
  if (content.type === "notice" || content.type === "aim" || content.type === "opinion") return content.type;
  return "item";
}

function targetOf(content: Part, codes: Codes) {
  if (content.type === "sheet") return { ...content.target, code: codes.get(content.target.id)?.code ?? null };
  if (content.type === "policy") return { type: content.type, id: content.id, code: null };
  if (isNode(content) && isItem(content)) return { type: content.type, id: content.id, code: content.code };
  return null;
}
