/** nlp.js, taught the same corpus, and told which language each message is in. */
import { gzipSync } from "node:zlib";
import { containerBootstrap } from "@nlpjs/core";
import { LangDe } from "@nlpjs/lang-de";
import { LangEn } from "@nlpjs/lang-en";
import { LangEs } from "@nlpjs/lang-es";
import { LangFr } from "@nlpjs/lang-fr";
import { LangNl } from "@nlpjs/lang-nl";
import { LangPt } from "@nlpjs/lang-pt";
import { Nlp } from "@nlpjs/nlp";
import type { Example } from "../../packages/engine/training/example.ts";
import { SIGNALS, type Contender, type SignalName } from "./contender.ts";
import { gzipSize } from "./gzip-size.ts";

const LANGUAGES = { de: LangDe, en: LangEn, es: LangEs, fr: LangFr, nl: LangNl, pt: LangPt };
/** Its own default for "sure enough". */
const SURE = 0.5;
const CODE = ["core", "nlp", ...Object.keys(LANGUAGES).map((locale) => `lang-${locale}`)]
  .map((name, at) => `import * as part${at} from "@nlpjs/${name}"; globalThis.part${at} = part${at};`)
  .join("\n");

export async function nlpJs(examples: readonly Example[]): Promise<Contender> {
  const container = containerBootstrap();
  for (const Language of Object.values(LANGUAGES)) container.use(Language);
  const nlp = new Nlp({
    container,
    autoSave: false,
    autoLoad: false,
    log: false,
    languages: Object.keys(LANGUAGES),
    nlu: { log: false, useNoneFeature: true },
  });
  for (const { text, language, labels } of examples) {
    for (const intent of intentsOf(labels)) nlp.addDocument(language, text, intent);
  }
  await nlp.train();
  return {
    name: "nlp.js",
    gzipBytes: (await gzipSize(CODE)) + gzipSync(nlp.export(), { level: 9 }).length,
    async detect(text, language) {
      const { classifications } = await nlp.process(language, text);
      return SIGNALS.filter((signal) =>
        classifications.some(({ intent, score }) => intent === signal && score >= SURE),
      );
    },
  };
}

/** It knows one intent a message: a message with two labels is taught twice, and one without any as its "None". */
function intentsOf(labels: Example["labels"]): readonly string[] {
  const intents = labels.filter((label): label is SignalName => label !== "price-simple");
  return intents.length === 0 ? ["None"] : intents;
}
