import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { Table, Td, Th } from "@/components/ui/table.tsx";
import { MANUAL_CHECKS, OPEN_FAULTS } from "@/lib/access/checks.ts";
import { type CriterionResult, claimOf, newerRules, resultsOf } from "@/lib/access/conformance.ts";
import { CRITERIA } from "@/lib/access/criteria.ts";
import { accessReport } from "@/lib/access/report.ts";
import tried from "@/lib/access/tried.json" with { type: "json" };
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { AboutSection } from "./about-page.tsx";

const TONES: Record<CriterionResult["result"], BadgeTone> = {
  confirmed: "success",
  notApplicable: "neutral",
  automatic: "info",
  unchecked: "warning",
  fault: "danger",
};

/** What was tested by JIS X 8341-3:2016 and what came of it, criterion by criterion; it claims no more than was tried. */
export function AccessResults({ lang }: { lang: Language }) {
  const words = useTranslations("about.results");
  const report = accessReport.parse(tried);
  const results = resultsOf(CRITERIA, report, MANUAL_CHECKS, OPEN_FAULTS);
  const { claim, faults, open } = claimOf(results);
  const widths = [...new Set(report.pages.flatMap((page) => page.widths))].sort((a, b) => a - b);
  const day = (date: string) => <time dateTime={date}>{dateWords(lang, date)}</time>;
  const why = faults > 0 ? "faultsWhy" : open > 0 ? "ongoingWhy" : "partlyWhy";
  return (
    <>
      <AboutSection id="state" heading={words("state.heading")}>
        <p className="font-bold text-2xl">{words(`state.${claim}`)}</p>
        <p className="max-w-prose">{words(`state.${why}`, { count: faults > 0 ? faults : open })}</p>
      </AboutSection>
      <AboutSection id="facts" heading={words("facts.heading")}>
        <DescriptionList
          items={[
            { term: words("facts.standard"), description: words("facts.standardIs") },
            { term: words("facts.level"), description: "AA" },
            { term: words("facts.on"), description: day(report.on) },
            {
              term: words("facts.tool"),
              description: words("facts.toolIs", {
                version: report.tool.version,
                rules: report.rules.length,
                browser: report.browser,
              }),
            },
            { term: words("facts.data"), description: words("facts.dataIs") },
            {
              term: words("facts.pages"),
              description: words("facts.pagesIs", {
                pages: report.pages.length,
                runs: report.pages.reduce((sum, { runs }) => sum + runs, 0),
              }),
            },
            { term: words("facts.widths"), description: words("facts.widthsIs", { widths: widths.join(" · ") }) },
            { term: words("facts.manual"), description: words("facts.manualIs") },
            {
              term: words("facts.findings"),
              description: words("facts.findingsIs", { count: report.findings.length }),
            },
          ]}
        />
      </AboutSection>
      <AboutSection id="criteria" heading={words("criteria.heading")}>
        <Table id="criteria-table" caption={words("criteria.caption")}>
          <thead>
            <tr>
              <Th>{words("criteria.number")}</Th>
              <Th>{words("criteria.name")}</Th>
            </tr>
          </thead>
          <tbody>
            {results.map((result) => (
              <tr key={result.criterion.number}>
                <Th scope="row" className="figures min-w-0">
                  {result.criterion.number}
                </Th>
                <Td className="space-y-1">
                  <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
                    <span className="title-ja font-bold">
                      {words("criteria.named", { name: result.criterion[lang], level: result.criterion.level })}
                    </span>{" "}
                    <Badge tone={TONES[result.result]}>{words(`criteria.results.${result.result}`)}</Badge>
                  </p>
                  <How lang={lang} result={result} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </AboutSection>
      <AboutSection
        id="newer"
        heading={words("newer.heading")}
        text={words("newer.text", { rules: newerRules(report) })}
      />
      <AboutSection id="faults" heading={words("faults.heading")}>
        {OPEN_FAULTS.length === 0 && report.findings.length === 0 ? (
          <p>{words("faults.none")}</p>
        ) : (
          <ul className="list-disc space-y-2 pl-6">
            {OPEN_FAULTS.map(({ criterion, since, what }) => (
              <li key={`${criterion} ${since}`}>
                {criterion}: {what[lang]} ({day(since)})
              </li>
            ))}
            {report.findings.map(({ path, width, rule }) => (
              <li key={`${path} ${width} ${rule}`}>
                {rule}: {path} ({width} px)
              </li>
            ))}
          </ul>
        )}
      </AboutSection>
      <AboutSection id="pages" heading={words("pages.heading")}>
        <Table id="pages-table" caption={words("pages.caption")} captionHidden>
          <thead>
            <tr>
              <Th>{words("pages.path")}</Th>
              <Th>{words("pages.languages")}</Th>
              <Th>{words("pages.widths")}</Th>
            </tr>
          </thead>
          <tbody>
            {report.pages.map((page) => (
              <tr key={page.path}>
                <Th scope="row">
                  <code className="font-mono font-normal">{page.path}</code>
                </Th>
                <Td>{page.languages.join(" · ")}</Td>
                <Td>{page.widths.join(" · ")}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </AboutSection>
    </>
  );
}

/** How a criterion was checked: by hand where it was, by so many rules of the tool, or not at all. */
function How({ lang, result: { result, rules, found, manual } }: { lang: Language; result: CriterionResult }) {
  const words = useTranslations("about.results.criteria");
  return (
    <>
      {manual ? <p>{words("manualHow", { on: dateWords(lang, manual.on), how: manual.how[lang] })}</p> : null}
      {found > 0 ? <p>{words("faultHow", { count: found })}</p> : null}
      {rules > 0 && found === 0 ? <p>{words(manual ? "automaticToo" : "automaticHow", { count: rules })}</p> : null}
      {result === "unchecked" ? <p>{words("uncheckedHow")}</p> : null}
    </>
  );
}
