/** A language model's endpoint on this machine that does whatever a test wants one to do. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Behaviour = (
  response: ServerResponse,
  request: { readonly body: string },
) => void | Promise<void>;

export interface ModelEndpoint {
  readonly url: string;
  /** Everything that was sent to it: bodies and the key. */
  readonly heard: { readonly body: string; readonly authorization: string | undefined }[];
  behaviour: Behaviour;
  close(): Promise<void>;
}

export async function startModelEndpoint(): Promise<ModelEndpoint> {
  const heard: ModelEndpoint["heard"] = [];
  const http = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const endpoint: ModelEndpoint = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`,
    heard,
    behaviour: says("[none]"),
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return endpoint;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    heard.push({ body, authorization: request.headers.authorization });
    await endpoint.behaviour(response, { body });
  }
}

/** Streams these pieces as an OpenAI endpoint does, and ends well. */
export function says(...pieces: readonly string[]): Behaviour {
  return ending("stop", pieces);
}

/** The same, cut off by the endpoint's own limit. */
export function isCutOff(...pieces: readonly string[]): Behaviour {
  return ending("length", pieces);
}

function ending(reason: "stop" | "length", pieces: readonly string[]): Behaviour {
  return (response) => {
    begin(response);
    for (const piece of pieces) write(response, piece);
    const end = line({ choices: [{ index: 0, delta: {}, finish_reason: reason }] });
    response.end(`${end}data: [DONE]\n\n`);
  };
}

/** Answers with a status, as an endpoint that refuses. */
export function refuses(status: number): Behaviour {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: { message: "no", type: "refused" } }));
  };
}

export function begin(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
}

export function write(response: ServerResponse, piece: string): void {
  response.write(line({ choices: [{ index: 0, delta: { content: piece }, finish_reason: null }] }));
}

function line(chunk: object): string {
  const head = { id: "chunk", object: "chat.completion.chunk", created: 1, model: "test" };
  return `data: ${JSON.stringify({ ...head, ...chunk })}\n\n`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
