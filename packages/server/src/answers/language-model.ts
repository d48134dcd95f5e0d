/** A language model behind any endpoint that speaks the OpenAI format. Loaded only where one is configured. */

export interface ModelRequest {
  readonly instructions: string;
  readonly turns: readonly { readonly role: "user" | "assistant"; readonly content: string }[];
}

export interface LanguageModel {
  /** The answer, piece by piece. Throws when the endpoint refuses, breaks off, or did not come to an end by itself. */
  stream(request: ModelRequest, signal: AbortSignal): AsyncIterable<string>;
}

export interface LanguageModelOptions {
  /** Such as `https://api.example.org/v1`. */
  readonly url: string;
  /** Null for an endpoint that wants none. */
  readonly key: string | null;
  readonly model: string;
}

/** Answers are short; whoever goes on is not answering. */
const OUTPUT_TOKENS_MAX = 600;

export function languageModel({ url, key, model }: LanguageModelOptions): LanguageModel {
  async function* stream({ instructions, turns }: ModelRequest, signal: AbortSignal): AsyncIterable<string> {
    const [{ streamText }, { createOpenAICompatible }] = await Promise.all([
      import("ai"),
      import("@ai-sdk/openai-compatible"),
    ]);
    const provider = createOpenAICompatible({
      name: "sophie",
      baseURL: url,
      ...(key === null ? {} : { apiKey: key }),
    });
    const result = streamText({
      model: provider(model),
      instructions,
      messages: turns.map((turn) => ({ ...turn })),
      abortSignal: signal,
      // The visitor waits: who cannot answer now is not asked again.
      maxRetries: 0,
      maxOutputTokens: OUTPUT_TOKENS_MAX,
      temperature: 0,
      // It would print the error, and with it what the visitor wrote.
      onError: () => {},
    });
    let isWhole = false;
    for await (const part of result.fullStream) {
      if (part.type === "text-delta") yield part.text;
      else if (part.type === "error") throw new Error("The language model failed.", { cause: part.error });
      else if (part.type === "finish") isWhole = part.finishReason === "stop";
    }
    if (!isWhole) throw new Error("The language model broke off.");
  }
  return { stream };
}
