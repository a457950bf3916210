import holidayJp from "@holiday-jp/holiday_jp";
import type { IsHoliday } from "../domain/business-days.ts";

/** Japan's public holidays, substitute ones (振替休日) and days between holidays (国民の休日) included. */
export const isHoliday: IsHoliday = (date) => date in holidayJp.holidays;
