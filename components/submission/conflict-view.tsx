import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { TextDiff } from "@/components/history/text-diff.tsx";
import { FieldValue } from "@/components/policy/sheet-view.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { Field } from "@/lib/domain/forms/form.ts";
import { type SheetValues, type Typed, typedOf } from "@/lib/domain/forms/sheet.ts";
import type { Conflict } from "@/lib/domain/merge.ts";
import type { Language } from "@/lib/words/languages.ts";
import { fillForm } from "./form-text.ts";
import { useScriptRuns } from "./script-runs.ts";

type Side = "base" | "mine" | "theirs";

/**
 * Beside a field that two people changed: the text both began with, and each one's own with what is different in it.
 * With script, one press takes either or joins them; without, the other's text stands there to be copied.
 */
export function ConflictView({
  lang,
  field,
  conflict,
  authors,
  plan,
}: {
  lang: Language;
  field: Field;
  conflict: Conflict;
  /** Who saved the other text. */
  authors: string;
  plan: SheetValues;
}) {
  const words = useTranslations("autosave.conflict");
  const scriptRuns = useScriptRuns();
  const written = field.kind === "text" || field.kind === "list";
  const typed = (side: Side): Typed => typedOf(field, conflict[side]);
  const text = (side: Side): string => typed(side)[field.key] ?? "";
  const meant = (name: string) =>
    conflict.item === undefined
      ? name === field.key || name.startsWith(`${field.key}.`)
      : name === `${field.key}.${conflict.item}`;
  const take = (content: Typed) => (event: MouseEvent<HTMLButtonElement>) => {
    if (event.currentTarget.form) fillForm(event.currentTarget.form, content, meant);
  };
  return (
    <section
      aria-label={words("of", { field: field.label[lang] })}
      className="grid gap-4 border-warning-strong border-l-4 bg-paper py-1 pl-4"
    >
      <p className="font-bold">{words("lead", { authors })}</p>
      <dl className="grid gap-4">
        {(["base", "mine", "theirs"] as const).map((side) => (
          <div key={side} className="grid gap-1">
            <dt className="font-bold text-sm">{words(side, { authors })}</dt>
            <dd className="max-w-prose">{shown(side)}</dd>
          </div>
        ))}
      </dl>
      {scriptRuns ? (
        <div className="flex flex-wrap gap-3">
          <Button type="button" variant="secondary" size="small" onClick={take(typed("theirs"))}>
            {words("takeTheirs")}
          </Button>
          <Button type="button" variant="secondary" size="small" onClick={take(typed("mine"))}>
            {words("keepMine")}
          </Button>
          {written && text("mine") !== "" && text("theirs") !== "" ? (
            <Button
              type="button"
              variant="secondary"
              size="small"
              onClick={take({ [field.key]: `${text("mine")}\n${text("theirs")}` })}
            >
              {words("join")}
            </Button>
          ) : null}
        </div>
      ) : written && text("theirs") !== "" ? (
        <label className="grid gap-1 text-sm">
          {words("toCopy")}
          <textarea
            readOnly
            lang="ja"
            rows={3}
            className="w-full border border-line bg-wash px-3 py-2 text-base"
            value={text("theirs")}
          />
        </label>
      ) : null}
    </section>
  );

  function shown(side: Side) {
    const value = conflict[side];
    if (value === undefined) return <p className="text-ink-muted">{words("empty")}</p>;
    if (written && side !== "base" && conflict.base !== undefined) {
      return <TextDiff before={text("base")} after={text(side)} />;
    }
    return <FieldValue lang={lang} field={field} values={{ [field.key]: value }} plan={plan} />;
  }
}
