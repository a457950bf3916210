/** What is torn apart nowhere: 第2版, 令和7年3月14日(2025年), 8341-3:2016. */
const WHOLE = /(第\d+[^\s\d]|(?:令和|平成|昭和)[\d元]+年(?:度|\d+月\d+日)?(?:\(\d+年度?\))?|\d+(?:[-.:]\d+)+)/;

/** The text of a heading, whose lines are balanced between phrases; numbers and dates in it stay whole. */
export function Unbroken({ children }: { children: string }) {
  return children.split(WHOLE).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which never change places
      <span key={index} className="whitespace-nowrap">
        {part}
      </span>
    ),
  );
}
