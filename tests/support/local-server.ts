import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

export interface LocalServer {
  readonly server: Server;
  readonly origin: string;
  /** A connection on which this text has been sent. */
  send(text: string): Promise<Socket>;
}

/** Serves on a port of the system's choosing, on this machine alone. */
export async function localServer(answer: RequestListener, server: Server = createServer()): Promise<LocalServer> {
  server.on("request", answer);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    origin: `http://127.0.0.1:${port}`,
    async send(text) {
      const socket = connect(port, "127.0.0.1");
      await new Promise((connected) => socket.once("connect", connected));
      socket.on("error", () => {});
      socket.write(text);
      return socket;
    },
  };
}

/** What comes on a connection until it ends, as text. */
export async function readToEnd(socket: Socket): Promise<string> {
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
  });
  await new Promise((ended) => socket.once("close", ended));
  return text;
}
