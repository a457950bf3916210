"use server";

import { z } from "zod";
import type { MoveInput } from "@/lib/data/carry-out.ts";
import { planEditing } from "@/lib/data/plan-editing.ts";
import { describeRevision, editRevision, rebaseRevision, undoStep } from "@/lib/data/revising.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { formulationStep, REVISION_KINDS, type RevisionPart, revisionPart } from "@/lib/domain/edition.ts";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { Problem, Typed } from "@/lib/domain/forms/sheet.ts";
import { misdescribed } from "@/lib/domain/formulation.ts";
import type { PlanEdit } from "@/lib/domain/plan-edit.ts";
import { conflictName, type PlanConflict, type Side } from "@/lib/domain/plan-merge.ts";
import { isListEntry, type ListEntry, nodeKey, type PlanNode } from "@/lib/domain/policy.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import type { PlanEditing } from "@/lib/domain/revision-view.ts";
import { isStorable, lengthOf } from "@/lib/domain/text.ts";
import { type Answer, answerForm, languageOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { controlOfEntry, readEntry } from "@/lib/web/list-fields.ts";
import { planPath } from "@/lib/web/paths.ts";
import { choiceName, NODE_FIELDS, PLAN_FIELDS, readNode } from "@/lib/web/plan-fields.ts";
import { requiredDate } from "@/lib/web/round-fields.ts";

const ADDED_TYPES = ["issue", "strategy", "initiative", "reformItem", "notice", "aim", "opinion"] as const;

const envelope = z.object({
  [ENVELOPE.submission]: z.uuid(),
  [ENVELOPE.lockVersion]: z.coerce.number().int().min(0).max(2_147_483_647),
  [ENVELOPE.key]: z.uuid(),
  [ENVELOPE.base]: z.string().max(64).default(""),
  [ENVELOPE.intent]: z.enum(["change", "add", "up", "down", "remove", "undo", "describe", "rebase"]),
  [PLAN_FIELDS.node]: z.string().max(100).default(""),
});

const REASON_LENGTH = 4000;

/** Every button of a Revision's plan. */
export async function revise(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const read = envelope.safeParse(typed);
    if (!read.success) throw new Refusal("invalid-draft");
    const input = {
      submissionId: read.data[ENVELOPE.submission],
      lockVersion: read.data[ENVELOPE.lockVersion],
      key: read.data[ENVELOPE.key],
    };
    const seen = read.data[ENVELOPE.base] || null;
    const intent = read.data[ENVELOPE.intent];
    const key = read.data[PLAN_FIELDS.node];
    const to = (item: string): Answer => ({
      to: planPath(languageOf(typed), input.submissionId, { item, done: intent }),
    });
    const step = async (edit: PlanEdit, item: string): Promise<Answer> => {
      const result = await editRevision(actor, { ...input, edit, seen }, undefined);
      return "conflicts" in result
        ? meanwhile(await planEditing(actor, input.submissionId), result.conflicts)
        : to(item);
    };
    switch (intent) {
      case "change":
      case "add":
        return writeItem(actor, input, typed, key, step);
      case "up":
      case "down":
        return step({ kind: "step", key, by: intent === "up" ? -1 : 1 }, key);
      case "remove":
        return step({ kind: "remove", key }, "");
      case "undo":
        await undoStep(actor, input);
        return to(key);
      case "describe":
        return say(actor, input, typed, to);
      case "rebase":
        return rebase(actor, input, typed, to);
    }
  });
}

async function writeItem(
  actor: Actor,
  input: MoveInput,
  typed: Typed,
  key: string,
  step: (edit: PlanEdit, item: string) => Promise<Answer>,
): Promise<Answer> {
  const { nodes, formId } = await planEditing(actor, input.submissionId);
  if (key !== "") {
    const node = nodes.find((candidate) => nodeKey(candidate) === key);
    if (node && isListEntry(node)) return writeEntry(node, nodes, typed, step);
    if (!node) throw new Refusal("not-found");
    const others = nodes.filter((other) => other !== node);
    const { node: written, problems } = readNode(formId, node.type, typed, others);
    return problems.length > 0 ? { problems } : step({ kind: "change", key, node: written }, key);
  }
  const made = z.object({ [PLAN_FIELDS.type]: z.enum(ADDED_TYPES), [PLAN_FIELDS.id]: z.uuid() }).safeParse(typed);
  if (!made.success) throw new Refusal("invalid-draft");
  const { [PLAN_FIELDS.type]: type, [PLAN_FIELDS.id]: id } = made.data;
  if (type === "notice" || type === "aim" || type === "opinion") {
    return writeEntry({ type, id, order: 0 }, nodes, typed, step);
  }
  // Sent twice, it is there already: the same key answers as it did before.
  const others = nodes.filter((other) => other.id !== id);
  const { node: written, problems } = readNode(formId, type, typed, others);
  return problems.length > 0 ? { problems } : step({ kind: "add", id, type, node: written }, `${type}:${id}`);
}

/** A notice, an aim or an opinion: a new one, or one that is there. */
async function writeEntry(
  of: Pick<ListEntry, "type" | "id" | "order">,
  nodes: readonly PlanNode[],
  typed: Typed,
  step: (edit: PlanEdit, item: string) => Promise<Answer>,
): Promise<Answer> {
  const others = nodes.filter((other) => other.id !== of.id);
  const read = readEntry({ type: of.type, id: of.id, order: of.order }, typed, others);
  return "problems" in read ? read : step({ kind: "list", entry: read.entry }, nodeKey(read.entry));
}

/** What somebody else changed meanwhile, beside what was typed; saved again, what was typed wins. */
function meanwhile(editing: PlanEditing, conflicts: readonly PlanConflict[]): Answer {
  const node = editing.nodes.find((candidate) => conflicts.some(({ key }) => key === nodeKey(candidate)));
  const listed = node !== undefined && isListEntry(node);
  const known = node && !listed ? fieldsOf(editing.formId, node.type, "PLAN").map(({ key }) => key) : [];
  const control = (field: string) =>
    listed
      ? controlOfEntry(field)
      : known.includes(field)
        ? field
        : field === "code"
          ? NODE_FIELDS.code
          : field === "title"
            ? NODE_FIELDS.title
            : NODE_FIELDS.section;
  return {
    problems: conflicts.map(({ field }): Problem => ({ field: control(field), code: "changed-meanwhile" })),
    writing: {
      saved: false,
      base: editing.seen,
      lockVersion: editing.lockVersion,
      typed: {},
      conflicts: (listed
        ? conflicts.map((conflict) => ({ ...conflict, field: controlOfEntry(conflict.field) }))
        : conflicts.filter(({ field }) => known.includes(field))) as NonNullable<FormState["writing"]>["conflicts"],
      taken: [],
      authors: [],
    },
  };
}

/** What the Revision says of itself. */
async function say(actor: Actor, input: MoveInput, typed: Typed, to: (item: string) => Answer): Promise<Answer> {
  const problems: Problem[] = [];
  const kind = z.enum(REVISION_KINDS).safeParse(typed[PLAN_FIELDS.kind]);
  if (!kind.success) problems.push({ field: PLAN_FIELDS.kind, code: "required" });
  const field = PLAN_FIELDS.reason;
  const reason = (typed[field] ?? "").replaceAll("\r\n", "\n").trim();
  if (reason === "") problems.push({ field, code: "required" });
  else if (!isStorable(reason)) problems.push({ field, code: "characters" });
  else if (lengthOf(reason) > REASON_LENGTH) problems.push({ field, code: "too-long", limit: REASON_LENGTH });
  const effectiveOn = requiredDate(typed, PLAN_FIELDS.effectiveOn);
  if ("problem" in effectiveOn) problems.push(effectiveOn.problem);
  const goesWith = readKind(kind.data, typed);
  if (kind.success) {
    const { formulated } = await planEditing(actor, input.submissionId);
    // That it is formulated in one step has to be said too.
    const unsaid = kind.data === "FORMULATION" && !typed[PLAN_FIELDS.step] ? "step" : null;
    const wrong = misdescribed({ kind: kind.data, ...goesWith }, formulated) ?? unsaid;
    const missing = wrong !== null && !typed[PLAN_FIELDS[wrong]];
    if (wrong) problems.push({ field: PLAN_FIELDS[wrong], code: missing ? "required" : "choice" });
  }
  if (problems.length > 0 || !kind.success || "problem" in effectiveOn) return { problems };
  const said = { type: "revision", kind: kind.data, ...goesWith, reason, effectiveOn: effectiveOn.date };
  const revision = revisionPart.parse(said);
  await describeRevision(actor, { ...input, revision });
  return to("revision");
}

/** The step of a formulation, the Edition that a correction corrects; what was chosen for another kind is left out. */
function readKind(kind: RevisionPart["kind"] | undefined, typed: Typed): Pick<RevisionPart, "step" | "corrects"> {
  if (kind === "FORMULATION") {
    const step = formulationStep.safeParse(typed[PLAN_FIELDS.step]);
    return step.success ? { step: step.data } : {};
  }
  const corrects =
    kind === "CORRECTION" ? revisionPart.shape.corrects.safeParse(Number(typed[PLAN_FIELDS.corrects])) : null;
  return corrects?.data ? { corrects: corrects.data } : {};
}

async function rebase(actor: Actor, input: MoveInput, typed: Typed, to: (item: string) => Answer): Promise<Answer> {
  const start = choiceName("");
  const choices: Record<string, Side> = {};
  for (const [name, value] of Object.entries(typed)) {
    if (name.startsWith(start) && (value === "mine" || value === "theirs")) choices[name.slice(start.length)] = value;
  }
  const result = await rebaseRevision(actor, { ...input, choices });
  if (!("conflicts" in result)) return to("revision");
  return {
    problems: result.conflicts.map(
      (conflict): Problem => ({
        field: choiceName(conflictName(conflict)),
        code: "required",
      }),
    ),
  };
}
