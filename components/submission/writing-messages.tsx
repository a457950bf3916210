import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { Field } from "@/lib/domain/forms/form.ts";
import type { BufferView } from "@/lib/domain/submission-view.ts";
import { ENVELOPE, type Writing } from "@/lib/web/form-state.ts";
import { instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { EnvelopeFields } from "./envelope-fields.tsx";
import type { LocalCopy } from "./local-copy.ts";

/** What saving led to where others had saved meanwhile: merged and saved, or brought back to be chosen from. */
export function WritingMessages({
  lang,
  writing,
  fields,
  submitting,
}: {
  lang: Language;
  writing: Writing;
  fields: readonly Field[];
  /** It was to be submitted, too. */
  submitting: boolean;
}) {
  const words = useTranslations("autosave.merged");
  const tones = useTranslations("tones");
  const separator = useTranslations("sheet")("separator");
  const named = (keys: readonly string[]) =>
    fields
      .filter(({ key }) => keys.includes(key))
      .map(({ label }) => label[lang])
      .join(separator);
  const authors = writing.authors.join(separator);
  const taken = writing.taken.length > 0 ? <p>{words("taken", { authors, fields: named(writing.taken) })}</p> : null;
  if (writing.conflicts.length > 0) {
    const conflicting = named(writing.conflicts.map(({ field }) => field));
    return (
      <Banner tone="warning" toneLabel={tones("warning")} title={words("conflictTitle")} announce="alert">
        <p>{words("conflictLead", { authors, fields: conflicting })}</p>
        {taken}
      </Banner>
    );
  }
  if (writing.taken.length === 0 && !submitting) return null;
  return (
    <Banner
      tone={submitting ? "warning" : "success"}
      toneLabel={tones(submitting ? "warning" : "success")}
      title={words(submitting ? "savedNotSubmitted" : "saved")}
      announce={submitting ? "alert" : "status"}
    >
      {taken ?? <p>{words("movedOn")}</p>}
      {submitting ? <p>{words("submitAgain")}</p> : null}
    </Banner>
  );
}

/** Says that the form shows what was kept and not saved, and throws it away where that is wished. */
export function BufferMessage({
  lang,
  buffer,
  stale,
  formAction,
  envelope,
}: {
  lang: Language;
  buffer: BufferView;
  /** Somebody saved since it was typed. */
  stale: boolean;
  formAction: (formData: FormData) => void;
  envelope: Parameters<typeof EnvelopeFields>[0]["values"];
}) {
  const words = useTranslations("autosave.buffer");
  const tones = useTranslations("tones");
  return (
    <Banner
      tone="info"
      toneLabel={tones("info")}
      title={words("title", { at: instantWords(lang, buffer.savedAt) })}
      actions={
        <form action={formAction}>
          <EnvelopeFields values={envelope} />
          <Button variant="secondary" size="small" name={ENVELOPE.intent} value="forget">
            {words("forget")}
          </Button>
        </form>
      }
    >
      <p>{words("lead")}</p>
      {stale ? <p>{words("stale")}</p> : null}
    </Banner>
  );
}

/** Offers what this browser kept while the server could not be reached. */
export function LocalMessage({
  lang,
  copy,
  restore,
  forget,
}: {
  lang: Language;
  copy: LocalCopy;
  restore: () => void;
  forget: () => void;
}) {
  const words = useTranslations("autosave.local");
  const tones = useTranslations("tones");
  return (
    <Banner
      tone="warning"
      toneLabel={tones("warning")}
      title={words("title", { at: instantWords(lang, copy.savedAt) })}
      announce="status"
      actions={
        <>
          <Button type="button" size="small" onClick={restore}>
            {words("restore")}
          </Button>
          <Button type="button" variant="secondary" size="small" onClick={forget}>
            {words("forget")}
          </Button>
        </>
      }
    >
      {words("lead")}
    </Banner>
  );
}
