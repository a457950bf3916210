import { passwordLinkToken } from "../data/password-links.ts";
import type { NoticeLine } from "../domain/notice-line.ts";
import { noticePath } from "../web/notice-path.ts";
import { deskPath, passwordLinkPath } from "../web/paths.ts";
import type { Language } from "../words/languages.ts";
import { noticeWords, translatorOf } from "../words/notice-words.ts";

/** A mail lists so many notices; the rest is on the desk. */
const MOST = 40;

/**
 * The subject and the plain text of a mail: Japanese first, then English. It holds titles of items and addresses of
 * pages, and nothing of what people wrote. `site` is where the application is reached.
 */
export function mailText(
  mail: { readonly name: string; readonly notices: readonly NoticeLine[] },
  site: string,
): { subject: string; text: string } {
  const [only] = mail.notices.length === 1 ? mail.notices : [];
  const ja = translatorOf("ja");
  const en = translatorOf("en");
  const subject = only
    ? `${ja(`notices.kinds.${only.kind}`)} / ${en(`notices.kinds.${only.kind}`)}`
    : `${ja("notices.mail.subjectMany", { count: mail.notices.length })} / ${en("notices.mail.subjectMany", { count: mail.notices.length })}`;
  return {
    subject: `[Hoshin] ${subject}`,
    text: `${(["ja", "en"] as const).map((lang) => part(lang, mail, site)).join("\n\n――――――――――――――――――――\n\n")}\n`,
  };
}

function part(
  lang: Language,
  { name, notices }: { readonly name: string; readonly notices: readonly NoticeLine[] },
  site: string,
): string {
  const words = translatorOf(lang);
  const address = (path: string) => new URL(path, site).href;
  const listed = notices
    .slice(0, MOST)
    .map((line) => `${lang === "ja" ? "■ " : "* "}${noticeWords(lang, line)}\n  ${address(pathOf(lang, line))}`);
  const rest = notices.length - listed.length;
  if (rest > 0) listed.push(`${words("notices.mail.more", { count: rest })}\n  ${address(deskPath(lang))}`);
  return [
    words("notices.mail.greeting", { name }),
    words("notices.mail.lead"),
    ...listed,
    words("notices.mail.foot"),
  ].join("\n\n");
}

/** A link for setting a password is nowhere but in its mail: its token is made again from the link's id. */
function pathOf(lang: Language, line: NoticeLine): string {
  const { link } = line.detail;
  return line.kind === "password-link" && typeof link === "string"
    ? passwordLinkPath(lang, passwordLinkToken(link))
    : noticePath(lang, line);
}
