/** Rules made from a template: switched off, so that nobody is surprised by them before they were looked at (S22, S23). */
import type { RoutingRule } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Template } from "../../model/settings/settings-http.ts";
import { deskLanguage, words } from "../../words/chosen-words.ts";
import { Dialog } from "../Dialog.tsx";
import { Icon } from "../Icon.tsx";
import { templateIcon } from "../icons.ts";
import { useEditing } from "./editor-context.ts";

interface TemplateMenuProps {
  readonly onPick: (rules: readonly RoutingRule[]) => void;
}

export function TemplateMenu({ onPick }: TemplateMenuProps): JSX.Element {
  const { calls, editor } = useEditing();
  const text = words.value.settings.rules;
  const [isOpen, setIsOpen] = useState(false);
  const [templates, setTemplates] = useState<readonly Template[] | "failed" | null>(null);

  async function open(): Promise<void> {
    setIsOpen(true);
    const answer = await calls.templates();
    setTemplates(answer.ok ? answer.value : "failed");
  }

  function pick(template: Template): void {
    const fresh = template.rules.map((rule) => ({
      ...rule,
      id: `rule-${editor.newKey()}`,
      enabled: false,
    }));
    setIsOpen(false);
    onPick(fresh);
  }

  return (
    <>
      <button type="button" class="button" onClick={() => void open()}>
        <Icon node={templateIcon} />
        {text.template}
      </button>
      {isOpen && (
        <Dialog title={text.templateTitle} lead={text.templateLead} onClose={() => setIsOpen(false)}>
          {templates === "failed" && <p class="form-error">{text.templateFailed}</p>}
          <ul class="templates">
            {(templates === "failed" ? [] : (templates ?? [])).map((template) => (
              <li key={template.id}>
                <button type="button" class="template" onClick={() => pick(template)}>
                  <strong>{template.name[deskLanguage.value]}</strong>
                  <span class="quiet">{template.about[deskLanguage.value]}</span>
                </button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
