import { useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table.tsx";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import type { SectionRow, SectionsOfPolicy } from "@/lib/domain/revision-view.ts";
import { branchName, itemName } from "@/lib/web/round-fields.ts";
import type { Language } from "@/lib/words/languages.ts";

const INDENT = ["", "pl-4 md:pl-8", "pl-8 md:pl-16"] as const;

/** The items of a policy in reading order, each to be chosen by itself or with everything below it. */
export function SectionsTable({ lang, policy, typed }: { lang: Language; policy: SectionsOfPolicy; typed: Typed }) {
  const words = useTranslations();
  const nameOf = ({ type, code }: SectionRow) => `${words(`targets.${type}`)} ${code}`;
  const sectionOf = (id: string | null) =>
    policy.sections.find((section) => section.id === id)?.[lang === "ja" ? "nameJa" : "nameEn"];
  return (
    <div id="field-items" tabIndex={-1}>
      <Table id="items" caption={words("rounds.sections.caption")}>
        <thead>
          <tr>
            <Th className="w-full">{words("rounds.sections.item")}</Th>
            <Th>{words("rounds.sections.now")}</Th>
            <Th>{words("rounds.sections.branch")}</Th>
          </tr>
        </thead>
        <tbody>
          {policy.rows.map((row) => (
            <tr key={row.id}>
              <Th scope="row" className="font-normal">
                <label
                  className={`focus-within-ring flex min-h-target items-start gap-3 rounded-md py-1 ${INDENT[row.depth] ?? ""}`}
                >
                  <input
                    type="checkbox"
                    name={itemName(row.id)}
                    defaultChecked={typed[itemName(row.id)] !== undefined}
                    className="mt-[0.15em] size-6 shrink-0 accent-accent"
                  />
                  <span className="min-w-0">
                    <span className="figures block text-ink-muted text-sm">{nameOf(row)}</span>
                    <span lang="ja">{row.title}</span>
                  </span>
                </label>
              </Th>
              <Td>
                {row.sectionId === null ? (
                  <b className="whitespace-nowrap text-warning-strong">▲ {words("rounds.sections.nobody")}</b>
                ) : (
                  <span className="whitespace-nowrap">{sectionOf(row.sectionId)}</span>
                )}
              </Td>
              <Td>
                {row.branch ? (
                  <label className="focus-within-ring flex size-11 items-center justify-center rounded-md">
                    <input
                      type="checkbox"
                      name={branchName(row.id)}
                      aria-label={words("rounds.sections.branchFor", { item: nameOf(row) })}
                      defaultChecked={typed[branchName(row.id)] !== undefined}
                      className="size-6 accent-accent"
                    />
                  </label>
                ) : null}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
