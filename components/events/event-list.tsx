import { useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table.tsx";
import type { EventLine } from "@/lib/domain/event-log.ts";
import { isBackdated } from "@/lib/domain/fiscal-year.ts";
import { eventsPath } from "@/lib/web/paths.ts";
import { instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { subjectWords, useEventKind } from "./event-kind.ts";

/** Events as they stand in the chains: numbers, ids, codes and the beginnings of hashes. A subject's id narrows to it. */
export function EventList({ lang, lines }: { lang: Language; lines: readonly EventLine[] }) {
  const words = useTranslations("takingBack.events");
  const kindOf = useEventKind();
  const name = lang === "ja" ? ("nameJa" as const) : ("nameEn" as const);
  return (
    <Table id="events" caption={words("caption")} captionHidden>
      <thead>
        <tr>
          <Th>{words("number")}</Th>
          <Th>{words("when")}</Th>
          <Th>{words("what")}</Th>
          <Th>{words("who")}</Th>
          <Th>{words("about")}</Th>
          <Th>{words("detail")}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <Th scope="row" className="whitespace-nowrap">
              <span className="block font-normal text-ink-muted text-sm">
                {line.organization?.[name] ?? words("administration")}
              </span>
              <span className="figures">{line.number}</span>
            </Th>
            <Td className="figures whitespace-nowrap">
              <time dateTime={line.occurredAt.toISOString()}>{instantWords(lang, line.occurredAt)}</time>
              {isBackdated(line) ? (
                <span className="block text-ink-muted text-sm">
                  {words("recorded", { at: instantWords(lang, line.recordedAt) })}
                </span>
              ) : null}
            </Td>
            <Td className="min-w-32 font-bold">{kindOf(line.kind)}</Td>
            <Td className="min-w-32">
              <span lang="ja" className="block">
                {line.actor ?? words("nobody")}
              </span>
              {line.postTitle ? (
                <span lang="ja" className="block text-ink-muted text-sm">
                  {line.postTitle}
                </span>
              ) : null}
            </Td>
            <Td className="min-w-40">
              <span className="block">{subjectWords(words, line.subjectType)}</span>
              <a
                href={eventsPath(lang, { subject: line.subjectId })}
                className="inline-block break-all py-1 font-mono text-sm"
              >
                {line.subjectId}
              </a>
            </Td>
            <Td className="min-w-64">
              <dl className="grid gap-x-3 font-mono text-sm">
                {line.detail.map(({ name: term, value }) => (
                  <div key={term} className="flex gap-x-2">
                    <dt className="text-ink-muted">{term}</dt>
                    <dd className="break-all">{value}</dd>
                  </div>
                ))}
                <div className="flex gap-x-2">
                  <dt className="text-ink-muted">{words("hash")}</dt>
                  <dd title={line.hash}>{line.hash.slice(0, 12)}…</dd>
                </div>
              </dl>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
