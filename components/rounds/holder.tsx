import { useTranslations } from "next-intl";
import type { Holder } from "@/lib/domain/round-view.ts";

/** Beyond this many names the rest is a number. */
const NAMED = 2;

/** Whom a sheet lies with: 担当者: 東住 太郎. A post that nobody holds says so. */
export function useHolderWords(): (holder: Holder | null) => string {
  const words = useTranslations();
  return (holder) => {
    if (!holder) return words("rounds.board.neverWritten");
    const role = words(`roles.${holder.role}`);
    if (holder.names.length === 0) return words("rounds.board.nobody", { role });
    const first = holder.names.slice(0, NAMED).join(words("sheet.separator"));
    const rest = holder.names.length - NAMED;
    const names = rest > 0 ? words("rounds.board.more", { names: first, count: rest }) : first;
    return words("rounds.board.holderOf", { role, names });
  };
}
