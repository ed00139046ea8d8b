import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { contentSecurityPolicy } from "../../scripts/lib/publish/content-security-policy.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

export interface ServedFolder {
  /** `http://localhost:41234`. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves a folder with the content security policy of the site.
 * @param slowFonts milliseconds by which fonts come late, to see whether the page moves
 */
export async function serveFolder(folder: string, slowFonts = 0): Promise<ServedFolder> {
  const policy = contentSecurityPolicy({ connect: [], webAssembly: false, secure: false });
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    void (async () => {
      const file = await fileAt(join(folder, path));
      if (file === null) return response.writeHead(404).end();
      if (file.endsWith(".woff2")) await sleep(slowFonts);
      response.writeHead(200, {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        "content-security-policy": policy,
      });
      return createReadStream(file).pipe(response);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    origin: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function fileAt(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  return found.isDirectory() ? fileAt(join(path, "index.html")) : path;
}
