import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import type { Choice, Tone } from "@/lib/domain/forms/form.ts";
import type { Language } from "@/lib/words/languages.ts";

const BADGES: Record<Tone, BadgeTone> = { good: "success", watch: "warning", bad: "danger", none: "neutral" };

/**
 * A choice as it was made: the paper form's symbol with a shape and a colour of its tone, then the form's words. The
 * words alone carry the meaning.
 */
export function ChoiceWords({ lang, choice }: { lang: Language; choice: Choice }) {
  return (
    <span className="inline-flex items-start gap-2">
      <Badge tone={BADGES[choice.tone]} className="mt-[0.1em] shrink-0">
        {/* The form's dash for “nothing to judge” is heard as a lengthened vowel. */}
        <span lang="ja" aria-hidden={choice.symbol === "ー" || undefined}>
          {choice.symbol}
        </span>
      </Badge>{" "}
      <span className="font-bold">{choice.label[lang]}</span>
    </span>
  );
}
