import { useTranslations } from "next-intl";
import { lengthOf } from "@/lib/domain/text.ts";

/** From which part of the limit on a counter is read out. */
const NEAR = 0.9;

/** How many of the allowed characters a text has, counted as the form counts them. What is over is said in words. */
export function Counter({ text, limit }: { text: string; limit: number }) {
  const words = useTranslations("writing.counter");
  const count = lengthOf(text.replaceAll("\r\n", "\n"));
  const over = count - limit;
  const figures = (value: number) => value.toLocaleString("en-US");
  const overWords = over > 0 ? words("over", { over: figures(over), limit: figures(limit) }) : null;
  return (
    <>
      {overWords ? <span className="mr-3 font-bold text-danger">{overWords}</span> : null}
      <span>{words("of", { count: figures(count), limit: figures(limit) })}</span>
      <span aria-live="polite" className="sr-only">
        {over > 0 ? words("beyond", { limit: figures(limit) }) : count > limit * NEAR ? words("near") : null}
      </span>
    </>
  );
}
