import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon.tsx";
import type { Warning } from "@/lib/domain/grades.ts";

/** What in a sheet contradicts its indicators or its plan, for whoever writes and whoever decides. It blocks nothing. */
export function WarningList({ warnings }: { warnings: readonly Warning[] }) {
  const words = useTranslations("writing.warnings");
  const separator = useTranslations("sheet")("separator");
  return (
    <div role="status" className="empty:hidden">
      {warnings.length > 0 ? (
        <ul className="grid gap-1.5">
          {warnings.map(({ field, code, indicators }) => (
            <li
              key={`${field} ${code}`}
              className="flex max-w-prose gap-2 border-warning-strong border-l-4 py-1 pl-3 text-sm"
            >
              <Icon name="warning" className="mt-[0.2em] text-warning" />
              <span>{words(code, { indicators: indicators.join(separator) })}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
