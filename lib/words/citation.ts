import { tokyoDate } from "../domain/fiscal-year.ts";
import type { TargetType } from "../domain/forms/form.ts";
import type { PublishedPolicy } from "../domain/published-policy.ts";
import { dateWords } from "./dates.ts";
import type { Language } from "./languages.ts";
import { translatorOf } from "./notice-words.ts";

/** How many characters of an Edition's hash tell it apart from all others. */
const HASH_BEGINNING = 12;

/**
 * How an Edition, or one item of it, is cited: whose it is, its title, 第N版, when it was released, the beginning of its
 * hash, and the address at which it never changes.
 */
export function citation(
  lang: Language,
  { organization, edition, hash, content }: Pick<PublishedPolicy, "organization" | "edition" | "hash" | "content">,
  address: string,
  item?: { readonly type: TargetType; readonly code: string; readonly title: string } | undefined,
): string {
  const words = translatorOf(lang);
  const { nameJa, nameEn, cityNameJa, cityNameEn } = organization;
  const said = {
    organization: lang === "ja" ? `${cityNameJa}${nameJa}` : `${nameEn}, ${cityNameEn}`,
    title: content.policy.title,
    number: edition.number,
    date: dateWords(lang, tokyoDate(new Date(edition.occurredAt))),
    hash: hash.slice(0, HASH_BEGINNING),
    address,
  };
  if (!item) return words("following.share.citation", said);
  const named = words("following.share.item", {
    kind: words(`targets.${item.type}`),
    code: item.code,
    title: item.title,
  });
  return words("following.share.citationOf", { ...said, item: named });
}
