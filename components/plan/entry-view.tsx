import { NoticeList } from "@/components/policy/notice-list.tsx";
import { OpinionView } from "@/components/policy/opinion-view.tsx";
import type { ListEntry } from "@/lib/domain/policy.ts";
import type { Language } from "@/lib/words/languages.ts";

/** A notice, an aim or an opinion as it is read by those who may not change it. */
export function EntryView({ lang, entry, items }: { lang: Language; entry: ListEntry; items: string }) {
  if (entry.type === "notice") return <NoticeList lang={lang} notices={[entry]} />;
  if (entry.type === "opinion") return <OpinionView opinion={entry} items={items} />;
  return (
    <div lang="ja" className="grid max-w-prose gap-2">
      <p className="title-ja font-bold">
        {entry.code} {entry.title}
      </p>
      {entry.text ? <p className="as-written">{entry.text}</p> : null}
    </div>
  );
}
