import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TARGET_TYPES } from "@/lib/domain/forms/form.ts";
import { type Board, type BoardFilter, STANDINGS } from "@/lib/domain/round-view.ts";
import { roundPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { useStandingWords } from "./standing.tsx";

/** What of the round is listed. It stands in the address, so that it can be kept and passed on. */
export function BoardFilterForm({ lang, board, filter }: { lang: Language; board: Board; filter: BoardFilter }) {
  const words = useTranslations();
  const standingWords = useStandingWords();
  const all = { value: "", label: words("rounds.filter.all") };
  const sections = board.sections.map((section) => ({
    value: section.id ?? "none",
    label: section.id === null ? words("rounds.board.noSection") : section[lang === "ja" ? "nameJa" : "nameEn"],
  }));
  const types = TARGET_TYPES.filter((type) => board.sheets.some((sheet) => sheet.type === type));
  return (
    <form
      method="get"
      action={`${roundPath(lang, board.id)}#targets`}
      aria-label={words("rounds.filter.title")}
      className="grid items-end gap-x-6 gap-y-4 border-hairline border-y py-5 sm:grid-cols-3 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)_auto] print:hidden"
    >
      <Select
        name="section"
        label={words("rounds.filter.section")}
        options={[all, ...sections]}
        defaultValue={filter.section ?? ""}
      />
      <Select
        name="state"
        label={words("rounds.filter.state")}
        options={[all, ...STANDINGS.map((standing) => ({ value: standing, label: standingWords(standing) }))]}
        defaultValue={filter.state ?? ""}
      />
      <Select
        name="type"
        label={words("rounds.filter.type")}
        options={[all, ...types.map((type) => ({ value: type, label: words(`targets.${type}`) }))]}
        defaultValue={filter.type ?? ""}
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="secondary">{words("rounds.filter.show")}</Button>
        {filter.section || filter.state || filter.type ? (
          <ButtonLink variant="quiet" href={`${roundPath(lang, board.id)}#targets`}>
            {words("rounds.filter.clear")}
          </ButtonLink>
        ) : null}
      </div>
    </form>
  );
}
