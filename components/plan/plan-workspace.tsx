"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect } from "react";
import { EnvelopeFields } from "@/components/submission/envelope-fields.tsx";
import { FormMessages, MESSAGES_ID } from "@/components/submission/form-messages.tsx";
import { SignedOut } from "@/components/submission/signed-out.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import { TARGET_TYPES } from "@/lib/domain/forms/form.ts";
import type { PlanEditing } from "@/lib/domain/revision-view.ts";
import { ENVELOPE, type FormAction, type FormState } from "@/lib/web/form-state.ts";
import { concernedName, LIST_FIELDS } from "@/lib/web/list-fields.ts";
import { aimName, NODE_FIELDS, PLAN_FIELDS, predecessorName } from "@/lib/web/plan-fields.ts";
import type { Language } from "@/lib/words/languages.ts";
import { DescribeForm } from "./describe-form.tsx";
import { type EditedItem, ItemForm } from "./item-form.tsx";
import { ItemTools } from "./item-tools.tsx";
import { type EditedEntry, ListForm, useEntryLabels } from "./list-form.tsx";
import { RebaseForm, type Rebasing } from "./rebase-form.tsx";

/** What of the plan is open: an item, what the Revision says of itself, or its being brought up to date. */
export type Open =
  | {
      readonly kind: "item";
      readonly item: EditedItem;
      readonly mayChange: boolean;
      readonly tools: Omit<Parameters<typeof ItemTools>[0], "formAction" | "envelope" | "nodeKey">;
    }
  | {
      readonly kind: "entry";
      readonly entry: EditedEntry;
      readonly mayChange: boolean;
      readonly steps: readonly ("up" | "down")[];
    }
  | ({ readonly kind: "revision" } & Pick<Parameters<typeof DescribeForm>[0], "usual" | "formulated" | "released">)
  | { readonly kind: "rebase"; readonly rebasing: Rebasing };

/**
 * Where one item of a plan is edited. One state serves all of its forms, and it stands at the same place of the page
 * whether or not its reader is signed in, so that nothing typed is lost, without script too.
 */
export function PlanWorkspace({
  lang,
  action,
  here,
  writer,
  formKey,
  editing,
  open,
  done,
  beside,
  children,
}: {
  lang: Language;
  action: FormAction;
  /** This page's own address, to come back to after signing in. */
  here: string;
  writer: string | null;
  formKey: string;
  /** null where nobody is signed in. */
  editing: Pick<
    PlanEditing,
    "submissionId" | "formId" | "lockVersion" | "seen" | "mayWrite" | "mayUndo" | "described" | "sections"
  > | null;
  open: Open | null;
  /** What was just done; null where nothing was. */
  done: string | null;
  /** What is read where nothing can be written. */
  children?: ReactNode;
  /** What is looked up while an item is written: it stands over its form. */
  beside?: ReactNode;
}) {
  const words = useTranslations("plan");
  const tones = useTranslations("tones");
  const labels = useEntryLabels();
  const [state, formAction] = useActionState(action, null);
  useEffect(() => {
    if (state) document.getElementById(MESSAGES_ID)?.focus();
  }, [state]);
  if (!editing && !state) return <SignedOut lang={lang} here={here} />;
  const intent = state?.typed[ENVELOPE.intent] ?? "";
  const returned = state?.signIn ? itemOfState(state) : null;
  const item = returned ?? (open?.kind === "item" ? open.item : null);
  const returnedEntry = state?.signIn ? entryOfState(state) : null;
  const entry = returnedEntry ?? (open?.kind === "entry" ? open.entry : null);
  const typedItem = state && (intent === "change" || intent === "add") ? state : null;
  const envelope = {
    key: formKey,
    language: lang,
    writer: state?.signIn ? (state.typed[ENVELOPE.writer] ?? "") : (writer ?? ""),
    submission: editing?.submissionId ?? state?.typed[ENVELOPE.submission] ?? "",
    lockVersion: editing?.lockVersion ?? state?.typed[ENVELOPE.lockVersion] ?? 0,
    base: editing?.seen ?? "",
    form: editing?.formId ?? state?.typed[ENVELOPE.form] ?? "",
  };
  // What was typed belongs to the Version that it was typed over.
  const typedOver = typedItem ? (typedItem.writing?.base ?? typedItem.typed[ENVELOPE.base] ?? "") : envelope.base;
  const fields = TARGET_TYPES.find((type) => type === item?.type);
  const labelOf = (name: string) => {
    if (entry) return { label: labels(entry.type, name), choice: CHOSEN.includes(name) };
    const field = fields ? fieldsOf(envelope.form, fields, "PLAN").find(({ key }) => key === name) : undefined;
    return {
      label: field?.label[lang] ?? COMMON[name]?.(words) ?? words("rebase.choose"),
      choice: CHOSEN.includes(name),
    };
  };
  const described = editing?.described ?? null;
  return (
    <div className="grid gap-8">
      {state ? <FormMessages state={state} labelOf={labelOf} /> : null}
      {!state && isDone(done) ? (
        <Banner tone="success" toneLabel={tones("success")} title={words(`done.${done}`)} />
      ) : null}
      {editing?.mayUndo ? (
        <form action={formAction} className="print:hidden">
          <EnvelopeFields values={envelope} />
          <input type="hidden" name={PLAN_FIELDS.node} value={item?.key ?? entry?.key ?? ""} />
          <Button variant="secondary" size="small" name={ENVELOPE.intent} value="undo">
            {words("tools.undo")}
          </Button>
        </form>
      ) : null}
      {beside}
      {item && (returned || (open?.kind === "item" && open.mayChange)) ? (
        <>
          {open?.kind === "item" && item.key ? (
            <ItemTools formAction={formAction} envelope={envelope} nodeKey={item.key} {...open.tools} />
          ) : null}
          <ItemForm
            key={item.key ?? item.id}
            lang={lang}
            formId={envelope.form}
            formAction={formAction}
            envelope={{ ...envelope, base: typedOver }}
            item={item}
            state={typedItem}
          />
        </>
      ) : null}
      {entry && (returnedEntry || (open?.kind === "entry" && open.mayChange)) ? (
        <>
          {open?.kind === "entry" && entry.key ? (
            <ItemTools
              formAction={formAction}
              envelope={envelope}
              nodeKey={entry.key}
              steps={open.steps}
              adds={[]}
              goesWith={0}
            />
          ) : null}
          <ListForm
            key={entry.key ?? entry.id}
            lang={lang}
            formAction={formAction}
            envelope={{ ...envelope, base: typedOver }}
            entry={entry}
            state={typedItem}
          />
        </>
      ) : null}
      {(open?.kind === "revision" && editing?.mayWrite) || (state?.signIn && intent === "describe") ? (
        <DescribeForm
          formAction={formAction}
          envelope={envelope}
          described={described}
          lang={lang}
          usual={open?.kind === "revision" ? open.usual : { kind: "AMENDMENT", effectiveOn: "" }}
          formulated={open?.kind === "revision" ? open.formulated : null}
          released={open?.kind === "revision" ? open.released : []}
          state={intent === "describe" ? state : null}
        />
      ) : null}
      {open?.kind === "rebase" && editing?.mayWrite ? (
        <RebaseForm
          lang={lang}
          formId={envelope.form}
          formAction={formAction}
          envelope={envelope}
          rebasing={open.rebasing}
          sections={editing.sections}
          state={intent === "rebase" ? state : null}
        />
      ) : null}
      {children}
    </div>
  );
}

const DONE = ["change", "add", "up", "down", "remove", "undo", "describe", "rebase"] as const;
const isDone = (done: string | null): done is (typeof DONE)[number] => DONE.some((one) => one === done);

/** The controls about a Revision that are chosen rather than typed. */
const CHOSEN: readonly string[] = [
  ...[PLAN_FIELDS.kind, PLAN_FIELDS.step, PLAN_FIELDS.corrects],
  ...[LIST_FIELDS.kind, LIST_FIELDS.source, LIST_FIELDS.outcome],
];

type Words = ReturnType<typeof useTranslations<"plan">>;
const COMMON: Record<string, (words: Words) => string> = {
  [NODE_FIELDS.code]: (words) => words("fields.code"),
  [NODE_FIELDS.title]: (words) => words("fields.title"),
  [NODE_FIELDS.section]: (words) => words("fields.section"),
  [NODE_FIELDS.parent]: (words) => words("tools.label"),
  [PLAN_FIELDS.kind]: (words) => words("fields.kind"),
  [PLAN_FIELDS.step]: (words) => words("fields.step"),
  [PLAN_FIELDS.corrects]: (words) => words("fields.corrects"),
  [PLAN_FIELDS.reason]: (words) => words("fields.reason"),
  [PLAN_FIELDS.effectiveOn]: (words) => words("fields.effectiveOn"),
};

/** The item's form as it came back to somebody who is not signed in any more: drawn from what was sent with it. */
function itemOfState({ typed }: FormState): EditedItem | null {
  const type = TARGET_TYPES.find((one) => one === typed[PLAN_FIELDS.type]);
  if (!type) return null;
  const kept = (name: string) => {
    const value = typed[name] ?? "";
    return [{ value, label: value }];
  };
  return {
    type,
    key: typed[PLAN_FIELDS.node] || null,
    id: typed[PLAN_FIELDS.id] ?? "",
    typed,
    parents: kept(NODE_FIELDS.parent),
    sections: kept(NODE_FIELDS.section),
    predecessors: pickedIn(typed, predecessorName("")),
    aims: pickedIn(typed, aimName("")),
    spare: [],
  };
}

/** The same for a notice, an aim or an opinion. */
function entryOfState({ typed }: FormState): EditedEntry | null {
  const type = (["notice", "aim", "opinion"] as const).find((one) => one === typed[PLAN_FIELDS.type]);
  if (!type) return null;
  return {
    type,
    key: typed[PLAN_FIELDS.node] || null,
    id: typed[PLAN_FIELDS.id] ?? "",
    typed,
    items: pickedIn(typed, concernedName("")),
    predecessors: pickedIn(typed, predecessorName("")),
  };
}

const pickedIn = (typed: FormState["typed"], start: string) =>
  Object.keys(typed)
    .filter((name) => name.startsWith(start))
    .map((name) => ({ value: name.slice(start.length), label: name.slice(start.length) }));
