/** From the first to the last Japanese character between Latin letters or quotation marks, a number before it included. */
const JAPANESE =
  /((?:[\d,.]+)?[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}](?:[^\p{sc=Latin}“”"]*[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー」』)])?)/u;

/**
 * One sentence that may hold Japanese words, such as a title or 11地区, with those marked as Japanese where the page is in
 * another language: a screen reader says them with the right voice. For texts that come as one string; where the parts are
 * known, mark them with lang="ja" instead.
 */
export function JapaneseParts({ lang, text }: { lang: string; text: string }) {
  if (lang === "ja") return text;
  return text.split(JAPANESE).map((part, index) => {
    // Every second part is what the expression matched; the parts of one text never change their order.
    const key = `${index}`;
    return index % 2 === 1 ? (
      <span key={key} lang="ja">
        {part}
      </span>
    ) : (
      part
    );
  });
}
