import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import type { WaitingSheet } from "@/lib/domain/deciding-view.ts";
import type { Field } from "@/lib/domain/forms/form.ts";
import type { SubmissionView } from "@/lib/domain/submission-view.ts";
import { ENVELOPE, type FormState, remarkName } from "@/lib/web/form-state.ts";
import { releasePath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import type { EnvelopeFields } from "./envelope-fields.tsx";
import { MoveForm } from "./move-form.tsx";
import { isPanelMove, PANEL_MOVES } from "./panel-moves.ts";
import { sheetOfTyped } from "./sheet-form.tsx";

/** What this person can do with a submission now, each move with its own form; the table decides which are there. */
export function MovePanel({
  lang,
  formAction,
  envelope,
  view,
  fields,
  waiting,
  state,
}: {
  lang: Language;
  formAction: (formData: FormData) => void;
  envelope: Parameters<typeof EnvelopeFields>[0]["values"];
  view: SubmissionView | null;
  fields: readonly Field[];
  /** The sheet as it waits for this person's decision; it stands above with a box for a remark under each field. */
  waiting: WaitingSheet | null;
  /** Where one of these forms came back. */
  state: FormState | null;
}) {
  const words = useTranslations("staff");
  const deciding = useTranslations("deciding");
  const intent = state?.typed[ENVELOPE.intent] ?? "";
  // A form that came back is shown even where its move is no longer offered: what was typed must not vanish.
  const remarked = Object.entries(state?.typed ?? {}).some(([name, text]) => name.startsWith(remarkName("")) && text);
  const written = state?.signIn || state?.typed[ENVELOPE.comment] || remarked;
  const kept = written && isPanelMove(intent) ? [intent] : [];
  const known = fields.length > 0 || !state ? fields : (sheetOfTyped(state.typed)?.fields ?? []);
  const moves = PANEL_MOVES.filter((move) => view?.moves.includes(move) || kept.includes(move));
  const release = view?.moves.includes("release") ? view : null;
  const nothing = view && moves.length === 0 && !release && !view.moves.includes("save");
  const ownWork = view?.state === "SUBMITTED" && view.relation.decider && view.relation.contributor;
  if (moves.length === 0 && !release && !nothing && !ownWork) return null;
  return (
    <section aria-labelledby="moves-heading" className="grid gap-6 print:hidden">
      <h2 id="moves-heading">{words("panel.title")}</h2>
      {ownWork ? <p className="max-w-prose">{words("sheet.ownWork")}</p> : null}
      {waiting?.deputyFor ? (
        <p className="max-w-prose">
          <Badge tone="info">{deciding("deputy.mark")}</Badge> {deciding("deputy.note", { holder: waiting.deputyFor })}
        </p>
      ) : null}
      {nothing ? <p className="text-ink-muted">{words("panel.none")}</p> : null}
      {release ? (
        <p>
          <ButtonLink variant="primary" href={releasePath(lang, release.policyId)}>
            {words("panel.toRelease")}
          </ButtonLink>
        </p>
      ) : null}
      {moves.map((move) => (
        <MoveForm
          key={move}
          lang={lang}
          move={move}
          formAction={formAction}
          envelope={envelope}
          view={view}
          fields={known}
          beside={waiting !== null && waiting.line.phase !== "PLAN"}
          state={intent === move ? state : null}
        />
      ))}
    </section>
  );
}
