import { NextResponse } from "next/server";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/lib/auth/session.ts";
import { roundCsv } from "@/lib/documents/round-csv.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { roundTablePath, signInPath } from "@/lib/web/paths.ts";
import { boardFor } from "../board.ts";

/** A round whole, as a table for a spreadsheet. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[lang]/rounds/[id]/csv">,
): Promise<NextResponse> {
  const { lang: segment, id } = await params;
  const lang = pageLanguage(segment);
  const actor = await currentActor();
  if (!actor) return NextResponse.redirect(new URL(signInPath(lang, roundTablePath(lang, id)), request.url), 303);
  const board = await boardFor(actor, id);
  const words = await getTranslations({ locale: lang });
  const csv = roundCsv(board, {
    standing: (standing) => (standing === "NOT_BEGUN" ? words("staff.desk.notBegun") : words(`states.${standing}`)),
    target: (type) => words(`targets.${type}`),
    section: ({ sectionId }) =>
      board.sections.find(({ id: known }) => known !== null && known === sectionId)?.[
        lang === "ja" ? "nameJa" : "nameEn"
      ] ?? "",
  });
  const name = `${board.organization.slug}-${board.fiscalYear}-${board.phase.toLowerCase()}-${tokyoDate(new Date())}.csv`;
  return new NextResponse(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
