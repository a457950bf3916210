import { useTranslations } from "next-intl";
import type { NoGrade, SheetState } from "@/lib/domain/figures.ts";

const EXPLAINED = ["unreleased", "unevaluated", "late"] as const;

/** What it means that a sheet is not there, for each of the reasons that a figure shows and for no other. */
export function AbsentWords({ states }: { states: readonly (SheetState | NoGrade)[] }) {
  const words = useTranslations("public.figures.absent");
  return EXPLAINED.filter((state) => states.includes(state)).map((state) => <span key={state}>{words(state)} </span>);
}
