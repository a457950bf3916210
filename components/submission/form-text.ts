import type { Typed } from "@/lib/domain/forms/sheet.ts";

/** What stands in a sheet's form at this moment; controls that belong to the sending are left out. */
export function textOfForm(form: HTMLFormElement): Typed {
  const entries = [...new FormData(form).entries()].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && /^[^_$]/.test(entry[0]),
  );
  return Object.fromEntries(entries);
}

/** Types a text into a sheet's form, or into those of its controls that are meant; whoever listens to typing hears it. */
export function fillForm(form: HTMLFormElement, typed: Typed, meant: (name: string) => boolean = () => true): void {
  for (const control of form.elements) {
    const known = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
    if (!known || !/^[^_$]/.test(control.name) || !meant(control.name)) continue;
    const text = typed[control.name] ?? "";
    const box = control instanceof HTMLInputElement ? control.type : "";
    if (box === "radio" && control instanceof HTMLInputElement) control.checked = control.value === text;
    else if (box === "checkbox" && control instanceof HTMLInputElement) control.checked = text !== "";
    else control.value = text;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Whether anything stands in a sheet's form that the server did not write there. */
export function wasTypedInto(form: HTMLFormElement): boolean {
  return [...form.elements].some((control) => {
    if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
    if (!(control instanceof HTMLInputElement) || !/^[^_$]/.test(control.name) || control.type === "hidden")
      return false;
    const box = control.type === "radio" || control.type === "checkbox";
    return box ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
  });
}

/** Whether two forms say the same: an empty control and one that is not there are alike, and so are line ends. */
export function sameText(a: Typed, b: Typed): boolean {
  const written = (typed: Typed) =>
    JSON.stringify(
      Object.entries(typed)
        .filter(([name, text]) => /^[^_$]/.test(name) && text.trim() !== "")
        .map(([name, text]) => [name, text.replaceAll("\r\n", "\n")])
        .sort(([one = ""], [other = ""]) => (one < other ? -1 : 1)),
    );
  return written(a) === written(b);
}
