/** The least that a relay can be: it reads who a frame is for and passes it on. It saves nothing and promises nothing. */
import { type WebSocket, WebSocketServer } from "ws";
import { reportUsage } from "./report-usage.ts";

const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
const peers = new Map<string, WebSocket>();

server.on("connection", (socket, request) => {
  const name = new URL(request.url ?? "/", "http://local").searchParams.get("name") ?? "";
  peers.set(name, socket);
  socket.on("message", (data) => {
    const text = (data as Buffer).toString();
    const { to } = JSON.parse(text) as { to: string };
    peers.get(to)?.send(text);
  });
});
server.on("listening", () => {
  const address = server.address();
  console.log(typeof address === "object" ? address?.port : address);
});
reportUsage();
