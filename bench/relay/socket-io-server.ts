/** The same relay on Socket.IO, with its rooms. It saves nothing either. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { reportUsage } from "./report-usage.ts";

const http = createServer();
const io = new Server(http, { transports: ["websocket"], perMessageDeflate: false });

io.on("connection", (socket) => {
  void socket.join(String(socket.handshake.query.name));
  socket.on("m", (message: { to: string }) => io.to(message.to).emit("m", message));
});
http.listen(0, "127.0.0.1", () => console.log((http.address() as AddressInfo).port));
reportUsage();
