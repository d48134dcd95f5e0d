/** A setting that is a line or a few lines of text. */
import type { JSX } from "preact";
import { Field } from "../Field.tsx";
import { useProblem } from "./editor-context.ts";

interface TextSettingProps {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly type?: "text" | "email" | "tel" | "url" | "date";
  readonly rows?: number;
  readonly maxLength?: number;
  readonly list?: string;
  /** The language of what is typed, where it is another than the page's. */
  readonly lang?: string;
}

export function TextSetting({ path, ...field }: TextSettingProps): JSX.Element {
  const problem = useProblem(path);
  return (
    <div data-setting={path}>
      <Field name={path} error={problem} {...field} />
    </div>
  );
}
