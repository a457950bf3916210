import { z } from "zod";
import { canonicalText, type Hash, hash, hashOfText } from "./canonical.ts";
import { calendarDate } from "./fiscal-year.ts";
import { type EvaluationPhase, PHASES, TARGET_TYPES } from "./forms/form.ts";
import { type SheetValues, sheetValues } from "./forms/sheet.ts";
import {
  type Aim,
  aim,
  type InitiativeNode,
  type IssueNode,
  initiativeNode,
  issueNode,
  type Notice,
  notice,
  type Opinion,
  opinion,
  type PlanNode,
  type PolicyNode,
  policyNode,
  type ReformItemNode,
  reformItemNode,
  type StrategyNode,
  strategyNode,
} from "./policy.ts";
import type { MaybeWithheld } from "./taking-back.ts";
import { textUpTo } from "./text.ts";

export const REVISION_KINDS = ["FORMULATION", "AMENDMENT", "CORRECTION"] as const;
/** The steps in which a plan is formulated (策定経過): 素案, 案, 確定. Each is public as an Edition of its own. */
export const FORMULATION_STEPS = ["OUTLINE", "PROPOSAL", "FINAL"] as const;
export const formulationStep = z.enum(FORMULATION_STEPS);
export type FormulationStep = z.infer<typeof formulationStep>;
export const evaluationPhase = z.enum(["MID_YEAR_REVIEW", "SELF_EVALUATION"]);
const instant = z.iso.datetime();

/** The payload of an evaluation's Part: one sheet. */
export const sheetPart = z.strictObject({
  type: z.literal("sheet"),
  target: z.strictObject({ type: z.enum(TARGET_TYPES), id: z.uuid() }),
  phase: evaluationPhase,
  values: sheetValues,
});

/** What a Revision says of itself; it is approved with the plan that it proposes. */
export const revisionPart = z.strictObject({
  type: z.literal("revision"),
  kind: z.enum(REVISION_KINDS),
  reason: textUpTo(4000),
  effectiveOn: calendarDate,
  /** Of a FORMULATION: which step it publishes. Absent: the plan is formulated in one step. */
  step: formulationStep.optional(),
  /** Of a CORRECTION: the number of the Edition whose error it corrects. */
  corrects: z.int().min(1).optional(),
});
export type RevisionPart = z.infer<typeof revisionPart>;

/** Free text that goes with a move: a comment, remarks beside fields, the city's own decision number. */
export const commentPart = z.strictObject({
  type: z.literal("comment"),
  comment: textUpTo(4000).optional(),
  remarks: z.record(z.string(), textUpTo(4000)).optional(),
  /** 決裁番号 and 決裁日 of the city's own document system. */
  decision: z.strictObject({ number: textUpTo(100), date: calendarDate.nullable() }).optional(),
});
export type CommentPart = z.infer<typeof commentPart>;

/** What is published of a reader's question: its wording without anybody's personal data, and the answer. */
export const answerPart = z.strictObject({
  type: z.literal("answer"),
  /** The item that it is about; null for the policy as a whole. */
  itemId: z.uuid().nullable(),
  question: textUpTo(1000),
  answer: textUpTo(4000),
});

export const part = z.discriminatedUnion("type", [
  policyNode,
  issueNode,
  strategyNode,
  initiativeNode,
  reformItemNode,
  notice,
  aim,
  opinion,
  sheetPart,
  revisionPart,
  commentPart,
  answerPart,
]);
export type Part = z.infer<typeof part>;

const manifest = z.record(z.string().regex(/^[a-zA-Z]+(:[0-9a-f-]{36}(\/[A-Z_]+)?)?$/), hash);

/** What a Version is: everything that its hash covers. */
export const versionRecord = z.strictObject({
  id: z.uuid(),
  submissionId: z.uuid(),
  number: z.int().min(1),
  authorId: z.uuid(),
  occurredAt: instant,
  recordedAt: instant,
  parts: manifest,
});
export type VersionRecord = z.infer<typeof versionRecord>;

/** What an Edition is: everything that its hash covers, the hash of the one before included. */
export const editionRecord = z.strictObject({
  id: z.uuid(),
  policyId: z.uuid(),
  organization: z.string(),
  fiscalYear: z.int(),
  formId: z.string(),
  number: z.int().min(1),
  /** Which phases this Edition brought something new for. */
  phases: z.array(z.enum(PHASES)).min(1),
  /** Which rounds end with this Edition: a sheet that is still absent reads 未評価 from here on. Absent means none. */
  concludes: z.array(evaluationPhase).min(1).optional(),
  revisionKind: z.enum(REVISION_KINDS).nullable(),
  /** The step of its formulation that the plan stands at. Absent: it was formulated in one step. */
  step: formulationStep.optional(),
  effectiveOn: calendarDate,
  occurredAt: instant,
  recordedAt: instant,
  previousHash: hash.nullable(),
  parts: manifest,
});
export type EditionRecord = z.infer<typeof editionRecord>;

/** The canonical text and the hash of a Version or an Edition. */
export function sealed(record: VersionRecord | EditionRecord): { text: string; hash: Hash } {
  const text = canonicalText(record);
  return { text, hash: hashOfText(text) };
}

type Sheets = Partial<Record<EvaluationPhase, SheetValues>>;
type WithSheets<Node> = Node & MaybeWithheld & { readonly sheets: Sheets };

export type PublishedInitiative = WithSheets<InitiativeNode>;
export type PublishedStrategy = WithSheets<StrategyNode> & { readonly initiatives: readonly PublishedInitiative[] };
export type PublishedIssue = WithSheets<IssueNode> & { readonly strategies: readonly PublishedStrategy[] };
export type PublishedReformItem = WithSheets<ReformItemNode>;

/** A policy as a reader meets it: the tree in its authored order, each target with the sheets released for it. */
export interface EditionContent {
  readonly policy: WithSheets<PolicyNode>;
  readonly notices: readonly Notice[];
  readonly issues: readonly PublishedIssue[];
  readonly reformItems: readonly PublishedReformItem[];
  /** The vision's aims as this policy cites them. */
  readonly aims: readonly Aim[];
  readonly opinions: readonly Opinion[];
  /** The Revision that gave this Edition its plan. */
  readonly revision: RevisionPart | null;
}

const byOrder = (a: { order: number }, b: { order: number }) => a.order - b.order;

/** Builds the tree from an Edition's Parts, in whichever order they come. Refuses Parts without a policy. */
export function assemble(parts: readonly Part[]): EditionContent {
  const sheets = new Map<string, Sheets>();
  for (const entry of parts) {
    if (entry.type !== "sheet") continue;
    sheets.set(entry.target.id, { ...sheets.get(entry.target.id), [entry.phase]: entry.values });
  }
  // Of an item that was taken down, what stands in its place says so (withheld.ts): that is carried along.
  const withSheets = <Node extends PlanNode>(node: Node) =>
    ({ ...node, sheets: sheets.get(node.id) ?? {} }) as WithSheets<Node>;
  const of = <Type extends Part["type"]>(type: Type) =>
    parts.filter((entry): entry is Extract<Part, { type: Type }> => entry.type === type);

  const [policy] = of("policy");
  if (!policy) throw new RangeError("an edition without a policy");
  const initiatives = of("initiative").sort(byOrder).map(withSheets);
  const strategies = of("strategy")
    .sort(byOrder)
    .map((strategy) => ({
      ...withSheets(strategy),
      initiatives: initiatives.filter((initiative) => initiative.strategyId === strategy.id),
    }));
  const issues = of("issue")
    .sort(byOrder)
    .map((issue) => ({
      ...withSheets(issue),
      strategies: strategies.filter((strategy) => strategy.issueId === issue.id),
    }));
  return {
    policy: withSheets(policy),
    notices: of("notice").sort(byOrder),
    issues,
    reformItems: of("reformItem").sort(byOrder).map(withSheets),
    aims: of("aim").sort(byOrder),
    opinions: of("opinion").sort(byOrder),
    revision: of("revision")[0] ?? null,
  };
}

/** Every initiative of an Edition, in reading order. */
export function initiativesOf(content: EditionContent): PublishedInitiative[] {
  return content.issues.flatMap((issue) => issue.strategies.flatMap((strategy) => strategy.initiatives));
}

/** Every item of an Edition in reading order: each issue, below it its strategies and their initiatives, then reform items. */
export function itemsOf(
  content: EditionContent,
): (PublishedIssue | PublishedStrategy | PublishedInitiative | PublishedReformItem)[] {
  return [
    ...content.issues.flatMap((issue) => [
      issue,
      ...issue.strategies.flatMap((strategy) => [strategy, ...strategy.initiatives]),
    ]),
    ...content.reformItems,
  ];
}
