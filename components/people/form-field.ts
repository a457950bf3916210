import type { InputWidth } from "@/components/ui/text-input.tsx";

interface Asked {
  /** Its name inside its form. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly explanation?: string | undefined;
}

/** One question of an administration form, as data: the page says what is asked, the form draws it. */
export type FormField =
  | (Asked & {
      readonly kind: "text" | "email";
      readonly required: boolean;
      readonly value?: string | null;
      readonly width?: InputWidth;
      readonly maxLength?: number;
      /** Of what is typed, where it is not the page's language. */
      readonly lang?: string;
    })
  | (Asked & {
      readonly kind: "area";
      readonly value?: string | null;
      readonly rows: number;
      readonly max: number;
      /** Of what is typed, where it is not the page's language. */
      readonly lang?: string;
    })
  | (Asked & { readonly kind: "password"; readonly use: "current-password" | "new-password" })
  | (Asked & {
      readonly kind: "select";
      readonly required: boolean;
      readonly value?: string | null;
      readonly options: readonly Option[];
      readonly groups?: readonly { readonly label: string; readonly options: readonly Option[] }[];
    })
  | (Asked & { readonly kind: "radio"; readonly value?: string | null; readonly options: readonly Option[] })
  | (Asked & { readonly kind: "date"; readonly required: boolean; readonly value?: string | null })
  | (Asked & { readonly kind: "checkbox"; readonly checked?: boolean })
  | { readonly kind: "hidden"; readonly name: string; readonly value: string };
